import ArticleModel
import Foundation
import Geometry
import Pages
import TestSupport
import Testing

/// Style sheets as users of other formatters write them, on one article: the pages say what they say there.
///
/// They were compared with WeasyPrint's pages when the goldens were written; where these differ, the specifications decided.
@Suite(.enabled(if: hasFonts))
struct PeerSheetTests {
    @Test(arguments: [
        "book", "breaks", "dictionary", "landscape", "letter", "magazine", "manual", "pagedjs", "paper", "report",
        "thesis", "toc", "weasy",
    ])
    func setsPages(name: String) throws {
        let css = try String(contentsOfFile: packageRoot + "/Tests/Fixtures/CSS/peers/\(name).css", encoding: .utf8)
        let probe = try PageProbe("header { display: block } " + css, Self.article)
        var text = ""
        for page in 0..<probe.pageCount {
            let size = probe.document.pages[page].size
            text += "page \(page + 1): \(Int(size.width.rounded())) x \(Int(size.height.rounded()))\n"
            for line in probe.lines(page) { text += "    \(line)\n" }
        }
        text += Self.outline(probe.document.outline, depth: 0)
        for message in probe.messages { text += "warning: \(message)\n" }
        expectGolden(text, "CSS/peers/\(name).txt")
    }

    private static func outline(_ items: [OutlineItem], depth: Int) -> String {
        items.reduce(into: "") { text, item in
            text += String(repeating: "  ", count: depth) + "bookmark: \(item.title)\(item.isOpen ? "" : " (closed)")\n"
            text += outline(item.children, depth: depth + 1)
        }
    }

    private static let article: Article = {
        func text(_ string: String) -> [Inline] { [.text(string)] }
        func paragraph(_ string: String, note: String? = nil) -> Block {
            Block(.paragraph(text(string) + (note.map { [Inline(.noteReference($0))] } ?? [])))
        }
        func heading(_ level: Int, _ title: String, id: String) -> Block {
            Block(.heading(level: level, text(title)), attributes: Attributes(id: id))
        }
        func link(_ id: String, _ words: String) -> Inline { Inline(.link(Link(address: "#" + id), text(words))) }
        func row(_ cells: [String], isHeader: Bool = false) -> Table.Row {
            .init(cells.map { .init([paragraph($0)], isHeader: isHeader) })
        }
        let blocks: [Block] = [
            paragraph("Moving type began with seals and moulds.", note: "n1"),
            heading(2, "Beginnings", id: "beginnings"),
            Block(
                .paragraph(
                    text("Letters were cut by hand into steel. More is in ") + [link("spread", "the next part")]
                        + text(" and in ") + [link("later", "the last")] + text("."))),
            Block(.blockQuote([paragraph("Nothing is as old as a new thing that works.")])),
            paragraph("Founder and printer were often the same person.", note: "n2"),
            heading(3, "Punches", id: "punches"), paragraph("A punch is a bar of steel with a letter at its end."),
            heading(3, "Matrices", id: "matrices"), paragraph("A matrix is a piece of copper."),
            heading(2, "Spread", id: "spread"), paragraph("From town to town the craft went."),
            Block(
                .table(
                    Table(
                        caption: text("Presses"), head: [row(["Town", "Year"], isHeader: true)],
                        body: [row(["Mainz", "1450"]), row(["Rome", "1467"])]))),
            Block(
                .list(
                    List(
                        marker: .ordered(.init()),
                        items: ["Type was cast.", "Lines were set."].map { ListItem([paragraph($0)]) }))),
            heading(2, "Later", id: "later"), paragraph("Machines came.", note: "n3"),
            Block(.code(CodeBlock(text: "let page = lines.joined()\n"))), paragraph("What was won is on every desk."),
        ]
        let notes = ["Longer ones are many.", "Or at fairs.", "It took four hundred years."].enumerated().map {
            Note(id: "n\($0.offset + 1)", blocks: [paragraph($0.element)])
        }
        return Article(
            metadata: Metadata(title: "On Moving Type", authors: ["Ada Example"], language: "en"), blocks: blocks,
            notes: notes)
    }()
}
