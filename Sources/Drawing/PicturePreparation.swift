import CCairo
import Diagnostics
import FoundationEssentials
import Geometry
import Pages

/// Reads pictures and makes of each what a page can show.
struct PicturePreparation {
    /// Draws SVG pictures as pixels.
    var rasterizesVectors: Bool
    /// Finer pictures are reduced to this many pixels to the inch at their printed size.
    var resolution = 300.0

    /// Prepares a picture for the largest size in points at which it is drawn.
    func prepare(_ source: PictureSource, largestSize: Size) -> Diagnosed<PreparedPicture> {
        guard let data = FileManager.default.contents(atPath: source.path) else {
            return unreadable(source, "its file is missing")
        }
        let bytes = [UInt8](data)
        if source.mediaType == "image/jpeg" {
            let surface = unsafe cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(source.pixelWidth), Int32(source.pixelHeight))!
            let image = unsafe ImageSurface(adopting: surface, orientation: source.orientation)
            image.attach(bytes, as: CAIRO_MIME_TYPE_JPEG)
            image.attach(Array(source.identifier.utf8), as: CAIRO_MIME_TYPE_UNIQUE_ID)
            return Diagnosed(.image(image))
        }
        return unreadable(source, "its format is not known")
    }

    private func unreadable(_ source: PictureSource, _ reason: String) -> Diagnosed<PreparedPicture> {
        Diagnosed(.absent, [Diagnostic(.warning, .unreadablePicture(reason), subject: source.path)])
    }
}

extension Diagnostic.Message {
    static func unreadablePicture(_ reason: String) -> Self { "the picture cannot be shown: \(reason)" }
}
