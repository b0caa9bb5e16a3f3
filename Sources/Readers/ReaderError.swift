/// Why an input gives no article, with the input's name.
public struct ReaderError: Error, Hashable, Sendable {
    public var code: Code
    /// The input as the user named it.
    public var subject: String
    /// One sentence without a final stop.
    public var message: String

    public init(code: Code, subject: String, message: String) {
        self.code = code
        self.subject = subject
        self.message = message
    }

    public enum Code: String, Sendable {
        /// The page has no text that could be an article.
        case notAnArticle
        /// There are no bytes, or nothing but white space.
        case empty
        /// The bytes are no text.
        case binary
        /// More bytes than the limit.
        case tooLarge
        /// The bytes are not what the format demands.
        case malformed
        /// Neither media type, ending nor bytes tell the format.
        case unknownFormat
        /// A selector of parts to keep or drop is none.
        case badSelector
    }
}
