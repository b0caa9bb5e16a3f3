/// Why nothing could be drawn, and what stood in the way.
public struct DrawingError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// A font file is missing or cannot be read; the subject is its path.
        case fontUnreadable
        /// Cairo gave up; the message has its own words.
        case surfaceFailed
    }

    public var code: Code
    /// The file or the page it speaks of.
    public var subject: String
    public var message: String

    init(_ code: Code, subject: String, message: String) {
        self.code = code
        self.subject = subject
        self.message = message
    }
}
