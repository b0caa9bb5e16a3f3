public import ArticleModel
public import Pages

extension DocumentMetadata {
    /// What a viewer shows of one or more articles; `date` is ISO 8601 and decided by the caller.
    public init(of articles: [Article], date: String) {
        let first = articles.first?.metadata
        let titles = articles.compactMap(\.metadata.title)
        var authors: [String] = []
        for author in articles.flatMap(\.metadata.authors) where !authors.contains(author) { authors.append(author) }
        self.init(
            title: titles.joined(separator: " · "), authors: authors, subject: first?.summary?.text,
            keywords: articles.count == 1 ? first?.keywords ?? [] : [], language: first?.language ?? "und",
            isRightToLeft: first?.direction == .rightToLeft, source: first?.address, publisher: first?.site,
            created: date,
            modified: date)
    }
}
