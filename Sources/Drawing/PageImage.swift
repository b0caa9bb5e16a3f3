import CCairo
public import Diagnostics
import Geometry
public import Pages

/// Draws one page as a picture.
public struct PageImage: Sendable {
    /// Pixels to the inch.
    public var resolution: Double

    public init(resolution: Double = 96) { self.resolution = resolution }

    /// The page of that index on white, as a PNG file.
    public func png(of document: Document, page index: Int) throws(DrawingError) -> Diagnosed<[UInt8]> {
        let page = document.pages[index]
        let scale = resolution / 72
        let width = max(1, (page.size.width * scale).rounded())
        let height = max(1, (page.size.height * scale).rounded())
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))!
        defer { unsafe cairo_surface_destroy(surface) }
        let resources = DrawingResources(
            document, PicturePreparation(kind: .image, resolution: resolution))
        var canvas = unsafe Canvas(on: surface, kind: .image, resources: resources)
        canvas.prepareImage(width: width, height: height, scale: scale)
        try canvas.draw(page)
        _ = consume canvas
        let sink = ByteSink()
        let status = unsafe cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.context)
        if status != CAIRO_STATUS_SUCCESS {
            let words = unsafe String(cString: cairo_status_to_string(status))
            throw DrawingError(.surfaceFailed, subject: "page \(index + 1)", message: "could not be drawn: \(words)")
        }
        return Diagnosed(sink.bytes, resources.diagnostics)
    }
}

extension Canvas {
    /// Paints the paper white, and sets the scale and how glyphs are rendered: as they would be printed, unhinted.
    fileprivate func prepareImage(width: Double, height: Double, scale: Double) {
        setColor(.white)
        unsafe cairo_rectangle(context, 0, 0, width, height)
        unsafe cairo_fill(context)
        unsafe cairo_scale(context, scale, scale)
        let options = unsafe cairo_font_options_create()!
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_set_font_options(context, options)
        unsafe cairo_font_options_destroy(options)
    }
}
