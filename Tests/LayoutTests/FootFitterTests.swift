import ArticleModel
import Geometry
import Pages
import Shaping
import Testing

@testable import Layout

/// Feet of pages and columns that are evened out by paragraphs a line longer.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct FootFitterTests {
    private static let sentence =
        "The compositor sets the lines; he takes out a space here, and puts in another there, so that the page is even "
        + "and grey, as a page of a good book has been for some five hundred years, and nobody sees what he did. "

    private func flow(_ context: (BoxTree) -> LayoutContext, _ css: String) throws -> (Flow, LayoutContext) {
        let text = String(repeating: Self.sentence, count: 7)
        let article = Article(
            metadata: Metadata(language: "en"),
            blocks: [Block(.paragraph([.text(text)])), Block(.paragraph([.text(Self.sentence)]))])
        let tree = LayoutFixture(
            css: """
                html { font: 10pt/12pt "Linux Libertine O"; text-align: justify; hyphens: auto }
                html, body, article, p { display: block; margin: 0 } \(css)
                """
        ).boxes(article)
        let context = context(tree)
        var builder = FlowBuilder(context: context, pageHeight: 1_000)
        try builder.add(tree.root, x: 0, available: 300)
        return (builder.finish(), context)
    }

    private func lines(_ flow: Flow, _ items: Range<Int>) -> [LineBox] {
        flow.items[items].compactMap { item in if case .line(_, let line) = item.kind { line } else { nil } }
    }

    /// The first page before and after, with room for so many points more than it holds.
    private func fitted(_ spare: Double, _ css: String = "") throws -> (before: [LineBox], after: [LineBox], rest: Int)
    {
        let (flow, context) = try flow({ LayoutContext(fonts: FontBook(), tree: $0) }, css)
        let second = try #require(
            flow.items.lastIndex { item in
                if case .line(_, let line) = item.kind { line.range.lowerBound == 0 } else { false }
            })
        let pages = [
            PageBreaker.Page(items: 0..<second, notes: 0..<0),
            PageBreaker.Page(items: second..<flow.items.count, notes: 0..<0, number: 1),
        ]
        let before = lines(flow, pages[0].items)
        let height = before.reduce(0) { $0 + $1.height } + spare
        let breaker = PageBreaker(
            items: flow.items, pageHeight: { _, _ in height }, notes: NoteStream([], order: [], overhead: 0),
            repeatedHead: { _ in 0 })
        var fitter = FootFitter(flow: flow, pages: pages, context: context)
        try fitter.fit(with: breaker)
        #expect(fitter.pages.map(\.items).last?.upperBound == fitter.flow.items.count)
        return (
            before, lines(fitter.flow, fitter.pages[0].items), lines(fitter.flow, fitter.pages[1].items).count
        )
    }

    @Test func setsAParagraphALineLongerWhereAPageIsALineShort() throws {
        let result = try fitted(13)
        #expect(result.before.count > 15)
        #expect(result.after.count == result.before.count + 1)
        // It is the same text, and what follows is untouched.
        #expect(result.after.first?.range.lowerBound == 0)
        #expect(result.after.last?.range.upperBound == result.before.last?.range.upperBound)
        for (line, next) in zip(result.after, result.after.dropFirst()) {
            #expect(line.range.upperBound == next.range.lowerBound)
        }
        #expect(result.rest >= 3)
    }

    @Test func leavesFullPagesAndRaggedTextAlone() throws {
        let full = try fitted(11)
        #expect(full.after.count == full.before.count)
        let ragged = try fitted(13, "p { text-align: start }")
        #expect(ragged.after.count == ragged.before.count)
    }
}
