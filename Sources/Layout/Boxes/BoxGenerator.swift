public import ArticleMarkup
public import CSS
public import Diagnostics
import Geometry

/// Makes the boxes of a markup tree: styles each element, generates content, and names the structure each box belongs to.
public struct BoxGenerator: Sendable {
    public var styles: StyleResolver
    /// What the styles' pictures are.
    public var pictures: StylePictures

    public init(styles: StyleResolver, pictures: StylePictures = StylePictures()) {
        self.styles = styles
        self.pictures = pictures
    }

    /// The boxes of the whole tree. Never fails: what cannot be shown is a diagnostic.
    ///
    /// `references` holds what is known of the elements that generated content speaks of; their counters and texts are
    /// found here by further walks, their pages by an earlier layout.
    public func boxes(
        for tree: MarkupTree, references: CrossReferences = CrossReferences()
    ) -> Diagnosed<BoxTree> {
        var walk = BoxWalk(tree: tree, styles: styles, pictures: pictures, references: references)
        var root = walk.rootBox()
        // What is spoken of before a link has named it takes one more walk.
        for _ in 0..<2 where walk.references.isIncomplete(without: walk.found) {
            let references = walk.references.completed(by: walk.found)
            walk = BoxWalk(tree: tree, styles: styles, pictures: pictures, references: references)
            root = walk.rootBox()
        }
        let canvas = root.takeCanvasBackground()
        root.letCanvasOverflow()
        return Diagnosed(
            BoxTree(
                root: root, canvas: canvas, footnotes: walk.footnotes, runningElements: walk.runningElements,
                structure: walk.structure, targets: walk.targets, references: walk.references), walk.diagnostics)
    }
}

extension BlockBox {
    /// The style whose background goes to the canvas, which leaves its box: the root's, or where it has none its body's.
    fileprivate mutating func takeCanvasBackground() -> ComputedStyle? {
        if style.value.box.hasBackground { return takeBackground() }
        guard case .blocks(var blocks) = content, let body = blocks.firstIndex(where: { $0.name.isBody }),
            blocks[body].style.value.box.hasBackground
        else { return nil }
        defer { content = .blocks(blocks) }
        return blocks[body].takeBackground()
    }

    /// `overflow` of the root and its body is that of the viewport, which paper has none of (CSS Overflow 3, §3.3).
    fileprivate mutating func letCanvasOverflow() {
        takeOverflow()
        guard case .blocks(var blocks) = content, let body = blocks.firstIndex(where: { $0.name.isBody }) else {
            return
        }
        blocks[body].takeOverflow()
        content = .blocks(blocks)
    }

    private mutating func takeOverflow() {
        guard style.box.overflowHidden else { return }
        var value = style.value
        value.box.overflowHidden = false
        style = SharedStyle(value)
    }

    private mutating func takeBackground() -> ComputedStyle {
        let taken = style.value
        var value = taken
        value.box.backgroundColor = .transparent
        value.box.painting.background = BackgroundPictures()
        style = SharedStyle(value)
        return taken
    }
}

extension String {
    /// The name of a body element's box, with or without classes.
    fileprivate var isBody: Bool { self == "body" || hasPrefix("body.") }
}
