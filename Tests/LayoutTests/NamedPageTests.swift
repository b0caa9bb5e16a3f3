import ArticleModel
import Geometry
import Pages
import Testing

@testable import Layout

/// Named pages, blank pages, margins at breaks, and numbers beside lines.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct NamedPageTests {
    private static let plain = """
        @page { size: 340pt 300pt; margin: 20pt }
        html { font: 10pt/12pt "Linux Libertine O" }
        html, body, article, p, h2, header, blockquote { display: block; margin: 0 } .notes { display: none }
        """

    private func document(_ css: String, _ blocks: [Block]) throws -> Document {
        try LayoutFixture(css: Self.plain + css).document(
            Article(metadata: Metadata(language: "en"), blocks: blocks))
    }

    private func paragraph(_ text: String) -> Block { Block(.paragraph([.text(text)])) }
    private func heading(_ text: String) -> Block { Block(.heading(level: 2, [.text(text)])) }
    private func quote(_ text: String) -> Block { Block(.blockQuote([Block(.paragraph([.text(text)]))])) }

    private func runs(_ page: Page) -> [GlyphRun] {
        page.content.flatMap(\.items).compactMap { item -> GlyphRun? in
            if case .glyphs(let run) = item { run } else { nil }
        }
    }

    @Test func beginsAPageWhereItsNameChanges() throws {
        let document = try document(
            "blockquote { page: wide } @page wide { size: 500pt 200pt }",
            [paragraph("One"), quote("Two"), quote("Three"), paragraph("Four")])
        #expect(document.pages.map(\.size.width) == [340, 500, 340])
        #expect(document.pages.map { runs($0).map(\.text).joined() } == ["One", "TwoThree", "Four"])
    }

    @Test func laysOutToTheWidthOfTheNamedPage() throws {
        let words = (1...40).map { "word\($0)" }.joined(separator: " ")
        let document = try document(
            "blockquote { page: wide } @page wide { size: 500pt 200pt }", [paragraph("One"), quote(words)])
        let right = runs(document.pages[1]).map { $0.x[0] + $0.width }.max() ?? 0
        #expect(right > 420 && right < 485)
    }

    @Test func namesTheFirstPage() throws {
        let document = try document(
            "html { page: cover } p { page: auto } @page cover { size: 100pt 100pt; margin: 10pt }",
            [paragraph("One")])
        #expect(document.pages.map(\.size.width) == [340])
        let named = try self.document(
            "html { page: cover } @page cover { size: 100pt 100pt; margin: 10pt }", [paragraph("One")])
        #expect(named.pages.map(\.size.width) == [100])
    }

    @Test func namesThePageOfABoxThatHoldsTextItself() throws {
        let document = try document(
            "div { display: block } .math { page: wide } @page wide { size: 500pt 200pt }",
            [Block(.math(Math(text: "x = y"))), paragraph("One")])
        #expect(document.pages.map(\.size.width) == [500, 340])
    }

    @Test func putsBlankPagesBeforeRightHandOnes() throws {
        let document = try document(
            "h2 { break-before: right } @page :left { size: 340pt 100pt }",
            [paragraph("One"), heading("Two")] + (0..<8).map { paragraph("Line \($0)") })
        #expect(document.pages.count == 3)
        #expect(runs(document.pages[1]).isEmpty)
        // The third page is a right-hand one, and as high as those are.
        #expect(runs(document.pages[2]).count == 9)
    }

    @Test func keepsMarginsAfterForcedBreaksOnly() throws {
        func top(_ css: String) throws -> Double {
            let document = try document("h2 { margin-top: 30pt; \(css) }", [paragraph("One"), heading("Two")])
            return runs(document.pages[document.pages.count - 1]).last?.y[0] ?? 0
        }
        let kept = try top("break-before: page")
        let discarded = try top("break-before: page; margin-break: discard")
        #expect(abs(kept - discarded - 30) < 0.01)
    }

    @Test func numbersEveryFifthLineAsAnArtifact() throws {
        let document = try document(
            "article { --offprint-line-numbers: 5 } @page { margin: 30pt; @offprint-line-numbers { padding-right: 5pt } }",
            (1...40).map { paragraph("Line \($0)") })
        var numbers: [String] = []
        for content in document.pages.flatMap(\.content) {
            guard case .artifact(.layout) = content.owner else { continue }
            for case .glyphs(let run) in content.items {
                numbers.append(run.text)
                #expect(abs(run.x[0] + run.width - 25) < 0.01)
            }
        }
        #expect(numbers == ["5", "10", "15", "20", "25", "30", "35", "40"])
        #expect(
            !document.pages.flatMap(\.content).contains { content in
                if case .element = content.owner {
                    content.items.contains { item in
                        if case .glyphs(let run) = item { run.text == "5" } else { false }
                    }
                } else {
                    false
                }
            })
    }
}
