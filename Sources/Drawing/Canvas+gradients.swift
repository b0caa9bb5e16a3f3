import CCairo
import Geometry
import Pages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Canvas {
    /// Takes a gradient as the source.
    func setGradient(_ gradient: Gradient) {
        let pattern: OpaquePointer
        switch gradient.axis {
        case .linear(let start, let end):
            unsafe pattern = unsafe cairo_pattern_create_linear(start.x, start.y, end.x, end.y)!
        case .radial(let center, let radii):
            unsafe pattern = unsafe cairo_pattern_create_radial(0, 0, 0, 0, 0, 1)!
            // From the page's coordinates to those in which the ellipse is a circle of radius 1.
            var map = cairo_matrix_t(
                Transform(
                    a: 1 / radii.width, b: 0, c: 0, d: 1 / radii.height, tx: -center.x / radii.width,
                    ty: -center.y / radii.height))
            unsafe cairo_pattern_set_matrix(pattern, &map)
        case .conic(let center, let start):
            unsafe pattern = unsafe cairo_pattern_create_mesh()!
            unsafe addSectors(of: gradient.stops, round: center, from: start, to: pattern)
        }
        if case .conic = gradient.axis {
        } else {
            for stop in gradient.stops {
                let color = stop.color
                unsafe cairo_pattern_add_color_stop_rgba(
                    pattern, stop.offset, color.red, color.green, color.blue, color.alpha)
            }
            unsafe cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
        }
        unsafe cairo_set_source(context, pattern)
        unsafe cairo_pattern_destroy(pattern)
    }

    /// A sector is a patch of the mesh, and so narrow that its chord does for its arc.
    private static let widestSector = 1 / 90.0

    /// Adds a turn's sectors to a mesh (PDF 32000-1, §8.7.4.5.7), each a patch with two corners at the centre; they reach
    /// beyond whatever is filled.
    private func addSectors(
        of stops: [Gradient.Stop], round center: Point, from start: Double, to mesh: OpaquePointer
    ) {
        guard let first = stops.first, let last = stops.last else { return }
        let all = [Gradient.Stop(0, first.color)] + stops + [Gradient.Stop(1, last.color)]
        var clip = (x0: 0.0, y0: 0.0, x1: 0.0, y1: 0.0)
        unsafe cairo_clip_extents(context, &clip.x0, &clip.y0, &clip.x1, &clip.y1)
        let (x, y) = (max(center.x - clip.x0, clip.x1 - center.x), max(center.y - clip.y0, clip.y1 - center.y))
        let radius = 1.01 * (x * x + y * y).squareRoot() + 1
        func point(_ turn: Double) -> Point {
            let angle = (turn + start / 360) * 2 * .pi
            return Point(x: center.x + radius * sin(angle), y: center.y - radius * cos(angle))
        }
        for (one, two) in zip(all, all.dropFirst()) where two.offset > one.offset {
            let count = max(1, ((two.offset - one.offset) / Self.widestSector).rounded(.up))
            for step in 0..<Int(count) {
                let (from, to) = (Double(step) / count, Double(step + 1) / count)
                let turn = (one.offset + (two.offset - one.offset) * from, one.offset + (two.offset - one.offset) * to)
                unsafe addSector(
                    center, point(turn.0), point(turn.1), one.color.mixed(with: two.color, from),
                    one.color.mixed(with: two.color, to), to: mesh)
            }
        }
    }

    private func addSector(
        _ center: Point, _ start: Point, _ end: Point, _ from: Color, _ to: Color, to mesh: OpaquePointer
    ) {
        unsafe cairo_mesh_pattern_begin_patch(mesh)
        unsafe cairo_mesh_pattern_move_to(mesh, center.x, center.y)
        unsafe cairo_mesh_pattern_line_to(mesh, start.x, start.y)
        unsafe cairo_mesh_pattern_line_to(mesh, end.x, end.y)
        unsafe cairo_mesh_pattern_line_to(mesh, center.x, center.y)
        for (corner, color) in [from, from, to, to].enumerated() {
            unsafe cairo_mesh_pattern_set_corner_color_rgba(
                mesh, UInt32(corner), color.red, color.green, color.blue, color.alpha)
        }
        unsafe cairo_mesh_pattern_end_patch(mesh)
    }
}

extension Color {
    /// The colour at a share of the way to another.
    fileprivate func mixed(with other: Color, _ share: Double) -> Color {
        func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
        return Color(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
            alpha: mix(alpha, other.alpha))
    }
}
