/// Why no EPUB could be written.
public struct EPUBError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// The path, or the archive's entry, that it happened to.
    public var subject: String
    /// The system's or the library's own words.
    public var detail: String

    public enum Code: Hashable, Sendable {
        /// Nothing was given to write.
        case noArticle
        /// The file cannot be made or written; the disk may be full.
        case unwritable
        /// The archive cannot be put together.
        case archive
    }

    public init(_ code: Code, _ subject: String, detail: String) {
        self.code = code
        self.subject = subject
        self.detail = detail
    }

    public var description: String {
        switch code {
        case .noArticle: "there is no article to write"
        case .unwritable: "cannot write \(subject): \(detail)"
        case .archive: "cannot pack \(subject): \(detail)"
        }
    }
}
