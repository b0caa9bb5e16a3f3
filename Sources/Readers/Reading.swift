public import ArticleModel
public import Extraction
public import Transport

/// What a reader returns: the article, and for web pages how it was found.
public struct Reading: Sendable {
    /// One for nearly all inputs; never empty.
    public var articles: [Article]
    /// What was kept and dropped, and why; nil where nothing was extracted.
    public var report: ExtractionReport?
    /// The article's other pages, where it is cut over several.
    public var continuation: Continuation?
    /// What came along in the input, by absolute address; nil where an input is no message and has no parts.
    public var embedded: [String: LoadedResource]?

    public init(
        article: Article, report: ExtractionReport? = nil, continuation: Continuation? = nil,
        embedded: [String: LoadedResource]? = nil
    ) {
        self.init(articles: [article], report: report)
        self.continuation = continuation
        self.embedded = embedded
    }

    public init(articles: [Article], report: ExtractionReport? = nil) {
        precondition(!articles.isEmpty)
        self.articles = articles
        self.report = report
    }

    /// The first article.
    public var article: Article {
        get { articles[0] }
        set { articles[0] = newValue }
    }
}
