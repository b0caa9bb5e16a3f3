internal import HTML

/// Finds the paragraphs between the title and the article's element: standfirsts stand outside it on many pages.
struct LeadFinder: Sendable {
    let statistics: NodeStatistics
    let quality: TextQuality
    let dropped: NodeSet
    let title: String?

    /// More blocks than this are another text.
    static let maximumCount = 3
    /// More text than this, against the article's, is another text.
    static let maximumShare = 0.5
    /// A caption is rarely longer.
    static let longestCaption = 400

    /// The blocks in document order.
    func leads(before root: Int, in body: Int) -> [Int] {
        for start in starts(before: root, in: body) {
            let found = leads(from: start, before: root)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The blocks from a node on, none where there are more than an article begins with.
    private func leads(from start: Int, before root: Int) -> [Int] {
        var found: [Int] = []
        var node = start
        while node < root {
            if dropped.contains(node) || isNoLead(node) {
                node = Int(statistics.end[node])
            } else if isLead(node), !statistics.subtree(node).contains(root) {
                found.append(node)
                node = Int(statistics.end[node])
            } else {
                node += 1
            }
        }
        let text = found.reduce(0) { $0 + statistics.textLength($1) }
        let limit = Self.maximumShare * Double(max(400, quality.good(statistics.subtree(root))))
        return found.count <= Self.maximumCount && Double(text) < limit ? found : []
    }

    /// Lines right behind the article that name who edited or reported it.
    func credits(after root: Int, in body: Int) -> [Int] {
        var container = root
        for _ in 0..<2 {
            guard let parent = statistics.document.parent(of: NodeID(container))?.position, parent > body else { break }
            container = parent
        }
        return (Int(statistics.end[root])..<Int(statistics.end[container])).filter { node in
            guard statistics.traits[node].contains(.block), !dropped.contains(node), statistics.ownText[node] > 0,
                statistics.textLength(node) < 80
            else { return false }
            let text = NodeText.text(of: node, in: statistics, limit: 80).lowercased().drop { !$0.isLetter }
            return Self.creditWords.contains { text.hasPrefix($0) }
        }
    }

    private static let creditWords = [
        "责任编辑", "责编", "编辑:", "编辑：", "记者:", "记者：", "編集:", "edited by", "editing by", "reporting by",
        "additional reporting",
        "redaktion:", "édité par", "a cura di",
    ]

    /// After the title before the root, and inside the article or main element that holds the root.
    private func starts(before root: Int, in body: Int) -> [Int] {
        var starts: [Int] = []
        if let heading = (body..<root).last(where: { isTitle($0) && !dropped.contains($0) }) {
            starts.append(Int(statistics.end[heading]))
        }
        var ancestor = statistics.document.parent(of: NodeID(root))?.position
        for _ in 0..<4 {
            guard let current = ancestor, current > body else { break }
            if statistics.tag(current) == .article || statistics.tag(current) == .main {
                starts.append(current + 1)
                break
            }
            ancestor = statistics.document.parent(of: NodeID(current))?.position
        }
        return starts
    }

    /// A heading of rank 1, or one that microdata calls the headline.
    private func isTitle(_ node: Int) -> Bool {
        statistics.tag(node) == .h1 || statistics.traits[node].isSuperset(of: [.heading, .headline])
    }

    private func isNoLead(_ node: Int) -> Bool {
        switch statistics.tag(node) {
        case .figure, .figcaption, .table, .form, .nav, .aside, .video, .footer, .time, .address: true
        case .ul, .ol: !statistics.hints[node].contains(.lead) && !parentIsNamed(node)
        default: statistics.hints[node].contains(.lead) ? false : isNamedOtherwise(node)
        }
    }

    /// Classes that say it is something else; teasers without a link are standfirsts.
    private func isNamedOtherwise(_ node: Int) -> Bool {
        let hints = statistics.hints[node]
        if !hints.isDisjoint(with: [.byline, .profile, .comments, .subscription, .navigation]) { return true }
        // A heading with a class like "caption" is set like one; text beside a picture is said of it.
        if !hints.isDisjoint(with: [.caption, .picture]), !statistics.traits[node].contains(.heading),
            statistics.textLength(node) < Self.longestCaption
        {
            return true
        }
        return hints.contains(.related) && statistics.linkCount(node) > 0
    }

    /// A block of running text, or a shorter one whose class says what it is.
    private func isLead(_ node: Int) -> Bool {
        guard statistics.traits[node].contains(.block) else { return false }
        let text = Int(statistics.ownText[node])
        let isNamed = statistics.hints[node].contains(.lead) || parentIsNamed(node)
        guard text * 10 > statistics.textLength(node) * 8, text >= (isNamed ? 20 : 60) else { return false }
        if statistics.traits[node].contains(.heading), !isNamed, text < 80 { return false }
        guard Double(statistics.ownLinkText[node]) < 0.3 * Double(text) else { return false }
        let words = NodeText.text(of: node, in: statistics, limit: 300)
        return !LegalNotice.match(words) && NodeText.key(words) != NodeText.key(title ?? "")
    }

    /// Whether the parent or its parent is named a standfirst.
    private func parentIsNamed(_ node: Int) -> Bool {
        guard let parent = statistics.document.parent(of: NodeID(node)) else { return false }
        if statistics.hints[parent.position].contains(.lead) { return true }
        return statistics.document.parent(of: parent).map { statistics.hints[$0.position].contains(.lead) } ?? false
    }
}
