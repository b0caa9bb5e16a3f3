import CCairo
import CRsvg
import Geometry

/// A picture ready to be drawn.
enum PreparedPicture {
    /// Pixels, or compressed bytes that go into the PDF as they are.
    case image(ImageSurface)
    case vector(VectorPicture)
    /// It cannot be shown; a diagnostic has said so.
    case absent
}

/// An SVG picture as librsvg holds it.
@safe final class VectorPicture {
    private let picture: UnsafeMutableRawPointer

    /// Nil where the bytes are no SVG picture.
    init?(_ bytes: [UInt8]) {
        guard let picture = unsafe offprint_rsvg_read(bytes, bytes.count) else { return nil }
        unsafe self.picture = unsafe picture
    }

    deinit { unsafe offprint_rsvg_free(picture) }

    static var isAvailable: Bool { offprint_rsvg_available() }

    /// Filters, masks and blending make Cairo's PDF turn the whole page into a picture, so they are drawn as pixels.
    static func needsPixels(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return ["<filter", "<mask", "mix-blend-mode"].contains { text.contains($0) }
    }

    /// Draws it into a rectangle; false where librsvg reports an error.
    func draw(in rect: Rect, on context: OpaquePointer) -> Bool {
        unsafe offprint_rsvg_draw(
            picture, UnsafeMutableRawPointer(context), rect.minX, rect.minY, rect.width, rect.height)
    }

    /// Drawn into an image of that many pixels, nil where librsvg reports an error.
    func rasterized(_ pixels: Size) -> ImageSurface? {
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(pixels.width), Int32(pixels.height))!
        let image = unsafe ImageSurface(adopting: surface, orientation: 1)
        let context = unsafe cairo_create(surface)!
        defer { unsafe cairo_destroy(context) }
        guard unsafe draw(in: Rect(origin: .zero, size: pixels), on: context) else { return nil }
        return image
    }
}
