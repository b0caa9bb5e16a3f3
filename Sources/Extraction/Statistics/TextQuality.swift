/// Which text of the page reads like an article, as sums over nodes: what scorers and pruners weigh against each other.
struct TextQuality: Sendable {
    /// A block with less text says little either way.
    static let paragraphLength = 40
    /// A block with more of its text in links is navigation.
    static let linkLimit = 0.5

    private var goodBefore: [Int32]
    private var badBefore: [Int32]
    private var paragraphsBefore: [Int32]

    /// Sums over the nodes that are not dropped; `dropped` holds whole subtrees.
    init(_ statistics: NodeStatistics, dropped: NodeSet) {
        let count = statistics.count
        goodBefore = [Int32](repeating: 0, count: count + 1)
        badBefore = goodBefore
        paragraphsBefore = goodBefore
        var resume = 0
        for node in 0..<count {
            var good: Int32 = 0
            var bad: Int32 = 0
            var paragraphs: Int32 = 0
            if node >= resume, dropped.contains(node) { resume = Int(statistics.end[node]) }
            if node >= resume, statistics.traits[node].contains(.block), statistics.ownText[node] > 0 {
                let text = statistics.ownText[node]
                let link = statistics.ownLinkText[node]
                let isParagraph =
                    Int(text) >= Self.paragraphLength && Double(link) < Self.linkLimit * Double(text)
                    && !statistics.traits[node].contains(.heading)
                if isParagraph {
                    good = text - link
                    paragraphs = 1
                } else if !statistics.traits[node].contains(.heading) || link > 0 {
                    bad = max(link, text / 2)
                }
            }
            goodBefore[node + 1] = goodBefore[node] + good
            badBefore[node + 1] = badBefore[node] + bad
            paragraphsBefore[node + 1] = paragraphsBefore[node] + paragraphs
        }
    }

    /// Text of paragraphs in a range of nodes.
    func good(_ nodes: Range<Int>) -> Int { Int(goodBefore[nodes.upperBound] - goodBefore[nodes.lowerBound]) }
    /// Text of links and scraps in a range of nodes.
    func bad(_ nodes: Range<Int>) -> Int { Int(badBefore[nodes.upperBound] - badBefore[nodes.lowerBound]) }
    func paragraphs(_ nodes: Range<Int>) -> Int {
        Int(paragraphsBefore[nodes.upperBound] - paragraphsBefore[nodes.lowerBound])
    }

    /// All paragraphs' text.
    var total: Int { Int(goodBefore[goodBefore.count - 1]) }
}
