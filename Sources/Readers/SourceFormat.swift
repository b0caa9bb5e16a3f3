/// What an input can be.
public enum SourceFormat: String, Sendable, CaseIterable {
    case html
    case markdown
    case plainText
    case articleJSON
    /// A saved page with its pictures in one file (RFC 2557).
    case mhtml
    /// A saved message (RFC 5322).
    case mail
}
