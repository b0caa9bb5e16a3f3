import CSS
import Geometry
import Pages

/// Borders side by side, each in its style and cut at the corners where it meets another (CSS Backgrounds 3, §3.2).
extension BorderPainter {
    /// One of the four; also how borders are looked up.
    enum SideKey: CaseIterable { case top, bottom, left, right }
    private typealias Side = SideKey

    /// The sides of a box whose corners are not round.
    func sides(in rect: Rect) -> [DisplayItem] { Side.allCases.flatMap { items(of: $0, rect) } }

    // MARK: One side

    private func items(of side: Side, _ rect: Rect) -> [DisplayItem] {
        let own = border[side]
        guard own.isSeen, !paint(of: own).isTransparent else { return [] }
        switch own.style {
        case .none, .hidden: return []
        case .double where own.width >= Self.leastDouble, .inset, .outset, .groove, .ridge:
            return stripes(of: side, rect)
        case .solid where meetsAnother(side): return stripes(of: side, rect)
        case .solid, .dashed, .dotted, .double:
            return [.path(Path(segments: Self.middle(side, own, rect), paint: .stroke(pen(side, own, rect))))]
        }
    }

    /// The stripes of a side from its outer edge, in shares of its width; light falls from the top left.
    func bands(of side: SideKey) -> [(from: Double, to: Double, color: Color)] {
        let own = border[side]
        let color = paint(of: own)
        let isUpper = side == .top || side == .left
        switch own.style {
        case .none, .hidden: return []
        case .solid, .dashed, .dotted: return [(0, 1, color)]
        case .double:
            return own.width < Self.leastDouble ? [(0, 1, color)] : [(0, 1 / 3, color), (2 / 3, 1, color)]
        case .inset: return [(0, 1, isUpper ? color.shaded : color.lit)]
        case .outset: return [(0, 1, isUpper ? color.lit : color.shaded)]
        case .groove:
            return isUpper
                ? [(0, 0.5, color.shaded), (0.5, 1, color.lit)] : [(0, 0.5, color.lit), (0.5, 1, color.shaded)]
        case .ridge:
            return isUpper
                ? [(0, 0.5, color.lit), (0.5, 1, color.shaded)] : [(0, 0.5, color.shaded), (0.5, 1, color.lit)]
        }
    }

    private func stripes(of side: Side, _ rect: Rect) -> [DisplayItem] {
        bands(of: side).map { band in
            .path(Path(segments: outline(of: side, band.from, band.to, rect), paint: .fill(band.color)))
        }
    }

    private func pen(_ side: Side, _ own: BoxStyle.BorderSide, _ rect: Rect) -> Path.Stroke {
        stroke(own, length: side == .top || side == .bottom ? rect.width : rect.height)
    }

    /// A neighbour is of another colour, so that the corner between them is cut.
    private func meetsAnother(_ side: Side) -> Bool {
        let neighbours =
            side == .top || side == .bottom ? [border.left, border.right] : [border.top, border.bottom]
        return neighbours.contains { $0.isSeen && paint(of: $0) != paint(of: border[side]) }
    }

    /// Shares of all sides' widths.
    func widths(_ share: Double) -> Edges {
        Edges(
            top: share * border.top.width, right: share * border.right.width, bottom: share * border.bottom.width,
            left: share * border.left.width)
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
    private func outline(
        of side: Side, _ from: Double, _ to: Double, _ rect: Rect
    ) -> [Path.Segment] {
        func inset(_ share: Double) -> Rect { rect.inset(by: widths(share)) }
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
    subscript(side: BorderPainter.SideKey) -> BoxStyle.BorderSide {
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
    var isSeen: Bool { width > 0 && style != .none && style != .hidden }
}

extension Color {
    /// The side of an edge that light does not fall on: a third darker.
    fileprivate var shaded: Color { Color(red: red * 2 / 3, green: green * 2 / 3, blue: blue * 2 / 3, alpha: alpha) }

    /// The side that it falls on: a third lighter.
    fileprivate var lit: Color {
        Color(red: (red * 2 + 1) / 3, green: (green * 2 + 1) / 3, blue: (blue * 2 + 1) / 3, alpha: alpha)
    }
}
