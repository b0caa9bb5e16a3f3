internal import ArticleModel
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    /// Finds the links of the article that lead into it, and which of them are calls of notes.
    mutating func prepare(roots: [NodeID]) {
        var calls: [(id: String, link: NodeID)] = []
        for root in roots {
            var index = root.position
            let end = subtree(root).upperBound
            while index < end {
                let node = NodeID(index)
                if isDropped(node) {
                    index = subtree(node).upperBound
                    continue
                }
                if document.has(.a, at: node), let href = document.attribute(.href, of: node),
                    let address = addresses.link(href), address.hasPrefix("#")
                {
                    let id = Self.fragment(address)
                    targets.insert(id)
                    if isCall(node) { calls.append((id, node)) }
                }
                index += 1
            }
        }
        guard !calls.isEmpty else { return keepTargets(in: roots) }
        // Notes stand behind their calls; a link to something before it leads back.
        let firstCall = Dictionary(calls.map { ($0.id, $0.link) }, uniquingKeysWith: { first, _ in first })
        for root in roots {
            for index in subtree(root) {
                let node = NodeID(index)
                guard let id = document.attribute(.id, of: node) ?? anchorName(node), let call = firstCall[id],
                    call < node,
                    noteElements[id] == nil,
                    let element = noteElement(node)
                else { continue }
                noteElements[id] = element
            }
        }
        for id in unreachable { noteElements[id] = nil }
        noteNodes = Set(noteElements.values)
        keepTargets(in: roots)
    }

    /// The notes that no call reached: they are text where they stand.
    var unreachedNotes: Set<String> { Set(noteElements.keys).subtracting(noteIDs) }

    /// Only ids that the article has are targets.
    private mutating func keepTargets(in roots: [NodeID]) {
        var present: Set<String> = []
        for root in roots {
            for index in subtree(root) {
                if let id = document.attribute(.id, of: NodeID(index)) { present.insert(id) }
                if let name = anchorName(NodeID(index)) { present.insert(name) }
            }
        }
        targets.formIntersection(present)
    }

    private func anchorName(_ node: NodeID) -> String? {
        document.has(.a, at: node) ? document.attribute(.name, of: node) : nil
    }

    /// A link that calls a note: by its role, or raised, or in brackets, and short.
    private func isCall(_ node: NodeID) -> Bool {
        let role = document.attribute(.role, of: node)
        if role == "doc-noteref" { return true }
        if role == "doc-backlink" { return false }
        let text = Self.trimmed(preformatted(node)).filter { $0 != "[" && $0 != "]" && $0 != "(" && $0 != ")" }
        guard !text.isEmpty, text.count <= 4,
            text.allSatisfy({ $0.isNumber || $0 == "*" || $0 == "†" || $0 == "‡" || $0.isLetter })
        else { return false }
        guard text.contains(where: { $0.isNumber || $0 == "*" || $0 == "†" || $0 == "‡" }) || text.count <= 2 else {
            return false
        }
        var ancestor = document.parent(of: node)
        for _ in 0..<2 {
            guard let current = ancestor else { return false }
            if document.has(.sup, at: current) { return true }
            ancestor = document.parent(of: current)
        }
        return Element(node, in: document).firstChildElement?.localName == "sup"
    }

    /// The element that is the note with this id: an item, paragraph or division with little in it.
    private func noteElement(_ node: NodeID) -> NodeID? {
        var current: NodeID? = node
        for _ in 0..<3 {
            guard let candidate = current else { return nil }
            switch document.tag(of: candidate) {
            case .li, .p, .aside, .dd, .div, .section:
                let text = subtree(candidate).reduce(0) { $0 + document.textRange(of: NodeID($1)).count }
                return text < 6_000 && text > 0 ? candidate : nil
            case .a, .sup, .span, .cite, .b, .strong, .small: current = document.parent(of: candidate)
            default: return nil
            }
        }
        return nil
    }

    // MARK: While reading

    func isNoteReference(_ node: NodeID) -> Bool {
        guard !noteElements.isEmpty, let id = noteID(of: node) else { return false }
        return noteElements[id] != nil && isCall(node)
    }

    /// The call that is all there is in a `sup`.
    func noteLink(in node: NodeID) -> NodeID? {
        guard !noteElements.isEmpty else { return nil }
        let children = Element(node, in: document).children
        guard children.count == 1, let link = children.first, link.localName == "a", isNoteReference(link.node) else {
            return nil
        }
        return link.node
    }

    private func noteID(of link: NodeID) -> String? {
        guard let href = document.attribute(.href, of: link), let address = addresses.link(href), address.hasPrefix("#")
        else { return nil }
        return Self.fragment(address)
    }

    mutating func appendNoteReference(_ node: NodeID, to flow: inout Flow) {
        guard let id = noteID(of: node), let element = noteElements[id] else { return }
        // A note goes close to the text: the space before its call is nothing.
        flow.inlines.append(Inline(.noteReference(id), attributes: Attributes(id: callID(of: node))))
        flow.endsInSpace = false
        guard noteIDs.insert(id).inserted else { return }
        let position = notes.count
        notes.append(Note(id: id, blocks: []))
        notes[position].blocks = noteBlocks(element)
    }

    /// The call's own id, or that of the `sup` or `span` round nothing but the call: the note leads back to it.
    private mutating func callID(of link: NodeID) -> String? {
        var candidates = [link]
        if let parent = document.parent(of: link), document.has(.sup, at: parent) || document.has(.span, at: parent) {
            candidates.append(parent)
        }
        for candidate in candidates {
            if let id = document.attribute(.id, of: candidate), !id.isEmpty, usedIDs.insert(id).inserted { return id }
        }
        return nil
    }

    private mutating func noteBlocks(_ element: NodeID) -> [Block] {
        let backlinks = subtree(element).map { NodeID($0) }.filter { isBacklink($0) }
        noteNodes.formUnion(backlinks)
        depth += 1
        defer { depth -= 1 }
        var blocks = blocks(in: element)
        if let first = blocks.first, case .paragraph(var inlines) = first.content {
            Self.trimMark(&inlines)
            blocks[0].content = .paragraph(inlines)
        }
        return blocks
    }

    /// Links from a note back to its call, with what is only round them.
    private func isBacklink(_ node: NodeID) -> Bool {
        guard document.kind(of: node) == .element else { return false }
        if (document.attribute(.class, of: node) ?? "").holds("mw-cite-backlink") { return true }
        guard document.has(.a, at: node) else { return false }
        if document.attribute(.role, of: node) == "doc-backlink"
            || (document.attribute(.class, of: node) ?? "").holds("backref")
        {
            return true
        }
        guard let href = document.attribute(.href, of: node), href.holds("#") else { return false }
        let text = Self.trimmed(preformatted(node)).filter { $0 != "[" && $0 != "]" && $0 != "." }
        return !text.isEmpty
            && (text.unicodeScalars.allSatisfy { "↩︎↑^⤴️⏎\u{fe0e}\u{fe0f}".unicodeScalars.contains($0) }
                || text.allSatisfy(\.isNumber))
    }

    /// Takes the note's own number or bracket off its start.
    private static func trimMark(_ inlines: inout [Inline]) {
        InlineText.trimStart(&inlines)
        guard case .text(let text)? = inlines.first?.content else { return }
        let rest = text.drop { ".)]:^ ".contains($0) }
        if rest.count < text.count { inlines[0].content = .text(String(rest)) }
        InlineText.trimStart(&inlines)
    }
}
