import CCairo
import Geometry
import Images

/// A Cairo image surface with its size in pixels, and the EXIF orientation that is still to be applied.
@safe final class ImageSurface {
    let surface: OpaquePointer
    let width: Double
    let height: Double
    let orientation: Int

    /// Pixels that Cairo can count in one direction.
    static let longestSide = 32767.0

    /// Cairo makes an empty surface of what is too large for it.
    var isUsable: Bool { width > 0 && height > 0 }

    init(adopting surface: OpaquePointer, orientation: Int) {
        unsafe self.surface = unsafe surface
        width = unsafe Double(cairo_image_surface_get_width(surface))
        height = unsafe Double(cairo_image_surface_get_height(surface))
        self.orientation = orientation
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    /// Decoded pixels in Cairo's form: 32 bits with the alpha on top, colours multiplied by it.
    convenience init(_ image: PixelImage) {
        let format = image.hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
        let surface = unsafe cairo_image_surface_create(format, Int32(image.width), Int32(image.height))!
        if let target = unsafe cairo_image_surface_get_data(surface) {
            let stride = unsafe Int(cairo_image_surface_get_stride(surface)) / 4
            unsafe target.withMemoryRebound(to: UInt32.self, capacity: stride * image.height) { target in
                unsafe image.pixels.withUnsafeBufferPointer { source in
                    for row in 0..<image.height {
                        var place = row * image.width * 4
                        for column in 0..<image.width {
                            let pixel = unsafe (source[place], source[place + 1], source[place + 2], source[place + 3])
                            unsafe target[row * stride + column] = Self.premultiplied(pixel)
                            place += 4
                        }
                    }
                }
            }
            unsafe cairo_surface_mark_dirty(surface)
        }
        unsafe self.init(adopting: surface, orientation: 1)
    }

    /// A JPEG's bytes for a PDF; the pixels beside them stay untouched, so that they cost no memory.
    static func jpeg(_ bytes: [UInt8], _ size: Size, orientation: Int) -> ImageSurface {
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height))!
        let image = unsafe ImageSurface(adopting: surface, orientation: orientation)
        image.attach(bytes, as: CAIRO_MIME_TYPE_JPEG)
        return image
    }

    /// Attaches bytes that a PDF takes in place of the pixels, or a name that makes equal pictures one object.
    func attach(_ bytes: [UInt8], as mediaType: String) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = unsafe copy.initialize(from: bytes)
        let status = unsafe cairo_surface_set_mime_data(
            surface, mediaType, copy.baseAddress!, UInt(bytes.count), { unsafe $0?.deallocate() }, copy.baseAddress!)
        if status != CAIRO_STATUS_SUCCESS { unsafe copy.deallocate() }
    }

    /// Leaves the luminance of each pixel (Filter Effects 1, §9.1), which may stay multiplied by its alpha.
    func removeColor() {
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return }
        unsafe cairo_surface_flush(surface)
        let stride = unsafe Int(cairo_image_surface_get_stride(surface)) / 4
        let count = stride * Int(height)
        unsafe data.withMemoryRebound(to: UInt32.self, capacity: count) { pixels in
            for index in 0..<count {
                let pixel = unsafe pixels[index]
                let gray = PixelImage.luminance(
                    UInt8(pixel >> 16 & 255), UInt8(pixel >> 8 & 255), UInt8(pixel & 255))
                unsafe pixels[index] = pixel & 0xFF00_0000 | UInt32(gray) * 0x10101
            }
        }
        unsafe cairo_surface_mark_dirty(surface)
    }

    private static func premultiplied(_ pixel: (UInt8, UInt8, UInt8, UInt8)) -> UInt32 {
        let alpha = UInt32(pixel.3)
        if alpha == 255 { return 255 << 24 | UInt32(pixel.0) << 16 | UInt32(pixel.1) << 8 | UInt32(pixel.2) }
        func scaled(_ value: UInt8) -> UInt32 { (UInt32(value) * alpha + 127) / 255 }
        return alpha << 24 | scaled(pixel.0) << 16 | scaled(pixel.1) << 8 | scaled(pixel.2)
    }
}
