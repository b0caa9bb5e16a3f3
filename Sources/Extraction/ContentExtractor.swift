public import ArticleModel
public import HTML

/// Finds the article in a page: measure, prune, rank, prune again.
public struct ContentExtractor: Sendable {
    public init() {}

    /// Less visible text than this is no article.
    static let minimumText = 3

    /// With less visible text than this, the page may be one that scripts would show.
    static let fewCharacters = 400

    /// With less than this share of the paragraphs left, the grids are what the page is for.
    static let leastWithoutGrids = 0.4

    /// Where the article is, or nil where the page has no text to speak of.
    public func extract(
        _ document: HTMLDocument, metadata: Metadata = Metadata(), articleBody: String? = nil
    ) -> Extraction? {
        guard let body = Self.body(of: document) else { return nil }
        var statistics = NodeStatistics(document)
        if statistics.textLength(body) < Self.fewCharacters {
            let all = NodeStatistics(document, heedsHidden: false)
            if all.textLength(body) > 3 * statistics.textLength(body) { statistics = all }
        }
        guard statistics.textLength(body) >= Self.minimumText else { return nil }
        var pruning = Pruning(statistics: statistics, metadata: metadata)
        pruning.run(Pruner.page, in: body)
        var quality = TextQuality(statistics, dropped: pruning.dropped)
        var sparser = pruning
        sparser.run(Pruner.grids, in: body)
        let sparserQuality = TextQuality(statistics, dropped: sparser.dropped)
        if Double(sparserQuality.total) > Self.leastWithoutGrids * Double(quality.total) {
            (pruning, quality) = (sparser, sparserQuality)
        }
        let ranking = Ranking(
            statistics: statistics, quality: quality, dropped: pruning.dropped, articleBody: articleBody)
        let best = ranking.best(in: body)
        pruning.run(Pruner.article, in: best.node)
        pruning.trimTail(of: best.node)
        var report = pruning.report(root: best.node)
        report.confidence = best.confidence
        let finder = LeadFinder(statistics: statistics, quality: quality, dropped: pruning.dropped)
        let roots = finder.leads(before: best.node, in: body) + [best.node] + finder.credits(after: best.node, in: body)
        return Extraction(roots: roots.map { NodeID($0) }, dropped: pruning.dropped, report: report)
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
