/// A parsed or built HTML document: an arena of nodes in document order, immutable once made.
///
/// Hot loops walk `NodeID`s and read the records; `Element` is the comfortable cursor over the same tree.
public final class HTMLDocument: Sendable {
    /// The document node.
    public static let root = NodeID(0)

    let nodes: [NodeRecord]
    let attributes: [AttributeRecord]
    /// UTF-8 of every text, comment and attribute value, one after the other.
    let bytes: [UInt8]
    /// Element names outside `Tag`'s list and attribute names, by the numbers in the records.
    let names: [String]

    init(nodes: [NodeRecord], attributes: [AttributeRecord], bytes: [UInt8], names: [String]) {
        self.nodes = nodes
        self.attributes = attributes
        self.bytes = bytes
        self.names = names
    }

    public var nodeCount: Int { nodes.count }

    public func kind(of node: NodeID) -> NodeKind { nodes[node.position].kind }
    public func parent(of node: NodeID) -> NodeID? { nodes[node.position].parent.some }
    public func firstChild(of node: NodeID) -> NodeID? { nodes[node.position].firstChild.some }
    public func lastChild(of node: NodeID) -> NodeID? { nodes[node.position].lastChild.some }
    public func nextSibling(of node: NodeID) -> NodeID? { nodes[node.position].nextSibling.some }
    public func previousSibling(of node: NodeID) -> NodeID? { nodes[node.position].previousSibling.some }

    /// The element's lower-case name; empty for other nodes.
    public func name(of node: NodeID) -> String {
        let record = nodes[node.position]
        return record.kind == .element ? names[Int(record.name)] : ""
    }

    /// The number of the element's name in this document, for comparing names fast (see `nameNumber(_:)`); -1 for other nodes.
    public func nameNumber(of node: NodeID) -> Int32 { nodes[node.position].name }

    /// The element's name where it is one of the known ones; nil for other names and other nodes.
    public func tag(of node: NodeID) -> Tag? {
        let number = nodes[node.position].name
        return number < 0 ? nil : Tag(rawValue: number)
    }

    /// Whether the node is the element with this name.
    public func has(_ tag: Tag, at node: NodeID) -> Bool { nodes[node.position].name == tag.rawValue }

    /// The number that a name has in this document, or nil where no element or attribute is called so.
    public func nameNumber(_ name: String) -> Int32? {
        KnownNames.numbers[name] ?? names.firstIndex(of: name).map(Int32.init)
    }

    /// A text's or comment's characters; empty for elements.
    public func text(of node: NodeID) -> String {
        String(decoding: bytes[textRange(of: node)], as: UTF8.self)
    }

    /// Where a text's bytes lie in `utf8`; empty for elements.
    public func textRange(of node: NodeID) -> Range<Int> {
        let record = nodes[node.position]
        return Int(
            record.start)..<(record.kind == .element || record.kind == .document ? Int(record.start) : Int(record.end))
    }

    /// All text of the document, for scanning by the ranges of `textRange(of:)`.
    public var utf8: [UInt8] { bytes }

    /// An attribute's value; names are lower case.
    public func attribute(_ name: String, of node: NodeID) -> String? {
        let record = nodes[node.position]
        guard record.kind == .element else { return nil }
        for index in Int(record.start)..<Int(record.end) where names[Int(attributes[index].name)] == name {
            return value(attributes[index])
        }
        return nil
    }

    /// The names of an element's attributes.
    public func attributeNames(of node: NodeID) -> [String] {
        let record = nodes[node.position]
        guard record.kind == .element else { return [] }
        return attributes[Int(record.start)..<Int(record.end)].map { names[Int($0.name)] }
    }

    /// A known attribute's value.
    public func attribute(_ name: AttributeName, of node: NodeID) -> String? {
        attributeRange(name, of: node).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Where a known attribute's value lies in `utf8`.
    public func attributeRange(_ name: AttributeName, of node: NodeID) -> Range<Int>? {
        let record = nodes[node.position]
        guard record.kind == .element else { return nil }
        let number = name.number
        for index in Int(record.start)..<Int(record.end) where attributes[index].name == number {
            return Int(attributes[index].start)..<Int(attributes[index].end)
        }
        return nil
    }

    /// Where the values of all attributes of an element lie in `utf8`, with the attributes that are known.
    public func forEachAttribute(of node: NodeID, _ body: (AttributeName?, Range<Int>) -> Void) {
        let record = nodes[node.position]
        guard record.kind == .element else { return }
        for attribute in attributes[Int(record.start)..<Int(record.end)] {
            body(AttributeName.named(attribute.name), Int(attribute.start)..<Int(attribute.end))
        }
    }

    /// An element's attributes in source order.
    public func attributes(of node: NodeID) -> [(name: String, value: String)] {
        let record = nodes[node.position]
        guard record.kind == .element else { return [] }
        return (Int(record.start)..<Int(record.end)).map { (names[Int(attributes[$0].name)], value(attributes[$0])) }
    }

    /// Byte offset in the source where the node began, or nil for a built tree.
    public func sourceOffset(of node: NodeID) -> Int? {
        let offset = nodes[node.position].source
        return offset < 0 ? nil : Int(offset)
    }

    private func value(_ attribute: AttributeRecord) -> String {
        String(decoding: bytes[Int(attribute.start)..<Int(attribute.end)], as: UTF8.self)
    }
}

/// A node's number in its document; in document order.
public struct NodeID: Hashable, Sendable, BitwiseCopyable, Comparable {
    public var index: Int32

    public init(_ index: Int) { self.index = Int32(index) }

    /// The number as an array index.
    public var position: Int { Int(index) }
    static let none = NodeID(-1)
    var some: NodeID? { index < 0 ? nil : self }
    public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

public enum NodeKind: UInt8, Sendable, BitwiseCopyable { case document, element, text, comment }

struct NodeRecord: Sendable, BitwiseCopyable {
    var kind: NodeKind
    var name: Int32 = -1
    var parent = NodeID.none
    var firstChild = NodeID.none
    var lastChild = NodeID.none
    var nextSibling = NodeID.none
    var previousSibling = NodeID.none
    /// Of an element, its range in `attributes`; of a text, its range in `bytes`.
    var start: Int32 = 0
    var end: Int32 = 0
    var source: Int32 = -1
}

struct AttributeRecord: Sendable, BitwiseCopyable {
    var name: Int32
    var start: Int32
    var end: Int32
}
