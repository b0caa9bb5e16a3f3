/// Why a picture cannot be read or written.
public struct ImageError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// One sentence without a final stop.
    public var message: String

    public init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    public enum Code: String, Sendable {
        /// The bytes are no picture of a known format.
        case unknownFormat
        /// The format is known, but the bytes are broken.
        case unreadable
        /// More pixels than the limit.
        case tooLarge
        /// A vector picture, which has no pixels to decode.
        case vector
        /// A library that reads it is not installed; the message names the Debian package.
        case missingLibrary
    }

    public var description: String { message }
}

extension ImageError {
    static let unknownFormat = ImageError(code: .unknownFormat, message: "not a picture of a known format")

    static func broken(_ format: ImageFormat) -> ImageError {
        ImageError(code: .unreadable, message: "the \(format.rawValue.uppercased()) header is broken")
    }
}
