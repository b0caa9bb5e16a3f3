import CCairo
import CRsvg
import Diagnostics
import Geometry
import Pages

/// A picture ready to be drawn.
enum PreparedPicture {
    /// Pixels, or compressed bytes that go into the PDF as they are.
    case image(ImageSurface)
    case vector(VectorPicture)
    /// It cannot be shown; a diagnostic has said so.
    case absent
}

/// A Cairo image surface with its size in pixels, and the EXIF orientation that is still to be applied.
@safe final class ImageSurface {
    let surface: OpaquePointer
    let width: Double
    let height: Double
    let orientation: Int

    init(adopting surface: OpaquePointer, orientation: Int) {
        unsafe self.surface = unsafe surface
        width = unsafe Double(cairo_image_surface_get_width(surface))
        height = unsafe Double(cairo_image_surface_get_height(surface))
        self.orientation = orientation
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    /// Attaches bytes that a PDF takes in place of the pixels, or a name that makes equal pictures one object.
    func attach(_ bytes: [UInt8], as mediaType: String) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = unsafe copy.initialize(from: bytes)
        let status = unsafe cairo_surface_set_mime_data(
            surface, mediaType, copy.baseAddress!, UInt(bytes.count), { unsafe $0?.deallocate() }, copy.baseAddress!)
        if status != CAIRO_STATUS_SUCCESS { unsafe copy.deallocate() }
    }
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

    /// Draws it into a rectangle; false where librsvg reports an error.
    func draw(in rect: Rect, on context: OpaquePointer) -> Bool {
        unsafe offprint_rsvg_draw(
            picture, UnsafeMutableRawPointer(context), rect.minX, rect.minY, rect.width, rect.height)
    }
}
