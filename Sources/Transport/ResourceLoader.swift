/// Fetches the bytes behind an address: the seam between the stages, which are functions of values, and the world.
public protocol ResourceLoader: Sendable {
    /// The bytes behind an absolute address (`file:`, `data:`, `https:`…).
    func load(_ address: String) async throws(TransportError) -> LoadedResource
}

/// What a loader brings.
public struct LoadedResource: Hashable, Sendable {
    public var bytes: [UInt8]
    /// The media type that came with the bytes, without parameters; nil where none did.
    public var mediaType: String?
    /// The label of the encoding that came with the bytes.
    public var encoding: String?
    /// The address they came from in the end.
    public var address: String
    /// The local file that holds the very same bytes, where there is one, so that they need not be stored again.
    public var path: String?

    public init(
        bytes: [UInt8], mediaType: String? = nil, encoding: String? = nil, address: String, path: String? = nil
    ) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.encoding = encoding
        self.address = address
        self.path = path
    }
}
