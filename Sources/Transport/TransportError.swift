/// Why an address gives no bytes.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// The address that was asked for.
    public var address: String
    /// One sentence without a final stop and without the address.
    public var message: String
    /// What the user can do, as a sentence without a final stop.
    public var remedy: String?

    public init(code: Code, address: String, message: String, remedy: String? = nil) {
        self.code = code
        self.address = address
        self.message = message
        self.remedy = remedy
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
        /// The address is none.
        case malformed
        /// The host is not found, does not answer, or what it answers cannot be relied on.
        case noAnswer
        /// The time for it is over.
        case timeout
        /// The server does not give it: it wants to know who asks, is busy or broken.
        case denied
        /// What is there is of a kind that is not wanted there.
        case wrongKind
        /// Reading is offline, and the cache does not have it.
        case notCached
        /// libcurl is not installed.
        case unavailable
        /// Whoever asked does not want it any more.
        case cancelled
    }

    public var description: String { message }
}
