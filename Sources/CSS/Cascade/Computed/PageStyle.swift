/// CSS Fragmentation 3 and what an element says of the page it stands on (Paged Media 3, GCPM 3).
public struct PageStyle: Hashable, Sendable {
    public var breakBefore = Break.auto
    public var breakAfter = Break.auto
    public var breakInside = BreakInside.auto
    public var orphans = 2
    public var widows = 2
    /// `page`; nil is `auto`.
    public var name: String?
    public var stringSet: [StringSet] = []
    public var footnotePolicy = FootnotePolicy.auto
    /// nil is `none`.
    public var bookmarkLevel: Int?
    /// nil is `content(text)`.
    public var bookmarkLabel: [ContentItem]?
    public var bookmarkIsOpen = true
    public var marginBreak = MarginBreak.auto

    public init() {}

    public enum Break: String, Hashable, Sendable {
        case auto, avoid, avoidPage, avoidColumn, page, column, left, right, recto, verso
    }
    public enum MarginBreak: String, Hashable, Sendable { case auto, keep, discard }
    public enum BreakInside: String, Hashable, Sendable { case auto, avoid, avoidPage, avoidColumn }
    public enum FootnotePolicy: String, Hashable, Sendable { case auto, line, block }
    public struct StringSet: Hashable, Sendable {
        public var name: String
        public var content: [ContentItem]
        public init(name: String, content: [ContentItem]) {
            self.name = name
            self.content = content
        }
    }
}
