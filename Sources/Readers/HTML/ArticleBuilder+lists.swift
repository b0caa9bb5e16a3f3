internal import ArticleModel
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    mutating func appendList(_ node: NodeID, _ tag: Tag?, to flow: inout Flow) {
        flow.flush()
        let attributes = attributes(of: node)
        let isGallery = isGallery(node)
        var items: [ListItem] = []
        var loose = Flow()
        var child = document.firstChild(of: node)
        while let current = child {
            if document.has(.li, at: current) {
                collect(&loose, into: &items)
                if !isDropped(current), !noteNodes.contains(current) {
                    appendItem(current, to: &items, isGallery: isGallery)
                }
            } else if isList(current), !items.isEmpty, !isDropped(current) {
                // A list straight in a list belongs to the item before it.
                collect(&loose, into: &items)
                items[items.count - 1].blocks += nested(current)
            } else {
                append(current, to: &loose)
            }
            child = document.nextSibling(of: current)
        }
        collect(&loose, into: &items)
        guard !items.isEmpty else { return }
        // A gallery: its items are figures, not points.
        if isGallery, items.allSatisfy({ $0.blocks.count == 1 && $0.blocks[0].isFigure }) {
            return flow.add(items.flatMap(\.blocks))
        }
        flow.add(Block(.list(List(marker: marker(of: node, tag), items: items)), attributes: attributes))
    }

    /// Whether the list's class, or one of those round it, speaks of a row of pictures.
    private func isGallery(_ node: NodeID) -> Bool {
        var current: NodeID? = node
        for _ in 0..<4 {
            guard let element = current else { return false }
            let names = document.attribute(.class, of: element)?.lowercased() ?? ""
            if names.holds("gallery") || names.holds("slide") || names.holds("carousel") { return true }
            current = document.parent(of: element)
        }
        return false
    }

    private func isList(_ node: NodeID) -> Bool {
        document.has(.ul, at: node) || document.has(.ol, at: node)
    }

    private mutating func nested(_ node: NodeID) -> [Block] {
        var flow = Flow()
        append(node, to: &flow)
        flow.flush()
        return flow.blocks
    }

    /// Text that stands in a list outside its items.
    private func collect(_ loose: inout Flow, into items: inout [ListItem]) {
        loose.flush()
        if !loose.blocks.isEmpty { items.append(ListItem(loose.blocks)) }
        loose = Flow()
    }

    private mutating func appendItem(_ node: NodeID, to items: inout [ListItem], isGallery: Bool) {
        let attributes = attributes(of: node)
        depth += 1
        defer { depth -= 1 }
        let blocks = (isGallery ? captioned(node).map { [$0] } : nil) ?? blocks(in: node)
        guard !blocks.isEmpty else { return }
        let value = document.integer(.value, of: node)
        items.append(ListItem(blocks, attributes: attributes, value: value, checked: checkbox(in: node)))
    }

    /// The state of the box that starts a task list's item.
    private func checkbox(in node: NodeID) -> Bool? {
        for index in subtree(node).prefix(6) where document.has(.input, at: NodeID(index)) {
            guard document.attribute(.type, of: NodeID(index)) == "checkbox" else { return nil }
            return document.attribute(.checked, of: NodeID(index)) != nil
        }
        return nil
    }

    private func marker(of node: NodeID, _ tag: Tag?) -> List.Marker {
        guard tag == .ol else { return .unordered }
        let style =
            document.attribute(.type, of: node).flatMap(List.Ordered.Style.init(rawValue:)) ?? styledMarker(node)
        let reversed = document.attribute(.reversed, of: node) != nil
        let count = Element(node, in: document).children.count { $0.localName == "li" }
        let start = document.integer(.start, of: node) ?? (reversed ? count : 1)
        return .ordered(List.Ordered(start: start, style: style, isReversed: reversed))
    }

    private func styledMarker(_ node: NodeID) -> List.Ordered.Style {
        let style = document.attribute(.style, of: node)?.lowercased() ?? ""
        if style.holds("lower-alpha") || style.holds("lower-latin") { return .lowerAlpha }
        if style.holds("upper-alpha") || style.holds("upper-latin") { return .upperAlpha }
        if style.holds("lower-roman") { return .lowerRoman }
        if style.holds("upper-roman") { return .upperRoman }
        return .decimal
    }

    // MARK: Definition lists

    mutating func appendDefinitions(_ node: NodeID, to flow: inout Flow) {
        flow.flush()
        let attributes = attributes(of: node)
        var groups: [DefinitionGroup] = []
        collectDefinitions(in: node, into: &groups)
        guard !groups.isEmpty else { return }
        flow.add(Block(.definitionList(groups), attributes: attributes))
    }

    private mutating func collectDefinitions(in node: NodeID, into groups: inout [DefinitionGroup]) {
        var child = document.firstChild(of: node)
        while let current = child {
            defer { child = document.nextSibling(of: current) }
            guard document.kind(of: current) == .element, !isDropped(current), !noteNodes.contains(current) else {
                continue
            }
            switch document.tag(of: current) {
            case .dt:
                let term = inlines(in: current)
                guard !InlineText.isEmpty(term) else { continue }
                if let last = groups.indices.last, groups[last].definitions.isEmpty {
                    groups[last].terms.append(term)
                } else {
                    groups.append(DefinitionGroup(terms: [term], definitions: []))
                }
            case .dd:
                let blocks = blocks(in: current)
                guard !blocks.isEmpty else { continue }
                if groups.isEmpty { groups.append(DefinitionGroup(terms: [], definitions: [])) }
                groups[groups.count - 1].definitions.append(blocks)
            case .div: collectDefinitions(in: current, into: &groups)
            default:
                let blocks = nested(current)
                guard !blocks.isEmpty else { continue }
                if groups.isEmpty { groups.append(DefinitionGroup(terms: [], definitions: [])) }
                groups[groups.count - 1].definitions.append(blocks)
            }
        }
    }
}

extension Element {
    /// The child elements in order.
    var children: [Element] {
        var result: [Element] = []
        var child = firstChildElement
        while let current = child {
            result.append(current)
            child = current.nextSiblingElement
        }
        return result
    }
}
