import CSS
import Geometry
import Pages

/// Borders that differ from side to side round corners (CSS Backgrounds 3, §4.3): each side is drawn along the whole edge,
/// and seen up to the lines from the edge's corners to those of the padding box.
extension BorderPainter {
    func roundSides(on edge: RoundedRect) -> [DisplayItem] {
        let sides = SideKey.allCases.filter { border[$0].isSeen && !paint(of: border[$0]).isTransparent }
        let first = sides.first.map { border[$0] }
        let isOneColor = sides.allSatisfy { border[$0].style == .solid && paint(of: border[$0]) == first.map(paint) }
        if isOneColor, let first { return [ring(on: edge, 0, 1, paint(of: first))] }
        return sides.map { side in
            .group(DisplayItem.Group(items: items(of: side, on: edge), clip: wedge(of: side, on: edge.rect)))
        }
    }

    private func items(of side: SideKey, on edge: RoundedRect) -> [DisplayItem] {
        let own = border[side]
        switch own.style {
        case .dashed, .dotted:
            let middle = edge.inset(by: widths(0.5))
            let pen = stroke(own, length: middle.length, isClosed: true)
            return [.path(Path(segments: middle.outline, paint: .stroke(pen)))]
        case .none, .hidden, .solid, .double, .groove, .ridge, .inset, .outset:
            return bands(of: side).map { ring(on: edge, $0.from, $0.to, $0.color) }
        }
    }

    /// What is between two shares of the borders' widths, all round.
    private func ring(on edge: RoundedRect, _ from: Double, _ to: Double, _ color: Color) -> DisplayItem {
        let (outer, inner) = (edge.inset(by: widths(from)), edge.inset(by: widths(to)))
        return .path(Path(segments: outer.outline + inner.hole, paint: .fill(color)))
    }

    /// The part of a box that is nearest to a side by the shares of the borders: it ends in a point or an edge inside.
    private func wedge(of side: SideKey, on rect: Rect) -> [Path.Segment] {
        let width = widths(1)
        let (across, along, own) =
            switch side {
            case .top, .bottom: (rect.height, rect.width, side == .top ? width.top : width.bottom)
            case .left, .right: (rect.width, rect.height, side == .left ? width.left : width.right)
            }
        let (before, after, opposite) =
            switch side {
            case .top: (width.left, width.right, width.bottom)
            case .bottom: (width.left, width.right, width.top)
            case .left: (width.top, width.bottom, width.right)
            case .right: (width.top, width.bottom, width.left)
            }
        // How far the two slanting lines go before they meet each other or those from the opposite side.
        let depth = min(
            before + after > 0 ? along * own / (before + after) : .infinity, across * own / (own + opposite))
        func place(_ position: Double, _ depth: Double) -> Point {
            switch side {
            case .top: Point(x: rect.minX + position, y: rect.minY + depth)
            case .bottom: Point(x: rect.minX + position, y: rect.maxY - depth)
            case .left: Point(x: rect.minX + depth, y: rect.minY + position)
            case .right: Point(x: rect.maxX - depth, y: rect.minY + position)
            }
        }
        return [
            .move(place(0, 0)), .line(place(along, 0)), .line(place(along - depth * after / own, depth)),
            .line(place(depth * before / own, depth)), .close,
        ]
    }
}
