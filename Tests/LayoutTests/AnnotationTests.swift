import ArticleModel
import CSS
import Diagnostics
import Geometry
import Shaping
import Testing

@testable import Layout

/// Marks of emphasis and ruby annotations (CSS Text Decoration 4, §3; CSS Ruby 1, §4).
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct AnnotationTests {
    private func line(_ text: String, _ css: String, language: String? = "ja") throws -> LineBox {
        try ParagraphFixture(text, css: "text-align: left; \(css)", language: language).layout(width: 300).lines()[0]
    }

    private func marks(_ line: LineBox) -> [InlineFragment] {
        line.fragments.filter { if case .shape = $0.content { true } else { false } }
    }

    @Test func standsOverEachLetterButSpacesAndPunctuation() throws {
        let line = try line("ab, c% ", "text-emphasis: dot", language: "en")
        let text = try #require(line.fragments.first)
        #expect(marks(line).map(\.range.lowerBound) == [0, 1, 4, 5])
        #expect(marks(line).allSatisfy { $0.x > text.x - 2 && $0.x + $0.width < text.x + text.width + 2 })
        // In the middle of its letter.
        let ideographs = marks(try self.line("漢字", "text-emphasis: filled circle"))
        #expect(ideographs.map { $0.x + $0.width / 2 }.map { ($0 * 10).rounded() / 10 } == [5, 15])
    }

    @Test func raisesALineWithoutRoom() throws {
        // `makeRoom`: the leading of 10 points on 10 has no room for a mark, one of 20 has.
        let tight = try line("漢字", "line-height: 10pt")
        let marked = try line("漢字", "line-height: 10pt; text-emphasis: dot")
        #expect(marked.height > tight.height + 2 && marked.baseline > tight.baseline + 2)
        let under = try line("漢字", "line-height: 10pt; text-emphasis: dot; text-emphasis-position: under right")
        #expect(under.height > tight.height + 2 && under.baseline == tight.baseline)
        let open = try line("漢字", "line-height: 20pt")
        #expect(try line("漢字", "line-height: 20pt; text-emphasis: dot").height == open.height)
    }

    @Test func standsOnItsSide() throws {
        #expect(marks(try line("漢", "text-emphasis: dot"))[0].shift > 8)
        #expect(marks(try line("漢", "text-emphasis: dot; text-emphasis-position: under"))[0].shift < -1)
        let red = marks(try line("漢", "text-emphasis: dot red"))[0]
        #expect(red.color == Color(css: "red"))
    }

    /// The marks of §3.1; in horizontal text a fill alone makes circles.
    @Test(arguments: [
        ("dot", "•"), ("open dot", "◦"), ("filled", "●"), ("open", "○"), ("double-circle", "◉"),
        ("double-circle open", "◎"),
        ("triangle filled", "▲"), ("open triangle", "△"), ("sesame", "﹅"), ("open sesame", "﹆"), ("'xy'", "x"),
    ])
    func readsMarks(value: String, mark: String) throws {
        let fixture = try ParagraphFixture("a", css: "text-emphasis-style: \(value)")
        #expect(fixture.paragraph.style.text.emphasis.mark == mark)
    }

    @Test(arguments: [
        "text-emphasis-style: filled open", "text-emphasis-style: dot circle", "text-emphasis-position: left",
        "text-emphasis-position: over under", "ruby-position: over under", "ruby-align: end", "line-clamp: 0",
    ])
    func refuses(declaration: String) {
        #expect(!StyleSheet(parsing: "p { \(declaration) }", name: "", origin: .user).diagnostics.isEmpty)
    }

    // MARK: Ruby

    private func ruby(_ base: String, _ text: String, _ css: String) throws -> LineBox {
        let ruby = Inline(.ruby(base: [.text(base)], text: [.text(text)]))
        let sheet =
            "p { text-align: left; \(css) } ruby { display: ruby } rt { display: ruby-text; font-size: 0.5em } rp { display: none }"
        return try ParagraphFixture([.text("あ"), ruby, .text("い")], css: sheet, language: "ja").layout(width: 300)
            .lines()[0]
    }

    @Test func standsUnderItsBase() throws {
        let over = try ruby("漢字", "かんじ", "line-height: 12pt")
        let under = try ruby("漢字", "かんじ", "line-height: 12pt; ruby-position: under")
        #expect(over.insertions[0].shift > 8 && under.insertions[0].shift < -4)
        #expect(under.baseline < over.baseline && under.height > 14)
        #expect(try ruby("漢字", "かんじ", "ruby-position: alternate").insertions[0].shift > 8)
    }

    /// Where the annotation's letters begin over a base of 20 points, from its left edge, and the room between them.
    @Test(arguments: [
        ("start", 0.0, 5.0), ("center", 5.0, 5.0), ("space-between", 0.0, 15.0), ("space-around", 2.5, 10.0),
    ])
    func alignsAnAnnotationThatIsNarrow(align: String, start: Double, step: Double) throws {
        let insertion = try ruby("漢字", "かん", "ruby-align: \(align)").insertions[0]
        let text = try #require(insertion.line.fragments.first)
        guard case .text(let run) = text.content else { return }
        #expect(abs(insertion.x + text.x - 10 - start) < 0.1)
        #expect(abs(run.advances[0] - step) < 0.1)
    }

    /// Where the base's letters stand under an annotation of 40 points.
    @Test(arguments: [
        ("start", 0.0, 10.0), ("center", 10.0, 10.0), ("space-between", 0.0, 30.0), ("space-around", 5.0, 20.0),
    ])
    func alignsABaseThatIsNarrow(align: String, start: Double, step: Double) throws {
        let line = try ruby("漢字", "かんじじじじじじ", "ruby-align: \(align)")
        let base = try #require(line.fragments.first { $0.range.lowerBound == 1 })
        guard case .text(let run) = base.content else { return }
        #expect(abs(base.x - 10 - start) < 0.1 && abs(run.advances[0] - step) < 0.1)
        let last = try #require(line.fragments.last)
        #expect(abs(last.x - 50) < 0.1 && abs(line.insertions[0].x - 10) < 0.1)
    }
}
