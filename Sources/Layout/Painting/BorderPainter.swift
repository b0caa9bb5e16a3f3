import CSS
import Geometry
import Pages

/// The borders of a box as paths (CSS Backgrounds 3, §3 and §4).
struct BorderPainter {
    let border: Sides<BoxStyle.BorderSide>
    /// `currentcolor`.
    let color: Color

    /// The borders inside of an edge; `edges` are those that the piece of the box has.
    func items(on edge: RoundedRect, edges: BoxEdges) -> [DisplayItem] {
        let isWhole = edges == .all
        if isWhole, isUniform, let ring = ring(on: edge) { return ring }
        var present = border
        if !edges.contains(.top) { present.top = BoxStyle.BorderSide() }
        if !edges.contains(.right) { present.right = BoxStyle.BorderSide() }
        if !edges.contains(.bottom) { present.bottom = BoxStyle.BorderSide() }
        if !edges.contains(.left) { present.left = BoxStyle.BorderSide() }
        let painter = BorderPainter(border: present, color: color)
        return edge.isRound ? painter.roundSides(on: edge) : painter.sides(in: edge.rect)
    }

    private var isUniform: Bool {
        border.top == border.bottom && border.top == border.left && border.top == border.right
    }

    /// A border that is the same on all sides, drawn as one line round the box; nil where sides do as well.
    private func ring(on edge: RoundedRect) -> [DisplayItem]? {
        let side = border.top
        guard side.width > 0, !paint(of: side).isTransparent else { return nil }
        func line(_ from: Double, _ to: Double) -> DisplayItem {
            let width = (to - from) * side.width
            let middle = edge.inset(by: Edges((from + to) / 2 * side.width))
            let pen = stroke(side, width: width, length: middle.length, isClosed: true)
            return .path(Path(segments: middle.outline, paint: .stroke(pen)))
        }
        switch side.style {
        case .double where side.width >= Self.leastDouble: return [line(0, 1 / 3), line(2 / 3, 1)]
        case .solid, .double, .dashed, .dotted: return edge.isRound ? [line(0, 1)] : nil
        // Light and shade meet at corners.
        case .none, .hidden, .groove, .ridge, .inset, .outset: return nil
        }
    }

    /// One straight line in the style of a border's side; nil where nothing is to be seen of it.
    static func line(
        _ side: BoxStyle.BorderSide, color: Color, from start: Point, to end: Point
    ) -> DisplayItem? {
        let painter = BorderPainter(border: Sides(side), color: color)
        guard side.isSeen, !painter.paint(of: side).isTransparent else { return nil }
        let length = abs(end.x - start.x) + abs(end.y - start.y)
        func part(_ offset: Double, _ pen: Path.Stroke) -> DisplayItem {
            let shift = start.y == end.y ? Point(x: 0, y: offset) : Point(x: offset, y: 0)
            return .path(Path(segments: [.move(start + shift), .line(end + shift)], paint: .stroke(pen)))
        }
        guard side.style == .double, side.width >= Self.leastDouble else {
            return part(0, painter.stroke(side, length: length))
        }
        let third = side.width / 3
        let pen = Path.Stroke(color: painter.paint(of: side), width: third)
        return .group(DisplayItem.Group(items: [part(-third, pen), part(third, pen)]))
    }

    // MARK: Paint

    /// Points below which two lines and the gap between them are one line.
    static let leastDouble = 1.5

    func paint(of side: BoxStyle.BorderSide) -> Color { side.color ?? color }

    /// The pen for a border's line; `length` is the way that dashes are fitted to, and ends where it began if it is closed.
    func stroke(
        _ side: BoxStyle.BorderSide, width: Double? = nil, length: Double? = nil, isClosed: Bool = false
    ) -> Path.Stroke {
        let width = width ?? side.width
        var pen = Path.Stroke(color: paint(of: side), width: width)
        switch side.style {
        case .dashed:
            pen.dashes = [3 * width, Self.gap(dash: 3 * width, least: 2 * width, length, isClosed)]
        case .dotted:
            pen.dashes = [0, width + Self.gap(dash: width, least: width * 0.75, length, isClosed)]
            pen.cap = .round
        case .none, .hidden, .solid, .double, .groove, .ridge, .inset, .outset: break
        }
        return pen
    }

    /// The gap with which dashes stand at both ends of a line, or all round at the same distance.
    private static func gap(dash: Double, least: Double, _ length: Double?, _ isClosed: Bool) -> Double {
        guard let length, length > 2 * dash + least else { return max(dash, least) }
        let way = isClosed ? length : length - dash
        let gaps = (way / (dash + max(dash, least))).rounded()
        return gaps >= 1 ? way / gaps - dash : dash
    }
}
