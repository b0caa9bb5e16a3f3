import CSS
import Shaping

/// What the inline boxes of a paragraph measure: where their baselines stand and what their edges take
/// (CSS 2.2, §10.8; CSS Inline 3, §4 and §5).
struct InlineBoxMetrics {
    private(set) var boxes: [Box] = []
    /// The block container's root inline box, the strut of its lines.
    let root: StyledFont
    /// Some box has edges or a background.
    private(set) var hasDecorated = false
    /// Some box repeats its edges on each line.
    private(set) var hasClones = false

    /// One inline box, over all lines that it is on.
    struct Box {
        let style: SharedStyle
        let font: StyledFont
        /// The box round it; nil is the root inline box.
        let parent: Int?
        /// Points that the box's baseline stands above the line's, or above that of `aligned`.
        let shift: Double
        /// The box, itself or one round it, that is aligned with the line's top or bottom, and all in it.
        let aligned: Int?
        let edges: Edges
        let isDecorated: Bool
        /// Offsets of the first and the last character that is no space, which the edges hold to; nil where there is none.
        var first: Int?
        var last: Int?

        var isCloned: Bool { isDecorated && style.value.box.boxDecorationBreak == .clone }
        /// The edges at the box's start and end in its direction; points.
        var start: Double { style.text.direction == .rightToLeft ? edges.right.width : edges.left.width }
        var end: Double { style.text.direction == .rightToLeft ? edges.left.width : edges.right.width }
    }

    /// Margin, border and padding at one side.
    struct Edge: Equatable {
        var margin = 0.0
        /// Border and padding.
        var inner = 0.0
        var width: Double { margin + inner }
    }

    /// The two sides of a box, and how far border and padding reach above and below its content area.
    struct Edges: Equatable {
        var left = Edge()
        var right = Edge()
        var top = 0.0
        var bottom = 0.0
    }

    /// `available` is the width, in points, that percentages refer to.
    init(_ content: InlineContent, root: StyledFont, available: Double, context: LayoutContext) throws(FontError) {
        self.root = root
        boxes.reserveCapacity(content.boxes.count)
        for (index, box) in content.boxes.enumerated() {
            let font = try context.font(of: box.style)
            let own = Self.alignment(box.style, font.extent(shift: 0), parent: parentFont(box.parent))
            let parent = box.parent.map { boxes[$0] }
            let style = box.style.value.box
            let edges = Self.edges(of: box, style, available)
            boxes.append(
                Box(
                    style: box.style, font: font, parent: box.parent, shift: own.map { $0 + (parent?.shift ?? 0) } ?? 0,
                    aligned: own == nil ? index : parent?.aligned, edges: edges,
                    isDecorated: style.isDecorated || edges != Edges(),
                    first: box.range.first { !content.text[$0].isEdgeless },
                    last: box.range.last { !content.text[$0].isEdgeless }))
            if boxes[index].isDecorated { hasDecorated = true }
            if boxes[index].isCloned { hasClones = true }
        }
    }

    private func parentFont(_ parent: Int?) -> StyledFont { parent.map { boxes[$0].font } ?? root }

    /// The font of a box or, for nil, of the root inline box.
    func font(of box: Int?) -> StyledFont { parentFont(box) }

    /// The boxes that an innermost box is in, itself included, outer ones first.
    func chain(of box: Int?) -> [Int] {
        var chain: [Int] = []
        var box = box
        while let current = box {
            chain.append(current)
            box = boxes[current].parent
        }
        return chain.reversed()
    }

    /// How far something that reaches so far above and below its own baseline stands above its parent's; nil where it is
    /// the line that it is aligned with (CSS 2.2, §10.8.1; the shifts of sub and super are the usual fifth and third of an em).
    static func alignment(
        _ style: SharedStyle, _ extent: (above: Double, below: Double), parent: StyledFont
    ) -> Double? {
        switch style.text.verticalAlign {
        case .baseline: 0
        case .sub: -parent.size / 5
        case .super: parent.size / 3
        case .length(let points): points
        case .middle: parent.xHeight / 2 - (extent.above - extent.below) / 2
        case .textTop: parent.ascent - extent.above
        case .textBottom: extent.below - parent.descent
        case .top, .bottom: nil
        }
    }

    private static func edges(of box: InlineBox, _ style: BoxStyle, _ available: Double) -> Edges {
        func edge(_ margin: AutoLength, _ border: BoxStyle.BorderSide, _ padding: LengthPercentage) -> Edge {
            Edge(
                margin: margin.resolved(against: available) ?? 0,
                inner: border.width + max(0, padding.resolved(against: available)))
        }
        var edges = Edges(
            left: edge(style.margin.left, style.border.left, style.padding.left),
            right: edge(style.margin.right, style.border.right, style.padding.right),
            top: style.border.top.width + style.padding.top.resolved(against: available),
            bottom: style.border.bottom.width + style.padding.bottom.resolved(against: available))
        let isRightToLeft = box.style.text.direction == .rightToLeft
        if !(isRightToLeft ? box.hasEnd : box.hasStart) { edges.left = Edge() }
        if !(isRightToLeft ? box.hasStart : box.hasEnd) { edges.right = Edge() }
        return edges
    }

    // MARK: Room in the line

    /// Adds the boxes' edges to the advances of the characters that they hold to.
    func addEdges(to advances: inout [Double], clusterStart: (Int) -> Int) {
        guard hasDecorated else { return }
        for box in boxes where box.isDecorated {
            guard let first = box.first, let last = box.last else { continue }
            advances[clusterStart(first)] += box.start
            advances[clusterStart(last)] += box.end
        }
    }

    /// What boxes that repeat their edges take of a line that ends, or begins, at an offset inside of them; points.
    func clonedEdges(at offset: Int) -> (start: Double, end: Double) {
        guard hasClones else { return (0, 0) }
        var (start, end) = (0.0, 0.0)
        for box in boxes where box.isCloned {
            guard let first = box.first, let last = box.last, first < offset, offset <= last else { continue }
            start += box.start
            end += box.end
        }
        return (start, end)
    }
}

extension UInt16 {
    /// White space and what only directs the text: no edge of a box holds to it.
    fileprivate var isEdgeless: Bool {
        switch self {
        case 0x20, 0x2028, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
