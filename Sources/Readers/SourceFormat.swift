/// What an input can be.
public enum SourceFormat: String, Sendable, CaseIterable {
    case html
    case markdown
    case plainText
    case articleJSON
}
