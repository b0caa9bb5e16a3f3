import CSS
import Geometry
import Pages

/// Background and borders of one box as paths (CSS Backgrounds 3, §3 and §4).
struct BoxPainter {
    let box: BoxStyle
    /// `currentcolor`.
    let color: Color

    /// `hasTop` and `hasBottom` are false where a page break slices the box.
    func items(in rect: Rect, hasTop: Bool, hasBottom: Bool) -> [DisplayItem] {
        var items: [DisplayItem] = []
        let radius = min(box.borderRadius.top.resolved(against: rect.width), rect.width / 2, rect.height / 2)
        if !box.background.isTransparent, rect.width > 0, rect.height > 0 {
            let path =
                radius > 0 && hasTop && hasBottom
                ? Path(segments: Self.rounded(rect, radius), paint: .fill(box.background))
                : .rectangle(rect, fill: box.background)
            items.append(.path(path))
        }
        if radius > 0, hasTop, hasBottom, isUniform, box.border.top.width > 0 {
            let side = box.border.top
            let half = side.width / 2
            let inner = rect.inset(by: Edges(half))
            items.append(.path(Path(segments: Self.rounded(inner, radius - half), paint: .stroke(stroke(side)))))
            return items
        }
        let (x0, y0, x1, y1) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
        let border = box.border
        if hasTop {
            add(
                border.top, from: Point(x: x0, y: y0 + border.top.width / 2),
                to: Point(x: x1, y: y0 + border.top.width / 2), &items)
        }
        if hasBottom {
            add(
                border.bottom, from: Point(x: x0, y: y1 - border.bottom.width / 2),
                to: Point(x: x1, y: y1 - border.bottom.width / 2), &items)
        }
        add(
            border.left, from: Point(x: x0 + border.left.width / 2, y: y0),
            to: Point(x: x0 + border.left.width / 2, y: y1), &items)
        add(
            border.right, from: Point(x: x1 - border.right.width / 2, y: y0),
            to: Point(x: x1 - border.right.width / 2, y: y1), &items)
        return items
    }

    private var isUniform: Bool {
        box.border.top == box.border.bottom && box.border.top == box.border.left && box.border.top == box.border.right
    }

    /// One straight line in the style of a border's side; nil where nothing is to be seen of it.
    func line(_ side: BoxStyle.BorderSide, from start: Point, to end: Point) -> DisplayItem? {
        var items: [DisplayItem] = []
        add(side, from: start, to: end, &items)
        return items.count > 1 ? .group(DisplayItem.Group(items: items)) : items.first
    }

    private func add(_ side: BoxStyle.BorderSide, from start: Point, to end: Point, _ items: inout [DisplayItem]) {
        guard side.width > 0, side.style != .none, side.style != .hidden, !(side.color ?? color).isTransparent else {
            return
        }
        guard side.style == .double, side.width >= 1.5 else {
            items.append(.path(Path(segments: [.move(start), .line(end)], paint: .stroke(stroke(side)))))
            return
        }
        // Two lines of a third of the width each.
        let third = side.width / 3
        let isHorizontal = start.y == end.y
        for offset in [-third, third] {
            let shift = isHorizontal ? Point(x: 0, y: offset) : Point(x: offset, y: 0)
            let thin = Path.Stroke(color: side.color ?? color, width: third)
            items.append(.path(Path(segments: [.move(start + shift), .line(end + shift)], paint: .stroke(thin))))
        }
    }

    private func stroke(_ side: BoxStyle.BorderSide) -> Path.Stroke {
        let width = side.width
        let color = side.color ?? self.color
        return switch side.style {
        case .dashed: Path.Stroke(color: color, width: width, dashes: [3 * width, 3 * width])
        case .dotted: Path.Stroke(color: color, width: width, dashes: [0, 2 * width], cap: .round)
        case .none, .hidden, .solid, .double, .groove, .ridge, .inset, .outset: Path.Stroke(color: color, width: width)
        }
    }

    /// A rectangle with round corners, each a Bézier curve near a quarter circle.
    private static func rounded(_ rect: Rect, _ radius: Double) -> [Path.Segment] {
        let r = max(0, radius)
        let c = r * (1 - 0.552_284_75)
        let (x0, y0, x1, y1) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
        return [
            .move(Point(x: x0 + r, y: y0)), .line(Point(x: x1 - r, y: y0)),
            .curve(Point(x: x1 - c, y: y0), Point(x: x1, y: y0 + c), Point(x: x1, y: y0 + r)),
            .line(Point(x: x1, y: y1 - r)),
            .curve(Point(x: x1, y: y1 - c), Point(x: x1 - c, y: y1), Point(x: x1 - r, y: y1)),
            .line(Point(x: x0 + r, y: y1)),
            .curve(Point(x: x0 + c, y: y1), Point(x: x0, y: y1 - c), Point(x: x0, y: y1 - r)),
            .line(Point(x: x0, y: y0 + r)),
            .curve(Point(x: x0, y: y0 + c), Point(x: x0 + c, y: y0), Point(x: x0 + r, y: y0)), .close,
        ]
    }
}
