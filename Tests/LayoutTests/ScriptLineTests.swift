import Shaping
import Testing

@testable import Layout

/// Justified lines of scripts that fill them in ways of their own.
@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct ScriptLineTests {
    private static let arabic =
        "في صباح اليوم التالي خرجت سلمى إلى السوق القديم لتشتري بعض الكتب المستعملة. كان البائع يجلس أمام دكانه ويقرأ "
        + "جريدة الأمس، وحين رآها ابتسم وقال: عندي كتاب كنت تبحثين عنه منذ سنين."

    private func runs(_ line: LineBox) -> [VisualRun] {
        line.fragments.compactMap { if case .text(let run) = $0.content { run } else { nil } }
    }

    private func strokes(_ lines: [LineBox]) -> Int {
        lines.flatMap(runs).reduce(0) { sum, run in
            let tatweel = run.face?.glyph(of: 0x0640)
            return sum + run.glyphs.count { $0 == tatweel }
        }
    }

    @Test(arguments: [90.0, 120, 160]) func fillsArabicLinesByLongerWords(width: Double) throws {
        let css = "direction: rtl; text-align: justify; hanging-punctuation: none"
        let fixture = try ParagraphFixture(Self.arabic, css: css, language: "ar")
        let lines = fixture.layout(width: width).lines()
        #expect(strokes(lines) > 0)
        for line in lines.dropLast() {
            #expect(abs(line.extent.upperBound - width) < 0.01)
            #expect(line.fragments.map(\.width).reduce(0, +) >= width - 0.01)
        }
        #expect(lines.flatMap(runs).map(\.text).joined().contains("ـ") == false)
        #expect(fixture.texts(lines).joined(separator: " ") == Self.arabic)
        let plain = try ParagraphFixture(Self.arabic, css: css + "; text-justify: inter-word", language: "ar")
        #expect(strokes(plain.layout(width: width).lines()) == 0)
    }

    private static let japanese =
        "翌朝、美咲は古い市場へ古本を何冊か買いに出かけた。店主は店先に座って昨日の新聞を読んでいたが、彼女を見ると微笑んで、"
        + "「あなたが何年も探していた本がありますよ」と言った。「本」、「町」、「紙」。（終わり）「一」「二」「三」「四」「五」「六」「七」。"

    @Test(arguments: [83.0, 104, 127]) func trimsPunctuationAtLineEnds(width: Double) throws {
        let css = "text-align: justify; text-spacing-trim: trim-both; font-size: 10pt"
        let fixture = try ParagraphFixture(Self.japanese, css: css, language: "ja")
        let lines = fixture.layout(width: width).lines()
        let texts = fixture.texts(lines)
        var trimmed = 0
        for (line, text) in zip(lines, texts).dropLast() {
            let opens = "「（".contains(text.first!)
            let closes = "」）。、".contains(text.last!)
            // The blank half of a mark stands in the margin, unless the mark before it has taken it away.
            let run = runs(line)[0]
            let isHalved = opens && abs(run.advances[0] - 5) < 0.01 && abs(run.xOffsets[0] + 5) < 0.01
            #expect(abs(line.extent.lowerBound - (opens && !isHalved ? -5 : 0)) < 0.01, "\(text)")
            let end = line.extent.upperBound
            #expect(abs(end - width) < 0.01 || closes && abs(end - width - 5) < 0.01, "\(text) ends at \(end)")
            if opens || closes { trimmed += 1 }
        }
        #expect(trimmed > 0)
        #expect(texts.joined() == Self.japanese)
    }

    @Test func leavesNoRoomWhereALineEndsBetweenScripts() throws {
        let text = "用Swift写用Swift写用Swift写用Swift写"
        let fixture = try ParagraphFixture(text, css: "text-align: left", language: "zh-Hans")
        let wide = fixture.layout(width: 1_000).lines()
        // Seven places between scripts, an eighth of an em each.
        let natural = fixture.paragraph.advances.reduce(0, +)
        #expect(abs(wide[0].extent.upperBound - natural - 8 * 1.25) < 0.01)
        for line in fixture.layout(width: 40).lines() {
            let own = fixture.paragraph.advances[line.range].reduce(0, +)
            let places = line.range.dropFirst().count { fixture.paragraph.shaped.spacings[$0] != nil }
            #expect(abs(line.extent.upperBound - own - Double(places) * 1.25) < 0.01)
        }
    }
}
