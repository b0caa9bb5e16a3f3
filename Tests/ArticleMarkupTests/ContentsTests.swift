import ArticleModel
import HTML
import Testing

@testable import ArticleMarkup

@Suite("Contents and cover")
struct ContentsTests {
    private func heading(_ level: Int, _ text: String, id: String? = nil) -> Block {
        Block(.heading(level: level, [.text(text)]), attributes: Attributes(id: id))
    }

    private func article(_ title: String, _ blocks: [Block], language: String = "en") -> Article {
        var metadata = Metadata()
        metadata.title = title
        metadata.language = language
        metadata.authors = ["A. Writer"]
        return Article(metadata: metadata, blocks: blocks)
    }

    private func markup(_ articles: [Article], _ options: MarkupOptions) -> String {
        HTMLSerializer().string(MarkupTree(of: articles, options: options).document)
    }

    @Test("one article lists its headings below its header, nested by rank, down to the third")
    func headings() {
        let text = markup(
            [
                article(
                    "T",
                    [heading(2, "One", id: "first"), heading(3, "Deeper"), heading(4, "Deepest"), heading(2, "Two")])
            ],
            MarkupOptions(includesContents: true))
        #expect(
            text.contains(
                """
                </header><nav class="toc" role="doc-toc"><h2>Contents</h2><ol><li><a href="#first">One</a><ol><li>\
                <a href="#heading-2">Deeper</a></li></ol></li><li><a href="#heading-4">Two</a></li></ol></nav>\
                <h2 id="first">One</h2>
                """), "\(text)")
    }

    @Test("a single heading makes no table of contents, and none is made unasked")
    func tooFew() {
        #expect(!markup([article("T", [heading(2, "One")])], MarkupOptions(includesContents: true)).contains("<nav"))
        #expect(!markup([article("T", [heading(2, "One"), heading(2, "Two")])], MarkupOptions()).contains("<nav"))
    }

    @Test("several articles are listed by their titles before the first, each heading where it is to be found")
    func severalArticles() {
        let text = markup(
            [
                article("Eins", [heading(2, "Teil")], language: "de"),
                article("Zwei", [heading(2, "Teil")], language: "de"),
            ],
            MarkupOptions(includesContents: true))
        #expect(
            text.contains(
                """
                <body><nav class="toc" role="doc-toc"><h2>Inhalt</h2><ol><li><a href="#article-title">Eins</a><ol><li>\
                <a href="#heading-1">Teil</a></li></ol></li><li><a href="#a2-article-title">Zwei</a><ol><li>\
                <a href="#a2-heading-1">Teil</a>
                """), "\(text)")
        #expect(text.contains("<h1 class=\"title\" id=\"a2-article-title\">Zwei</h1>"))
    }

    @Test("headings that call notes are listed without the notes' numbers")
    func withoutCalls() {
        let called = Block(.heading(level: 2, [.text("One"), Inline(.noteReference("n"))]))
        var whole = article("T", [called, heading(2, "Two")])
        whole.notes = [Note(id: "n", blocks: [])]
        let tree = MarkupTree(of: [whole], options: MarkupOptions(includesContents: true))
        #expect(HTMLSerializer().string(tree.document).contains("<a href=\"#heading-1\">One</a>"))
    }

    @Test("a cover says title and author before everything else")
    func cover() {
        let text = markup([article("T", [])], MarkupOptions(includesCover: true))
        #expect(
            text.contains(
                """
                <body><section class="cover" role="doc-cover"><div class="cover-title">T</div>\
                <div class="cover-byline">A. Writer</div></section><article>
                """), "\(text)")
    }
}
