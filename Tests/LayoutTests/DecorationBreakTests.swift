import ArticleModel
import Geometry
import Pages
import Testing

@testable import Layout

@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct DecorationBreakTests {
    /// The rectangles that are filled, by page.
    private func boxes(_ css: String) throws -> [(page: Int, bounds: Rect)] {
        let text = (0..<400).map { "word\($0)" }.joined(separator: " ")
        let document = try LayoutFixture(
            css: """
                @page { size: 340pt 200pt; margin: 20pt }
                html { font: 10pt/12pt "Linux Libertine O" }
                html, body, article, p, blockquote { display: block; margin: 0 }
                blockquote { background: #eee; padding: 10pt 0; \(css) }
                """
        ).document(
            Article(
                metadata: Metadata(language: "en"),
                blocks: [Block(.blockQuote([Block(.paragraph([.text(text)]))]))]))
        return document.pages.enumerated().flatMap { number, page in
            page.content.flatMap(\.items).compactMap { item in
                guard case .path(let path) = item else { return nil }
                let points = path.segments.flatMap { segment -> [Point] in
                    switch segment {
                    case .move(let point), .line(let point): [point]
                    case .rectangle(let rect): [rect.origin, Point(x: rect.maxX, y: rect.maxY)]
                    default: []
                    }
                }
                let top = points.map(\.y).min() ?? 0
                return (number, Rect(x: 0, y: top, width: 0, height: (points.map(\.y).max() ?? 0) - top))
            }
        }
    }

    @Test func repeatsPaddingOfAClonedBoxOnEveryPage() throws {
        let sliced = try boxes("")
        let cloned = try boxes("box-decoration-break: clone")
        #expect(sliced.count > 1 && cloned.count > 1)
        // 160 points hold 13 lines, or 11 between two paddings; the box stays on its page.
        #expect(abs((sliced.dropFirst().first?.bounds.height ?? 0) - 156) < 0.01)
        #expect(abs((cloned.first?.bounds.height ?? 0) - (11 * 12 + 20)) < 0.01)
        #expect(cloned.allSatisfy { $0.bounds.minY >= 19.99 && $0.bounds.maxY <= 180.01 })
    }
}
