import CCairo
import Geometry
import Pages

extension Canvas {
    /// Fills or strokes a path.
    mutating func show(_ path: Path, on pageSize: Size) throws(DrawingError) {
        switch path.paint {
        case .fill(let color):
            guard path.covers(pageSize) else { return fill(path.segments) { canvas in canvas.setColor(color) } }
            // Without a clip an opaque rectangle over all of the page makes Cairo forget what the page held before.
            unsafe cairo_save(context)
            clip(to: path.segments)
            fill(path.segments) { canvas in canvas.setColor(color) }
            unsafe cairo_restore(context)
        case .gradient(let gradient): fill(path.segments) { canvas in canvas.setGradient(gradient) }
        case .tiling(let tiling):
            let cell = try cell(of: tiling, on: pageSize)
            fill(path.segments) { canvas in canvas.setTiles(cell, tiling.cell) }
        case .stroke(let stroke):
            setPath(path.segments)
            setColor(stroke.color)
            unsafe cairo_set_line_width(context, stroke.width)
            unsafe cairo_set_line_cap(context, stroke.cap.cairo)
            unsafe cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
            unsafe cairo_stroke(context)
        }
    }

    private func fill(_ segments: [Path.Segment], _ setSource: (borrowing Canvas) -> Void) {
        setSource(self)
        setPath(segments)
        // Cairo takes one rectangle over all of a page for a new beginning, and forgets what was drawn before, our marks
        // among it; one that is said twice it takes as it is.
        if case .rectangle(let rect)? = segments.first, segments.count == 1, coversPage(rect) {
            append(.rectangle(rect))
        }
        unsafe cairo_fill(context)
    }

    /// Makes an outline the current path.
    func setPath(_ segments: [Path.Segment]) {
        unsafe cairo_new_path(context)
        for segment in segments { append(segment) }
    }

    /// Whether nothing that can be drawn on is outside of a rectangle.
    private func coversPage(_ rect: Rect) -> Bool {
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        unsafe cairo_clip_extents(context, &left, &top, &right, &bottom)
        return rect.minX <= left && rect.minY <= top && rect.maxX >= right && rect.maxY >= bottom
    }

    private func append(_ segment: Path.Segment) {
        switch segment {
        case .move(let point): unsafe cairo_move_to(context, point.x, point.y)
        case .line(let point): unsafe cairo_line_to(context, point.x, point.y)
        case .curve(let a, let b, let end): unsafe cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y)
        case .rectangle(let rect): unsafe cairo_rectangle(context, rect.minX, rect.minY, rect.width, rect.height)
        case .close: unsafe cairo_close_path(context)
        }
    }
}

extension Path {
    /// It is a rectangle that holds a page.
    fileprivate func covers(_ page: Size) -> Bool {
        guard segments.count == 1, case .rectangle(let rect) = segments[0] else { return false }
        return rect.minX <= 0 && rect.minY <= 0 && rect.maxX >= page.width && rect.maxY >= page.height
    }
}

extension Path.Cap {
    fileprivate var cairo: cairo_line_cap_t {
        switch self {
        case .butt: CAIRO_LINE_CAP_BUTT
        case .round: CAIRO_LINE_CAP_ROUND
        case .square: CAIRO_LINE_CAP_SQUARE
        }
    }
}
