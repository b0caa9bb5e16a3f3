/// The events of a subtree in document order, without recursion.
struct TreeWalk {
    enum Event {
        case enter(NodeID)
        case leave(NodeID)
    }

    /// Calls back for each node on the way in and, for elements, on the way out. Returning false on the way in
    /// steps over the node's children and its way out.
    static func events(of node: NodeID, in document: HTMLDocument, _ body: (Event) -> Bool) {
        var current = node
        while true {
            let entered = body(.enter(current))
            if entered, let child = document.firstChild(of: current) {
                current = child
                continue
            }
            if entered, document.kind(of: current) == .element { _ = body(.leave(current)) }
            while current != node, document.nextSibling(of: current) == nil {
                guard let parent = document.parent(of: current) else { return }
                current = parent
                if document.kind(of: current) == .element { _ = body(.leave(current)) }
            }
            guard current != node, let next = document.nextSibling(of: current) else { return }
            current = next
        }
    }
}
