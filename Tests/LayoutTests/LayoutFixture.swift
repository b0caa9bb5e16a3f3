import ArticleMarkup
import ArticleModel
import CSS
import Diagnostics
import FoundationEssentials
import Pages
import Shaping
import Stylesheets
import TestSupport

@testable import Layout

/// Articles laid out for tests, with the default style or another.
struct LayoutFixture {
    var sheets: [StyleSheet]

    /// The style that every article gets.
    static let journal = LayoutFixture(sheets: [
        StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base),
        StyleSheet(parsing: Stylesheets.print, name: "print.css", origin: .base),
        StyleSheet(parsing: Stylesheets.theme(named: "journal") ?? "", name: "journal.css", origin: .theme),
    ])

    /// Only these rules.
    init(css: String) { sheets = [StyleSheet(parsing: css, name: "test.css", origin: .user)] }

    init(sheets: [StyleSheet]) { self.sheets = sheets }

    /// The default style with more rules.
    func adding(_ css: String) -> LayoutFixture {
        LayoutFixture(sheets: sheets + [StyleSheet(parsing: css, name: "added.css", origin: .user)])
    }

    func boxes(_ article: Article) -> BoxTree {
        BoxGenerator(styles: StyleResolver(sheets, medium: .print)).boxes(for: MarkupTree(of: [article])).output
    }

    func document(_ article: Article) throws -> Document { try diagnosed(article).output }

    /// What laying out an article has to say.
    func diagnostics(_ article: Article) throws -> [Diagnostic] { try diagnosed(article).diagnostics }

    private func diagnosed(_ article: Article) throws -> Diagnosed<Document> {
        let styles = StyleResolver(sheets, medium: .print)
        return try Paginator(fonts: FontBook(), styles: styles)
            .document(
                for: MarkupTree(of: [article]), metadata: DocumentMetadata(of: [article], date: "2026-11-20"))
    }
}

/// The catalogue's text fonts are installed; layout tests need them.
let hasFonts = FileManager.default.fileExists(atPath: "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf")

/// An article with one of each kind of block, enough of it for several pages.
func everyKindOfBlock() -> Article {
    func text(_ string: String) -> [Inline] { [.text(string)] }
    let filler =
        "A paragraph of running text stands here so that lines are broken, hyphenated and justified, and so that pages fill "
        + "up with enough of them for the breaks between pages to matter."
    var blocks: [Block] = []
    for section in 1...6 {
        blocks.append(Block(.heading(level: section % 2 == 0 ? 4 : 2, text("Heading \(section)"))))
        blocks.append(
            Block(
                .paragraph([
                    .text("It begins with "), Inline(.emphasis(text("emphasis"))), .text(", a "),
                    Inline(.link(Link(address: "https://example.org/\(section)"), text("link with several words"))),
                    .text(" and "), Inline(.code("code()")), .text(". "), .text(filler),
                    Inline(.noteReference("n\(section)")), .text(" After the call."),
                ])))
        blocks.append(
            Block(
                .list(
                    List(
                        marker: section % 2 == 0 ? .unordered : .ordered(.init()),
                        items: [
                            ListItem([Block(.paragraph(text("First item. \(filler)")))]),
                            ListItem([
                                Block(.paragraph(text("Second item"))),
                                Block(.list(List(items: [ListItem([Block(.paragraph(text("nested")))])]))),
                            ]),
                        ]))))
        blocks.append(Block(.blockQuote([Block(.paragraph(text(filler))), Block(.paragraph(text("A second.")))])))
        blocks.append(Block(.code(CodeBlock(text: "let a = 1\n    let b = a\n", language: "swift"))))
        blocks.append(
            Block(
                .table(
                    Table(
                        caption: text("A table"),
                        head: [
                            .init([
                                .init([Block(.paragraph(text("Name")))], isHeader: true),
                                .init([Block(.paragraph(text("Value")))], isHeader: true),
                            ])
                        ],
                        body: (1...3).map { row in
                            .init([
                                .init([Block(.paragraph(text("Row \(row)")))]),
                                .init([Block(.paragraph(text("\(row * 7)")))]),
                            ])
                        }))))
        blocks.append(Block(.thematicBreak))
        blocks.append(Block(.paragraph(text(filler + " " + filler))))
    }
    let notes = (1...6).map { Note(id: "n\($0)", blocks: [Block(.paragraph(text("Note \($0). \(filler)")))]) }
    return Article(
        metadata: Metadata(
            title: "One of each", authors: ["A. Author"], published: "2026-11-20", site: "Example", language: "en",
            address: "https://example.org/one"),
        blocks: blocks, notes: notes)
}
