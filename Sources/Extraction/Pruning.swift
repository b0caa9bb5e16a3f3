internal import ArticleModel
internal import HTML

/// The nodes dropped so far, and by which rule.
struct Pruning: Sendable {
    let statistics: NodeStatistics
    let metadata: Metadata
    private(set) var dropped: NodeSet
    private(set) var rules: [(node: Int, rule: String)] = []

    init(statistics: NodeStatistics, metadata: Metadata) {
        self.statistics = statistics
        self.metadata = metadata
        dropped = NodeSet(count: statistics.count)
    }

    /// Drops what the first matching rule says, from the top down.
    mutating func run(_ pruners: [Pruner], in root: Int) {
        let quality = TextQuality(statistics, dropped: dropped)
        let context = PruningContext(
            statistics: statistics, quality: quality, total: max(1, quality.good(statistics.subtree(root))),
            root: statistics.subtree(root), title: metadata.title, authors: metadata.authors)
        var node = root + 1
        while node < Int(statistics.end[root]) {
            if dropped.contains(node) {
                node = Int(statistics.end[node])
            } else if statistics.document.kind(of: NodeID(node)) == .element,
                let pruner = pruners.first(where: {
                    (!$0.sparesRunningText || !context.isRunningText(node)) && $0.drops(node, context)
                        && (!$0.sparesRunningText || !context.isPartOfStructure(node))
                })
            {
                drop(node, pruner.name)
                node = Int(statistics.end[node])
            } else {
                node += 1
            }
        }
    }

    mutating func drop(_ node: Int, _ rule: String) {
        dropped.insert(node)
        rules.append((node, rule))
    }

    /// Drops captions that say again what one said before: slide shows have them in several places.
    mutating func dropRepeatedCaptions(in root: Int) {
        var seen: Set<String> = []
        var node = root
        while node < Int(statistics.end[root]) {
            if dropped.contains(node) {
                node = Int(statistics.end[node])
                continue
            }
            let length = statistics.textLength(node)
            if statistics.hints[node].contains(.caption), length >= 40, length < 1_500 {
                let key = NodeText.key(NodeText.text(of: node, in: statistics))
                if !seen.insert(key).inserted { drop(node, "caption repeated") }
                node = Int(statistics.end[node])
                continue
            }
            node += 1
        }
    }

    /// Drops what follows the last paragraph and is a heading over nothing, or links.
    mutating func trimTail(of root: Int) {
        let quality = TextQuality(statistics, dropped: dropped)
        var last = root
        for node in statistics.subtree(root) where quality.good(node..<node + 1) > 0 { last = node }
        var node = Int(statistics.end[last])
        while node < Int(statistics.end[root]) {
            let id = NodeID(node)
            if dropped.contains(node) {
                node = Int(statistics.end[node])
                continue
            }
            if statistics.traits[node].contains(.block), statistics.ownText[node] > 0,
                statistics.traits[node].contains(.heading)
                    || Double(statistics.ownLinkText[node]) > 0.5 * Double(statistics.ownText[node]),
                statistics.document.kind(of: id) == .element, !continuesList(node), !isCredit(node)
            {
                drop(node, "tail")
                node = Int(statistics.end[node])
            } else {
                node += 1
            }
        }
    }

    /// Whether an item follows others of its list that are kept: a list's last point is no more furniture than its first.
    private func continuesList(_ node: Int) -> Bool {
        guard statistics.tag(node) == .li else { return false }
        var sibling = statistics.document.previousSibling(of: NodeID(node))
        while let current = sibling {
            if statistics.textLength(current.position) > 0 { return !dropped.contains(current.position) }
            sibling = statistics.document.previousSibling(of: current)
        }
        return false
    }

    /// Whether a line names who made the pictures.
    private func isCredit(_ node: Int) -> Bool {
        let text = NodeText.text(of: node, in: statistics, limit: 40).lowercased().drop { !$0.isLetter }
        return [
            "photos by", "photo by", "images by", "image by", "illustrations by", "illustration by", "photos:",
            "bilder:",
        ]
        .contains { text.hasPrefix($0) }
    }
}
