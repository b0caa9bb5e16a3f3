/// An input's bytes, and what is known of where they came from.
public struct Source: Sendable {
    /// The input as the user named it: a path, an address, `-`.
    public var name: String
    public var bytes: [UInt8]
    /// The absolute address, `https:` or `file:`; pictures and links are resolved against it.
    public var address: String?
    /// The media type that the transport gave, without parameters.
    public var mediaType: String?
    /// The encoding's label that the transport gave.
    public var encoding: String?

    public init(
        name: String, bytes: [UInt8], address: String? = nil, mediaType: String? = nil, encoding: String? = nil
    ) {
        self.name = name
        self.bytes = bytes
        self.address = address
        self.mediaType = mediaType
        self.encoding = encoding
    }
}
