import ArticleModel
import CSS
import Testing

@testable import Layout

/// `hanging-punctuation: first | last | force-end` in paragraphs of every alignment (CSS Text 4, §8.2).
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct HangingPunctuationTests {
    private func line(_ text: String, _ css: String, width: Double = 200) throws -> LineBox {
        try ParagraphFixture(text, css: css).layout(width: width).lines()[0]
    }

    private func width(_ text: String) throws -> Double {
        try ParagraphFixture(text).paragraph.contentWidths.maximum
    }

    @Test(arguments: ["“", "«", "(", "\"", "'", "»"])
    func setsAnOpeningMarkBeforeTheFirstLine(mark: String) throws {
        let text = mark + "nnn nnn"
        let extent = try line(text, "text-align: left; hanging-punctuation: first").extent
        #expect(abs(extent.lowerBound + (try width(mark))) < 0.5)
        #expect(try line(text, "text-align: left").extent.lowerBound == 0)
        #expect(try line("n" + text, "text-align: left; hanging-punctuation: first").extent.lowerBound == 0)
    }

    @Test func hangsNoOpeningMarkOnLaterLines() throws {
        let fixture = try ParagraphFixture(
            "nnnnnnnnn “nnnn” nnnnnnnn", css: "text-align: left; hanging-punctuation: first last")
        #expect(fixture.layout(width: 60).lines().allSatisfy { $0.extent.lowerBound == 0 })
    }

    @Test(arguments: [("nnn”", "last"), ("nnn)", "last"), ("nnn.", "force-end"), ("nnn,", "force-end")])
    func setsAClosingMarkBehindTheLastLine(text: String, value: String) throws {
        let hung = try line(text, "text-align: right; hanging-punctuation: \(value)").extent
        let own = try line(text, "text-align: right").extent
        #expect(abs(own.upperBound - 200) < 0.01)
        #expect(abs(hung.upperBound - 200 - (try width(String(text.last!)))) < 0.5)
    }

    @Test func fitsALineWhoseCommaHangs() throws {
        let words = try width("nnnn nnnn")
        func first(_ css: String) throws -> String {
            let fixture = try ParagraphFixture("nnnn nnnn, nnnn nnnn", css: css)
            return fixture.texts(fixture.layout(width: words + 0.5).lines())[0]
        }
        for align in ["left", "justify"] {
            #expect(try first("text-align: \(align); hanging-punctuation: force-end") == "nnnn nnnn,")
        }
        #expect(try first("text-align: left") == "nnnn")
    }

    @Test func setsNoRoomBetweenAnIdeographAndANotesCall() throws {
        // `text-autospace` is for words: a raised figure is as if it were not there.
        let css = "p { text-align: left } sup { vertical-align: super; font-size: 1em }"
        func width(_ inlines: [Inline], _ css: String) throws -> Double {
            try ParagraphFixture(inlines, css: css, language: "ja").layout(width: 300).lines()[0].extent.upperBound
        }
        let call: [Inline] = [.text("漢"), Inline(.superscript([.text("1")])), .text("字")]
        let none = try width(call, css + " p { text-autospace: no-autospace }")
        #expect(abs(try width(call, css) - none) < 0.001)
        #expect(try width([.text("漢1字")], css) > none + 2)
    }
}
