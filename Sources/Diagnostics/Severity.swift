/// How much a diagnostic matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Said with `--verbose` only.
    case note
    /// Something was dropped, replaced or cannot be shown; the output is made all the same.
    case warning
    /// Something of the article is missing from the output, which is made all the same.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
