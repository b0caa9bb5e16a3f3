/// Makes an `HTMLDocument` from a walk in document order: open, text, close.
public struct HTMLDocumentBuilder: Sendable {
    private var nodes: [NodeRecord] = [NodeRecord(kind: .document)]
    private var attributes: [AttributeRecord] = []
    private var bytes: [UInt8] = []
    private var names = NameTable()
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
            let number = names.number(attribute.name)
            self.attributes.append(AttributeRecord(name: number, start: from, end: Int32(bytes.count)))
        }
        var record = NodeRecord(kind: .element)
        record.name = names.number(name)
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
        HTMLDocument(nodes: nodes, attributes: attributes, bytes: bytes, names: names.names)
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

    // MARK: The parser's way in, without strings

    /// Makes room for a page of about this many bytes.
    mutating func reserve(bytes count: Int) {
        bytes.reserveCapacity(count)
        nodes.reserveCapacity(count / 24)
        attributes.reserveCapacity(count / 48)
    }

    /// Opens an element whose attributes were added with `attribute` since the last one.
    mutating func open(number: Int32, attributeCount: Int, source: Int) {
        var record = NodeRecord(kind: .element)
        record.name = number
        record.start = Int32(attributes.count - attributeCount)
        record.end = Int32(attributes.count)
        record.source = Int32(source)
        open.append(append(record))
    }

    mutating func number(_ utf8: UnsafeBufferPointer<UInt8>) -> Int32 { unsafe names.number(utf8) }

    mutating func number(name: String) -> Int32 { names.number(name) }

    mutating func attribute(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
        let from = Int32(bytes.count)
        unsafe bytes.append(contentsOf: value)
        let number = unsafe names.number(name)
        attributes.append(AttributeRecord(name: number, start: from, end: Int32(bytes.count)))
    }
}
