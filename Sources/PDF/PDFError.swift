import Drawing

/// Why no PDF was written, and what stood in the way.
public struct PDFError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// The output's folder does not exist or may not be written to.
        case cannotCreate
        /// Writing failed on the way, as on a full disk.
        case writeFailed
        /// A font file is missing or cannot be read; the subject is its path.
        case fontUnreadable
        /// Cairo or qpdf gave up, or a page's marks do not agree with its content: a defect of ours.
        case finishingFailed
    }

    public var code: Code
    /// The output's path, the font's path, or the page.
    public var subject: String
    public var message: String

    init(_ code: Code, subject: String, message: String) {
        self.code = code
        self.subject = subject
        self.message = message
    }

    init(_ error: DrawingError) {
        let code: Code =
            switch error.code {
            case .fontUnreadable: .fontUnreadable
            case .surfaceFailed: .finishingFailed
            }
        self.init(code, subject: error.subject, message: error.message)
    }
}
