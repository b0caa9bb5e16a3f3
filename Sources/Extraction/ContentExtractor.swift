public import ArticleModel
public import HTML

/// Finds the article in a page: measure, prune, rank, prune again.
public struct ContentExtractor: Sendable {
    public init() {}

    /// Less text than this is no article.
    static let minimumText = 25

    /// Where the article is, or nil where the page has no text to speak of.
    public func extract(
        _ document: HTMLDocument, metadata: Metadata = Metadata(), articleBody: String? = nil
    ) -> Extraction? {
        let statistics = NodeStatistics(document)
        guard let body = Self.body(of: document), statistics.textLength(body) >= Self.minimumText else { return nil }
        var pruning = Pruning(statistics: statistics, metadata: metadata)
        pruning.run(Pruner.page, in: body)
        let quality = TextQuality(statistics, dropped: pruning.dropped)
        let ranking = Ranking(
            statistics: statistics, quality: quality, dropped: pruning.dropped, articleBody: articleBody)
        let best = ranking.best(in: body)
        pruning.run(Pruner.article, in: best.node)
        pruning.trimTail(of: best.node)
        var report = pruning.report(root: best.node)
        report.confidence = best.confidence
        let leads = LeadFinder(statistics: statistics, quality: quality, dropped: pruning.dropped).leads(before: best.node, in: body)
        return Extraction(roots: (leads + [best.node]).map { NodeID($0) }, dropped: pruning.dropped, report: report)
    }

    /// The whole body without what is hidden, for those who want the page as it is.
    public func whole(_ document: HTMLDocument) -> Extraction? {
        let statistics = NodeStatistics(document)
        guard let body = Self.body(of: document) else { return nil }
        var pruning = Pruning(statistics: statistics, metadata: Metadata())
        pruning.run([.hidden], in: body)
        return Extraction(roots: [NodeID(body)], dropped: pruning.dropped, report: pruning.report(root: body))
    }

    static func body(of document: HTMLDocument) -> Int? {
        (0..<document.nodeCount).first { document.has(.body, at: NodeID($0)) }
    }
}
