/// CSS Generated Content 3.
public struct GeneratedStyle: Hashable, Sendable {
    public var content = Content.normal

    public init() {}

    public enum Content: Hashable, Sendable {
        case normal, none
        case items([ContentItem])
    }
}

/// One item of a `content` value (CSS Content 3; GCPM 3 for the last ones).
public enum ContentItem: Hashable, Sendable {
    case string(String)
    /// `style` is a counter style's name.
    case counter(name: String, style: String)
    case counters(name: String, separator: String, style: String)
    case attribute(String)
    case openQuote, closeQuote, noOpenQuote, noCloseQuote
    /// `string(name, keyword)`.
    case namedString(name: String, keyword: StringKeyword)
    /// `content(text | before | after | first-letter)`.
    case elementContent(ElementPart)
    case targetCounter(target: TargetAddress, name: String, style: String)
    case targetCounters(target: TargetAddress, name: String, separator: String, style: String)
    case targetText(target: TargetAddress, part: ElementPart)
    case leader(String)
    case running(name: String, keyword: StringKeyword)
    case picture(StylePicture)

    public enum StringKeyword: String, Hashable, Sendable { case first, start, last, firstExcept }
    public enum ElementPart: String, Hashable, Sendable { case text, before, after, firstLetter, marker }
    /// Where `target-*()` looks: a fixed address or an attribute's value.
    public enum TargetAddress: Hashable, Sendable {
        case address(String)
        case attribute(String)
    }
}
