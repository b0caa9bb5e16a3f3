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
    /// The address they came from in the end.
    public var address: String
    /// The local file that holds the very same bytes, where there is one, so that they need not be stored again.
    public var path: String?

    public init(bytes: [UInt8], mediaType: String? = nil, address: String, path: String? = nil) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.address = address
        self.path = path
    }
}

/// Why an address gives no bytes.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// The address that was asked for.
    public var address: String
    /// One sentence without a final stop and without the address.
    public var message: String

    public init(code: Code, address: String, message: String) {
        self.code = code
        self.address = address
        self.message = message
    }

    public enum Code: String, Sendable {
        /// There is nothing at the address.
        case notFound
        /// The policy does not let it be read.
        case refused
        /// More bytes than the limit.
        case tooLarge
        /// It is there, but reading failed.
        case unreadable
        /// An address of a kind that is not read.
        case unsupportedScheme
    }

    public var description: String { message }
}
