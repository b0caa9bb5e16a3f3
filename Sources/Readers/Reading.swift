public import ArticleModel
public import Extraction

/// What a reader returns: the article, and for web pages how it was found.
public struct Reading: Sendable {
    public var article: Article
    /// What was kept and dropped, and why; nil where nothing was extracted.
    public var report: ExtractionReport?
    /// The article's other pages, where it is cut over several.
    public var continuation: Continuation?

    public init(article: Article, report: ExtractionReport? = nil, continuation: Continuation? = nil) {
        self.article = article
        self.report = report
        self.continuation = continuation
    }
}
