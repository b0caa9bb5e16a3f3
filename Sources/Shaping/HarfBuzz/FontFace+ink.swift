internal import CHarfBuzz

extension FontFace {
    /// From the leftmost to the rightmost place of a glyph's outline between two heights above the baseline, all in ems; nil
    /// where it has nothing there.
    public func ink(of glyph: UInt32, between low: Double, and high: Double) -> ClosedRange<Double>? {
        let em = Double(unitsPerEm)
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0 else { return nil }
        let top = Double(extents.y_bearing)
        guard top > low * em, top + Double(extents.height) < high * em else { return nil }
        var band = OutlineBand(low: low * em, high: high * em)
        unsafe hb_font_get_glyph_shape(font, glyph, OutlineBand.functions, &band)
        guard band.left <= band.right else { return nil }
        return band.left / em...band.right / em
    }
}

/// What of an outline lies in a band, in the font's units.
private struct OutlineBand {
    let low: Double
    let high: Double
    var left = Double.infinity
    var right = -Double.infinity

    typealias Place = (x: Double, y: Double)

    /// Takes in a straight piece as far as it lies in the band.
    mutating func add(from start: Place, to end: Place) {
        let (bottom, top) = start.y < end.y ? (start, end) : (end, start)
        guard top.y >= low, bottom.y <= high else { return }
        func x(at height: Double) -> Double {
            guard top.y > bottom.y else { return bottom.x }
            return bottom.x + (top.x - bottom.x) * (height - bottom.y) / (top.y - bottom.y)
        }
        let ends = top.y > bottom.y ? [x(at: max(low, bottom.y)), x(at: min(high, top.y))] : [bottom.x, top.x]
        for x in ends {
            left = min(left, x)
            right = max(right, x)
        }
    }

    /// Pieces that a curve is taken as.
    private static let pieces = 12

    mutating func addCurve(from start: Place, _ place: (Double) -> Place) {
        var last = start
        for piece in 1...Self.pieces {
            let next = place(Double(piece) / Double(Self.pieces))
            add(from: last, to: next)
            last = next
        }
    }

    // SAFETY: immutable from here on, and never freed.
    nonisolated(unsafe) static let functions: OpaquePointer? = {
        let functions = unsafe hb_draw_funcs_create()
        unsafe hb_draw_funcs_set_line_to_func(
            functions,
            { _, band, state, x, y, _ in
                guard let band = unsafe band?.assumingMemoryBound(to: OutlineBand.self), let state = unsafe state else {
                    return
                }
                unsafe band.pointee.add(from: state.pointee.current, to: (Double(x), Double(y)))
            }, nil, nil)
        unsafe hb_draw_funcs_set_quadratic_to_func(
            functions,
            { _, band, state, x1, y1, x, y, _ in
                guard let band = unsafe band?.assumingMemoryBound(to: OutlineBand.self), let state = unsafe state else {
                    return
                }
                let start = unsafe state.pointee.current
                unsafe band.pointee.addCurve(from: start) { t in
                    let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
                    return (
                        a * start.x + b * Double(x1) + c * Double(x), a * start.y + b * Double(y1) + c * Double(y)
                    )
                }
            }, nil, nil)
        unsafe hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, band, state, x1, y1, x2, y2, x, y, _ in
                guard let band = unsafe band?.assumingMemoryBound(to: OutlineBand.self), let state = unsafe state else {
                    return
                }
                let start = unsafe state.pointee.current
                unsafe band.pointee.addCurve(from: start) { t in
                    let u = 1 - t
                    let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
                    return (
                        a * start.x + b * Double(x1) + c * Double(x2) + d * Double(x),
                        a * start.y + b * Double(y1) + c * Double(y2) + d * Double(y)
                    )
                }
            }, nil, nil)
        unsafe hb_draw_funcs_make_immutable(functions)
        return unsafe functions
    }()
}

extension hb_draw_state_t {
    fileprivate var current: OutlineBand.Place { (Double(current_x), Double(current_y)) }
}
