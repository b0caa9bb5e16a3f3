internal import ArticleModel
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    /// Finds the links of the article that lead into it, and which of them are calls of notes.
    mutating func prepare(roots: [NodeID]) {
        var marks: [(id: String, link: NodeID)] = []
        for root in roots {
            var index = root.position
            let end = subtree(root).upperBound
            while index < end {
                let node = NodeID(index)
                if isDropped(node) {
                    index = subtree(node).upperBound
                    continue
                }
                if document.has(.a, at: node), let id = ownFragment(of: node) {
                    targets.insert(id)
                    if isMark(node) { marks.append((id, node)) }
                }
                index += 1
            }
        }
        if !marks.isEmpty { findNotes(of: marks) }
        for id in unreachable { noteElements[id] = nil }
        noteNodes = Set(noteElements.values)
        keepTargets(in: roots)
    }

    /// The notes that marks call. They may stand anywhere behind their calls, outside the article's element too; a link
    /// to something before it leads back.
    private mutating func findNotes(of marks: [(id: String, link: NodeID)]) {
        let wanted = Set(marks.map(\.id))
        var anchors: [String: NodeID] = [:]
        for index in 0..<document.nodeCount where document.kind(of: NodeID(index)) == .element {
            let node = NodeID(index)
            for id in [document.attribute(.id, of: node), anchorName(node)] {
                if let id, wanted.contains(id), anchors[id] == nil { anchors[id] = node }
            }
        }
        for (id, link) in marks {
            guard let anchor = anchors[id], link < anchor, let element = noteElement(anchor),
                !subtree(element).contains(link.position),
                isNamedCall(link) || isRaised(link) || leadsBack(from: element, to: link)
            else { continue }
            calls.insert(link)
            if noteElements[id] == nil { noteElements[id] = element }
        }
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

    /// The id in the page itself that a link leads to.
    private func ownFragment(of link: NodeID) -> String? {
        guard let href = document.attribute(.href, of: link), let address = addresses.link(href), address.hasPrefix("#")
        else { return nil }
        return Self.fragment(address)
    }

    // MARK: What a call looks like

    /// Whether a link is short enough to be a call: a number, a sign, a letter or two, in brackets or not.
    private func isMark(_ node: NodeID) -> Bool {
        if document.attribute(.role, of: node) == "doc-backlink" { return false }
        let text = Self.trimmed(preformatted(node)).filter { !"[]()".contains($0) }
        if text.isEmpty { return false }
        if document.attribute(.role, of: node) == "doc-noteref" { return true }
        guard text.count <= 4,
            text.allSatisfy({ $0.isNumber || $0 == "*" || $0 == "†" || $0 == "‡" || $0 == "§" || $0.isLetter })
        else { return false }
        return text.contains { !$0.isLetter } || text.count <= 2
    }

    /// A link whose attributes say that it calls a note: DPUB-ARIA, EPUB's vocabulary, and the names that programs give.
    private func isNamedCall(_ node: NodeID) -> Bool {
        if document.attribute(.role, of: node) == "doc-noteref" { return true }
        if document.attribute("epub:type", of: node)?.holds("noteref") == true { return true }
        if document.attribute(.rel, of: node) == "footnote" { return true }
        if document.attribute("data-footnote-ref", of: node) != nil { return true }
        return hasName(node, Self.callNames)
    }

    private static let callNames = ["footnote", "noteref", "fnref", "note-ref", "endnote", "fussnote", "fn-ref"]

    /// Whether one of the element's classes has one of the words in it.
    private func hasName(_ node: NodeID, _ words: [String]) -> Bool {
        guard let value = document.attribute(.class, of: node)?.lowercased() else { return false }
        return words.contains(where: value.holds)
    }

    private func isRaised(_ node: NodeID) -> Bool {
        var ancestor = document.parent(of: node)
        for _ in 0..<2 {
            guard let current = ancestor else { return false }
            if document.has(.sup, at: current) { return true }
            ancestor = document.parent(of: current)
        }
        return Element(node, in: document).firstChildElement?.localName == "sup"
    }

    /// Whether a link in the note leads to the call, or to what stands close round it.
    private func leadsBack(from element: NodeID, to call: NodeID) -> Bool {
        var places: Set<String> = []
        var current: NodeID? = call
        for _ in 0..<3 {
            guard let node = current else { break }
            for name in [document.attribute(.id, of: node), document.attribute(.name, of: node)] {
                if let name { places.insert(name) }
            }
            current = document.parent(of: node)
        }
        return !places.isEmpty
            && subtree(element).contains { index in
                document.has(.a, at: NodeID(index)) && ownFragment(of: NodeID(index)).map(places.contains) ?? false
            }
    }

    /// The element that is the note with this id: an item, paragraph or division with little in it. Of a term it is the
    /// definition.
    private func noteElement(_ node: NodeID) -> NodeID? {
        var current: NodeID? = node
        for _ in 0..<3 {
            guard let candidate = current else { return nil }
            switch document.tag(of: candidate) {
            case .li, .p, .aside, .dd, .div, .section:
                let text = subtree(candidate).reduce(0) { $0 + document.textRange(of: NodeID($1)).count }
                return text < 6_000 && text > 0 ? candidate : nil
            case .dt:
                let next = Element(candidate, in: document).nextSiblingElement
                return next?.localName == "dd" ? next?.node : nil
            case .a, .sup, .span, .cite, .b, .strong, .small: current = document.parent(of: candidate)
            default: return nil
            }
        }
        return nil
    }

    // MARK: While reading

    func isNoteReference(_ node: NodeID) -> Bool {
        !calls.isEmpty && calls.contains(node) && ownFragment(of: node).map { noteElements[$0] != nil } ?? false
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

    mutating func appendNoteReference(_ node: NodeID, to flow: inout Flow) {
        guard let id = ownFragment(of: node), let element = noteElements[id] else { return }
        flow.addCall(of: id, Attributes(id: callID(of: node)))
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
            let name = document.attribute(.id, of: candidate) ?? anchorName(candidate)
            if let id = name, !id.isEmpty, usedIDs.insert(id).inserted { return id }
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
            || hasName(node, ["backref", "backlink", "footnote-back", "reversefootnote"])
        {
            return true
        }
        guard let href = document.attribute(.href, of: node), href.holds("#") else { return false }
        let text = Self.trimmed(preformatted(node)).filter { !"[]().".contains($0) }
        return !text.isEmpty
            && (text.unicodeScalars.allSatisfy { "↩︎↑^⤴️⏎\u{fe0e}\u{fe0f}*†‡§".unicodeScalars.contains($0) }
                || text.allSatisfy(\.isNumber))
    }

    /// Takes the note's own number or bracket off its start.
    private static func trimMark(_ inlines: inout [Inline]) {
        InlineText.trimStart(&inlines)
        guard case .text(let text)? = inlines.first?.content else { return }
        let rest = text.drop { ".)]:^ \u{a0}".contains($0) }
        if rest.count < text.count { inlines[0].content = .text(String(rest)) }
        InlineText.trimStart(&inlines)
    }

    // MARK: Notes in the text

    /// Whether an element in a paragraph is a note that scripts or styles show beside or over the text.
    func isNoteInText(_ node: NodeID) -> Bool {
        guard let value = document.attribute(.class, of: node)?.lowercased() else { return false }
        return value.split(whereSeparator: \.isWhitespace).contains { Self.sideNotes.contains($0) }
            && visibleText(node) > 1
    }

    private static let sideNotes: Set<Substring> = [
        "sidenote", "marginnote", "side-note", "margin-note", "footnote-content", "footnote__content",
        "inline-footnote",
        "modern-footnotes-footnote__note", "footnote-text", "footnote_tooltip", "footnote-tooltip", "fn-content",
    ]

    /// A note that stands where it is called; the number before it, if any, was its call.
    mutating func appendNoteInText(_ node: NodeID, to flow: inout Flow) {
        guard depth < Article.maximumDepth - 8 else { return appendInlineChildren(of: node, to: &flow) }
        let id = "\(notes.count + 1)"
        guard noteIDs.insert(id).inserted else { return appendInlineChildren(of: node, to: &flow) }
        if let last = flow.inlines.last, case .superscript(let inside) = last.content,
            inside.plainText.allSatisfy({ $0.isNumber || "[]*†‡".contains($0) })
        {
            flow.inlines.removeLast()
        }
        flow.addCall(of: id, .none)
        let position = notes.count
        notes.append(Note(id: id, blocks: []))
        depth += 1
        defer { depth -= 1 }
        var blocks = blocks(in: node)
        if let first = blocks.first, case .paragraph(var inlines) = first.content {
            Self.trimMark(&inlines)
            blocks[0].content = .paragraph(inlines)
        }
        notes[position].blocks = blocks
    }
}
