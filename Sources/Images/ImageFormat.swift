/// A picture's file format.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
    case jpeg, png, gif, webp, avif, tiff, bmp, svg

    /// The media type that EPUB, mail and HTML name it by.
    public var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .jpeg, .png, .gif, .webp, .avif, .tiff, .bmp: "image/\(rawValue)"
        }
    }

    /// The usual ending of its files, without the point.
    public var pathExtension: String { self == .jpeg ? "jpg" : rawValue }

    /// The format with this media type, parameters aside.
    public init?(mediaType: String) {
        let name = mediaType.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        switch name {
        case "image/jpg", "image/pjpeg": self = .jpeg
        case "image/x-png": self = .png
        case "image/x-ms-bmp", "image/x-bmp": self = .bmp
        default:
            guard let format = ImageFormat.allCases.first(where: { $0.mediaType == name }) else { return nil }
            self = format
        }
    }

    /// The format that the bytes begin as; nil where they are none of these pictures.
    public init?(sniffing bytes: [UInt8]) {
        let reader = ByteReader(bytes)
        if reader.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if reader.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if reader.matches("GIF87a", at: 0) || reader.matches("GIF89a", at: 0) {
            self = .gif
        } else if reader.matches("RIFF", at: 0), reader.matches("WEBP", at: 8) {
            self = .webp
        } else if reader.matches("ftyp", at: 4), ISOMediaHeader.isAVIF(reader) {
            self = .avif
        } else if reader.starts(with: [0x49, 0x49, 0x2A, 0x00]) || reader.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            self = .tiff
        } else if reader.matches("BM", at: 0), reader.count > 26 {
            self = .bmp
        } else if SVGHeader.rootTag(in: bytes) != nil {
            self = .svg
        } else {
            return nil
        }
    }
}
