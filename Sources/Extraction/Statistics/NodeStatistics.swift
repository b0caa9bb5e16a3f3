internal import HTML

/// The one table of measurements that scorers and pruners read, made in a single pass over the page.
///
/// Nodes lie in document order, so a subtree is a range and every sum over it is a difference of two prefix sums.
struct NodeStatistics: Sendable {
    let document: HTMLDocument
    /// The node after the last one of the subtree.
    private(set) var end: [Int32]
    private(set) var hints: [Hints]
    private(set) var traits: [Traits]
    /// The nearest element that starts a block, the node itself included.
    private(set) var block: [Int32]
    private(set) var depth: [Int32]

    // Sums over all nodes before the one at the index.
    private var textBefore: [Int32]
    private var linkBefore: [Int32]
    private var commasBefore: [Int32]
    private var linksBefore: [Int32]

    /// Of a block: what stands in it outside blocks within.
    private(set) var ownText: [Int32]
    private(set) var ownLinkText: [Int32]
    private(set) var ownCommas: [Int32]

    /// Yes or no of a node.
    struct Traits: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt16
        /// Its text is not for reading: scripts, styles, metadata, form controls.
        static let silent = Traits(rawValue: 1 << 0)
        /// Not shown, by attribute or inline style.
        static let hidden = Traits(rawValue: 1 << 1)
        static let link = Traits(rawValue: 1 << 2)
        static let block = Traits(rawValue: 1 << 3)
        static let heading = Traits(rawValue: 1 << 4)
        static let articleBody = Traits(rawValue: 1 << 5)
        static let mainRole = Traits(rawValue: 1 << 6)
        static let chromeRole = Traits(rawValue: 1 << 7)
        static let preformatted = Traits(rawValue: 1 << 8)
        /// schema.org's `headline`.
        static let headline = Traits(rawValue: 1 << 9)
        /// The item that microdata describe is an article.
        static let articleItem = Traits(rawValue: 1 << 10)
    }

    var count: Int { end.count }

    /// Weighted characters in the subtree, white space apart; an ideograph counts for two.
    func textLength(_ node: Int) -> Int { Int(textBefore[Int(end[node])] - textBefore[node]) }
    func linkTextLength(_ node: Int) -> Int { Int(linkBefore[Int(end[node])] - linkBefore[node]) }
    func commas(_ node: Int) -> Int { Int(commasBefore[Int(end[node])] - commasBefore[node]) }
    func linkCount(_ node: Int) -> Int { Int(linksBefore[Int(end[node])] - linksBefore[node]) }

    /// Share of the text that stands in links, 0 to 1.
    func linkDensity(_ node: Int) -> Double {
        let text = textLength(node)
        return text == 0 ? 0 : Double(linkTextLength(node)) / Double(text)
    }

    /// The subtree as a range of nodes, the node included.
    func subtree(_ node: Int) -> Range<Int> { node..<Int(end[node]) }

    func tag(_ node: Int) -> Tag? { document.tag(of: NodeID(node)) }

    /// Whether hidden elements are taken for what they say; pages that scripts would show hide everything.
    let heedsHidden: Bool

    /// Measures a document.
    init(_ document: HTMLDocument, heedsHidden: Bool = true) {
        self.document = document
        self.heedsHidden = heedsHidden
        let count = document.nodeCount
        end = [Int32](repeating: 0, count: count)
        hints = [Hints](repeating: [], count: count)
        traits = [Traits](repeating: [], count: count)
        block = [Int32](repeating: 0, count: count)
        depth = [Int32](repeating: 0, count: count)
        textBefore = [Int32](repeating: 0, count: count + 1)
        linkBefore = textBefore
        commasBefore = textBefore
        linksBefore = textBefore
        ownText = [Int32](repeating: 0, count: count)
        ownLinkText = ownText
        ownCommas = ownText
        measure()
    }

    private mutating func measure() {
        for node in stride(from: count - 1, through: 0, by: -1) {
            end[node] = document.lastChild(of: NodeID(node)).map { end[$0.position] } ?? Int32(node + 1)
        }
        let utf8 = document.utf8
        for node in 0..<count {
            var text: Int32 = 0
            var link: Int32 = 0
            var commas: Int32 = 0
            var links: Int32 = 0
            let parent = document.parent(of: NodeID(node))?.position ?? 0
            switch document.kind(of: NodeID(node)) {
            case .element:
                describe(node, parent)
                if traits[node].contains(.link), !traits[parent].contains(.link) { links = 1 }
            case .text:
                block[node] = block[parent]
                let inherited = traits[parent]
                guard inherited.isDisjoint(with: [.silent, .hidden]) else { break }
                (text, commas) = Self.count(utf8[document.textRange(of: NodeID(node))])
                if inherited.contains(.link) { link = text }
                let block = Int(block[parent])
                ownText[block] += text
                ownLinkText[block] += link
                ownCommas[block] += commas
            case .comment, .document: break
            }
            textBefore[node + 1] = textBefore[node] + text
            linkBefore[node + 1] = linkBefore[node] + link
            commasBefore[node + 1] = commasBefore[node] + commas
            linksBefore[node + 1] = linksBefore[node] + links
        }
    }

    private mutating func describe(_ node: Int, _ parent: Int) {
        let tag = tag(node)
        depth[node] = depth[parent] + 1
        var own = ElementTraits.traits(of: tag)
        if tag == .noscript, NoscriptText.isArticle(NodeID(node), in: document) { own = .block }
        own.formUnion(traits[parent].intersection([.silent, .hidden, .link, .preformatted]))
        ElementTraits.read(NodeID(node), in: document, traits: &own, hints: &hints[node])
        if !heedsHidden { own.remove(.hidden) }
        traits[node] = own
        block[node] = own.contains(.block) ? Int32(node) : block[parent]
    }

    /// Weighted characters and commas of a text.
    private static func count(_ utf8: ArraySlice<UInt8>) -> (text: Int32, commas: Int32) {
        var text: Int32 = 0
        var commas: Int32 = 0
        utf8.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let byte = bytes[index]
                if byte < 0x80 {
                    if byte > 0x20 { text += 1 }
                    if byte == 0x2C { commas += 1 }
                } else if byte >= 0xE3, byte <= 0xED {
                    text += 2  // kana, ideographs, hangul
                    if byte == 0xE3 || byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                        bytes[index + 2] <= 0x82
                    {
                        commas += 1  // ideographic comma and full stop
                    }
                } else if byte == 0xEF {
                    text += 2
                    if index + 2 < bytes.count, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x8C { commas += 1 }
                } else if byte == 0xD8, index + 1 < bytes.count, bytes[index + 1] == 0x8C {
                    commas += 1  // Arabic comma
                } else if byte >= 0xC0 {
                    text += 1
                }
            }
        }
        return (text, commas)
    }
}
