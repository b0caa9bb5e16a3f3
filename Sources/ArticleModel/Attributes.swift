/// What any block or inline may carry: id, classes, language and direction, as in HTML.
public struct Attributes: Hashable, Sendable {
    /// Unique in the article; the target of links within it.
    public var id: String?
    public var classes: [String]
    /// BCP 47 tag, where it differs from what is round it.
    public var language: String?
    public var direction: Direction?

    public init(id: String? = nil, classes: [String] = [], language: String? = nil, direction: Direction? = nil) {
        self.id = id
        self.classes = classes
        self.language = language
        self.direction = direction
    }

    public static let none = Attributes()
    public var isEmpty: Bool { self == .none }
}

/// The base direction of text (HTML's `dir`).
public enum Direction: String, Hashable, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
    case automatic = "auto"
}
