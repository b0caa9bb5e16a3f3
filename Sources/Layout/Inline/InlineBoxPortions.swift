import CSS
import Geometry
import Shaping

/// The parts of inline boxes that one line shows, as stretches of its runs in visual order
/// (CSS 2.2, §9.4.2; CSS Fragmentation 3, §6.2: `box-decoration-break`).
struct InlineBoxPortions {
    /// Outer ones before those in them.
    private(set) var portions: [Portion] = []
    /// Points beside each run that an annotation wider than its base takes.
    private(set) var before: [Double] = []
    private(set) var after: [Double] = []

    /// The runs from `first` to `last` of one box.
    struct Portion {
        var box: Int
        var first: Int
        var last: Int
        var holdsFirst = false
        var holdsLast = false
        /// The line shows the box's left and right edge.
        var hasLeft = false
        var hasRight = false
        var left = InlineBoxMetrics.Edge()
        var right = InlineBoxMetrics.Edge()
    }

    var isEmpty: Bool { before.isEmpty }

    /// Points that edges and annotations take of the line.
    var width: Double {
        portions.reduce(0) { $0 + $1.left.width + $1.right.width } + before.reduce(0, +) + after.reduce(0, +)
    }

    init(_ runs: [VisualRun], _ paragraph: PreparedParagraph, visible: Range<Int>) {
        guard paragraph.boxes.hasDecorated || !paragraph.annotations.isEmpty else { return }
        before = Array(repeating: 0, count: runs.count)
        after = before
        if paragraph.boxes.hasDecorated { collect(runs, paragraph, visible) }
        for annotation in paragraph.annotations where annotation.excess > 0 {
            let held = runs.indices.filter { annotation.base.overlaps(runs[$0].textRange) }
            guard let first = held.first, let last = held.last, visible.contains(annotation.base.lowerBound) else {
                continue
            }
            before[first] += annotation.room.before
            after[last] += annotation.room.after
        }
    }

    private mutating func collect(_ runs: [VisualRun], _ paragraph: PreparedParagraph, _ visible: Range<Int>) {
        let boxes = paragraph.boxes
        /// Portions that the run before was in, outer ones first.
        var open: [Int] = []
        for (index, run) in runs.enumerated() where run.textRange.lowerBound < visible.upperBound {
            let chain = boxes.chain(of: paragraph.content.spans[run.span].box).filter { boxes.boxes[$0].isDecorated }
            let common = zip(open, chain).prefix { portions[$0].box == $1 }.count
            open.removeSubrange(common...)
            for box in chain[common...] {
                open.append(portions.count)
                portions.append(Portion(box: box, first: index, last: index))
            }
            for portion in open {
                portions[portion].last = index
                let box = boxes.boxes[portions[portion].box]
                if box.first.map(run.textRange.contains) ?? false { portions[portion].holdsFirst = true }
                if box.last.map(run.textRange.contains) ?? false { portions[portion].holdsLast = true }
            }
        }
        for index in portions.indices { settleEdges(of: &portions[index], boxes.boxes[portions[index].box]) }
    }

    private func settleEdges(of portion: inout Portion, _ box: InlineBoxMetrics.Box) {
        let isRightToLeft = box.style.text.direction == .rightToLeft
        portion.hasLeft = box.isCloned || (isRightToLeft ? portion.holdsLast : portion.holdsFirst)
        portion.hasRight = box.isCloned || (isRightToLeft ? portion.holdsFirst : portion.holdsLast)
        if portion.hasLeft { portion.left = box.edges.left }
        if portion.hasRight { portion.right = box.edges.right }
    }
}

extension InlineBoxPortions.Portion {
    /// The box's edges that are on the line.
    var edges: BoxEdges {
        var edges: BoxEdges = [.top, .bottom]
        if hasLeft { edges.insert(.left) }
        if hasRight { edges.insert(.right) }
        return edges
    }
}

extension InlineBoxMetrics.Box {
    /// Points between border and content.
    var padding: Geometry.Edges {
        let border = style.value.box.borderWidths
        return Geometry.Edges(
            top: max(0, edges.top - border.top), right: max(0, edges.right.inner - border.right),
            bottom: max(0, edges.bottom - border.bottom), left: max(0, edges.left.inner - border.left))
    }
}
