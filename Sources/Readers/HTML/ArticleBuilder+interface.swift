internal import HTML
internal import TextAnalysis

/// What is left of a page's controls, which do nothing on paper.
extension ArticleBuilder {
    /// Whether an element is a control or a mark for the mouse: a button that is none in name, the sign by
    /// which a heading can be linked to.
    func isInterface(_ node: NodeID) -> Bool {
        if let classes = document.attribute(.class, of: node),
            classes.split(whereSeparator: \.isWhitespace).contains(where: Self.controlNames.contains)
        {
            return true
        }
        if let role = document.attribute(.role, of: node), Self.controlRoles.contains(role.lowercased()) {
            return visibleText(node) < 40 && !holdsPictures(node)
        }
        return document.has(.a, at: node) && isHeadingMark(node)
    }

    private static let controlNames: Set<Substring> = [
        "anchorjs-link", "copy-button", "btn-copy", "copybtn", "clipboard-copy", "copy-to-clipboard",
        "heading-anchor", "hash-link", "headerlink",
    ]

    /// Whether an element acts on the page it is in and leads where that is done: a wiki's edit links.
    func isPageAction(_ node: NodeID) -> Bool {
        document.attribute(.class, of: node)?.split(whereSeparator: \.isWhitespace).contains("mw-editsection") ?? false
    }

    private static let controlRoles: Set<String> = [
        "button", "switch", "slider", "spinbutton", "tooltip", "progressbar",
    ]

    private func holdsPictures(_ node: NodeID) -> Bool {
        subtree(node).contains { document.has(.img, at: NodeID($0)) || document.has(.picture, at: NodeID($0)) }
    }

    /// A link in a heading to the heading itself, whose text is a sign or nothing.
    private func isHeadingMark(_ node: NodeID) -> Bool {
        guard document.attribute(.href, of: node)?.contains("#") == true else { return false }
        let text = Self.trimmed(preformatted(node))
        guard text.isEmpty || Self.headingMarks.contains(text) else { return false }
        var ancestor = document.parent(of: node)
        for _ in 0..<3 {
            guard let current = ancestor else { return false }
            switch document.tag(of: current) {
            case .h1, .h2, .h3, .h4, .h5, .h6: return !holdsPictures(node)
            default: ancestor = document.parent(of: current)
            }
        }
        return false
    }

    private static let headingMarks: Set<String> = [
        "#", "¶", "§", "🔗", "⚓", "link", "Link", "Permalink", "∞", "¤", "[#]",
    ]
}
