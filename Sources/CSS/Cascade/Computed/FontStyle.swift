/// CSS Fonts 4.
public struct FontStyle: Hashable, Sendable {
    /// Families in order; generic ones by their keyword (`serif`).
    public var families: [String] = ["serif"]
    /// Points; the initial `medium` is 12 pt (16 px).
    public var size = 12.0
    /// 1 to 1000.
    public var weight = 400.0
    public var slant = Slant.normal
    /// 1 is `normal`.
    public var stretch = 1.0
    public var lineHeight = LineHeight.normal
    public var kerning = true
    /// OpenType features from `font-variant-*` and `font-feature-settings`, sorted by tag.
    public var features: [Feature] = []
    /// `font-variation-settings`, sorted by axis.
    public var variations: [Variation] = []
    /// `font-variant-caps`, so that small capitals can be synthesised where a font has none.
    public var caps = Caps.normal
    /// `font-variant-position`.
    public var position = Position.normal
    /// `font-size-adjust`'s number (x-height to size), or nil for `none`.
    public var sizeAdjust: Double?

    public init() {}

    public enum Slant: String, Hashable, Sendable { case normal, italic, oblique }
    public enum Caps: String, Hashable, Sendable {
        case normal, smallCaps, allSmallCaps, petiteCaps, allPetiteCaps, unicase, titlingCaps
    }
    public enum Position: String, Hashable, Sendable { case normal, sub, `super` }
    public enum LineHeight: Hashable, Sendable {
        case normal
        /// A multiple of the font size.
        case number(Double)
        /// Points.
        case length(Double)
    }
    public struct Feature: Hashable, Sendable {
        /// Four letters.
        public var tag: String
        public var value: Int
        public init(tag: String, value: Int) {
            self.tag = tag
            self.value = value
        }
    }
    public struct Variation: Hashable, Sendable {
        public var axis: String
        public var value: Double
        public init(axis: String, value: Double) {
            self.axis = axis
            self.value = value
        }
    }
}
