/// What both serialisers do: a tree in document order, without recursion, and the bytes that each node adds.
enum TreeWalk {
    /// The markup of a node with all inside it, or of the whole document, which the prologue stands before.
    /// - Parameters:
    ///   - enter: called for each node on the way in; false steps over its children and its way out.
    ///   - leave: called for each element on the way out.
    static func markup(
        of node: NodeID?, in document: HTMLDocument, prologue: String, enter: (NodeID, inout [UInt8]) -> Bool,
        leave: (NodeID, inout [UInt8]) -> Void
    ) -> String {
        var output: [UInt8] = []
        if node == nil { output += prologue.utf8 }
        walk(
            node ?? HTMLDocument.root, in: document, enter: { enter($0, &output) }, leave: { leave($0, &output) })
        if node == nil { output.append(0x0A) }
        return String(decoding: output, as: UTF8.self)
    }

    private static func walk(
        _ node: NodeID, in document: HTMLDocument, enter: (NodeID) -> Bool, leave: (NodeID) -> Void
    ) {
        var current = node
        while true {
            let entered = enter(current)
            if entered, let child = document.firstChild(of: current) {
                current = child
                continue
            }
            if entered, document.kind(of: current) == .element { leave(current) }
            while current != node, document.nextSibling(of: current) == nil {
                guard let parent = document.parent(of: current) else { return }
                current = parent
                if document.kind(of: current) == .element { leave(current) }
            }
            guard current != node, let next = document.nextSibling(of: current) else { return }
            current = next
        }
    }
}
