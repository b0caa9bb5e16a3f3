import ArticleModel
import ArticleText
import Testing

struct PlainTextWriterTests {
    private func text(_ blocks: Block...) -> String { PlainTextWriter().text(of: Article(blocks: blocks)) }

    @Test func separatesBlocksByAnEmptyLine() {
        #expect(
            text(heading("Lead"), paragraph("One."), Block(.thematicBreak), paragraph("Two."))
                == "Lead\n\nOne.\n\nTwo.\n")
    }

    @Test func marksItemsAndIndentsWhatIsInThem() {
        let inner = Block(.list(List(items: [item("a"), item("b")])))
        let list = List(
            marker: .ordered(.init(start: 9, style: .lowerRoman)),
            items: [ListItem([paragraph("one"), inner]), item("two")])
        #expect(text(Block(.list(list))) == "ix. one\n    - a\n    - b\nx. two\n")
    }

    @Test func keepsItemsOfSeveralParagraphsApart() {
        let list = List(items: [ListItem([paragraph("a"), paragraph("b")]), item("c")])
        #expect(text(Block(.list(list))) == "- a\n\n  b\n\n- c\n")
    }

    @Test func marksEachLineOfAQuotation() {
        #expect(text(Block(.blockQuote([paragraph("a"), paragraph("b")]))) == "> a\n>\n> b\n")
    }

    @Test func separatesCellsByTabs() {
        let row = Table.Row(["a", "b"].map { .init([paragraph($0)]) })
        #expect(text(Block(.table(Table(caption: [.text("T")], body: [row, row])))) == "T\n\na\tb\na\tb\n")
    }

    @Test func putsNotesAtTheEndWithTheNumbersOfTheirCalls() {
        let article = Article(
            blocks: [Block(.paragraph([.text("Word"), Inline(.noteReference("n"))]))],
            notes: [Note(id: "n", blocks: [paragraph("A note."), paragraph("More.")])])
        #expect(PlainTextWriter().text(of: article) == "Word[1]\n\n[1] A note.\n\n    More.\n")
    }

    @Test func leavesOutPicturesWithTheirCaptionsButNoWords() {
        let caption = [Inline.text("Caption")]
        let picture = Block(.paragraph([Inline(.image(Image(address: "x.png", alternative: "Alt")))]))
        let code = Block(.code(CodeBlock(text: "a = 1")))
        #expect(text(Block(.figure(Figure(blocks: [picture], caption: caption, credit: caption)))) == "")
        #expect(text(Block(.figure(Figure(blocks: [code], caption: caption)))) == "a = 1\n\nCaption\n")
    }

    @Test func leavesOutAlternativesAddressesAndMetadata() {
        let figure = Figure(
            blocks: [Block(.paragraph([Inline(.image(Image(address: "x.png", alternative: "Alt")))]))],
            caption: [.text("Caption")], credit: [.text("Credit")])
        let article = Article(
            metadata: Metadata(title: "T", authors: ["A", "B"], address: "https://example.org/"),
            blocks: [
                Block(.figure(figure)),
                Block(.paragraph([Inline(.link(Link(address: "https://e.org/"), [.text("link")]))])),
            ])
        #expect(PlainTextWriter().text(of: article) == "link\n")
        #expect(
            PlainTextWriter(includingMetadata: true).text(of: article)
                == "T\n\nA, B\nhttps://example.org/\n\nlink\n")
    }

    @Test func keepsCodeAndVerseAsTheyStand() {
        let verse = Block(.verse([[.text("one")], [.text("two")]]))
        #expect(text(Block(.code(CodeBlock(text: "if a {\n  b\n}\n"))), verse) == "if a {\n  b\n}\n\none\ntwo\n")
    }

    @Test func anArticleWithoutWordsIsEmpty() {
        #expect(text(Block(.thematicBreak)) == "")
    }
}

func paragraph(_ text: String) -> Block { Block(.paragraph([.text(text)])) }
func heading(_ text: String, level: Int = 2) -> Block { Block(.heading(level: level, [.text(text)])) }
func item(_ text: String) -> ListItem { ListItem([paragraph(text)]) }
