/// An ordered or unordered list.
public struct List: Hashable, Sendable {
    public var marker: Marker
    public var items: [ListItem]

    public init(marker: Marker = .unordered, items: [ListItem]) {
        self.marker = marker
        self.items = items
    }

    /// What stands before the items.
    public enum Marker: Hashable, Sendable {
        case unordered
        case ordered(Ordered)
    }

    /// Numbering as HTML's `ol` has it.
    public struct Ordered: Hashable, Sendable {
        public var start: Int
        public var style: Style
        public var isReversed: Bool

        public init(start: Int = 1, style: Style = .decimal, isReversed: Bool = false) {
            self.start = start
            self.style = style
            self.isReversed = isReversed
        }

        /// HTML's `type` of an ordered list.
        public enum Style: String, Hashable, Sendable {
            case decimal = "1"
            case lowerAlpha = "a"
            case upperAlpha = "A"
            case lowerRoman = "i"
            case upperRoman = "I"
        }
    }
}

/// One item; `checked` is set for a task list's items.
public struct ListItem: Hashable, Sendable {
    public var attributes: Attributes
    /// The number that HTML's `value` sets.
    public var value: Int?
    public var checked: Bool?
    public var blocks: [Block]

    public init(_ blocks: [Block], attributes: Attributes = .none, value: Int? = nil, checked: Bool? = nil) {
        self.blocks = blocks
        self.attributes = attributes
        self.value = value
        self.checked = checked
    }
}
