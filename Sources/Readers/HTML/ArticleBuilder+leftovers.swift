internal import HTML

extension ArticleBuilder {
    /// Whether a heading stands over notes alone, which stand elsewhere: "References", "Notes".
    ///
    /// What stands under it goes to the next heading of its level or a higher one, those below it taken along.
    func isLeftOver(_ heading: NodeID, level: Int) -> Bool {
        guard !noteNodes.isEmpty else { return false }
        var index = subtree(heading).upperBound
        var holdsNotes = false
        while index < document.nodeCount {
            let node = NodeID(index)
            if noteNodes.contains(node) {
                holdsNotes = true
                index = subtree(node).upperBound
            } else if isDropped(node) || isInterface(node) {
                index = subtree(node).upperBound
            } else if let next = Self.level(of: document.tag(of: node)) {
                if next <= level { return holdsNotes }
                guard isLeftOver(node, level: next) else { return false }
                holdsNotes = true
                index = subtree(node).upperBound
            } else if saysSomething(node) {
                return false
            } else if Self.silent.contains(document.tag(of: node)) {
                index = subtree(node).upperBound
            } else {
                index += 1
            }
        }
        return holdsNotes
    }

    /// Whether a node is something to read or to look at by itself.
    private func saysSomething(_ node: NodeID) -> Bool {
        switch document.kind(of: node) {
        case .text: document.utf8[document.textRange(of: node)].contains { $0 > 0x20 }
        case .element:
            Self.shown.contains(document.tag(of: node))
        case .document, .comment: false
        }
    }

    private static let silent: Set<Tag?> = [.script, .style, .template, .noscript]
    private static let shown: Set<Tag?> = [.img, .svg, .video, .audio, .iframe, .math, .hr]
}
