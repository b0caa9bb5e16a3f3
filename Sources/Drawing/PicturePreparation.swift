import CCairo
import Diagnostics
import FoundationEssentials
import Geometry
import Images
import Pages

/// Reads pictures and makes of each what a page can show.
struct PicturePreparation {
    /// Whether bytes may stay compressed, as in a PDF, or pixels are wanted.
    var kind: Canvas.Kind
    /// Draws SVG pictures as pixels.
    var rasterizesVectors = false
    /// Finer pictures are reduced to this many pixels to the inch at their printed size.
    var resolution = 300.0

    /// Prepares a picture for the largest size in points at which it is drawn.
    func prepare(_ source: PictureSource, largestSize: Size) -> Diagnosed<PreparedPicture> {
        guard let data = FileManager.default.contents(atPath: source.path) else {
            return unreadable(source, "its file is missing")
        }
        let bytes = [UInt8](data)
        do throws(ImageError) {
            let header = try ImageHeader(bytes: bytes)
            let wanted = wantedPixels(for: largestSize, turned: header.orientation.swapsAxes)
            var diagnostics: [Diagnostic] = []
            let image =
                switch header.format {
                case .svg: nil as ImageSurface?
                case .jpeg where kind == .pdf && !source.isGray: try photograph(bytes, header, wanted, &diagnostics)
                case .jpeg where kind == .pdf, .webp where kind == .pdf && !header.hasAlpha,
                    .avif where kind == .pdf && !header.hasAlpha:
                    try recompressed(bytes, wanted, isGray: source.isGray, &diagnostics)
                case .jpeg, .png, .gif, .webp, .avif, .tiff, .bmp:
                    ImageSurface(try pixels(bytes, wanted, isGray: source.isGray, &diagnostics))
                }
            guard let image else { return vector(source, bytes, largestSize) }
            guard image.isUsable else { return unreadable(source, "it has too many pixels in one direction") }
            image.attach(source.uniqueID, as: CAIRO_MIME_TYPE_UNIQUE_ID)
            for index in diagnostics.indices { diagnostics[index].subject = source.path }
            return Diagnosed(.image(image), diagnostics)
        } catch {
            return unreadable(source, error.message)
        }
    }

    /// Pixels in the stored picture's own directions.
    private func wantedPixels(for size: Size, turned: Bool) -> Size {
        let width = max(1, (size.width / 72 * resolution).rounded(.up))
        let height = max(1, (size.height / 72 * resolution).rounded(.up))
        return turned ? Size(width: height, height: width) : Size(width: width, height: height)
    }

    /// A JPEG's bytes as they are, but for private metadata; one that is much too fine, cut off, or in other colours than
    /// sRGB's, which is what the page's numbers mean, is compressed anew.
    private func photograph(
        _ bytes: [UInt8], _ header: ImageHeader, _ wanted: Size, _ diagnostics: inout [Diagnostic]
    ) throws(ImageError) -> ImageSurface {
        // Below this factor a second compression costs more than it saves.
        let tolerance = 1.5
        let isTooFine =
            header.storedSize.width > wanted.width * tolerance && header.storedSize.height > wanted.height * tolerance
        let isPlain = header.bitsPerComponent == 8 && (header.colorModel == .rgb || header.colorModel == .gray)
        let isTooLong = max(header.storedSize.width, header.storedSize.height) > ImageSurface.longestSide
        guard isPlain, !isTooFine, !isTooLong, JPEGMetadata.isComplete(bytes),
            PictureColors.areStandard(profile: header.hasColorProfile ? JPEGMetadata.colorProfile(bytes) : nil)
        else { return try recompressed(bytes, wanted, isGray: false, &diagnostics) }
        let stripped = try JPEGMetadata.stripped(bytes)
        return .jpeg(stripped, header.storedSize, orientation: header.orientation.rawValue)
    }

    private func recompressed(
        _ bytes: [UInt8], _ wanted: Size, isGray: Bool, _ diagnostics: inout [Diagnostic]
    ) throws(ImageError) -> ImageSurface {
        let image = try pixels(bytes, wanted, isGray: isGray, &diagnostics)
        if image.hasAlpha { return ImageSurface(image) }
        let size = Size(width: Double(image.width), height: Double(image.height))
        return .jpeg(try ImageEncoder.jpeg(image, quality: 90), size, orientation: 1)
    }

    /// Decoded, turned as it is to be seen, and no finer than wanted.
    private func pixels(
        _ bytes: [UInt8], _ wanted: Size, isGray: Bool, _ diagnostics: inout [Diagnostic]
    ) throws(ImageError) -> PixelImage {
        let header = try ImageHeader(bytes: bytes)
        let decoded = try ImageDecoder().decode(
            bytes, minimumWidth: Int(wanted.width), minimumHeight: Int(wanted.height)
        ).collect(into: &diagnostics)
        let image = isGray ? decoded.withoutColor : decoded
        let turned = header.orientation.swapsAxes
        let width = min(image.width, Int(turned ? wanted.height : wanted.width))
        let height = min(image.height, Int(turned ? wanted.width : wanted.height))
        // A little too fine is better than blurred.
        let isFiner = Double(image.width) > Double(width) * 1.1 && Double(image.height) > Double(height) * 1.1
        guard isFiner || max(image.width, image.height) > Int(ImageSurface.longestSide) else { return image }
        return ImageResampler().resample(image, width: width, height: height)
    }

    private func vector(_ source: PictureSource, _ bytes: [UInt8], _ size: Size) -> Diagnosed<PreparedPicture> {
        guard VectorPicture.isAvailable else {
            let diagnostic = Diagnostic(
                .warning, .unreadablePicture("librsvg is not installed"), subject: source.path,
                remedy: "install the package librsvg2-2")
            return Diagnosed(.absent, [diagnostic])
        }
        guard let picture = VectorPicture(bytes) else { return unreadable(source, "it is no valid SVG") }
        guard source.isGray || kind == .pdf, source.isGray || rasterizesVectors || VectorPicture.needsPixels(bytes)
        else {
            return Diagnosed(.vector(picture))
        }
        guard let image = picture.rasterized(wantedPixels(for: size, turned: false)) else {
            return unreadable(source, "librsvg cannot draw it")
        }
        if source.isGray { image.removeColor() }
        image.attach(source.uniqueID, as: CAIRO_MIME_TYPE_UNIQUE_ID)
        return Diagnosed(.image(image))
    }

    private func unreadable(_ source: PictureSource, _ reason: String) -> Diagnosed<PreparedPicture> {
        Diagnosed(.absent, [Diagnostic(.warning, .unreadablePicture(reason), subject: source.path)])
    }
}

extension PictureSource {
    /// The name under which a PDF keeps the picture once.
    fileprivate var uniqueID: [UInt8] { Array("offprint:\(identifier)\(isGray ? ":grey" : "")".utf8) }
}

extension Diagnostic.Message {
    static func unreadablePicture(_ reason: String) -> Self { "the picture cannot be shown: \(reason)" }
}
