import ArticleModel
import Shaping
import Testing

@testable import Layout

/// `break-inside: avoid` (CSS Fragmentation 3, §3.1).
@Suite struct AvoidedBreaksTests {
    /// The costs of the places where a page may end, in the order of the flow.
    private func costs(_ css: String) throws -> [Double] {
        func paragraph(_ text: String) -> Block { Block(.paragraph([.text(text)])) }
        let article = Article(blocks: [
            paragraph("one"), Block(.blockQuote([paragraph("two"), paragraph("three")])), paragraph("four"),
        ])
        let tree = LayoutFixture(
            css: """
                html { font: 10pt/12pt "Linux Libertine O" }
                html, body, article, p, blockquote { display: block; margin: 0 } \(css)
                """
        ).boxes(article)
        let context = LayoutContext(fonts: FontBook(), tree: tree)
        var builder = FlowBuilder(context: context, pageHeight: 1_000)
        try builder.add(tree.root, x: 0, available: 300)
        return builder.finish().items.compactMap { item in
            if case .breakpoint(let cost, _) = item.kind { cost } else { nil }
        }
    }

    @Test func actsBetweenABoxsPartsAndNeitherBeforeNorBehindIt() throws {
        #expect(try costs("") == [0, 0, 0])
        #expect(try costs("blockquote { break-inside: avoid }") == [0, BreakCosts.avoid, 0])
        #expect(try costs("blockquote { break-inside: avoid; padding: 3pt }") == [0, BreakCosts.avoid, 0])
        #expect(try costs("article { break-inside: avoid }") == [BreakCosts.avoid, BreakCosts.avoid, BreakCosts.avoid])
        #expect(try costs("p { break-inside: avoid }") == [0, 0, 0])
    }
}
