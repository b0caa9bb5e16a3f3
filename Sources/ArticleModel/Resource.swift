/// Bytes that an article uses, a picture most often. The bytes stay in a file and are read when they are drawn.
public struct Resource: Hashable, Sendable, Identifiable {
    /// Hexadecimal hash of the content, so that equal bytes are one resource.
    public var id: String
    /// The path of the file that holds the bytes.
    public var path: String
    /// `image/jpeg`, `image/png`, `image/svg+xml`…, told from the bytes.
    public var mediaType: String
    public var byteCount: Int
    /// Width and height in pixels after the EXIF orientation is applied; for SVG in CSS px.
    public var pixelWidth: Double
    public var pixelHeight: Double
    /// EXIF orientation, 1 to 8.
    public var orientation: Int
    /// The absolute address it came from.
    public var address: String?

    public init(
        id: String, path: String, mediaType: String, byteCount: Int, pixelWidth: Double, pixelHeight: Double,
        orientation: Int = 1, address: String? = nil
    ) {
        self.id = id
        self.path = path
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
        self.orientation = orientation
        self.address = address
    }
}
