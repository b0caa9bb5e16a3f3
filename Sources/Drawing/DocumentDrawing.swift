import CCairo
public import Diagnostics
import FontFiles
import Geometry
public import Pages

/// Draws a whole document into a PDF that still lacks its text and its structure: sentinels stand where they are to be.
///
/// Cairo embeds the fonts and draws everything but plain text. Of that it draws a specimen only, each glyph once, from
/// which the finishing stage learns each glyph's code: shown by Cairo, the glyphs of the pages would take more than half
/// of the time of writing a PDF, and have texts that cannot be chosen.
public struct DocumentDrawing: Sendable {
    /// Draws SVG pictures as pixels, for those that Cairo's PDF cannot hold as vectors.
    public var rasterizesVectors: Bool

    public init(rasterizesVectors: Bool = false) { self.rasterizesVectors = rasterizesVectors }

    /// Draws every page.
    public func draw(_ document: Document) throws(DrawingError) -> Diagnosed<DrawnDocument> {
        let sink = ByteSink()
        let resources = DrawingResources(
            document, PicturePreparation(kind: .pdf, rasterizesVectors: rasterizesVectors))
        let census = GlyphCensus(of: document, isCounted: try resources.hasPlainGlyphs())
        var drawn = DrawnDocument(
            bytes: [], pages: [], census: census, slants: document.fonts.map(FontFace.slant(of:)),
            fontPaths: document.fonts.map(\.path))
        let surface = try PDFSurface(to: sink)
        var canvas = unsafe Canvas(on: surface.surface, kind: .pdf, resources: resources)
        if drawn.hasSpecimenPage {
            surface.beginPage(Canvas.specimenSize)
            try canvas.drawSpecimen(of: &drawn.census)
            try unsafe surface.endPage(0, of: canvas.context)
        }
        drawn.pages.reserveCapacity(document.pages.count)
        for (index, page) in document.pages.enumerated() {
            surface.beginPage(page.size)
            try canvas.draw(page)
            drawn.pages.append(canvas.takeRecords())
            try unsafe surface.endPage(index, of: canvas.context)
        }
        _ = consume canvas
        try surface.finish()
        drawn.bytes = sink.bytes
        return Diagnosed(drawn, resources.diagnostics)
    }
}

/// Cairo's PDF surface, writing into memory.
@safe struct PDFSurface: ~Copyable {
    let surface: OpaquePointer
    private let sink: ByteSink

    init(to sink: ByteSink) throws(DrawingError) {
        self.sink = sink
        unsafe surface = unsafe cairo_pdf_surface_create_for_stream(ByteSink.write, sink.context, 1, 1)!
        try check("the document")
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    func beginPage(_ size: Size) { unsafe cairo_pdf_surface_set_size(surface, size.width, size.height) }

    /// Ends a page. Cairo keeps errors on the surface, and a page's come out here.
    func endPage(_ index: Int, of context: OpaquePointer) throws(DrawingError) {
        unsafe cairo_show_page(context)
        let status = unsafe cairo_status(context)
        if status != CAIRO_STATUS_SUCCESS { throw failure(status, "page \(index + 1)") }
        try check("page \(index + 1)")
    }

    /// Writes fonts and cross-references; the sink then holds the whole file.
    consuming func finish() throws(DrawingError) {
        unsafe cairo_surface_finish(surface)
        try check("the document")
        withExtendedLifetime(sink) {}
    }

    private func check(_ subject: String) throws(DrawingError) {
        let status = unsafe cairo_surface_status(surface)
        if status != CAIRO_STATUS_SUCCESS { throw failure(status, subject) }
    }

    private func failure(_ status: cairo_status_t, _ subject: String) -> DrawingError {
        let words = unsafe String(cString: cairo_status_to_string(status))
        return DrawingError(.surfaceFailed, subject: subject, message: "could not be drawn: \(words)")
    }
}
