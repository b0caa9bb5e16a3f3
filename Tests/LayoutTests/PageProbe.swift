import ArticleMarkup
import ArticleModel
import CSS
import Diagnostics
import Geometry
import Pages
import Shaping
import Stylesheets

@testable import Layout

/// A tiny article under a few rules, laid out, and asked what stands where on its pages.
struct PageProbe {
    let document: Document
    let diagnostics: [Diagnostic]

    /// Each block is written `h2#id.class text`; in the text, `[words](#id)` is a link and `{n}` calls the note n.
    init(
        _ css: String, _ blocks: [String], notes: [String] = [], pictures: StylePictures = StylePictures()
    ) throws {
        let article = Article(
            metadata: Metadata(language: "en"), blocks: blocks.map(Self.block),
            notes: notes.enumerated().map { index, text in
                Note(id: "n\(index + 1)", blocks: [Block(.paragraph([.text(text)]))])
            })
        try self.init(css, article, pictures: pictures)
    }

    /// The sheet is called `test.css`, which is what the addresses of pictures in it are relative to.
    init(_ css: String, _ article: Article, pictures: StylePictures = StylePictures()) throws {
        let styles = StyleResolver(
            [
                StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base),
                StyleSheet(parsing: Self.quiet, name: "quiet.css", origin: .base),
                StyleSheet(parsing: css, name: "test.css", origin: .user),
            ], medium: .print)
        let result = try Paginator(fonts: FontBook(), styles: styles, pictures: pictures)
            .document(for: MarkupTree(of: [article]), metadata: DocumentMetadata(of: [article], date: "2026-11-20"))
        document = result.output
        diagnostics = result.diagnostics
    }

    /// A small page, no header, one face in one size, nothing hyphenated.
    private static let quiet = """
        @page { size: 200pt 100pt; margin: 20pt; font: 10pt/12pt "Linux Libertine O" }
        html { font: 10pt/12pt "Linux Libertine O"; --text-font: "Linux Libertine O"; --display-font: "Linux Libertine O" }
        h2, h3, p, li, ul, ol, blockquote { margin: 0; font-size: 10pt; line-height: 12pt; font-weight: normal }
        header { display: none }
        .note { float: footnote }
        """

    private static func block(_ written: String) -> Block {
        let parts = written.split(separator: " ", maxSplits: 1)
        var name = String(parts[0])
        let text = parts.count > 1 ? String(parts[1]) : ""
        var attributes = Attributes()
        if let dot = name.firstIndex(of: ".") {
            attributes.classes = name[name.index(after: dot)...].split(separator: ".").map(String.init)
            name = String(name[..<dot])
        }
        if let hash = name.firstIndex(of: "#") {
            attributes.id = String(name[name.index(after: hash)...])
            name = String(name[..<hash])
        }
        let content: Block.Content =
            switch name {
            case "h2": .heading(level: 2, inlines(text))
            case "h3": .heading(level: 3, inlines(text))
            case "blockquote": .blockQuote([Block(.paragraph(inlines(text)))])
            case "hr": .thematicBreak
            case "ul": .list(List(items: items(text)))
            case "ol": .list(List(marker: .ordered(.init()), items: items(text)))
            case "div": .division(text.split(separator: "|").map { Block(.paragraph(inlines(String($0)))) })
            default: .paragraph(inlines(text))
            }
        return Block(content, attributes: attributes)
    }

    private static func items(_ text: String) -> [ListItem] {
        text.split(separator: "|").map { ListItem([Block(.paragraph(inlines(String($0))))]) }
    }

    private static func inlines(_ text: String) -> [Inline] {
        var result: [Inline] = []
        var rest = text[...]
        while let mark = rest.firstIndex(where: { $0 == "[" || $0 == "{" || $0 == "*" }) {
            result.append(.text(String(rest[..<mark])))
            let opening = rest[mark]
            rest = rest[rest.index(after: mark)...]
            let closing: Character = opening == "[" ? "]" : opening == "{" ? "}" : "*"
            let end = rest.firstIndex(of: closing)!
            let inside = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            switch opening {
            case "{": result.append(Inline(.noteReference("n" + inside)))
            case "*": result.append(Inline(.emphasis([.text(inside)])))
            default:
                let close = rest.firstIndex(of: ")")!
                let address = String(rest[rest.index(after: rest.startIndex)..<close])
                rest = rest[rest.index(after: close)...]
                result.append(Inline(.link(Link(address: address), [.text(inside)])))
            }
        }
        if !rest.isEmpty { result.append(.text(String(rest))) }
        return result
    }

    // MARK: What stands on a page

    var pageCount: Int { document.pages.count }

    /// The texts of a page's lines from top to bottom, margins included; what stands far apart is parted by ` | `.
    func lines(_ page: Int = 0) -> [String] {
        var rows: [(y: Double, runs: [GlyphRun])] = []
        for run in runs(page) {
            guard let y = run.y.first else { continue }
            if let index = rows.firstIndex(where: { abs($0.y - y) < 1 }) {
                rows[index].runs.append(run)
            } else {
                rows.append((y, [run]))
            }
        }
        return rows.sorted { $0.y < $1.y }.map { row in
            var text = ""
            var end: Double?
            for run in row.runs.sorted(by: { $0.x[0] < $1.x[0] }) {
                if let end, run.x[0] > end + 6 { text += " | " }
                text += run.text
                end = run.x[0] + run.width
            }
            return text
        }
    }

    /// All glyph runs of a page in painting order.
    func runs(_ page: Int = 0) -> [GlyphRun] {
        items(page).compactMap { if case .glyphs(let run) = $0 { run } else { nil } }
    }

    /// All pictures of a page in painting order.
    func pictures(_ page: Int = 0) -> [DisplayItem.Picture] {
        items(page).compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
    }

    /// All paths of a page in painting order.
    func paths(_ page: Int = 0) -> [Path] {
        items(page).compactMap { if case .path(let path) = $0 { path } else { nil } }
    }

    /// All that is drawn on a page, groups opened.
    func items(_ page: Int = 0) -> [DisplayItem] {
        func flat(_ item: DisplayItem) -> [DisplayItem] {
            if case .group(let group) = item { group.items.flatMap(flat) } else { [item] }
        }
        return document.pages[page].content.flatMap(\.items).flatMap(flat)
    }

    /// The first run whose text holds these words.
    func run(_ words: String, page: Int = 0) -> GlyphRun? { runs(page).first { $0.text.contains(words) } }

    var messages: [String] { diagnostics.map(\.message.text) }
}
