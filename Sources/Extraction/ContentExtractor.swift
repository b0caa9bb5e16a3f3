public import ArticleModel
public import HTML

/// Finds the article in a page: measure, prune, rank, prune again.
public struct ContentExtractor: Sendable {
    /// Fill the report with every part; it takes about as long as finding the article.
    public var explains: Bool

    public init(explains: Bool = true) { self.explains = explains }

    /// Less visible text than this is no article.
    static let minimumText = 3

    /// With less visible text than this, the page may be one that scripts would show.
    static let fewCharacters = 400

    /// With less than this share of the paragraphs left, the grids are what the page is for.
    static let leastWithoutGrids = 0.4

    /// With less text left than this, the comments are what the page is for.
    static let leastWithoutComments = 400

    /// Where the article is, or nil where the page has no text to speak of.
    public func extract(
        _ document: HTMLDocument, metadata: Metadata = Metadata(), articleBody: String? = nil,
        parts: PartSelection = PartSelection()
    ) -> Extraction? {
        guard let body = Self.body(of: document), let prepared = prepared(document, body, metadata) else { return nil }
        var pruning = prepared.pruning
        let ranking = Ranking(
            statistics: pruning.statistics, quality: prepared.quality, dropped: pruning.dropped,
            articleBody: articleBody)
        let best = ranking.best(in: body)
        let roots = roots(of: best.node, in: body, &pruning, prepared.quality)
        return extraction(of: roots, pruning, parts, best)
    }

    /// The page without what is furniture wherever it stands, or nil where it has no text.
    func prepared(
        _ document: HTMLDocument, _ body: Int, _ metadata: Metadata
    ) -> (pruning: Pruning, quality: TextQuality)? {
        guard let statistics = statistics(of: document, body) else { return nil }
        var pruning = Pruning(statistics: statistics, metadata: metadata)
        pruning.run(Pruner.page, in: body)
        var quality = TextQuality(statistics, dropped: pruning.dropped)
        for (pruners, leastShare, least) in [
            (Pruner.discussion, Self.leastWithoutGrids, Self.leastWithoutComments),
            (Pruner.grids, Self.leastWithoutGrids, Int.max),
        ] {
            var sparser = pruning
            sparser.run(pruners, in: body)
            let left = TextQuality(statistics, dropped: sparser.dropped)
            if left.total >= least || Double(left.total) >= leastShare * Double(quality.total) {
                (pruning, quality) = (sparser, left)
            }
        }
        return (pruning, quality)
    }

    /// The article's element cleared of what is not of the article, with what stands outside and belongs to it.
    func roots(
        of node: Int, in body: Int, _ pruning: inout Pruning, _ quality: TextQuality
    ) -> [(node: Int, rule: String)] {
        pruning.run(Pruner.article, in: node)
        pruning.dropRepeatedCaptions(in: node)
        pruning.trimTail(of: node)
        let finder = LeadFinder(
            statistics: pruning.statistics, quality: quality, dropped: pruning.dropped, title: pruning.metadata.title)
        let picture = PictureFinder(
            statistics: pruning.statistics, dropped: pruning.dropped,
            leadImage: pruning.metadata.leadImage?.address
        ).picture(before: node, in: body)
        let leads =
            finder.leads(before: node, in: body).map { (node: $0, rule: "standfirst") }
            + [picture].compactMap { $0.map { (node: $0, rule: "lead picture") } }
        return leads.sorted { $0.node < $1.node }
            + [(node: node, rule: "best candidate")]
            + finder.credits(after: node, in: body).map { (node: $0, rule: "credit") }
    }

    /// The whole body without what is hidden, for those who want the page as it is.
    public func whole(_ document: HTMLDocument, parts: PartSelection = PartSelection()) -> Extraction? {
        let statistics = NodeStatistics(document)
        guard let body = Self.body(of: document) else { return nil }
        var pruning = Pruning(statistics: statistics, metadata: Metadata())
        pruning.run([.hidden], in: body)
        return extraction(of: [(node: body, rule: "whole page")], pruning, parts, nil)
    }

    /// The measurements of a page that has text, or nil.
    private func statistics(of document: HTMLDocument, _ body: Int) -> NodeStatistics? {
        var statistics = NodeStatistics(document)
        if statistics.textLength(body) < Self.fewCharacters {
            let all = NodeStatistics(document, heedsHidden: false)
            if all.textLength(body) > 3 * statistics.textLength(body) { statistics = all }
        }
        return statistics.textLength(body) >= Self.minimumText ? statistics : nil
    }

    /// The roots and what is left of them when the reader's own choice is done.
    private func extraction(
        of found: [(node: Int, rule: String)], _ pruning: Pruning, _ parts: PartSelection, _ best: Ranking.Best?
    ) -> Extraction {
        var extraction = Extraction(
            roots: found.map { NodeID($0.node) }, dropped: pruning.dropped,
            report: ExtractionReport(confidence: best?.confidence ?? 1))
        if !parts.isEmpty { extraction.apply(parts, pruning.statistics) }
        if explains {
            let rules = Dictionary(found.map { ($0.node, $0.rule) }, uniquingKeysWith: { first, _ in first })
            extraction.report = Explanation(statistics: pruning.statistics).report(
                candidates: best?.candidates ?? [],
                roots: extraction.roots.map { (node: $0.position, rule: rules[$0.position] ?? "--keep") },
                dropped: extraction.dropped,
                rules: pruning.rules + parts.drop.map { (node: $0.position, rule: "--drop") })
            extraction.report.confidence = best?.confidence ?? 1
        }
        return extraction
    }

    static func body(of document: HTMLDocument) -> Int? {
        (0..<document.nodeCount).first { document.has(.body, at: NodeID($0)) }
    }
}
