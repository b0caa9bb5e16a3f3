import ArticleModel
import CSS
import Geometry
import Shaping
import Testing

@testable import Layout

/// `::first-letter`, `initial-letter` and `::first-line`.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct FirstLetterTests {
    private func fixture(_ text: String, _ css: String) throws -> ParagraphFixture {
        try ParagraphFixture([.text(text)], css: "p { text-align: left } \(css)")
    }

    @Test(arguments: [
        ("Word", "W"), ("“Word”", "“W"), ("  (A) one", "(A)"), ("« Oui", "« O"), ("A", "A"), ("é́t", "é́"),
        ("1. One", "1."),
        ("—Word", "—"),
    ])
    func takesPunctuationAlong(text: String, letter: String) throws {
        let fixture = try fixture(text, "p::first-letter { color: red }")
        let content = fixture.paragraph.content
        let span = try #require(content.spans.first { $0.style.value.color != .black })
        #expect(String(decoding: content.text[span.range], as: UTF16.self) == letter)
    }

    @Test func findsTheFirstLetterInsideOfInlineElements() throws {
        let fixture = try ParagraphFixture(
            [Inline(.emphasis([.text("One")])), .text(" two")],
            css: "p::first-letter { color: red } em { font-style: italic }")
        let first = fixture.paragraph.content.spans[0]
        #expect(first.range == 0..<1)
        // It inherits from the element that holds it.
        #expect(first.style.font.slant == .italic && first.style.value.color != .black)
    }

    @Test func dropsAnInitialLetterByItsLines() throws {
        let fixture = try fixture(
            someWords, "p::first-letter { initial-letter: 3; margin-right: 2pt } p { text-indent: 8pt }")
        let lines = fixture.layout(width: 200).lines()
        let letter = try #require(lines[0].insertions.first)
        #expect(letter.x == 0)
        // Its baseline is the third line's.
        #expect(letter.shift == -24)
        guard case .text(let run) = letter.line.fragments[0].content else { return }
        let capHeight = fixture.paragraph.blockFont.face.metrics.capHeight
        #expect(abs(run.size * capHeight - (24 + 10 * capHeight)) < 0.01)
        let width = run.width + 2
        #expect(lines.prefix(4).map { abs($0.extent.lowerBound - width) < 0.01 } == [true, true, true, false])
        #expect(lines.prefix(3).map(\.keepsWithNext) == [true, true, false])
        #expect(lines.allSatisfy { $0.height == 12 })
    }

    @Test func raisesAnInitialLetter() throws {
        let fixture = try fixture(someWords, "p::first-letter { initial-letter: 2 1 }")
        let lines = fixture.layout(width: 200).lines()
        #expect(lines[0].insertions[0].shift == 0)
        #expect(lines[0].height > 18)
        #expect(lines[1].extent.lowerBound == 0)
    }

    @Test func makesAShortParagraphAsHighAsItsLetter() throws {
        let fixture = try fixture("One word", "p::first-letter { initial-letter: 3 }")
        let lines = fixture.layout(width: 200).lines()
        #expect(lines.count == 1)
        #expect(abs(lines[0].height - lines[0].baseline - 24) < 0.01)
    }

    @Test func setsAFloatedLetterBesideTheLinesThatItsBoxReaches() throws {
        let fixture = try fixture(
            someWords, "p::first-letter { float: left; font-size: 40pt; line-height: 23pt; padding-right: 3pt }")
        let lines = fixture.layout(width: 200).lines()
        #expect(lines.prefix(3).map { $0.extent.lowerBound > 10 } == [true, true, false])
        #expect(lines[0].insertions.count == 1)
    }

    @Test func keepsALetterThatIsTheWholeText() throws {
        let fixture = try fixture("I", "p::first-letter { initial-letter: 3 }")
        #expect(fixture.layout(width: 200).lines().count == 1)
    }

    @Test func stylesTheFirstLineOnly() throws {
        let fixture = try ParagraphFixture(
            [.text(someWords), Inline(.emphasis([.text("emphasis")]))],
            css:
                "p { text-align: justify } p::first-line { font-variant-caps: small-caps; color: red; font-size: 15pt }"
        )
        let plain = try ParagraphFixture(someWords, css: "text-align: justify").layout(width: 200).lines()
        let lines = fixture.layout(width: 200).lines()
        #expect(lines[0].range.count < plain[0].range.count)
        for (index, line) in lines.enumerated() {
            #expect(line.fragments.allSatisfy { ($0.color == .black) == (index > 0) })
            for case .text(let run) in line.fragments.map(\.content) {
                #expect(run.size == (index == 0 ? 15 : 10))
            }
            #expect(line.overflow == 0)
        }
        #expect(abs(lines[0].extent.upperBound - 200) < 6)
        // Nothing is lost or said twice.
        #expect(lines.map(\.range.lowerBound) == [0] + lines.dropLast().map(\.range.upperBound))
    }
}
