public import ArticleModel
public import HTML

/// An element that might hold the article, with all its measures and the text that would be kept: what weights are
/// fitted on.
public struct CandidateSample: Sendable, Codable {
    public var element: String
    /// The scorers' measures by their names, before they are weighed.
    public var measures: [String: Double]
    public var score: Double
    /// A line for each block.
    public var text: String
}

extension ContentExtractor {
    /// Every candidate of a page as if it had been chosen, the best first.
    public func samples(
        _ document: HTMLDocument, metadata: Metadata = Metadata(), articleBody: String? = nil
    ) -> [CandidateSample] {
        guard let body = Self.body(of: document), let prepared = prepared(document, body, metadata) else { return [] }
        let ranking = Ranking(
            statistics: prepared.pruning.statistics, quality: prepared.quality, dropped: prepared.pruning.dropped,
            articleBody: articleBody)
        let best = ranking.best(in: body)
        let explanation = Explanation(statistics: prepared.pruning.statistics)
        return best.candidates.map { scored in
            let node = ranking.settled(scored.candidate.node, best.candidates.map(\.candidate), in: body)
            var pruning = prepared.pruning
            let roots = roots(of: node, in: body, &pruning, prepared.quality)
            return CandidateSample(
                element: explanation.name(of: scored.candidate.node),
                measures: Dictionary(uniqueKeysWithValues: Scorer.all.map { ($0.name, $0.measure(scored.candidate)) }),
                score: scored.score,
                text: roots.map { explanation.text(of: $0.node, pruning.dropped) }.joined(separator: "\n"))
        }
    }
}
