import Testing
import TextAnalysis

@testable import Shaping

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct LineRunTests {
    /// The runs of a part of a text as a line of its own.
    private func runs(
        _ text: String, _ range: Range<Int>? = nil, hyphen: HyphenMark? = nil, base: BaseDirection = .auto
    ) -> [VisualRun] {
        let paragraph = shape(text, base: base)
        var shaper = TextShaper(fonts: FontBook())
        return shaper.lineRuns(of: paragraph, range: range ?? 0..<text.utf16.count, hyphen: hyphen)
    }

    @Test(arguments: ["office AV", "שלום עולם", "سلام عليكم", "नमस्ते abc", "漢字かな"])
    func givesTheParagraphsGlyphsForTheWholeRange(_ text: String) {
        let paragraph = shape(text)
        let glyphs = Set(runs(text).flatMap { $0.glyphs })
        #expect(glyphs == Set(paragraph.glyphs))
        #expect(abs(runs(text).reduce(0) { $0 + $1.width } - paragraph.unitAdvances.reduce(0, +)) < 1e-9)
    }

    @Test func shapesALigatureAgainThatIsCutThrough() {
        // of-fice: the ligature of three letters falls to an f and an fi.
        let first = runs("office", 0..<2, hyphen: .automatic)
        let second = runs("office", 2..<6)
        #expect(first[0].text == "of\u{AD}" && second[0].text == "fice")
        #expect(first[0].glyphs.count == 3)
        #expect(second[0].glyphs == shape("fice").glyphs)
    }

    @Test func keepsGlyphsInsideTheLineWhereItsEndsAreSafe() {
        let text = "One quick brown fox"
        let paragraph = shape(text)
        #expect(runs(text, 4..<9)[0].glyphs == Array(paragraph.glyphs[4..<9]))
    }

    @Test func ordersRunsFromLeftToRight() {
        #expect(runs("abc אבג def").map(\.text) == ["abc ", "אבג", " def"])
        #expect(runs("abc אבג 12 דהו def").map(\.text) == ["abc ", " דהו", "12", "אבג ", " def"])
        #expect(runs("אבג abc דהו", base: .rightToLeft).map(\.text) == [" דהו", "abc", "אבג "])
    }

    @Test func setsTrailingSpaceAtTheParagraphsLevel() {
        // L1: the space after the Hebrew word is at the line's right end.
        let line = runs("abc אבג דהו", 0..<8)
        #expect(line.map(\.text) == ["abc ", "אבג", " "])
        #expect(line.last?.level == 0)
    }

    @Test func putsTheHyphenAtTheReadingEnd() {
        let latin = runs("hyphen", 0..<2, hyphen: .automatic)[0]
        #expect(latin.glyphs.last == latin.face?.hyphenGlyph)
        let hebrew = runs("אבגדה", 0..<3, hyphen: .automatic)[0]
        #expect(hebrew.glyphs.first == hebrew.face?.hyphenGlyph)
        #expect(hebrew.text.hasSuffix("\u{AD}"))
        #expect(hebrew.clusters.map(\.byteCount).reduce(0, +) == hebrew.text.utf8.count)
    }

    @Test func measuresTheHyphenAsItIsSet() {
        let paragraph = shape("hyphen")
        let with = runs("hyphen", 0..<2, hyphen: .automatic)[0].width
        #expect(abs(paragraph.width(of: 0..<2) + paragraph.hyphenWidth(at: 2) - with) < 1e-9)
    }

    @Test(arguments: ["office AV", "שלום עולם", "كتابٌ", "नमस्ते", "e\u{301}a", "a\u{AD}b\tc", "x😀👩🏽‍🚀y"])
    func givesEveryByteAndGlyphToACluster(_ text: String) {
        for run in runs(text) {
            #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
            #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
            #expect(run.glyphs.count == run.advances.count && run.glyphs.count == run.glyphUnits.count)
        }
        let expected = text.unicodeScalars.filter { $0 != "\u{AD}" }.map(String.init).sorted()
        #expect(runs(text).flatMap { $0.text.unicodeScalars.map(String.init) }.sorted() == expected)
    }
}
