internal import CHarfBuzz
public import Geometry

/// One piece of a glyph's outline; places are in ems from the glyph's origin, upwards.
public enum OutlineSegment: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
}

extension FontFace {
    /// A glyph's outline; empty for spaces and for pictures.
    public func outline(of glyph: UInt32) -> [OutlineSegment] {
        var pen = OutlinePen(scale: 1 / Double(unitsPerEm))
        unsafe hb_font_get_glyph_shape(font, glyph, OutlinePen.functions, &pen)
        return pen.segments
    }

    /// From the leftmost to the rightmost place of a glyph's outline between two heights above the baseline, all in ems; nil
    /// where it has nothing there.
    public func ink(of glyph: UInt32, between low: Double, and high: Double) -> ClosedRange<Double>? {
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0 else { return nil }
        let top = Double(extents.y_bearing) / Double(unitsPerEm)
        let bottom = top + Double(extents.height) / Double(unitsPerEm)
        guard top > low, bottom < high else { return nil }
        var band = OutlineBand(low: low, high: high)
        for segment in outline(of: glyph) { band.add(segment) }
        return band.left <= band.right ? band.left...band.right : nil
    }
}

/// What HarfBuzz draws, as segments.
private struct OutlinePen {
    /// Ems to a unit of the font.
    let scale: Double
    var segments: [OutlineSegment] = []

    func place(_ x: Float, _ y: Float) -> Point { Point(x: Double(x) * scale, y: Double(y) * scale) }

    // SAFETY: immutable from here on, and never freed.
    nonisolated(unsafe) static let functions: OpaquePointer? = {
        let functions = unsafe hb_draw_funcs_create()
        unsafe hb_draw_funcs_set_move_to_func(
            functions,
            { _, pen, _, x, y, _ in
                guard let pen = unsafe pen?.assumingMemoryBound(to: OutlinePen.self) else { return }
                unsafe pen.pointee.segments.append(.move(pen.pointee.place(x, y)))
            }, nil, nil)
        unsafe hb_draw_funcs_set_line_to_func(
            functions,
            { _, pen, _, x, y, _ in
                guard let pen = unsafe pen?.assumingMemoryBound(to: OutlinePen.self) else { return }
                unsafe pen.pointee.segments.append(.line(pen.pointee.place(x, y)))
            }, nil, nil)
        unsafe hb_draw_funcs_set_quadratic_to_func(
            functions,
            { _, pen, state, x1, y1, x, y, _ in
                guard let pen = unsafe pen?.assumingMemoryBound(to: OutlinePen.self), let state = unsafe state else {
                    return
                }
                let start = unsafe pen.pointee.place(state.pointee.current_x, state.pointee.current_y)
                let (middle, end) = unsafe (pen.pointee.place(x1, y1), pen.pointee.place(x, y))
                unsafe pen.pointee.segments.append(
                    .curve(start.twoThirds(towards: middle), end.twoThirds(towards: middle), end))
            }, nil, nil)
        unsafe hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, pen, _, x1, y1, x2, y2, x, y, _ in
                guard let pen = unsafe pen?.assumingMemoryBound(to: OutlinePen.self) else { return }
                unsafe pen.pointee.segments.append(
                    .curve(pen.pointee.place(x1, y1), pen.pointee.place(x2, y2), pen.pointee.place(x, y)))
            }, nil, nil)
        unsafe hb_draw_funcs_set_close_path_func(
            functions,
            { _, pen, _, _ in
                guard let pen = unsafe pen?.assumingMemoryBound(to: OutlinePen.self) else { return }
                unsafe pen.pointee.segments.append(.close)
            }, nil, nil)
        unsafe hb_draw_funcs_make_immutable(functions)
        return unsafe functions
    }()
}

extension Point {
    fileprivate func twoThirds(towards other: Point) -> Point {
        Point(x: x + (other.x - x) * 2 / 3, y: y + (other.y - y) * 2 / 3)
    }
}

/// What of an outline lies in a band between two heights, in ems.
private struct OutlineBand {
    let low: Double
    let high: Double
    var left = Double.infinity
    var right = -Double.infinity
    private var pen = Point(x: 0, y: 0)

    init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Straight pieces that a curve is taken as.
    private static let pieces = 12

    /// HarfBuzz draws the line back to a contour's start itself.
    mutating func add(_ segment: OutlineSegment) {
        switch segment {
        case .move(let point): pen = point
        case .line(let point): draw(to: point)
        case .close: break
        case .curve(let first, let second, let end):
            let start = pen
            for piece in 1...Self.pieces {
                let t = Double(piece) / Double(Self.pieces)
                let u = 1 - t
                let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
                draw(
                    to: Point(
                        x: a * start.x + b * first.x + c * second.x + d * end.x,
                        y: a * start.y + b * first.y + c * second.y + d * end.y))
            }
        }
    }

    /// Takes in a straight piece as far as it lies in the band.
    private mutating func draw(to end: Point) {
        let (bottom, top) = pen.y < end.y ? (pen, end) : (end, pen)
        pen = end
        guard top.y >= low, bottom.y <= high else { return }
        func x(at height: Double) -> Double {
            bottom.x + (top.x - bottom.x) * (height - bottom.y) / (top.y - bottom.y)
        }
        let ends = top.y > bottom.y ? [x(at: max(low, bottom.y)), x(at: min(high, top.y))] : [bottom.x, top.x]
        for x in ends {
            left = min(left, x)
            right = max(right, x)
        }
    }
}
