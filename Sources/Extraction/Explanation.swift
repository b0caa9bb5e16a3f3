internal import HTML

/// Writes the report of an extraction.
struct Explanation: Sendable {
    let statistics: NodeStatistics

    /// More candidates than this are no help.
    private static let candidateLimit = 5

    /// The candidates, every block that was kept, and every part that was dropped with the rule that did it.
    func report(
        candidates: [Ranking.Scored], roots: [(node: Int, rule: String)], dropped: NodeSet,
        rules: [(node: Int, rule: String)]
    ) -> ExtractionReport {
        var entries = rules.filter { dropped.contains($0.node) && statistics.textLength($0.node) > 0 }
            .map { (node: $0.node, entry: entry($0.node, .dropped, $0.rule)) }
        for root in roots {
            entries += keptBlocks(of: root.node, dropped).map { (node: $0, entry: entry($0, .kept, root.rule)) }
        }
        entries.sort { $0.node < $1.node }
        return ExtractionReport(
            candidates: candidates.prefix(Self.candidateLimit).map(ranked), entries: entries.map(\.entry))
    }

    /// Blocks with text of their own in an element, without what was dropped.
    private func keptBlocks(of root: Int, _ dropped: NodeSet) -> [Int] {
        var blocks: [Int] = []
        var node = root
        while node < Int(statistics.end[root]) {
            if dropped.contains(node) {
                node = Int(statistics.end[node])
                continue
            }
            if node == root || statistics.traits[node].contains(.block), statistics.ownText[node] > 0 {
                blocks.append(node)
            }
            node += 1
        }
        return blocks
    }

    private func ranked(_ scored: Ranking.Scored) -> ExtractionReport.RankedCandidate {
        ExtractionReport.RankedCandidate(
            element: name(of: scored.candidate.node), score: scored.score,
            contributions: Scorer.all.map { .init(scorer: $0.name, score: $0.score(scored.candidate)) }
                .filter { $0.score != 0 })
    }

    private func entry(_ node: Int, _ decision: ExtractionReport.Decision, _ rule: String) -> ExtractionReport.Entry {
        let length = decision == .kept ? Int(statistics.ownText[node]) : statistics.textLength(node)
        return ExtractionReport.Entry(
            decision: decision, rule: rule, element: name(of: node),
            sample: NodeText.text(of: node, in: statistics, limit: 80), textLength: length)
    }

    /// The text of an element without what was dropped, a line for each block.
    func text(of root: Int, _ dropped: NodeSet) -> String {
        var text = ""
        var block: Int32 = -1
        var node = root
        while node < Int(statistics.end[root]) {
            if dropped.contains(node) {
                node = Int(statistics.end[node])
                continue
            }
            if statistics.document.kind(of: NodeID(node)) == .text, statistics.textLength(node) > 0 {
                if statistics.block[node] != block, !text.isEmpty { text += "\n" }
                block = statistics.block[node]
                text += statistics.document.text(of: NodeID(node))
            }
            node += 1
        }
        return text
    }

    func name(of node: Int) -> String {
        let element = Element(NodeID(node), in: statistics.document)
        return ([element.localName + (element.id.map { "#\($0)" } ?? "")] + element.classes.prefix(3))
            .joined(separator: ".")
    }
}
