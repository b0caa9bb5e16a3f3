public import CSS

/// An element of a document, as selectors and readers see it; equality is identity.
public struct Element: StyledElement, Sendable {
    public let document: HTMLDocument
    public let node: NodeID

    /// The element with this number, which must be an element's.
    public init(_ node: NodeID, in document: HTMLDocument) {
        self.document = document
        self.node = node
    }

    public var localName: String { document.name(of: node) }
    public var id: String? { document.attribute("id", of: node) }
    public var classes: [String] {
        (document.attribute("class", of: node) ?? "").split(whereSeparator: \.isHTMLSpace).map(String.init)
    }
    public func attribute(_ name: String) -> String? { document.attribute(name, of: node) }

    public var attributeNames: [String] { document.attributeNames(of: node) }

    public var parentElement: Element? {
        document.parent(of: node).flatMap { document.kind(of: $0) == .element ? Element($0, in: document) : nil }
    }
    public var previousSiblingElement: Element? {
        element(after: document.previousSibling(of: node), document.previousSibling)
    }
    public var nextSiblingElement: Element? { element(after: document.nextSibling(of: node), document.nextSibling) }
    public var firstChildElement: Element? { element(after: document.firstChild(of: node), document.nextSibling) }

    public var isEmpty: Bool {
        var child = document.firstChild(of: node)
        while let current = child {
            switch document.kind(of: current) {
            case .element, .document: return false
            case .text: if !document.textRange(of: current).isEmpty { return false }
            case .comment: break
            }
            child = document.nextSibling(of: current)
        }
        return true
    }

    public static func == (a: Element, b: Element) -> Bool { a.node == b.node && a.document === b.document }
    public func hash(into hasher: inout Hasher) { hasher.combine(node) }

    private func element(after start: NodeID?, _ next: (NodeID) -> NodeID?) -> Element? {
        var candidate = start
        while let current = candidate {
            if document.kind(of: current) == .element { return Element(current, in: document) }
            candidate = next(current)
        }
        return nil
    }
}

extension Character {
    /// HTML's ASCII white space.
    var isHTMLSpace: Bool {
        self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{c}" || self == "\r\n"
    }
}
