import ArticleModel
import Extraction

/// The articles that are published together, and the time that stands in their outputs.
struct Edition: Sendable {
    /// The inputs as the user named them; one may hold several articles.
    var inputs: [String]
    var articles: [Article] = []
    /// One for each input; nil where nothing was extracted.
    var reports: [ExtractionReport?] = []
    /// Files with further pages of the articles.
    var files: [String] = []
    /// Seconds since 1970.
    var date = PublicationDate.fallback

    /// The first article's title.
    var title: String? { articles.first?.metadata.title }
}
