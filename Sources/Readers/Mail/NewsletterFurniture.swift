internal import Extraction
internal import HTML

/// Finds what newsletters have round their text: preheader, link to the copy on the web, footer, rows of icons, pixels.
///
/// The rules read how newsletters are built: what is made invisible in ways that mail programs need, where links for
/// leaving the list stand, how small pictures are.
struct NewsletterFurniture {
    let document: HTMLDocument
    /// What is not to be dropped.
    let spared: [NodeID]
    /// Who sent the letter, as mail programs show it.
    let sender: String
    private(set) var dropped: NodeSet
    private(set) var preheader: String?
    private(set) var entries: [ExtractionReport.Entry] = []
    /// For each node the position behind its last descendant.
    private let end: [Int]
    /// Characters of visible text in each node, white space counted once.
    private var length: [Int]

    init(_ document: HTMLDocument, dropped: NodeSet, spared: [NodeID] = [], sender: String = "") {
        self.document = document
        self.spared = spared
        self.sender = sender
        self.dropped = dropped
        var end = Array(0..<document.nodeCount).map { $0 + 1 }
        for index in stride(from: document.nodeCount - 1, to: 0, by: -1) {
            if let parent = document.parent(of: NodeID(index))?.position { end[parent] = max(end[parent], end[index]) }
        }
        self.end = end
        length = []
        findPreheader()
        measure()
    }

    /// Drops what is no text of the letter.
    mutating func drop() {
        dropUnseen()
        dropWebCopy()
        dropFooter()
        dropIconRows()
        dropMasthead()
    }

    // MARK: Measures

    private mutating func measure() {
        var length = [Int](repeating: 0, count: document.nodeCount)
        var index = 0
        while index < document.nodeCount {
            let node = NodeID(index)
            if dropped.contains(node) || isSilent(node) {
                index = end[index]
                continue
            }
            if document.kind(of: node) == .text {
                length[index] = Self.length(document.utf8[document.textRange(of: node)])
            }
            index += 1
        }
        for index in stride(from: document.nodeCount - 1, to: 0, by: -1) where length[index] > 0 {
            if let parent = document.parent(of: NodeID(index))?.position { length[parent] += length[index] }
        }
        self.length = length
    }

    private func isSilent(_ node: NodeID) -> Bool {
        switch document.tag(of: node) {
        case .head, .style, .script, .title: true
        default: false
        }
    }

    private static func length(_ utf8: ArraySlice<UInt8>) -> Int {
        var count = 0
        var wasSpace = true
        // Continuation bytes are no characters.
        for byte in utf8 where byte & 0xC0 != 0x80 {
            let isSpace = byte <= 0x20
            if !(isSpace && wasSpace) { count += 1 }
            wasSpace = isSpace
        }
        return wasSpace && count > 0 ? count - 1 : count
    }

    private var total: Int { length[0] }

    private func text(_ node: Int) -> String {
        var parts: [String] = []
        for index in node..<end[node] where document.kind(of: NodeID(index)) == .text {
            parts.append(document.text(of: NodeID(index)))
            if parts.count > 200 { break }
        }
        return parts.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func drop(_ node: Int, _ rule: String) {
        let isSpared = spared.contains {
            (node..<end[node]).contains($0.position) || ($0.position..<end[$0.position]).contains(node)
        }
        guard !dropped.contains(NodeID(node)), !isSpared else { return }
        dropped.insert(NodeID(node))
        let element = Element(NodeID(node), in: document)
        let sample = String(text(node).prefix(80))
        guard !sample.isEmpty else { return }
        entries.append(
            ExtractionReport.Entry(
                decision: .dropped, rule: rule, element: element.localName, sample: sample, textLength: length[node]))
    }

    private func elements(_ tag: Tag) -> [Int] {
        (0..<document.nodeCount).filter { document.has(tag, at: NodeID($0)) && !isInsideDropped($0) }
    }

    private func isInsideDropped(_ node: Int) -> Bool {
        var current: NodeID? = NodeID(node)
        while let node = current {
            if dropped.contains(node) { return true }
            current = document.parent(of: node)
        }
        return false
    }

    // MARK: What is not seen

    /// The first text that is made invisible; mail programs show it beside the subject.
    private mutating func findPreheader() {
        var seen = 0
        for index in 0..<document.nodeCount {
            let node = NodeID(index)
            if document.kind(of: node) == .text, !isSilent(document.parent(of: node) ?? node) {
                seen += Self.length(document.utf8[document.textRange(of: node)])
            }
            if seen > 400 { return }
            guard document.kind(of: node) == .element,
                dropped.contains(node) || isUnseen(node) || isNamedPreheader(node)
            else { continue }
            // The padding behind it keeps programs from showing what follows.
            let words = text(index).unicodeScalars.filter { !Self.padding.contains($0.value) }
            let plain = String(String.UnicodeScalarView(words)).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            if plain.count >= 15, plain.count <= 400, plain.contains(where: \.isLetter) {
                preheader = plain
                return
            }
        }
    }

    /// Characters without width, and the combining grapheme joiner.
    private static let padding: Set<UInt32> = [0x200B, 0x200C, 0x200D, 0x2007, 0xFEFF, 0x034F, 0x00AD, 0x061C, 0x115F]

    /// Ways to hide that mail programs need and web pages do not (`display: none` has been seen to already).
    private func isUnseen(_ node: NodeID) -> Bool {
        guard let style = document.attribute(.style, of: node) else { return false }
        let plain = style.lowercased().filter { !$0.isWhitespace }
        let declarations = plain.split(separator: ";").map { $0.split(separator: ":", maxSplits: 1) }
        var values: [Substring: Substring] = [:]
        for declaration in declarations where declaration.count == 2 { values[declaration[0]] = declaration[1] }
        func isNothing(_ name: Substring) -> Bool {
            values[name].map { Double($0.prefix { $0.isNumber || $0 == "." }).map { $0 == 0 } ?? false } ?? false
        }
        if values["mso-hide"] == "all" || values["display"]?.hasPrefix("none") == true { return true }
        if values["visibility"]?.hasPrefix("hidden") == true || isNothing("opacity") { return true }
        if isNothing("max-height") { return true }
        let isTiny = values["font-size"].map { Double($0.prefix { $0.isNumber || $0 == "." }).map { $0 <= 1 } ?? false }
        return isTiny == true && document.tag(of: node) != .td && document.tag(of: node) != .table
            && !holdsPicture(node.position)
    }

    private func isNamedPreheader(_ node: NodeID) -> Bool {
        let names = (document.attribute(.class, of: node) ?? "") + " " + (document.attribute(.id, of: node) ?? "")
        let lower = names.lowercased()
        return lower.contains("preheader") || lower.contains("preview-text") || lower.contains("previewtext")
    }

    private func holdsPicture(_ node: Int) -> Bool {
        (node..<end[node]).contains { document.has(.img, at: NodeID($0)) }
    }

    private mutating func dropUnseen() {
        var index = 0
        while index < document.nodeCount {
            let node = NodeID(index)
            if document.kind(of: node) == .element {
                if isPixel(node) || isUnseen(node) && length[index] * 3 < total
                    || isNamedPreheader(node) && length[index] < 400 && length[index] * 3 < total
                {
                    drop(index, "preheader")
                    index = end[index]
                    continue
                }
            }
            index += 1
        }
        measure()
    }

    /// A picture of a pixel or two, by its attributes or its style.
    private func isPixel(_ node: NodeID) -> Bool {
        guard document.has(.img, at: node) else { return false }
        return [size(.width, of: node), size(.height, of: node)].contains { $0.map { $0 <= 2 } ?? false }
    }

    /// CSS px of a picture's side; nil where neither attribute nor style says it.
    private func size(_ name: AttributeName, of node: NodeID) -> Double? {
        if let value = document.attribute(name, of: node), !value.contains("%"),
            let number = Double(value.prefix { $0.isNumber || $0 == "." })
        {
            return number
        }
        let plain = (document.attribute(.style, of: node) ?? "").lowercased().filter { !$0.isWhitespace }
        for declaration in plain.split(separator: ";") where declaration.hasPrefix("\(name):") {
            let value = declaration.drop { $0 != ":" }.dropFirst()
            if value.hasSuffix("px") || value == "0" { return Double(value.prefix { $0.isNumber || $0 == "." }) }
        }
        return nil
    }

    // MARK: Links of the sender's

    /// The line that leads to the same letter on the web; it stands near either end.
    private mutating func dropWebCopy() {
        for link in elements(.a) where length[link] < 200 {
            let text = text(link).lowercased()
            guard MailWords.webCopy.contains(where: text.contains), let block = block(around: link, longest: 220) else {
                continue
            }
            drop(block, "link to the web")
        }
        measure()
    }

    /// From the links for leaving the list to the end, with the block that they stand in.
    private mutating func dropFooter() {
        let links = elements(.a).filter { link in
            let text = text(link).lowercased()
            let address = document.attribute(.href, of: NodeID(link))?.lowercased() ?? ""
            return text.count < 200
                && (MailWords.leaving.contains(where: text.contains) || address.contains("unsubscribe"))
        }
        guard let last = links.last(where: { before($0) * 2 >= total }) else { return }
        guard let block = block(around: last, longest: max(1_200, total / 8)) else { return drop(last, "footer") }
        var start = block
        // The sender's address and the reason for the letter stand in the blocks before it.
        for other in footerBlocks(before: block) { start = min(start, other) }
        for node in nodes(from: start) { drop(node, "footer") }
        measure()
    }

    /// Characters of text before a node.
    private func before(_ node: Int) -> Int {
        var sum = 0
        for index in 0..<node where document.kind(of: NodeID(index)) == .text { sum += length[index] }
        return sum
    }

    /// The outermost element round a node with no more text than that, and less than a third of all; the nearest block
    /// may have more.
    private func block(around node: Int, longest: Int) -> Int? {
        var best: Int?
        var current = document.parent(of: NodeID(node))
        while let ancestor = current {
            let position = ancestor.position
            if document.has(.body, at: ancestor) || length[position] > longest || length[position] * 3 > total { break }
            if ArticleBuilder.isBlock(document.tag(of: ancestor)) { best = position }
            current = document.parent(of: ancestor)
        }
        return best
    }

    /// Blocks in the last third that say why the letter came and who sent it.
    private func footerBlocks(before limit: Int) -> [Int] {
        let start = total * 2 / 3
        var found: [Int] = []
        var sum = 0
        for index in 0..<limit where document.kind(of: NodeID(index)) == .text {
            sum += length[index]
            guard sum > start, length[index] > 0, !isInsideDropped(index) else { continue }
            let words = document.text(of: NodeID(index)).lowercased()
            guard MailWords.footer.contains(where: words.contains) else { continue }
            if let block = block(around: index, longest: 800) { found.append(block) }
        }
        return found
    }

    /// The outermost nodes that lie behind a position, the node there first; its ancestors are left.
    private func nodes(from start: Int) -> [Int] {
        var nodes: [Int] = []
        var index = start
        while index < document.nodeCount {
            nodes.append(index)
            index = end[index]
        }
        return nodes
    }

    // MARK: Icons

    /// Rows of small linked pictures with no words: where else the sender can be found.
    private mutating func dropIconRows() {
        var index = 0
        while index < document.nodeCount {
            let node = NodeID(index)
            if dropped.contains(node) {
                index = end[index]
            } else if ArticleBuilder.isBlock(document.tag(of: node)), length[index] <= 3, isIconRow(index) {
                drop(index, "icons")
                index = end[index]
            } else {
                index += 1
            }
        }
    }

    private func isIconRow(_ node: Int) -> Bool {
        let pictures = (node..<end[node]).filter { document.has(.img, at: NodeID($0)) }
        guard pictures.count >= 2 else { return false }
        return pictures.allSatisfy { picture in
            let side = size(.width, of: NodeID(picture)) ?? size(.height, of: NodeID(picture)) ?? 1_000
            return side <= 64 && isLinked(picture, within: node)
        }
    }

    /// The picture above all text that says the sender's name again.
    private mutating func dropMasthead() {
        func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        let name = key(sender)
        var seen = 0
        for index in 0..<document.nodeCount where seen < 20 {
            let node = NodeID(index)
            if document.kind(of: node) == .text { seen += length[index] }
            guard document.has(.img, at: node), !isInsideDropped(index) else { continue }
            let alternative = key(document.attribute(.alt, of: node) ?? "")
            if alternative.count >= 3, name.contains(alternative) || name.count >= 3 && alternative.contains(name) {
                drop(index, "masthead")
            }
        }
    }

    private func isLinked(_ node: Int, within root: Int) -> Bool {
        var current = document.parent(of: NodeID(node))
        while let ancestor = current, ancestor.position >= root {
            if document.has(.a, at: ancestor) { return true }
            current = document.parent(of: ancestor)
        }
        return false
    }
}
