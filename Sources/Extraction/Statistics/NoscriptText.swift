public import HTML

/// What stands in `noscript`: mostly notices and twins of pictures, on some pages the article that a script would set.
public enum NoscriptText {
    /// Fewer bytes of text are a notice.
    private static let leastBytes = 600

    /// Whether the element holds paragraphs of some length.
    public static func isArticle(_ node: NodeID, in document: HTMLDocument) -> Bool {
        var last = node
        while let child = document.lastChild(of: last) { last = child }
        var bytes = 0
        var holdsParagraph = false
        for index in node.position...last.position {
            let id = NodeID(index)
            if document.kind(of: id) == .text { bytes += document.textRange(of: id).count }
            if document.has(.p, at: id) || document.has(.br, at: id) { holdsParagraph = true }
        }
        return holdsParagraph && bytes >= leastBytes
    }
}
