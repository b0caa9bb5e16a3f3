public import HTML

/// An element about to be copied: what a writer may change of it.
public struct ElementCopy {
    public let node: NodeID
    public var name: String
    public var attributes: [(name: String, value: String)]

    /// An attribute's value; setting nil takes the attribute away.
    public subscript(attribute attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            let place = attributes.firstIndex { $0.name == attribute } ?? attributes.count
            attributes.removeAll { $0.name == attribute }
            if let newValue { attributes.insert((attribute, newValue), at: place) }
        }
    }
}

extension HTMLDocumentBuilder {
    /// Copies what is in a node of another document, each element changed as a writer wants it.
    public mutating func copyChildren(
        of node: NodeID, in document: HTMLDocument, changing change: (inout ElementCopy) -> Void = { _ in }
    ) {
        var child = document.firstChild(of: node)
        while let current = child {
            switch document.kind(of: current) {
            case .element:
                var element = ElementCopy(
                    node: current, name: document.name(of: current), attributes: document.attributes(of: current))
                change(&element)
                open(element.name, element.attributes)
                copyChildren(of: current, in: document, changing: change)
                close()
            case .text: text(document.text(of: current))
            case .comment, .document: break
            }
            child = document.nextSibling(of: current)
        }
    }
}

extension HTMLDocument {
    /// The first element of this name in document order.
    public func firstElement(named name: String) -> NodeID? {
        (0..<nodeCount).lazy.map(NodeID.init).first { kind(of: $0) == .element && self.name(of: $0) == name }
    }

    /// All text inside a node, in order; pictures give their alternatives.
    public func spokenText(of node: NodeID) -> String {
        if kind(of: node) == .text { return text(of: node) }
        var text = name(of: node) == "img" ? attribute("alt", of: node) ?? "" : ""
        var child = firstChild(of: node)
        while let current = child {
            text += spokenText(of: current)
            child = nextSibling(of: current)
        }
        return text
    }
}
