public import HTML

/// The parts of a page that its reader chose by hand; they overrule every scorer and pruner.
public struct PartSelection: Hashable, Sendable {
    /// Elements that belong to the article with all in them, wherever they stand and whatever hides them.
    public var keep: [NodeID]
    /// Elements that do not, even inside those.
    public var drop: [NodeID]

    public init(keep: [NodeID] = [], drop: [NodeID] = []) {
        self.keep = keep
        self.drop = drop
    }

    public var isEmpty: Bool { keep.isEmpty && drop.isEmpty }
}

extension Extraction {
    /// Adds the parts to keep to the roots, and takes the parts to drop away.
    mutating func apply(_ parts: PartSelection, _ statistics: NodeStatistics) {
        for part in parts.keep { keep(part.position, statistics) }
        for part in parts.drop { dropped.insert(part) }
        roots.removeAll { dropped.contains($0) }
    }

    private mutating func keep(_ part: Int, _ statistics: NodeStatistics) {
        if let root = roots.first(where: { statistics.subtree($0.position).contains(part) }) {
            uncover(part, below: root.position, statistics)
        } else {
            roots.removeAll { statistics.subtree(part).contains($0.position) }
            roots.append(NodeID(part))
            roots.sort()
        }
        for node in statistics.subtree(part) { dropped.remove(node) }
    }

    /// Where an ancestor of the part was dropped, drops what else is in it instead.
    private mutating func uncover(_ part: Int, below root: Int, _ statistics: NodeStatistics) {
        var path = [part]
        while let parent = statistics.document.parent(of: NodeID(path[path.count - 1]))?.position, parent >= root {
            path.append(parent)
        }
        for (child, ancestor) in zip(path, path.dropFirst()).reversed() where dropped.contains(ancestor) {
            dropped.remove(ancestor)
            var sibling = statistics.document.firstChild(of: NodeID(ancestor))
            while let current = sibling {
                dropped.insert(current)
                sibling = statistics.document.nextSibling(of: current)
            }
            dropped.insert(child)
        }
        dropped.remove(part)
    }
}
