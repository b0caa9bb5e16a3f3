import ArticleModel
import Pages
import TestSupport
import Testing

@testable import CSS
@testable import Layout

/// Documentation/CSS.md is true: each row of its tables is seen on pages, or seen to be missing.
@Suite(.enabled(if: hasFonts))
struct SupportTests {
    static let all =
        (Feature.properties + Feature.shorthands + Feature.atRules + Feature.selectors + Feature.values)
        .filter { $0.test == nil }

    @Test(arguments: all)
    func seesOnPages(feature: Feature) throws {
        let before = try PageProbe(Self.quiet + feature.base, Self.article, pictures: Self.pictures)
        let after = try PageProbe(
            Self.quiet + feature.base + " " + feature.css, Self.article, pictures: Self.pictures)
        let sheet = StyleSheet(parsing: feature.base + " " + feature.css, name: "", origin: .user)
        #expect(sheet.diagnostics.isEmpty)
        if feature.support != .no { #expect(sheet.paperDiagnostics.isEmpty) }
        let isSeen = before.document != after.document
        #expect(isSeen == (feature.support != .no), "\(feature.css)")
    }

    @Test func namesEveryProperty() {
        let tables = [
            (Feature.properties.map(\.name), PropertyTable.properties.map(\.name)),
            (Feature.shorthands.map(\.name), PropertyTable.shorthands.keys + ["margin-inline", "padding-inline"]),
        ]
        for (rows, names) in tables {
            #expect(rows.count == Set(rows).count)
            #expect(Set(rows).symmetricDifference(names).sorted() == [])
        }
    }

    /// `ACCEPT=1` writes the table anew.
    @Test func documentationIsTrue() { expectGolden(SupportTable.markdown, "../../Documentation/CSS.md") }

    // MARK: The article

    private static let quiet = "@page { size: 200pt 150pt } .narrow { width: 60pt } img { width: auto } "

    /// What `url(x.png)` is in a rule.
    private static let pictures = StylePictures([
        PictureAddress("x.png", in: "test.css"): Resource(
            id: "x", path: "/x.png", mediaType: "image/png", byteCount: 1, pixelWidth: 12, pixelHeight: 12)
    ])

    /// One of each thing that a rule may speak of.
    private static let article: Article = {
        func text(_ words: String) -> [Inline] { [.text(words)] }
        func paragraph(_ inlines: [Inline], _ classes: [String] = [], id: String? = nil) -> Block {
            Block(.paragraph(inlines), attributes: Attributes(id: id, classes: classes))
        }
        func cell(_ words: String) -> Table.Cell { .init(words.isEmpty ? [] : [paragraph(text(words))]) }
        let filler = "Some running text that is long enough for several lines of a narrow page, 1234567890 office."
        let resource = Resource(
            id: "r", path: "/none.png", mediaType: "image/png", byteCount: 1, pixelWidth: 80, pixelHeight: 40,
            orientation: 6)
        let blocks: [Block] = [
            Block(.heading(level: 2, text("First heading")), attributes: Attributes(id: "one")),
            paragraph(
                [
                    .text("Words and "), Inline(.emphasis(text("stressed words"))), .text(", a "),
                    Inline(.link(Link(address: "#one"), text("link"))), .text(" and a call"),
                    Inline(.noteReference("n1")), .text(". " + filler),
                ], id: "para"),
            paragraph(text("Extraordinarily incomprehensible institutionalization."), ["narrow"], id: "one-more"),
            Block(.heading(level: 3, text("Second"))), paragraph(text(filler + " " + filler), ["long"]),
            Block(
                .list(
                    List(
                        marker: .ordered(.init()),
                        items: [ListItem([paragraph(text("item"))]), ListItem([paragraph(text("other"))])]))),
            Block(
                .table(
                    Table(
                        caption: text("Caption"), head: [],
                        body: [.init([cell("a"), cell("")]), .init([cell("much longer words"), cell("d")])]))),
            Block(.code(CodeBlock(text: "let a\n\tb  c", language: nil))),
            paragraph([Inline(.image(Image(resource: "r", alternative: "A picture")))]),
            paragraph(text("「漢字」とabc、「」"), ["cjk"]),
            Block(.division([paragraph(text(filler)), paragraph(text(filler))])), paragraph(text("The end.")),
        ]
        return Article(
            metadata: Metadata(title: "Title", language: "en"), blocks: blocks,
            notes: [Note(id: "n1", blocks: [paragraph(text("A note."))])], resources: ["r": resource])
    }()
}
