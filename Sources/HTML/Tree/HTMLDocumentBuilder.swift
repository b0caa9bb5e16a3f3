/// Makes an `HTMLDocument` from a walk in document order: open, text, close.
public struct HTMLDocumentBuilder: Sendable {
    private var nodes: [NodeRecord] = [NodeRecord(kind: .document)]
    private var attributes: [AttributeRecord] = []
    private var bytes: [UInt8] = []
    private var names: [String] = []
    private var numbers: [String: Int32] = [:]
    private var open: [NodeID] = [HTMLDocument.root]

    public init() {}

    /// Opens an element inside the one that is open.
    @discardableResult
    public mutating func open(
        _ name: String, _ attributes: [(name: String, value: String)] = [], source: Int? = nil
    ) -> NodeID {
        let start = Int32(self.attributes.count)
        for attribute in attributes {
            let from = Int32(bytes.count)
            bytes.append(contentsOf: attribute.value.utf8)
            let number = number(attribute.name)
            self.attributes.append(AttributeRecord(name: number, start: from, end: Int32(bytes.count)))
        }
        var record = NodeRecord(kind: .element)
        record.name = number(name)
        record.start = start
        record.end = Int32(self.attributes.count)
        record.source = Int32(source ?? -1)
        let id = append(record)
        open.append(id)
        return id
    }

    /// Adds text; empty text adds nothing.
    public mutating func text(_ text: String, source: Int? = nil) {
        guard !text.isEmpty else { return }
        append(.text, text.utf8, source)
    }

    /// Adds text from UTF-8 bytes.
    public mutating func text(_ utf8: some Collection<UInt8>, source: Int? = nil) {
        guard !utf8.isEmpty else { return }
        append(.text, utf8, source)
    }

    public mutating func comment(_ text: String, source: Int? = nil) { append(.comment, text.utf8, source) }

    /// Closes the innermost open element.
    public mutating func close() {
        precondition(open.count > 1, "close() without an open element")
        open.removeLast()
    }

    /// An element with what the closure adds inside it.
    @discardableResult
    public mutating func element(
        _ name: String, _ attributes: [(name: String, value: String)] = [],
        _ content: (inout HTMLDocumentBuilder) -> Void = { _ in }
    ) -> NodeID {
        let id = open(name, attributes)
        content(&self)
        close()
        return id
    }

    /// The number that the next node will have.
    public var nextNode: NodeID { NodeID(nodes.count) }

    /// The finished document; elements still open are closed.
    public func document() -> HTMLDocument {
        HTMLDocument(nodes: nodes, attributes: attributes, bytes: bytes, names: names)
    }

    private mutating func append(_ kind: NodeKind, _ utf8: some Collection<UInt8>, _ source: Int?) {
        var record = NodeRecord(kind: kind)
        record.start = Int32(bytes.count)
        bytes.append(contentsOf: utf8)
        record.end = Int32(bytes.count)
        record.source = Int32(source ?? -1)
        append(record)
    }

    @discardableResult
    private mutating func append(_ record: NodeRecord) -> NodeID {
        let id = NodeID(nodes.count)
        let parent = open[open.count - 1]
        var record = record
        record.parent = parent
        record.previousSibling = nodes[parent.position].lastChild
        nodes.append(record)
        if let previous = record.previousSibling.some {
            nodes[previous.position].nextSibling = id
        } else {
            nodes[parent.position].firstChild = id
        }
        nodes[parent.position].lastChild = id
        return id
    }

    private mutating func number(_ name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }
}
