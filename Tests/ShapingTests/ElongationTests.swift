import Testing
import TextAnalysis

@testable import Shaping

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct ElongationTests {
    private func elongated(
        _ text: String, by points: Double, families: [String] = ["Noto Naskh Arabic"]
    ) -> (runs: [VisualRun], before: [VisualRun], gained: Double) {
        let paragraph = shape(text, families: families, language: "ar")
        var shaper = TextShaper(fonts: FontBook())
        let line = 0..<text.utf16.count
        var runs = shaper.lineRuns(of: paragraph, range: line)
        let before = runs
        let gained = shaper.elongate(&runs, of: paragraph, line: line, by: points)
        return (runs, before, gained)
    }

    @Test func makesAJoinedWordAsMuchLongerAsIsAsked() {
        let (runs, before, gained) = elongated("السلام عليكم", by: 4)
        #expect(abs(gained - 4) < 0.2)
        #expect(abs(runs[0].width - before[0].width - gained) < 1e-9)
        #expect(runs[0].glyphs.count > before[0].glyphs.count)
    }

    @Test func keepsTheTextAsItIsWritten() {
        let (runs, _, _) = elongated("كِتَابٌ جميل", by: 5)
        #expect(runs.map(\.text).joined() == "كِتَابٌ جميل")
        for run in runs {
            #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
            #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
        }
    }

    @Test func goesNoFurtherThanWordsBear() {
        let (_, _, gained) = elongated("سلام", by: 100)
        #expect(gained > 7 && gained < 9)
    }

    @Test(arguments: ["دار ورد", "abc def", "שלום", "..."])
    func leavesAloneWhatDoesNotJoin(text: String) {
        #expect(elongated(text, by: 4).gained == 0)
    }

    @Test func leavesFontsAloneThatCannotBeMadeLonger() {
        #expect(elongated("سلام عليكم", by: 4, families: ["Noto Nastaliq Urdu"]).gained == 0)
    }

    @Test(arguments: [
        ("ـ", "م", false, KashidaPriority.afterTatweel), ("س", "ا", true, .afterSeen),
        ("ل", "ة", true, .beforeFinalHeh),
        ("ل", "د", false, .beforeFinalHeh), ("ب", "ك", true, .beforeFinalAlef), ("ل", "ي", false, .beforeBeh),
        ("ك", "و", false, .beforeFinalWaw), ("ل", "م", true, .beforeFinal), ("ل", "م", false, .anywhere),
    ])
    func ranksPlacesAsScribesDo(before: String, after: String, isFinal: Bool, expected: KashidaPriority) {
        let priority = KashidaPriority(before: before.utf16.first!, after: after.utf16.first!, isFinal: isFinal)
        #expect(priority == expected)
    }
}

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct EastAsianSpacingTests {
    private func shaped(_ text: String, _ language: String, _ spacing: EastAsianSpacing = .normal) -> ShapedParagraph {
        shape(text, language: language) { $0.eastAsian = spacing }
    }

    @Test func putsAnEighthOfAnEmBetweenIdeographsAndLetters() {
        let paragraph = shaped("用Swift写3行，a。", "zh-Hans")
        #expect(paragraph.spacings == [1: 1.25, 6: 1.25, 7: 1.25, 8: 1.25])
        #expect(shaped("用 Swift 写", "zh-Hans").spacings.isEmpty)
        #expect(shaped("用Swift写3行", "zh-Hans", [.ideographNumeric]).spacings == [7: 1.25, 8: 1.25])
        #expect(shaped("한국어abc", "ko").spacings.isEmpty)
    }

    @Test func putsTheRoomInsideLinesOnly() {
        let paragraph = shaped("用Swift写", "zh-Hans")
        var shaper = TextShaper(fonts: FontBook())
        func width(_ range: Range<Int>) -> Double {
            shaper.lineRuns(of: paragraph, range: range).reduce(0) { $0 + $1.width }
        }
        let natural = paragraph.unitAdvances.reduce(0, +)
        #expect(abs(width(0..<7) - natural - 2.5) < 1e-9)
        #expect(abs(width(0..<1) + width(1..<6) + width(6..<7) - natural) < 1e-9)
    }

    @Test(
        arguments: [
            ("好」。", "ja", [5.0, 5, 10]), ("（「好", "ja", [10, 5, 10]), ("好」「好", "ja", [10, 10, 5, 10]),
            ("好。」", "zh-Hant", [10, 10, 10]), ("好：“好", "zh-Hans", [10, 10, 5, 10]),
        ] as [(String, String, [Double])])
    func leavesOutTheBlankBetweenMarks(text: String, language: String, expected: [Double]) {
        let advances = shaped(text, language).unitAdvances
        #expect(advances.map { ($0 * 10).rounded() / 10 } == (text == "好」。" ? [10, 5, 10] : expected))
        #expect(shaped(text, language, []).unitAdvances.allSatisfy { abs($0 - 10) < 1e-9 })
    }

    @Test func saysWhatLineEndsMaySave() {
        let paragraph = shaped("「好」a", "ja", [.trimStart, .trimEnd])
        #expect(paragraph.edgeTrims == [0: .init(start: 5, end: 0), 2: .init(start: 0, end: 5)])
        #expect(shaped("「好」", "ja", []).edgeTrims.isEmpty)
        // What is halved already can save no more.
        #expect(shaped("好」。", "ja", [.trimAdjacent, .trimEnd]).edgeTrims == [2: .init(start: 0, end: 5)])
    }
}
