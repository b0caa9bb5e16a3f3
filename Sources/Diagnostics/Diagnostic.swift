/// One thing that went mildly wrong: what, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// The sentence that is shown. Each stage extends it with static functions beside the rule that speaks.
    public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
        public var text: String

        public init(_ text: String) { self.text = text }
        public init(stringLiteral value: String) { self.text = value }
        public var description: String { text }
    }

    public var severity: Severity
    public var message: Message
    /// The input, style sheet or picture that it speaks of, as the user named it; nil means the input at hand.
    public var subject: String?
    public var range: SourceRange?
    /// What the user can do, as a sentence without a final stop ("install fonts-noto-cjk").
    public var remedy: String?

    public init(
        _ severity: Severity, _ message: Message, subject: String? = nil, range: SourceRange? = nil,
        remedy: String? = nil
    ) {
        self.severity = severity
        self.message = message
        self.subject = subject
        self.range = range
        self.remedy = remedy
    }

    /// `FILE:LINE:COLUMN: warning: message (remedy)`, the form that compilers print.
    public func line(input: String) -> String {
        var text = subject ?? input
        if let range { text += ":\(range.line):\(range.column)" }
        text += ": \(severity.rawValue): \(message.text)"
        if let remedy { text += " (\(remedy))" }
        return text
    }
}
