public import Diagnostics
import FoundationEssentials
public import Geometry

/// A picture's bytes in a form that its receivers can show, without what is private in them.
public struct PortablePicture: Hashable, Sendable {
    public var bytes: [UInt8]
    public var format: ImageFormat
    /// As it is seen.
    public var size: Size
    /// What there is to say of how it was read.
    public var diagnostics: [Diagnostic] = []

    /// In pixels as it is seen; of an SVG in CSS px.
    public var pixelWidth: Double { size.width }

    /// What the receivers of a picture can show.
    public struct Profile: Sendable {
        /// The formats that are passed on; others become JPEG or PNG.
        public var formats: Set<ImageFormat>
        /// The most pixels of the longer side; larger pictures are made smaller.
        public var maximumSide: Int
        /// 0 to 100, where a picture is encoded anew.
        public var jpegQuality: Int

        public init(formats: Set<ImageFormat>, maximumSide: Int, jpegQuality: Int = 88) {
            self.formats = formats
            self.maximumSide = maximumSide
            self.jpegQuality = jpegQuality
        }
    }

    /// Reads a file and makes the picture in it fit a profile.
    public static func load(path: String, for profile: Profile) throws(ImageError) -> PortablePicture {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ImageError(code: .unreadable, message: "its file cannot be read")
        }
        return try PortablePicture(Array(data), for: profile)
    }

    /// The picture in bytes, made to fit a profile: passed on where it can be, else encoded anew.
    public init(_ bytes: [UInt8], for profile: Profile) throws(ImageError) {
        let header = try ImageHeader(bytes: bytes)
        let isSmall = max(header.size.width, header.size.height) <= Double(profile.maximumSide)
        if header.format == .svg {
            guard profile.formats.contains(.svg), let safe = SVGSanitizer.sanitized(bytes) else {
                throw ImageError(code: .vector, message: "the SVG picture is not well-formed and cannot be passed on")
            }
            self.init(bytes: safe, format: .svg, size: header.size)
        } else if header.format == .gif {
            // A GIF may move; it would stand still if it were encoded anew.
            self.init(bytes: bytes, format: .gif, size: header.size)
        } else if isSmall, header.orientation == .up, profile.formats.contains(header.format),
            Self.isPlain(bytes, header)
        {
            self.init(bytes: try Self.stripped(bytes, header.format), format: header.format, size: header.size)
        } else {
            try self.init(encoding: bytes, header, profile)
        }
    }

    private init(bytes: [UInt8], format: ImageFormat, size: Size) {
        self.bytes = bytes
        self.format = format
        self.size = size
    }

    private init(encoding bytes: [UInt8], _ header: ImageHeader, _ profile: Profile) throws(ImageError) {
        let longer = max(header.size.width, header.size.height)
        let scale = min(1, Double(profile.maximumSide) / longer)
        let stored = header.storedSize
        var diagnostics: [Diagnostic] = []
        let decoded = try ImageDecoder().decode(
            bytes, minimumWidth: Int(stored.width * scale), minimumHeight: Int(stored.height * scale)
        ).collect(into: &diagnostics)
        let width = max(1, Int((header.size.width * scale).rounded()))
        let height = max(1, Int((header.size.height * scale).rounded()))
        let image = ImageResampler().resample(decoded, width: width, height: height)
        let isPhotograph = header.format == .jpeg || header.format == .webp || header.format == .avif
        let format: ImageFormat = isPhotograph && !image.hasAlpha ? .jpeg : .png
        let encoded =
            format == .jpeg
            ? try ImageEncoder.jpeg(image, quality: profile.jpegQuality) : try ImageEncoder.png(image)
        // A drawing in few colours grows by it; it is better large.
        if encoded.count >= bytes.count, header.orientation == .up, profile.formats.contains(header.format),
            header.format == .png
        {
            self.init(bytes: try Self.stripped(bytes, .png), format: .png, size: header.size)
        } else {
            self.init(bytes: encoded, format: format, size: Size(width: Double(width), height: Double(height)))
        }
        self.diagnostics = diagnostics
    }

    /// Whether every receiver shows the bytes rightly: a colour profile goes along with them, but not all know CMYK.
    private static func isPlain(_ bytes: [UInt8], _ header: ImageHeader) -> Bool {
        switch header.format {
        case .jpeg: header.colorModel != .cmyk && JPEGMetadata.isComplete(bytes)
        case .png: ChunkMetadata.isComplete(png: bytes)
        case .gif, .webp, .avif, .tiff, .bmp, .svg: true
        }
    }

    private static func stripped(_ bytes: [UInt8], _ format: ImageFormat) throws(ImageError) -> [UInt8] {
        switch format {
        case .jpeg: try JPEGMetadata.stripped(bytes)
        case .png: ChunkMetadata.stripped(png: bytes)
        case .webp: ChunkMetadata.stripped(webP: bytes)
        case .gif, .svg, .tiff, .bmp, .avif: bytes
        }
    }
}

extension PortablePicture {
    /// What there is to say, with the picture's name.
    public func diagnostics(named name: String) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.subject = name
            return diagnostic
        }
    }
}
