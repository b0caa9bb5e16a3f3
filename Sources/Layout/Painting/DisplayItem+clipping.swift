import CSS
import Geometry
import Pages

/// What a box with `overflow: hidden` or `clip` leaves of what is in it (CSS Overflow 3, §3.1).
extension DisplayItem {
    /// The item cut off at an edge; nil where nothing of it is inside.
    func clipped(to edge: RoundedRect) -> DisplayItem? {
        guard let bounds else { return nil }
        if edge.rect.holds(bounds), !edge.isRound || edge.inner.holds(bounds) { return self }
        guard edge.rect.touches(bounds) else { return nil }
        return .group(Group(items: [self], clip: edge.outline))
    }

    /// The text that is lost where the item is cut off.
    var text: String {
        switch self {
        case .glyphs(let run): run.text
        case .picture, .path: ""
        case .group(let group): group.items.map(\.text).joined()
        }
    }

    /// About the area that is painted; nil for none.
    private var bounds: Rect? {
        switch self {
        case .glyphs(let run):
            guard let left = run.x.min(), let top = run.y.min(), let bottom = run.y.max() else { return nil }
            let (ascent, descent) = (GlyphRun.usualAscent * run.size, GlyphRun.usualDescent * run.size)
            return Rect(x: left, y: top - ascent, width: run.width, height: bottom - top + ascent + descent)
        case .picture(let picture): return picture.rect
        case .path(let path): return path.bounds
        case .group(let group):
            guard group.transform == .identity else { return nil }
            if let clip = Path(segments: group.clip, paint: .fill(.black)).bounds { return clip }
            return group.items.compactMap(\.bounds).reduce(nil) { sum, next in sum?.union(next) ?? next }
        }
    }
}

extension GlyphRun {
    /// Of the size: what letters without accents reach above and below their baseline.
    fileprivate static let usualAscent = 0.7
    fileprivate static let usualDescent = 0.2
}

extension Path {
    fileprivate var bounds: Rect? {
        var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        func take(_ point: Point) {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        for segment in segments {
            switch segment {
            case .move(let point), .line(let point): take(point)
            case .curve(let a, let b, let end):
                take(a)
                take(b)
                take(end)
            case .rectangle(let rect):
                take(rect.origin)
                take(Point(x: rect.maxX, y: rect.maxY))
            case .close: break
            }
        }
        guard left <= right else { return nil }
        let pen = if case .stroke(let stroke) = paint { stroke.width / 2 } else { 0.0 }
        return Rect(x: left - pen, y: top - pen, width: right - left + 2 * pen, height: bottom - top + 2 * pen)
    }
}

extension RoundedRect {
    /// A rectangle that no corner's curve reaches into.
    fileprivate var inner: Rect {
        // Less of a radius is outside of its curve's middle.
        let share = 1 - 0.5.squareRoot()
        let sizes = [radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft]
        let (x, y) = (sizes.map(\.width).max() ?? 0, sizes.map(\.height).max() ?? 0)
        return rect.inset(by: Edges(top: share * y, right: share * x, bottom: share * y, left: share * x))
    }
}

extension Rect {
    /// More than an edge is common to both.
    fileprivate func touches(_ other: Rect) -> Bool {
        let least = 0.01
        return min(maxX, other.maxX) - max(minX, other.minX) > least
            && min(maxY, other.maxY) - max(minY, other.minY) > least
    }
}
