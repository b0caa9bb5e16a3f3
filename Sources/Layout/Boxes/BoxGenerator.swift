public import ArticleMarkup
public import CSS
public import Diagnostics

/// Makes the boxes of a markup tree: styles each element, generates content, and names the structure each box belongs to.
public struct BoxGenerator: Sendable {
    public var styles: StyleResolver

    public init(styles: StyleResolver) { self.styles = styles }

    /// The boxes of the whole tree. Never fails: what cannot be shown is a diagnostic.
    public func boxes(for tree: MarkupTree) -> Diagnosed<BoxTree> {
        var walk = BoxWalk(tree: tree, styles: styles)
        let root = walk.rootBox()
        return Diagnosed(
            BoxTree(root: root, footnotes: walk.footnotes, structure: walk.structure, targets: walk.targets),
            walk.diagnostics)
    }
}
