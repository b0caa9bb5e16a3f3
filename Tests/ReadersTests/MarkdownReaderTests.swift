import ArticleModel
import Diagnostics
import Readers
import TestSupport
import Testing

struct MarkdownReaderTests {
    private func read(_ markdown: String, address: String? = "file:///site/posts/a.md") throws -> Diagnosed<Reading> {
        let source = Source(name: "a.md", bytes: Array(markdown.utf8), address: address)
        return try MarkdownReader().read(source, options: ReadingOptions())
    }

    private func article(_ markdown: String) throws -> Article { try read(markdown).output.article }
    private func dump(_ markdown: String) throws -> String { ArticleDump.text(of: try article(markdown)) }

    @Test func readsEachConstruct() throws {
        let markdown = """
            ---
            title: Of *paper*
            author: [A. Maker, {name: B. Binder}]
            date: 2026-11-20
            lang: en
            tags: paper, size
            image: cover.png
            ---

            Running text with *emphasis*, **strong**, ~~struck~~, `code`, H<sub>2</sub>O, <kbd>Esc</kbd>,
            a [link](https://example.org/ "T"), <https://example.org/auto>, www.example.org and a note[^n].\\
            New line.

            ## Lists {#x}

            3. three
            4. four

               with more
            - [x] done
            - [ ] open
              - inner

            > Quoted
            > text

            ```swift
            let a = 1
            ```

            ![Alt](pics/a.png "Caption")

            | A | B |
            | :-- | --: |
            | 1 | `a\\|b` |

            ***

            <aside>

            Beside.

            </aside>

            <dl>
            <dt>

            term

            </dt>
            <dd>

            meaning

            </dd>
            </dl>

            <p align="center">Raw <b>text</b><br>and <img src="b.png" alt="b" width="20"></p>

            [^n]: The note,

                in two paragraphs.
            """
        expectGolden(try dump(markdown), "Readers/markdown.txt")
    }

    @Test func takesTheFirstHeadingForTheTitle() throws {
        let article = try article("# Of paper\n\nText that goes on.\n\n## Sizes\n")
        #expect(article.metadata.title == "Of paper")
        #expect(article.blocks.count == 2)
        #expect(article.metadata.summary == .init(text: "Text that goes on.", isFirstParagraph: true))
    }

    @Test func dropsAHeadingThatRepeatsTheTitle() throws {
        #expect(try article("---\ntitle: Of paper\n---\n# Of Paper\n\nText").blocks.count == 1)
    }

    @Test func makesRoomForTheTitleAboveHeadingsOfItsRank() throws {
        let article = try article("# One\n\na\n\n# Two\n\nb\n\n## Three\n\nc")
        let levels = article.blocks.compactMap { if case .heading(let level, _) = $0.content { level } else { nil } }
        #expect(article.metadata.title == "One")
        #expect(levels == [2, 3])
    }

    @Test func ruledTextIsNoFrontMatter() throws {
        #expect(try article("---\n\nJust text.\n\n---\n").blocks.count == 3)
    }

    @Test func saysWhyFrontMatterCannotBeRead() throws {
        let result = try read("---\ntitle: [a\n---\nText here.")
        #expect(result.diagnostics.count == 1)
        #expect(result.diagnostics[0].message.text.hasPrefix("the front matter is not YAML"))
        #expect(result.output.article.plainText == "Text here.")
    }

    @Test func resolvesPicturesAndUnlinksLocalFiles() throws {
        let result = try read("![a](../pics/a%20b.png) text [b](b.md) [c](#no) [d](#yes)\n\n## Yes")
        let article = result.output.article
        #expect(article.images.map(\.address) == ["file:///site/pics/a%20b.png"])
        #expect(article.plainText.hasPrefix(" text b c d"))
        #expect(
            result.diagnostics.map(\.message.text) == [
                "the link to the file 'file:///site/posts/b.md' is left out",
                "the link to '#no' leads nowhere in this article",
            ])
    }

    @Test func readsTablesAndListsInHTML() throws {
        let article = try article(
            "Before.\n\n<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>\n\n<ul><li>x<li>y</ul>\n\nAfter."
        )
        #expect(article.plainText == "Before.\n\nA\tB\n1\t2\n\nx\ny\n\nAfter.")
    }

    @Test func namesElementsItDrops() throws {
        let result = try read("A <blink>word</blink> and <blink>more</blink>.")
        #expect(result.output.article.plainText == "A word and more.")
        #expect(result.diagnostics.map(\.message.text) == ["the HTML element 'blink' is dropped, its text kept"])
    }

    @Test(arguments: [([UInt8](), ReaderError.Code.empty), (Array(" \n\t".utf8), .empty), ([65, 0, 66], .binary)])
    func refusesWhatIsNoText(bytes: [UInt8], code: ReaderError.Code) {
        let error = #expect(throws: ReaderError.self) {
            try MarkdownReader().read(Source(name: "x", bytes: bytes), options: ReadingOptions())
        }
        #expect(error?.code == code)
    }

    @Test func survivesDeepNesting() throws {
        let quotes = String(repeating: ">", count: 10_000) + " deep"
        let lists = (0..<2_000).map { String(repeating: " ", count: $0 * 2) + "- x" }.joined(separator: "\n")
        let stars = String(repeating: "*a ", count: 5_000)
        for markdown in [quotes, lists, stars, String(repeating: "[", count: 50_000)] {
            #expect(!(try article(markdown).plainText.isEmpty))
        }
    }
}
