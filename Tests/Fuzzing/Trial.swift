import ArticleModel
import ArticleText
import Diagnostics
import Offprint
import Readers

/// What is done with each input.
enum Trial {
    /// How far an input goes down the pipeline.
    enum Extent: String {
        /// Read, and written as text, as Markdown, and as JSON that is read back.
        case article
        /// Laid out on pages, too.
        case pages
    }

    /// Reads an input as each reader would that its name or bytes allow.
    ///
    /// - Returns: What is wrong, where a law is broken; errors of readers are no faults.
    static func run(_ bytes: [UInt8], name: String, through extent: Extent) async -> String? {
        let source = Source(name: name, bytes: bytes, address: "https://example.org/2024/a/page.html")
        guard let format = ReaderRegistry.format(of: source), let reader = ReaderRegistry.reader(for: format),
            let reading = try? reader.read(source, options: ReadingOptions())
        else { return nil }
        let article = reading.output.article
        if article.blocks.isEmpty, article.metadata.title == nil, format != .articleJSON {
            return "the article is empty, and the reader did not say so"
        }
        if let fault = faultOfJSON(article) { return fault }
        _ = PlainTextWriter(includingMetadata: true).text(of: article)
        _ = MarkdownWriter().text(of: article)
        if extent == .pages {
            var options = PublicationOptions()
            options.images = .none
            _ = try? await Publisher(options: options).dump(source, stage: .findings)
        }
        return nil
    }

    /// An article that is written and read back is the same article.
    private static func faultOfJSON(_ article: Article) -> String? {
        do throws(ArticleJSONError) {
            let again = try ArticleJSON.decode(ArticleJSON.encode(article))
            return again == article ? nil : "the article changes on its way through JSON"
        } catch {
            return "the article's JSON cannot be read back: \(error)"
        }
    }
}
