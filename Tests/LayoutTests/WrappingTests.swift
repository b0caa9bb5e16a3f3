import ArticleModel
import CSS
import Diagnostics
import Testing
import TextAnalysis

@testable import Layout

/// `overflow-wrap`, `white-space` and `text-wrap` by their longhands (CSS Text 3, §4 and §5; CSS Text 4, §4 and §6).
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct WrappingTests {
    private func fixture(_ text: String, _ css: String) throws -> ParagraphFixture {
        try ParagraphFixture(text, css: "text-align: left; \(css)")
    }

    @Test func letsAWordPassTheMeasureUnlessItMayBeBroken() throws {
        let normal = try fixture("An incomprehensibilities word", "overflow-wrap: normal")
        let lines = normal.layout(width: 60).lines()
        #expect(normal.texts(lines) == ["An", "incomprehensibilities", "word"])
        #expect(lines[1].overflow > 10 && lines[0].overflow == 0 && lines[2].overflow == 0)
        #expect(normal.context.diagnostics.contains { $0.message.text.contains("too long for its measure") })
        for value in ["break-word", "anywhere"] {
            let broken = try fixture("An incomprehensibilities word", "overflow-wrap: \(value)")
            #expect(broken.layout(width: 60).lines().allSatisfy { $0.overflow == 0 })
        }
    }

    @Test(arguments: [
        ("overflow-wrap: normal", false), ("overflow-wrap: break-word", false), ("overflow-wrap: anywhere", true),
        ("word-break: break-word", true), ("word-break: break-all", true), ("line-break: anywhere", true),
        ("overflow-wrap: anywhere; white-space: nowrap", false),
    ])
    func countsOnlySomeBreaksInTheLeastWidth(css: String, isNarrow: Bool) throws {
        // §5.5: the places that `anywhere` adds count in the min-content size, those of `break-word` do not.
        let widths = try fixture("incomprehensibilities", css).paragraph.contentWidths
        #expect((widths.minimum < widths.maximum / 4) == isNarrow)
    }

    @Test func breaksOnlyTheWordsOfASpanThatMayBeBroken() throws {
        let fixture = try ParagraphFixture(
            [.text("incomprehensibilities "), Inline(.code("incomprehensibilities"))],
            css: "p { text-align: left } code { font: inherit; overflow-wrap: anywhere }")
        #expect(fixture.layout(width: 60).lines().map { $0.overflow > 0 } == [true, false, false])
    }

    /// What stands on the lines, spaces at their ends left out, for each value of the two longhands.
    @Test(arguments: [
        ("white-space-collapse: collapse", ["a b c"]), ("white-space-collapse: preserve", ["a  b", "c"]),
        ("white-space-collapse: preserve-breaks", ["a b", "c"]),
        ("white-space-collapse: preserve-spaces", ["a  b c"]), ("white-space-collapse: break-spaces", ["a  b", "c"]),
        ("white-space: pre", ["a  b", "c"]), ("white-space: preserve nowrap", ["a  b", "c"]),
        ("white-space: preserve-breaks", ["a b", "c"]), ("white-space: pre; text-wrap-mode: wrap", ["a  b", "c"]),
    ])
    func collapsesWhiteSpace(css: String, expected: [String]) throws {
        let fixture = try fixture("a  b\nc", css)
        #expect(fixture.texts(fixture.layout(width: 200).lines()) == expected)
    }

    @Test func hangsPreservedSpacesAtALinesEnd() throws {
        // CSS Text 3, §4.1.2: the spaces after `aaaa` hang, so that the line's end is the letters'.
        let word = try fixture("aaaa", "").paragraph.contentWidths.maximum
        let hanging = try fixture("aaaa        aaaa", "white-space: pre-wrap; text-align: right")
        let lines = hanging.layout(width: word + 1).lines()
        #expect(hanging.texts(lines) == ["aaaa", "aaaa"])
        #expect(lines.allSatisfy { $0.overflow == 0 })
        #expect(abs(lines[0].fragments[0].x - 1) < 0.01)
    }

    @Test func wrapsPreservedSpacesWhereTheyAreKept() throws {
        // CSS Text 4, §4.1: `break-spaces` spaces take room at a line's end and wrap, each by itself.
        let word = try fixture("aaaa", "").paragraph.contentWidths.maximum
        let kept = try fixture("aaaa        aaaa", "white-space: break-spaces; text-align: right")
        let lines = kept.layout(width: word + 6).lines()
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { $0.overflow == 0 })
        let held = Set(lines.map { kept.paragraph.content.text[$0.range].count { $0 == 0x20 } })
        #expect(held != [0] && lines.map(\.range.count).reduce(0, +) == 16)
    }

    @Test func wrapsWhereTheModeSaysSo() throws {
        let text = "some words that take more than a line of this measure"
        #expect(try fixture(text, "text-wrap: nowrap").layout(width: 100).lines().count == 1)
        #expect(try fixture(text, "white-space: nowrap; text-wrap: balance").layout(width: 100).lines().count > 1)
        #expect(
            try fixture(text, "white-space: nowrap; text-wrap-style: balance").layout(width: 100).lines().count == 1)
    }

    @Test func spacesLettersAndWordsByPercentagesOfTheFontSize() throws {
        let plain = try fixture("ab cd", "").paragraph.contentWidths.maximum
        let letters = try fixture("ab cd", "letter-spacing: 10%").paragraph.contentWidths.maximum
        #expect(abs(letters - plain - 5) < 0.01)
        let words = try fixture("ab cd", "word-spacing: 50%").layout(width: 200).lines()[0].extent.upperBound
        #expect(abs(words - plain - 5) < 0.01)
    }

    @Test(arguments: [
        ("start", "ltr", 0.0), ("start", "rtl", 1.0), ("end", "ltr", 1.0), ("center", "rtl", 0.5), ("left", "rtl", 0.0),
    ])
    func alignsAsTheParentDoes(parent: String, direction: String, expected: Double) throws {
        // CSS Text 3, §7.1: `match-parent` takes `start` and `end` in the parent's direction, not in the element's own.
        let fixture = try ParagraphFixture(
            [.text("aaa")],
            css: """
                article { text-align: \(parent); direction: \(direction) }
                p { text-align: match-parent; direction: \(direction == "ltr" ? "rtl" : "ltr") }
                """)
        let extent = fixture.layout(width: 200).lines()[0].extent
        let room = 200 - extent.upperBound + extent.lowerBound
        #expect(abs(extent.lowerBound - room * expected) < 0.01)
    }

    @Test(arguments: [
        ("full-width", "a b¥1", "ａ　ｂ￥１"), ("full-width", "ﾊﾞｲｸ｡", "ハ\u{3099}イク。"), ("full-width", "ﾡￂ￨", "ㄱㅏ│"),
        ("full-size-kana", "ぁっゃァッㇰ", "あつやアツク"), ("full-width full-size-kana", "ｧｯ", "アツ"),
        ("uppercase full-width", "ab", "ＡＢ"), ("math-auto", "h", "\u{210E}"), ("math-auto", "x", "\u{1D465}"),
        ("math-auto", "sin", "sin"), ("math-auto", "β", "\u{1D6FD}"), ("capitalize", "a b", "A B"),
    ])
    func transformsText(value: String, text: String, expected: String) throws {
        let shown = try fixture(text, "text-transform: \(value)").paragraph.content.text
        #expect(String(decoding: shown, as: UTF16.self) == expected)
    }

    @Test(arguments: [
        "full-width uppercase lowercase", "math-auto full-width", "none uppercase", "full-width full-width", "",
    ])
    func refusesTransformsThatCannotBe(value: String) {
        let sheet = StyleSheet(parsing: "p { text-transform: \(value) }", name: "", origin: .user)
        #expect(!sheet.diagnostics.isEmpty)
    }

    @Test func breaksThaiOnlyWhereTheTextSaysSoIfAsked() throws {
        let text = "ภาษาไทยเป็นภาษา\u{200B}ที่มีเสียง"
        func breaks(_ css: String, _ language: String) throws -> Int {
            let fixture = try ParagraphFixture(text, css: css, language: language)
            return fixture.paragraph.opportunities.count { $0 == .allowed }
        }
        #expect(try breaks("", "th") > 3)
        #expect(try breaks("word-break: manual", "th") == 1)
    }

    @Test func breaksJapaneseBetweenPhrasesIfAsked() throws {
        let text = "今日は良い天気ですので、散歩に行きましょう。"
        func breaks(_ css: String) throws -> Int {
            let fixture = try ParagraphFixture(text, css: css, language: "ja")
            return fixture.paragraph.opportunities.count { $0 == .allowed }
        }
        #expect(try breaks("word-break: auto-phrase") < (try breaks("")) / 2)
    }
}
