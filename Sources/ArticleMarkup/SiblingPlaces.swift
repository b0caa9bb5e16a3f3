import CSS
import HTML
import Synchronization

/// Where each element of a document stands among its siblings, found out in one pass, so that `:nth-child()` need not count
/// the paragraphs of a long article for each of them.
struct SiblingPlaces: Sendable {
    private struct Place {
        var parent: Int32 = -1
        var index: Int32 = 0
        var count: Int32 = 0
        var indexOfType: Int32 = 0
        var countOfType: Int32 = 0
    }

    private static let made = Atomic(0)

    /// The document's number among all that were asked about, since addresses in memory come again.
    private let tree: Int
    /// By the nodes' numbers.
    private var places: [Place]

    init(_ document: HTMLDocument) {
        tree = Self.made.wrappingAdd(1, ordering: .relaxed).newValue
        places = [Place](repeating: Place(), count: document.nodeCount)
        var open = [HTMLDocument.root]
        var children: [NodeID] = []
        while let parent = open.popLast() {
            children.removeAll(keepingCapacity: true)
            var child = document.firstChild(of: parent)
            while let node = child {
                if document.kind(of: node) == .element { children.append(node) }
                child = document.nextSibling(of: node)
            }
            note(children, below: parent, in: document)
            open += children
        }
    }

    private mutating func note(_ children: [NodeID], below parent: NodeID, in document: HTMLDocument) {
        var ofType: [String: Int32] = [:]
        for (position, node) in children.enumerated() {
            let index = (ofType[document.name(of: node)] ?? 0) + 1
            ofType[document.name(of: node)] = index
            places[node.position] = Place(
                parent: parent.index, index: Int32(position + 1), count: Int32(children.count), indexOfType: index)
        }
        for node in children { places[node.position].countOfType = ofType[document.name(of: node)] ?? 0 }
    }

    /// nil for what is no element of the document.
    func place(of node: NodeID) -> SiblingPlace? {
        let place = places[node.position]
        guard place.index > 0 else { return nil }
        return SiblingPlace(
            parent: .init(tree: tree, number: place.parent), index: place.index, count: place.count,
            indexOfType: place.indexOfType, countOfType: place.countOfType)
    }
}
