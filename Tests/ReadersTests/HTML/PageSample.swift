import ArticleModel
import Diagnostics
import Readers

/// Small pages whose article begins and ends with the same paragraph.
enum PageSample {
    static let text =
        "The press was set up in the yard, where the light was good, and the first sheets came off it before noon, still damp."

    /// The article of a page with markup between two paragraphs.
    static func article(
        _ markup: String, address: String? = "https://yard.example/press/a.html"
    ) throws -> Article {
        let page = "<!DOCTYPE html><html lang=en><body><article><p>\(text)</p>\(markup)<p>\(text)</p></article>"
        let source = Source(name: "a.html", bytes: Array(page.utf8), address: address)
        return try HTMLReader().read(source, options: ReadingOptions()).output.article
    }

    /// The dump of what stands between the paragraphs, and of the notes.
    static func dump(_ markup: String, address: String? = "https://yard.example/press/a.html") throws -> String {
        var article = try article(markup, address: address)
        article.metadata = Metadata()
        article.blocks = article.blocks.filter { $0.plainText != text }
        return ArticleDump.text(of: article)
    }
}
