import CCairo
import Geometry
import Pages

/// A cell as a surface, so that it is in the file once however often it is repeated.
@safe final class CellSurface {
    fileprivate let surface: OpaquePointer
    /// The surface's own units, whole ones, since Cairo counts a pattern's steps in them.
    fileprivate let size: Size

    fileprivate init(adopting surface: OpaquePointer, size: Size) {
        unsafe self.surface = unsafe surface
        self.size = size
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}

extension Canvas {
    /// Units of a PDF's cell for each point, as Cairo rounds what it draws to a 256th of a unit.
    private static let cellScale = 4.0
    private static let longestCell = 16_000.0

    /// Draws a cell by itself: as commands for a PDF, as pixels for a picture.
    func cell(of tiling: Tiling, on pageSize: Size) throws(DrawingError) -> CellSurface {
        let scale = kind == .pdf ? Self.cellScale : deviceScale
        func units(_ length: Double) -> Double { min(Self.longestCell, max(1, (length * scale).rounded())) }
        let size = Size(width: units(tiling.cell.width), height: units(tiling.cell.height))
        let surface: OpaquePointer
        switch kind {
        case .pdf:
            var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
            unsafe surface = unsafe cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)!
        case .image:
            unsafe surface = unsafe cairo_image_surface_create(
                CAIRO_FORMAT_ARGB32, Int32(size.width), Int32(size.height))!
        }
        let cell = unsafe CellSurface(adopting: surface, size: size)
        var canvas = unsafe Canvas(on: cell.surface, kind: kind, resources: resources)
        // Nothing in a cell can be marked.
        canvas.groupDepth = 1
        unsafe cairo_scale(
            canvas.context, size.width / tiling.cell.width, size.height / tiling.cell.height)
        unsafe cairo_translate(canvas.context, -tiling.cell.minX, -tiling.cell.minY)
        for item in tiling.items { try canvas.draw(item, on: pageSize) }
        return cell
    }

    /// Takes a cell as the source, again and again in both directions from where the first one stands.
    func setTiles(_ cell: CellSurface, _ first: Rect) {
        let pattern = unsafe cairo_pattern_create_for_surface(cell.surface)!
        var map = cairo_matrix_t(
            Transform(
                a: cell.size.width / first.width, b: 0, c: 0, d: cell.size.height / first.height,
                tx: -first.minX * cell.size.width / first.width, ty: -first.minY * cell.size.height / first.height))
        unsafe cairo_pattern_set_matrix(pattern, &map)
        unsafe cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
        // PDF/A forbids asking the viewer for interpolation, and Cairo asks unless the filter is a fast one.
        unsafe cairo_pattern_set_filter(pattern, kind == .pdf ? CAIRO_FILTER_FAST : CAIRO_FILTER_GOOD)
        unsafe cairo_set_source(context, pattern)
        unsafe cairo_pattern_destroy(pattern)
    }

    /// Pixels to the point.
    private var deviceScale: Double {
        var (x, y) = (1.0, 0.0)
        unsafe cairo_user_to_device_distance(context, &x, &y)
        return max(0.01, (x * x + y * y).squareRoot())
    }
}
