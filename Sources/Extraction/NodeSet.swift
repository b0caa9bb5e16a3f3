public import HTML

/// A set of a document's nodes, one bit each.
public struct NodeSet: Hashable, Sendable {
    private var words: [UInt64]

    /// No node of a document with this many.
    public init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    public func contains(_ node: NodeID) -> Bool { contains(node.position) }
    public mutating func insert(_ node: NodeID) { insert(node.position) }

    func contains(_ node: Int) -> Bool { words[node >> 6] & (1 << UInt64(node & 63)) != 0 }
    mutating func insert(_ node: Int) { words[node >> 6] |= 1 << UInt64(node & 63) }
    mutating func remove(_ node: Int) { words[node >> 6] &= ~(1 << UInt64(node & 63)) }
}
