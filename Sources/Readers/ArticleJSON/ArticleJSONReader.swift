internal import ArticleModel
public import Diagnostics

/// Reads an article's own JSON form, as `--to json` writes it.
public struct ArticleJSONReader: Reader {
    public static let formats: [SourceFormat] = [.articleJSON]

    public init() {}

    /// The articles that the source holds. Paths of stored pictures are forgotten: a file could name any of the reader's
    /// own files by them; the pictures are collected anew from their addresses.
    public func read(_ source: Source, options: ReadingOptions) throws(ReaderError) -> Diagnosed<Reading> {
        let text = try SourceText.decode(source, options)
        let articles: [Article]
        do {
            articles = try ArticleJSON.decodeAll(text.utf8)
        } catch {
            throw ReaderError(code: .malformed, subject: source.name, message: "not an article in JSON: \(error)")
        }
        let read = articles.map { article in
            var article = article
            article.resources = [:]
            article = article.mappingImages { image in
                var image = image
                image.resource = nil
                return image
            }
            if let language = options.language { article.metadata.language = language }
            return article
        }
        return Diagnosed(Reading(articles: read), text.diagnostics)
    }
}
