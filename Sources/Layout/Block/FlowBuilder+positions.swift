import CSS
import Diagnostics
import Geometry
import Shaping

/// Positioned boxes (CSS 2.2, §9.3 and §10.3.7).
extension FlowBuilder {
    /// The box that absolutely positioned ones are placed in (§10.1).
    struct ContainingBlock {
        /// Index into the flow's decorations.
        var decoration: Int
        /// Of its padding box, in points.
        var width: Double
        var height: Double?
    }

    /// Takes an absolutely positioned box out of the flow, and marks where it would stand.
    mutating func addAbsolute(_ box: BlockBox, x: Double, available: Double) throws(FontError) {
        let mark = try absolute(box, x: x)
        if waitsForContent {
            pendingMarks.append(mark)
        } else {
            flow.items.append(FlowItem(kind: .mark(mark)))
        }
    }

    /// Lays an absolutely positioned box out; `x` is where it would stand in the flow.
    mutating func absolute(_ box: BlockBox, x: Double) throws(FontError) -> FlowMark {
        var value = box.style.value
        var container = containing
        if value.box.position == .fixed {
            context.report(Diagnostic(.warning, .fixedBox(box.name)))
            container = nil
        }
        let width = container?.width ?? context.pageArea.width
        let height = container.map(\.height) ?? context.pageArea.height
        let inset = value.box.inset
        let edges = BlockGeometry(box.style, x: 0, available: width, fixedWidth: 0)
        let own = value.box.sizing == .borderBox
        let left = inset.left.resolved(against: width)
        let right = inset.right.resolved(against: width)
        if value.box.width == .auto, let left, let right {
            let margins =
                (value.box.margin.left.resolved(against: width) ?? 0)
                + (value.box.margin.right.resolved(against: width) ?? 0)
            let free = width - left - right - margins - (own ? 0 : edges.borderWidth)
            value.box.width = .length(.points(max(0, free)))
        }
        if value.box.height == .auto, let height, let top = inset.top.resolved(against: height),
            let bottom = inset.bottom.resolved(against: height)
        {
            let margins =
                (value.box.margin.top.resolved(against: width) ?? 0)
                + (value.box.margin.bottom.resolved(against: width) ?? 0)
            let vertical = own ? 0 : edges.border.vertical + edges.padding.vertical
            value.box.height = .length(.points(max(0, height - top - bottom - margins - vertical)))
        }
        // It is the containing block of what is in it.
        value.box.position = .relative
        value.box.inset = Sides(.auto)
        value.page.breakBefore = .auto
        value.page.breakAfter = .auto
        var sized = box
        sized.style = SharedStyle(value)
        let (content, outer) = try PlacedAtom.layOut(
            sized, available: width, maximumHeight: pageHeight, context: context)
        let horizontal: AbsoluteBox.Horizontal =
            if let left { .inContainer(left) } else if let right { .inContainer(width - right - outer) } else {
                .inFlow(x)
            }
        flow.absolutes.append(
            AbsoluteBox(
                flow: content, height: content.height, x: horizontal, top: inset.top, bottom: inset.bottom,
                container: container?.decoration))
        return .absolute(flow.absolutes.count - 1)
    }
}

extension BoxStyle {
    /// The box is placed by its containing block and takes no room in the flow.
    var isAbsolute: Bool { position == .absolute || position == .fixed }

    /// How far a box with `position: relative` stands from its place (CSS 2.2, §9.4.3); points. `height` is the containing
    /// block's, nil where it follows from the content.
    func relativeOffset(width: Double, height: Double?, isRightToLeft: Bool) -> Point {
        guard position == .relative else { return .zero }
        func vertical(_ length: AutoLength) -> Double? {
            guard case .length(let length) = length, length.fraction == 0 || height != nil else { return nil }
            return length.resolved(against: height ?? 0)
        }
        let (left, right) = (inset.left.resolved(against: width), inset.right.resolved(against: width).map { -$0 })
        let x = isRightToLeft ? right ?? left : left ?? right
        return Point(x: x ?? 0, y: vertical(inset.top) ?? vertical(inset.bottom).map { -$0 } ?? 0)
    }
}

extension Diagnostic.Message {
    static func fixedBox(_ name: String) -> Self {
        "'\(name)' has 'position: fixed', and stands on one page only: 'position: running()' repeats a box on every page"
    }
}
