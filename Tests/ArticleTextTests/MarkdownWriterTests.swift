import ArticleModel
import ArticleText
import Testing

struct MarkdownWriterTests {
    private func markdown(_ blocks: Block...) -> String { MarkdownWriter().text(of: Article(blocks: blocks)) }
    private func markdown(_ inlines: [Inline]) -> String {
        String(markdown(Block(.paragraph(inlines))).dropLast())
    }

    @Test(arguments: [
        ("2 * 3 < 7 [a] `b` ~c~ a|b", #"2 \* 3 \< 7 \[a\] \`b\` \~c\~ a\|b"#),
        ("# no heading", "\\# no heading"),
        ("1986. A great year", #"1986\. A great year"#),
        ("1986.5 is no item", "1986.5 is no item"),
        ("- no item", #"\- no item"#),
        ("snake_case _x_", #"snake_case \_x\_"#),
        ("AT&T &amp; R & D", #"AT\&T \&amp; R & D"#),
        ("see http://a.org and www.b.org", #"see http\://a.org and www\.b.org"#),
        ("Stop!", #"Stop\!"#),
    ])
    func escapesWhatWouldBeMarkup(text: String, expected: String) {
        #expect(markdown([.text(text)]) == expected)
    }

    @Test func movesSpacesOutOfEmphasis() {
        #expect(markdown([.text("a"), Inline(.emphasis([.text(" b ")])), .text("c")]) == "a *b* c")
    }

    @Test func usesHTMLWhereDelimitersWouldNotWork() {
        #expect(markdown([.text("a"), Inline(.strong([.text("“b”")])), .text("c")]) == "a<strong>“b”</strong>c")
    }

    @Test func nestsEmphasisInStrong() {
        let text = markdown([Inline(.strong([Inline(.emphasis([.text("a")])), .text(" b")]))])
        #expect(text == "**_a_ b**")
    }

    @Test func writesLinksAndPictures() {
        #expect(
            markdown([Inline(.link(Link(address: "https://a.org/x (1)", title: "T\"t"), [.text("a]")]))])
                == #"[a\]](<https://a.org/x (1)> "T\"t")"#)
        #expect(
            markdown([Inline(.link(Link(address: "https://a.org/_x_"), [.text("https://a.org/_x_")]))])
                == "<https://a.org/_x_>")
        #expect(markdown([Inline(.image(Image(address: "a.png", alternative: "An *a*")))]) == #"![An \*a\*](a.png)"#)
        #expect(markdown([.text("wow!"), Inline(.link(Link(address: "u"), [.text("l")]))]) == #"wow\![l](u)"#)
    }

    @Test func fencesCodeWithMoreBackticksThanItHolds() {
        #expect(markdown([Inline(.code("a`b"))]) == "``a`b``")
        #expect(markdown([Inline(.code("`"))]) == "`` ` ``")
        #expect(markdown(Block(.code(CodeBlock(text: "```\n", language: "md")))) == "````md\n```\n````\n")
    }

    @Test func writesNestedAndLooseLists() {
        let inner = Block(.list(List(marker: .ordered(.init(start: 3)), items: [item("x"), item("y")])))
        #expect(
            markdown(Block(.list(List(items: [ListItem([paragraph("a"), inner]), item("b")]))))
                == "- a\n\n  3. x\n  4. y\n- b\n")
        #expect(
            markdown(Block(.list(List(items: [ListItem([paragraph("a"), paragraph("b")]), item("c")]))))
                == "- a\n\n  b\n\n- c\n")
        #expect(markdown(Block(.list(List(items: [ListItem([paragraph("a")], checked: true)])))) == "- [x] a\n")
    }

    @Test func keepsNeighbouringListsApart() {
        let list = Block(.list(List(items: [item("a")])))
        #expect(markdown(list, list, list) == "- a\n\n* a\n\n- a\n")
    }

    @Test func writesTablesWithSpansFilled() {
        let table = Table(
            caption: [.text("Sizes")],
            head: [.init([.init([paragraph("A|B")], isHeader: true, columnSpan: 2), .init([paragraph("C")])])],
            body: [
                .init([
                    .init([paragraph("1")], rowSpan: 2), .init([paragraph("2")], alignment: .right),
                    .init([paragraph("3"), paragraph("4")]),
                ]), .init([.init([paragraph("5")]), .init([Block(.paragraph([Inline(.code("a|b"))]))])]),
            ])
        #expect(
            markdown(Block(.table(table))) == """
                Sizes

                | A\\|B |  | C |
                | --- | --: | --- |
                | 1 | 2 | 3<br>4 |
                |  | 5 | `a\\|b` |

                """)
    }

    @Test func writesNotesAndFrontMatter() {
        let article = Article(
            metadata: Metadata(title: "A \"b\"", authors: ["X", "Y"], published: "2026-11-20"),
            blocks: [Block(.paragraph([.text("Word"), Inline(.noteReference("n")), .text(".")]))],
            notes: [Note(id: "n", blocks: [paragraph("One."), paragraph("Two.")])])
        #expect(
            MarkdownWriter().text(of: article) == """
                ---
                title: "A \\"b\\""
                author: ["X", "Y"]
                date: "2026-11-20"
                ---

                Word[^1].

                [^1]: One.

                    Two.

                """)
    }

    @Test func breaksLinesAndKeepsThemFromStartingBlocks() {
        #expect(markdown([.text("a"), Inline(.lineBreak), .text("- b"), Inline(.lineBreak)]) == "a\\\n\\- b")
        #expect(markdown(heading("C# and #", level: 3)) == "### C# and \\#\n")
    }

    @Test func writesHTMLForWhatMarkdownLacks() {
        #expect(markdown([.text("H"), Inline(.subscript([.text("2")])), .text("O")]) == "H<sub>2</sub>O")
        #expect(
            markdown([Inline(.abbreviation(title: "a \"b\"", [.text("ab")]))])
                == #"<abbr title="a &quot;b&quot;">ab</abbr>"#)
    }
}
