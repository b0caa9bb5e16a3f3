import CSS
import Geometry
import Pages

/// Borders side by side, each in its style and cut at the corners where it meets another (CSS Backgrounds 3, §3.2).
extension BoxPainter {
    /// One of the four; also how borders are looked up.
    enum SideKey: CaseIterable { case top, bottom, left, right }
    private typealias Side = SideKey

    /// The sides that have a border of their own.
    func sides(in rect: Rect, hasTop: Bool, hasBottom: Bool) -> [DisplayItem] {
        var border = box.border
        if !hasTop { border.top = BoxStyle.BorderSide() }
        if !hasBottom { border.bottom = BoxStyle.BorderSide() }
        return Side.allCases.flatMap { items(of: $0, border, rect) }
    }

    /// One straight line in the style of a border's side; nil where nothing is to be seen of it.
    func line(_ side: BoxStyle.BorderSide, from start: Point, to end: Point) -> DisplayItem? {
        guard side.isSeen, !paint(of: side).isTransparent else { return nil }
        let length = abs(end.x - start.x) + abs(end.y - start.y)
        func part(_ offset: Double, _ pen: Path.Stroke) -> DisplayItem {
            let shift = start.y == end.y ? Point(x: 0, y: offset) : Point(x: offset, y: 0)
            return .path(Path(segments: [.move(start + shift), .line(end + shift)], paint: .stroke(pen)))
        }
        guard side.style == .double, side.width >= Self.leastDouble else {
            return part(0, stroke(side, length: length))
        }
        let third = side.width / 3
        let pen = Path.Stroke(color: paint(of: side), width: third)
        return .group(DisplayItem.Group(items: [part(-third, pen), part(third, pen)]))
    }

    // MARK: One side

    private func items(of side: Side, _ border: Sides<BoxStyle.BorderSide>, _ rect: Rect) -> [DisplayItem] {
        let own = border[side]
        guard own.isSeen, !paint(of: own).isTransparent else { return [] }
        func band(_ from: Double, _ to: Double, _ color: Color) -> DisplayItem {
            .path(Path(segments: Self.band(side, from, to, border, rect), paint: .fill(color)))
        }
        let isUpper = side == .top || side == .left
        let color = paint(of: own)
        switch own.style {
        case .none, .hidden: return []
        case .double where own.width >= Self.leastDouble: return [band(0, 1 / 3, color), band(2 / 3, 1, color)]
        case .inset: return [band(0, 1, isUpper ? color.shaded : color.lit)]
        case .outset: return [band(0, 1, isUpper ? color.lit : color.shaded)]
        case .groove:
            let shades = [color.shaded, color.lit]
            return [band(0, 0.5, shades[isUpper ? 0 : 1]), band(0.5, 1, shades[isUpper ? 1 : 0])]
        case .ridge:
            let shades = [color.lit, color.shaded]
            return [band(0, 0.5, shades[isUpper ? 0 : 1]), band(0.5, 1, shades[isUpper ? 1 : 0])]
        case .solid where meetsAnother(side, border): return [band(0, 1, color)]
        case .solid, .dashed, .dotted, .double:
            return [.path(Path(segments: Self.middle(side, own, rect), paint: .stroke(pen(side, own, rect))))]
        }
    }

    private func pen(_ side: Side, _ own: BoxStyle.BorderSide, _ rect: Rect) -> Path.Stroke {
        stroke(own, length: side == .top || side == .bottom ? rect.width : rect.height)
    }

    /// A neighbour is of another colour, so that the corner between them is cut.
    private func meetsAnother(_ side: Side, _ border: Sides<BoxStyle.BorderSide>) -> Bool {
        let neighbours =
            side == .top || side == .bottom ? [border.left, border.right] : [border.top, border.bottom]
        return neighbours.contains { $0.isSeen && paint(of: $0) != paint(of: border[side]) }
    }

    /// A line along the middle of a side; dots begin half a dot inside.
    private static func middle(_ side: Side, _ own: BoxStyle.BorderSide, _ rect: Rect) -> [Path.Segment] {
        let half = own.width / 2
        let inset = own.style == .dotted ? half : 0
        let (start, end): (Point, Point) =
            switch side {
            case .top:
                (Point(x: rect.minX + inset, y: rect.minY + half), Point(x: rect.maxX - inset, y: rect.minY + half))
            case .bottom:
                (Point(x: rect.minX + inset, y: rect.maxY - half), Point(x: rect.maxX - inset, y: rect.maxY - half))
            case .left:
                (Point(x: rect.minX + half, y: rect.minY + inset), Point(x: rect.minX + half, y: rect.maxY - inset))
            case .right:
                (Point(x: rect.maxX - half, y: rect.minY + inset), Point(x: rect.maxX - half, y: rect.maxY - inset))
            }
        return [.move(start), .line(end)]
    }

    /// The part of a side between two shares of its width, 0 its outer edge, with slanting ends where neighbours are.
    private static func band(
        _ side: Side, _ from: Double, _ to: Double, _ border: Sides<BoxStyle.BorderSide>, _ rect: Rect
    ) -> [Path.Segment] {
        func inset(_ share: Double) -> Rect {
            rect.inset(
                by: Edges(
                    top: share * border.top.width, right: share * border.right.width,
                    bottom: share * border.bottom.width, left: share * border.left.width))
        }
        let (outer, inner) = (inset(from), inset(to))
        let points: [Point] =
            switch side {
            case .top:
                [
                    Point(x: outer.minX, y: outer.minY), Point(x: outer.maxX, y: outer.minY),
                    Point(x: inner.maxX, y: inner.minY), Point(x: inner.minX, y: inner.minY),
                ]
            case .bottom:
                [
                    Point(x: outer.minX, y: outer.maxY), Point(x: outer.maxX, y: outer.maxY),
                    Point(x: inner.maxX, y: inner.maxY), Point(x: inner.minX, y: inner.maxY),
                ]
            case .left:
                [
                    Point(x: outer.minX, y: outer.minY), Point(x: inner.minX, y: inner.minY),
                    Point(x: inner.minX, y: inner.maxY), Point(x: outer.minX, y: outer.maxY),
                ]
            case .right:
                [
                    Point(x: outer.maxX, y: outer.minY), Point(x: inner.maxX, y: inner.minY),
                    Point(x: inner.maxX, y: inner.maxY), Point(x: outer.maxX, y: outer.maxY),
                ]
            }
        return [.move(points[0])] + points.dropFirst().map { .line($0) } + [.close]
    }
}

extension Sides<BoxStyle.BorderSide> {
    fileprivate subscript(side: BoxPainter.SideKey) -> BoxStyle.BorderSide {
        switch side {
        case .top: top
        case .bottom: bottom
        case .left: left
        case .right: right
        }
    }
}

extension BoxStyle.BorderSide {
    /// There is a line to draw.
    fileprivate var isSeen: Bool { width > 0 && style != .none && style != .hidden }
}

extension Color {
    /// The side of an edge that light does not fall on: a third darker.
    fileprivate var shaded: Color { Color(red: red * 2 / 3, green: green * 2 / 3, blue: blue * 2 / 3, alpha: alpha) }

    /// The side that it falls on: a third lighter.
    fileprivate var lit: Color {
        Color(red: (red * 2 + 1) / 3, green: (green * 2 + 1) / 3, blue: (blue * 2 + 1) / 3, alpha: alpha)
    }
}
