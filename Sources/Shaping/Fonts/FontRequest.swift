public import FontFiles

/// The font that a stretch of text asks for (CSS Fonts 4, §5).
public struct FontRequest: Hashable, Sendable {
    /// Families in order; generic ones by their keyword (`serif`).
    public var families: [String]
    /// 1 to 1000.
    public var weight: Double
    public var isItalic: Bool
    /// 1 is normal.
    public var stretch: Double
    /// The x-height to set text in, as a part of the font size; nil leaves every font at its size.
    public var sizeAdjust: Double?
    /// Positions on variation axes, sorted by tag.
    public var variations: [FontInstance.Variation]

    public init(
        families: [String], weight: Double = 400, isItalic: Bool = false, stretch: Double = 1,
        sizeAdjust: Double? = nil, variations: [FontInstance.Variation] = []
    ) {
        self.families = families
        self.weight = weight
        self.isItalic = isItalic
        self.stretch = stretch
        self.sizeAdjust = sizeAdjust
        self.variations = variations
    }
}

/// One OpenType feature and its value.
public struct FontFeature: Hashable, Sendable {
    /// Four letters.
    public var tag: String
    /// 0 is off, 1 on, more selects an alternate.
    public var value: Int

    public init(tag: String, value: Int) {
        self.tag = tag
        self.value = value
    }
}
