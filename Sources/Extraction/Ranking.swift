internal import HTML

/// Ranks the elements that may hold the article.
struct Ranking: Sendable {
    let statistics: NodeStatistics
    let quality: TextQuality
    let dropped: NodeSet
    let articleBody: String?

    struct Best: Sendable {
        var node: Int
        var score: Double
        var confidence: Double
        /// All candidates, the best first.
        var candidates: [Scored] = []
    }

    struct Scored: Sendable {
        let candidate: Candidate
        let score: Double
    }

    /// The best candidate in an element; the element itself where none is better.
    func best(in body: Int) -> Best {
        let candidates = candidates(in: body)
        let scored = candidates.map { Scored(candidate: $0, score: Scorer.score($0)) }
        var best = Best(node: body, score: -.infinity, confidence: 0)
        var rival = -Double.infinity
        for (candidate, score) in scored.lazy.map({ ($0.candidate, $0.score) }) {
            if score > best.score {
                // An ancestor or descendant is another reading of the same place, not a rival.
                if !isNested(candidate.node, best.node) { rival = max(rival, best.score) }
                best = Best(node: candidate.node, score: score, confidence: candidate.coverage * candidate.purity)
            } else if !isNested(candidate.node, best.node) {
                rival = max(rival, score)
            }
        }
        best.node = settled(best.node, candidates, in: body)
        let lead = rival.isFinite && best.score > 0 ? min(1, max(0, (best.score - rival) / best.score) * 2) : 1
        best.confidence = (best.confidence + lead) / 2 * amount(best.node, in: body)
        best.candidates = scored.sorted { ($0.score, $1.candidate.node) > ($1.score, $0.candidate.node) }
        return best
    }

    /// The candidate, or the element round it that holds the other parts of the same article.
    func settled(_ node: Int, _ candidates: [Candidate], in body: Int) -> Int {
        widened(climbed(from: node, in: body), candidates)
    }

    /// Articles with fewer characters are rare.
    private static let fairAmount = 500.0

    /// A few lines among much else are found on every page, whether it has an article or not: 0 to 1.
    private func amount(_ node: Int, in body: Int) -> Double {
        let good = quality.good(statistics.subtree(node))
        return good * 2 < statistics.textLength(body) ? min(1, Double(good) / Self.fairAmount) : 1
    }

    /// With less of the page's paragraphs than this, a candidate is a piece of something.
    private static let leastCoverage = 0.45

    /// The nearest ancestor that holds most of the page's paragraphs and not much else, for a candidate that holds few.
    private func widened(_ node: Int, _ candidates: [Candidate]) -> Int {
        guard let own = candidates.first(where: { $0.node == node }), own.coverage < Self.leastCoverage else {
            return node
        }
        let wider = candidates.last {
            statistics.subtree($0.node).contains(node) && $0.coverage >= 0.75 && $0.purity >= 0.55
        }
        return wider?.node ?? node
    }

    /// The ancestor whose other children are of the same make as the one that was found, and hold as good text: an
    /// article cut into sections.
    private func climbed(from node: Int, in body: Int) -> Int {
        var best = node
        var branch = node
        while branch > body, let ancestor = statistics.document.parent(of: NodeID(branch))?.position, ancestor >= body {
            var more = 0
            var child = statistics.document.firstChild(of: NodeID(ancestor))
            while let current = child {
                if current.position != branch, isAlike(current.position, branch) {
                    more += sectionText(current.position)
                }
                child = statistics.document.nextSibling(of: current)
            }
            if Double(more) > 0.2 * Double(quality.good(statistics.subtree(best))) { best = ancestor }
            branch = ancestor
        }
        return best
    }

    /// Text of a section that reads like an article's: whole paragraphs and few links.
    private func sectionText(_ node: Int) -> Int {
        guard !dropped.contains(node) else { return 0 }
        let range = statistics.subtree(node)
        let good = quality.good(range)
        let paragraphs = quality.paragraphs(range)
        return paragraphs > 0 && good > 120 * paragraphs && quality.bad(range) * 5 < good ? good : 0
    }

    private func isAlike(_ a: Int, _ b: Int) -> Bool {
        let document = statistics.document
        guard statistics.tag(a) == statistics.tag(b), statistics.tag(a) != nil else { return false }
        let classes = document.attribute(.class, of: NodeID(b)) ?? ""
        return !classes.isEmpty && document.attribute(.class, of: NodeID(a)) == classes
    }

    private func isNested(_ a: Int, _ b: Int) -> Bool {
        statistics.subtree(a).contains(b) || statistics.subtree(b).contains(a)
    }

    /// Elements that hold a fair part of the page's paragraphs.
    func candidates(in body: Int) -> [Candidate] {
        let total = max(1, quality.good(statistics.subtree(body)))
        let cohesion = cohesion(in: body)
        let highest = max(1, cohesion.values.max() ?? 1)
        let overlap = articleBody.flatMap { BodyOverlap($0, statistics: statistics, dropped: dropped) }
        let heading = statistics.subtree(body).first { statistics.tag($0) == .h1 && !dropped.contains($0) }
        var candidates: [Candidate] = []
        var node = body
        let end = Int(statistics.end[body])
        while node < end {
            if dropped.contains(node) {
                node = Int(statistics.end[node])
                continue
            }
            if node == body || isContainer(node) {
                let good = quality.good(statistics.subtree(node))
                if node == body || good * 8 >= total {
                    let bad = quality.bad(statistics.subtree(node))
                    candidates.append(
                        Candidate(
                            node: node, coverage: Double(good) / Double(total),
                            purity: Double(good) / Double(max(1, good + bad)),
                            cohesion: (cohesion[node] ?? 0) / highest, linkDensity: statistics.linkDensity(node),
                            tag: statistics.tag(node), traits: statistics.traits[node], hints: statistics.hints[node],
                            bodyOverlap: overlap?.share(of: statistics.subtree(node)),
                            holdsHeading: heading.map(statistics.subtree(node).contains) ?? false))
                }
            }
            node += 1
        }
        return candidates
    }

    private func isContainer(_ node: Int) -> Bool {
        switch statistics.tag(node) {
        case .div, .article, .section, .main, .td, .form, .center, .table, .tbody, .tr, .blockquote, .dl, .ol, .ul,
            .pre, .fieldset:
            true
        default: statistics.traits[node].contains(.articleBody)
        }
    }

    /// For each element the paragraphs' text close below it: a paragraph counts whole for its parent, half for the
    /// next, a third, a quarter.
    private func cohesion(in body: Int) -> [Int: Double] {
        var sums: [Int: Double] = [:]
        for node in statistics.subtree(body)
        where statistics.traits[node].contains(.block) && statistics.ownText[node] > 0 {
            let good = quality.good(node..<node + 1)
            guard good > 0 else { continue }
            let worth = Double(good) + 20 * Double(statistics.ownCommas[node])
            var level = 1.0
            // Text that stands in a container without a paragraph of its own is the container's.
            var ancestor: Int? = isContainer(node) ? node : statistics.document.parent(of: NodeID(node))?.position
            while let current = ancestor, current >= body, level <= 4 {
                sums[current, default: 0] += worth / level
                level += 1
                ancestor = statistics.document.parent(of: NodeID(current))?.position
            }
        }
        return sums
    }
}
