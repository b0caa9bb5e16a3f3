import ArticleModel
import CSS
import Shaping

@testable import Layout

/// One paragraph, prepared and broken without pages round it.
struct ParagraphFixture {
    let paragraph: PreparedParagraph
    let context: LayoutContext

    /// A paragraph of text under `p { css }`, in 10 point Libertine.
    init(_ text: String, css: String = "", language: String? = "en") throws {
        try self.init([.text(text)], css: "p { \(css) }", language: language)
    }

    /// A paragraph of inlines under these rules.
    init(_ inlines: [Inline], css: String, language: String? = "en") throws {
        let article = Article(
            metadata: Metadata(language: language), blocks: [Block(.paragraph(inlines))])
        let tree = LayoutFixture(
            css: """
                html { font: 10pt/12pt "Linux Libertine O" } html, body, article, p { display: block; margin: 0 }
                \(css)
                """
        ).boxes(article)
        context = LayoutContext(fonts: FontBook(), tree: tree)
        let box = Self.firstParagraph(of: tree.root)!
        guard case .inline(let content) = box.content else { fatalError("the paragraph holds no text") }
        paragraph = try PreparedParagraph(
            content, style: box.style, available: 300, maximumHeight: 1_000, context: context)
    }

    private static func firstParagraph(of box: BlockBox) -> BlockBox? {
        switch box.content {
        case .inline: box
        case .blocks(let blocks): blocks.lazy.compactMap { firstParagraph(of: $0) }.first
        case .replaced, .table: nil
        }
    }

    func layout(width: Double) -> ParagraphLayout {
        ParagraphLayout(paragraph: paragraph, context: context, width: width)
    }

    /// The texts of the lines, without the space at their ends.
    func texts(_ lines: [LineBox]) -> [String] {
        lines.map { line in
            var units = Array(paragraph.content.text[line.range])
            while units.last == 0x20 || units.last == 0x2028 { units.removeLast() }
            return String(decoding: units, as: UTF16.self)
        }
    }
}

extension LineBox {
    /// Where the line's text begins and ends, in points from the container's left edge.
    var extent: ClosedRange<Double> {
        (fragments.map(\.x).min() ?? 0)...(fragments.map { $0.x + $0.width }.max() ?? 0)
    }
}

/// Some running text of English words.
let someWords =
    "The compositor sets the lines; he takes out a space here, and puts in another there. Letters are of lead, and do "
    + "not give way: only the room between words does. A press that knows no lead can do both, by so little that nobody "
    + "sees it, and the page, seen from afar, is one even grey. "
