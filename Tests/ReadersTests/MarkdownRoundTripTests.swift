import ArticleModel
import ArticleText
import Diagnostics
import Readers
import Testing

/// What the writer writes, the reader reads back.
struct MarkdownRoundTripTests {
    private func roundTrip(_ blocks: [Block], notes: [Note] = []) throws -> Article {
        let markdown = MarkdownWriter().text(of: Article(blocks: blocks, notes: notes))
        let source = Source(name: "a.md", bytes: Array(markdown.utf8))
        var article = try MarkdownReader().read(source, options: ReadingOptions()).output.article
        article = article.mappingBlocks { block in
            var block = block
            block.source = nil
            if case .heading = block.content { block.attributes.id = nil }
            return [block]
        }
        return article
    }

    private func paragraph(_ inlines: Inline...) -> Block { Block(.paragraph(inlines)) }

    private let texts: [String] = [
        "2 * 3 * 4 and *this* and **that**", "_under_ snake_case __x__", "# hash", "1. one", "12) two", "- dash",
        "+ plus",
        "> quote", "`code` and ``more``", "[link](x) and ![image](y) and [^1]", "<b>tag</b> &amp; &lt; &#65; AT&T",
        "~~struck~~ ~a~",
        "a | b | c", "---", "===", "***", "```", "~~~", "\\ backslash \\* \\",
        "http://example.org", "www.example.org and",
        "https://example.org/a_b_c", "Stop! [not an image]", "|a|b|", ":--|:--", "a\u{A0}b", "!", "&", "*", "_",
        "“quoted” ‘text’",
        "#hashtag", "1986. A year", "line\u{2028}separator", "日本語。", "x^2^ and H~2~O", "$5 and $6", "[x] done",
        "[ ] open", "...", "--",
    ]

    @Test func anyTextComesBackAsItWas() throws {
        for text in texts {
            let blocks = [paragraph(.text(text))]
            #expect(try roundTrip(blocks).blocks == blocks, "\(text)")
            let styled = [paragraph(.text("a "), Inline(.strong([.text(text)])), .text(" b"))]
            #expect(try roundTrip(styled).blocks == styled, "strong \(text)")
            let items = [Block(.list(List(items: [ListItem(blocks), ListItem([paragraph(.text("y"))])])))]
            #expect(try roundTrip(items).blocks == items, "item \(text)")
            let cell = Table.Cell([paragraph(.text(text))])
            let table = [Block(.table(Table(body: [.init([cell, cell])])))]
            #expect(try roundTrip(table).blocks == table, "cell \(text)")
            let heading = [paragraph(.text("first")), Block(.heading(level: 2, [.text(text)]))]
            #expect(try roundTrip(heading).blocks == heading, "heading \(text)")
        }
    }

    @Test func emphasisComesBackWhateverItTouches() throws {
        let around = ["", " ", "a", "“", ".", "*", "_"]
        for before in around {
            for after in around {
                for inner in ["x", "“x”", "x.", "*x", "_x_", "x y"] {
                    for content in [
                        Inline.Content.emphasis([.text(inner)]), .strong([.text(inner)]),
                        .strikethrough([.text(inner)]),
                    ] {
                        let inlines = [Inline.text("s" + before), Inline(content), .text(after + "e")].map { inline in
                            inline
                        }
                        let blocks = [Block(.paragraph(inlines))]
                        #expect(try roundTrip(blocks).blocks == blocks, "\(before)|\(inner)|\(after)")
                    }
                }
            }
        }
    }

    @Test func threadsDoNotDisturbEachOther() async {
        let blocks = [paragraph(.text("s"), Inline(.strikethrough([.text("x y")])), .text("e"))]
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { (try? self.roundTrip(blocks).blocks) == blocks } }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test func nestedTextComesBack() throws {
        let strong = Inline(.strong([.text("a "), Inline(.emphasis([.text("b")])), .text(" c")]))
        let emphasis = Inline(.emphasis([Inline(.strong([.text("a")])), .text(" b")]))
        let both = Inline(.emphasis([Inline(.strong([.text("a")]))]))
        let link = Inline(
            .link(Link(address: "https://example.org/a(b)c?d=e&f", title: "x \"y\""), [Inline(.code("a`b|c"))]))
        let blocks = [
            paragraph(strong), paragraph(emphasis), paragraph(.text("x"), both, .text("y")), paragraph(link),
            paragraph(
                .text("H"), Inline(.subscript([.text("2")])), .text("O "), Inline(.keyboard("Ctrl")),
                Inline(.lineBreak), .text("next")),
            paragraph(
                Inline(.ruby(base: [.text("漢")], text: [.text("かん")])), .text(" "),
                Inline(.abbreviation(title: "a", [.text("b")]))),
            paragraph(
                Inline(.span([.text("mot")]), attributes: Attributes(language: "fr")), .text(" and "),
                Inline(.quotation([.text("q")]))),
        ]
        #expect(try roundTrip(blocks).blocks == blocks)
    }

    @Test func blocksComeBack() throws {
        let inner = Block(
            .list(
                List(
                    marker: .ordered(.init(start: 7)),
                    items: [
                        ListItem([paragraph(.text("x"))]), ListItem([paragraph(.text("y")), paragraph(.text("z"))]),
                    ])))
        let list = Block(
            .list(
                List(items: [
                    ListItem([paragraph(.text("a")), inner]), ListItem([paragraph(.text("b"))], checked: true),
                ])))
        let tight = Block(.list(List(items: [ListItem([paragraph(.text("a"))]), ListItem([paragraph(.text("b"))])])))
        let blocks = [
            paragraph(.text("Start"), Inline(.noteReference("1"))), list,
            Block(.code(CodeBlock(text: "a\n\n  b```", language: "swift"))),
            Block(.blockQuote([paragraph(.text("q")), tight, Block(.blockQuote([paragraph(.text("qq"))]))])), tight,
            tight, Block(.thematicBreak),
            Block(.aside([paragraph(.text("beside"))])), Block(.math(Math(tex: "x^2", text: "x^2", isDisplay: true))),
            Block(
                .definitionList([
                    DefinitionGroup(
                        terms: [[.text("t")]], definitions: [[paragraph(.text("d"))], [paragraph(.text("e"))]])
                ])),
            Block(
                .figure(
                    Figure(blocks: [
                        paragraph(Inline(.image(Image(address: "https://e.org/a b.png", alternative: "An [a]"))))
                    ]))),
        ]
        let notes = [Note(id: "1", blocks: [paragraph(.text("n")), paragraph(.text("m"))])]
        let article = try roundTrip(blocks, notes: notes)
        for (read, written) in zip(article.blocks, blocks) {
            guard case .figure = written.content else {
                #expect(read == written)
                continue
            }
            #expect(read.plainText == written.plainText)
        }
        #expect(article.blocks.count == blocks.count)
        #expect(article.notes.map(\.blocks.plainText) == notes.map(\.blocks.plainText))
    }
}
