import CSS
import Geometry
import Shaping

/// An atomic inline with its size: a picture or an inline block (CSS 2.2, §10.3.9 and §10.8.1).
struct PlacedAtom {
    /// Of the margin box, in points.
    let width: Double
    /// How far the margin box reaches above and below the baseline; points.
    let above: Double
    let below: Double
    let content: Content
    let style: SharedStyle

    enum Content {
        /// A picture, its place in the margin box and its height.
        case replaced(ReplacedContent, x: Double, bottom: Double, size: Size)
        /// A block container with its margins.
        case flow(Flow)
    }

    /// Lays the atom out; `available` and `maximumHeight` are the room there is, in points.
    init(_ atom: InlineAtom, available: Double, maximumHeight: Double, context: LayoutContext) throws(FontError) {
        style = atom.style
        switch atom.content {
        case .replaced(let replaced):
            let outer = BlockGeometry(atom.style, x: 0, available: available, fixedWidth: 0)
            let margin = atom.style.value.box.margin
            let sides = (
                left: margin.left.resolved(against: available) ?? 0,
                right: margin.right.resolved(against: available) ?? 0
            )
            let size = ReplacedSize(
                replaced, style: atom.style,
                available: max(1, available - outer.borderWidth - sides.left - sides.right),
                maximumHeight: maximumHeight
            ).size
            width = size.width + outer.borderWidth + sides.left + sides.right
            below = 0
            let bottom = (margin.bottom.resolved(against: available) ?? 0) + outer.border.bottom + outer.padding.bottom
            above =
                size.height + bottom + outer.border.top + outer.padding.top
                + (margin.top.resolved(against: available) ?? 0)
            content = .replaced(
                replaced, x: sides.left + outer.border.left + outer.padding.left, bottom: bottom, size: size)
        case .block(let box):
            let (flow, width) = try Self.layOut(
                box, available: available, maximumHeight: maximumHeight, context: context)
            self.width = width
            let baseline = flow.lastBaseline ?? flow.height
            above = baseline
            below = flow.height - baseline
            content = .flow(flow)
        }
    }

    /// A block container laid out by itself at its shrink-to-fit width.
    static func layOut(
        _ box: BlockBox, available: Double, maximumHeight: Double, context: LayoutContext
    ) throws(FontError) -> (Flow, width: Double) {
        let (sized, width) = try shrunk(box, available: available, maximumHeight: maximumHeight, context: context)
        var builder = FlowBuilder(context: context, pageHeight: maximumHeight, isDivisible: false)
        try builder.add(sized, x: 0, available: width)
        return (builder.finish(), width)
    }

    /// The box as a block of its shrink-to-fit width, and the width of its margin box (CSS 2.2, §10.3.9), in points.
    static func shrunk(
        _ box: BlockBox, available: Double, maximumHeight: Double, context: LayoutContext
    ) throws(FontError) -> (BlockBox, width: Double) {
        var value = box.style.value
        let edges = BlockGeometry(box.style, x: 0, available: available, fixedWidth: 0)
        let sides =
            (value.box.margin.left.resolved(against: available) ?? 0)
            + (value.box.margin.right.resolved(against: available) ?? 0)
        let own = value.box.sizing == .borderBox ? edges.borderWidth : 0
        let room = available - edges.borderWidth - sides
        let needsContent =
            [value.box.width, value.box.minWidth, value.box.maxWidth]
            .contains { $0.isOfContent } || value.box.width == .auto
        let wanted =
            needsContent
            ? try TableLayout(context: context, pageHeight: maximumHeight).contentWidths(of: box, available: available)
            : (minimum: 0, maximum: 0)
        func settled(_ length: AutoLength) -> Double? {
            length.contentWidth(wanted, room: room)
                ?? length.resolved(against: available).map { max(0, $0 - own) }
        }
        var content = settled(value.box.width) ?? AutoLength.fitContent.contentWidth(wanted, room: room) ?? 0
        if let limit = settled(value.box.maxWidth) { content = min(content, limit) }
        if let limit = settled(value.box.minWidth) { content = max(content, limit) }
        content = max(0, content)
        value.box.width = .length(.points(content + own))
        value.box.minWidth = .auto
        value.box.maxWidth = .auto
        value.box.float = .none
        value.box.clear = .none
        if value.box.margin.left == .auto { value.box.margin.left = .length(.zero) }
        if value.box.margin.right == .auto { value.box.margin.right = .length(.zero) }
        var sized = box
        sized.style = SharedStyle(value)
        return (sized, content + edges.borderWidth + sides)
    }

    /// How far the atom's baseline stands above that of the box it is in; nil where the line aligns it.
    func alignment(in parent: StyledFont) -> Double? {
        InlineBoxMetrics.alignment(style, (above, below), parent: parent)
    }
}

extension Flow {
    /// Points from the flow's top to the baseline of its last line.
    fileprivate var lastBaseline: Double? {
        var baseline: Double?
        var y = 0.0
        for item in items {
            if case .line(_, let line) = item.kind { baseline = y + line.baseline }
            y += item.height
        }
        return baseline
    }
}
