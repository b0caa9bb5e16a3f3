/// CSS Generated Content 3.
public struct GeneratedStyle: Hashable, Sendable {
    public var content = Content.normal
    /// What stands for the content where pages are read aloud; nil where nothing is said of it.
    public var alternative: [ContentItem]?

    /// The picture that all of the content is (`<content-replacement>`, CSS Content 3, §2.1).
    public var replacement: StylePicture? {
        if case .items(let items) = content, items.count == 1, case .picture(let picture) = items[0] { return picture }
        return nil
    }

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
    /// `attr()`, with what it is where the element has no such attribute.
    case attribute(String, fallback: String)
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
