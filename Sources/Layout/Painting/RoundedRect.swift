import CSS
import Geometry
import Pages

/// A box's edge with its corners (CSS Backgrounds 3, §4).
struct RoundedRect: Equatable {
    var rect: Rect
    /// Half axes of the ellipses at the corners, in points; none overlaps another.
    private(set) var radii: Corners<Size>

    /// Without round corners.
    init(_ rect: Rect) {
        self.rect = rect
        radii = Corners(.zero)
    }

    /// The border edge of a piece of a box; corners at edges that are on another piece are not round.
    init(_ box: BoxStyle, in rect: Rect, edges: BoxEdges = .all) {
        self.init(rect)
        guard box.hasPainting else { return }
        radii = box.painting.radius.map { radius in
            Size(
                width: max(0, radius.horizontal.resolved(against: rect.width)),
                height: max(0, radius.vertical.resolved(against: rect.height)))
        }
        if !edges.isSuperset(of: [.top, .left]) { radii.topLeft = .zero }
        if !edges.isSuperset(of: [.top, .right]) { radii.topRight = .zero }
        if !edges.isSuperset(of: [.bottom, .right]) { radii.bottomRight = .zero }
        if !edges.isSuperset(of: [.bottom, .left]) { radii.bottomLeft = .zero }
        settle()
    }

    /// Brings all radii down by one factor, so that no two curves overlap (§4.5); a flat ellipse is no curve.
    private mutating func settle() {
        let sides = [
            (radii.topLeft.width + radii.topRight.width, rect.width),
            (radii.bottomLeft.width + radii.bottomRight.width, rect.width),
            (radii.topLeft.height + radii.bottomLeft.height, rect.height),
            (radii.topRight.height + radii.bottomRight.height, rect.height),
        ]
        let factor = sides.map { $0.0 > $0.1 && $0.0 > 0 ? max(0, $0.1) / $0.0 : 1 }.min() ?? 1
        radii = radii.map { radius in
            radius.width > 0 && radius.height > 0
                ? Size(width: radius.width * factor, height: radius.height * factor) : .zero
        }
    }

    var isRound: Bool { radii != Corners(.zero) }

    /// The edge so far inside of this one: its curves have the same middles (§4.2).
    func inset(by edges: Edges) -> RoundedRect {
        func less(_ radius: Size, _ x: Double, _ y: Double) -> Size {
            let inner = Size(width: max(0, radius.width - x), height: max(0, radius.height - y))
            return inner.width > 0 && inner.height > 0 ? inner : .zero
        }
        var inner = self
        inner.rect = rect.inset(by: edges)
        inner.radii = Corners(
            topLeft: less(radii.topLeft, edges.left, edges.top), topRight: less(radii.topRight, edges.right, edges.top),
            bottomRight: less(radii.bottomRight, edges.right, edges.bottom),
            bottomLeft: less(radii.bottomLeft, edges.left, edges.bottom))
        return inner
    }

    /// The edge so far outside of this one (inside for less than nothing); sharp corners stay sharp, and nearly sharp
    /// ones become round by little (§6.1.1).
    func outset(by amount: Double) -> RoundedRect {
        guard amount > 0 else { return inset(by: Edges(-amount)) }
        func more(_ radius: Double) -> Double {
            guard radius > 0 else { return 0 }
            let missing = max(0, 1 - radius / amount)
            return radius + amount * (1 - missing * missing * missing)
        }
        var outer = self
        outer.rect = rect.inset(by: Edges(-amount))
        outer.radii = radii.map { Size(width: more($0.width), height: more($0.height)) }
        return outer
    }

    /// The edge with corners of one radius at least, in points.
    func softened(to radius: Double) -> RoundedRect {
        var soft = self
        soft.radii = radii.map { Size(width: max(radius, $0.width), height: max(radius, $0.height)) }
        soft.settle()
        return soft
    }

    func offset(by offset: Point) -> RoundedRect {
        var moved = self
        moved.rect = rect.offset(by: offset)
        return moved
    }

    // MARK: As a path

    /// What of a quarter's radius is between the ends of a Bézier curve near it and the curve's inner points.
    private static let curve = 1 - 0.552_284_75

    /// A closed line clockwise from the top left corner.
    var outline: [Path.Segment] {
        guard isRound else { return [.rectangle(rect)] }
        return [.move(corners[0].end)]
            + [1, 2, 3, 0].flatMap { index -> [Path.Segment] in
                let corner = corners[index]
                return [.line(corner.start), .curve(corner.startControl, corner.endControl, corner.end)]
            } + [.close]
    }

    /// The same line the other way round: inside of another outline it is a hole.
    var hole: [Path.Segment] {
        [.move(corners[0].start)]
            + [3, 2, 1, 0].flatMap { index -> [Path.Segment] in
                let corner = corners[index]
                return isRound
                    ? [.line(corner.end), .curve(corner.endControl, corner.startControl, corner.start)]
                    : [.line(corner.end)]
            } + [.close]
    }

    /// Points of the line's length.
    var length: Double {
        let quarters = [radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft]
        // Ramanujan's first approximation of an ellipse's perimeter, a quarter of it, less the corner's two sides.
        return quarters.reduce(2 * (rect.width + rect.height)) { length, r in
            let (a, b) = (r.width, r.height)
            let quarter = .pi / 4 * (3 * (a + b) - ((3 * a + b) * (a + 3 * b)).squareRoot())
            return length + quarter - a - b
        }
    }

    private struct Corner {
        var start: Point
        var startControl: Point
        var endControl: Point
        var end: Point
    }

    /// From the top left one clockwise, each in the direction of the outline.
    private var corners: [Corner] {
        let (x0, y0, x1, y1) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
        func corner(_ x: Double, _ y: Double, _ radius: Size, right: Double, down: Double, startsUpright: Bool)
            -> Corner
        {
            let upright = Point(x: x, y: y + down * radius.height)
            let uprightControl = Point(x: x, y: y + down * radius.height * Self.curve)
            let level = Point(x: x + right * radius.width, y: y)
            let levelControl = Point(x: x + right * radius.width * Self.curve, y: y)
            return startsUpright
                ? Corner(start: upright, startControl: uprightControl, endControl: levelControl, end: level)
                : Corner(start: level, startControl: levelControl, endControl: uprightControl, end: upright)
        }
        return [
            corner(x0, y0, radii.topLeft, right: 1, down: 1, startsUpright: true),
            corner(x1, y0, radii.topRight, right: -1, down: 1, startsUpright: false),
            corner(x1, y1, radii.bottomRight, right: -1, down: -1, startsUpright: true),
            corner(x0, y1, radii.bottomLeft, right: 1, down: -1, startsUpright: false),
        ]
    }
}

/// The edges that a piece of a box has: a break slices others off (CSS Fragmentation 3, §5.4).
struct BoxEdges: OptionSet, Hashable {
    var rawValue: Int
    static let top = BoxEdges(rawValue: 1)
    static let right = BoxEdges(rawValue: 2)
    static let bottom = BoxEdges(rawValue: 4)
    static let left = BoxEdges(rawValue: 8)
    static let all: BoxEdges = [.top, .right, .bottom, .left]

    /// Lengths where these edges are, nothing elsewhere.
    func limiting(_ edges: Edges) -> Edges {
        Edges(
            top: contains(.top) ? edges.top : 0, right: contains(.right) ? edges.right : 0,
            bottom: contains(.bottom) ? edges.bottom : 0, left: contains(.left) ? edges.left : 0)
    }
}
