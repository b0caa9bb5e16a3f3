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
    /// The named alternates of `font-variant-alternates`, whose features depend on the family.
    public var alternates: [Alternate] = []
    /// `font-variation-settings`, sorted by axis.
    public var variations: [Variation] = []
    /// `font-variant-caps`, so that small capitals can be synthesised where a font has none.
    public var caps = Caps.normal
    /// `font-variant-position`.
    public var position = Position.normal
    /// `font-variant-emoji`.
    public var emoji = Emoji.normal
    /// `font-size-adjust`; nil is `none`.
    public var sizeAdjust: SizeAdjust?
    /// `font-optical-sizing: auto`.
    /// `font-language-override`: an OpenType language system tag; nil is `normal`.
    public var languageSystem: String?
    public var opticalSizing = true
    /// `font-synthesis`.
    public var synthesis: Synthesis = [.weight, .style, .smallCaps, .position]

    public init() {}

    public enum Slant: String, Hashable, Sendable { case normal, italic, oblique }
    public enum Caps: String, Hashable, Sendable {
        case normal, smallCaps, allSmallCaps, petiteCaps, allPetiteCaps, unicase, titlingCaps
    }
    /// CSS Fonts 5, §3.1.
    public struct SizeAdjust: Hashable, Sendable {
        public enum Metric: String, Hashable, Sendable { case exHeight, capHeight, chWidth, icWidth }
        public enum Value: Hashable, Sendable {
            case number(Double)
            case fromFont
        }
        public var metric: Metric
        public var value: Value
        public init(metric: Metric, value: Value) {
            self.metric = metric
            self.value = value
        }
    }
    /// What may be made up where a font lacks it.
    public struct Synthesis: OptionSet, Hashable, Sendable {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let weight = Synthesis(rawValue: 1)
        public static let style = Synthesis(rawValue: 2)
        public static let smallCaps = Synthesis(rawValue: 4)
        public static let position = Synthesis(rawValue: 8)
    }
    public enum Position: String, Hashable, Sendable { case normal, sub, `super` }
    public enum Emoji: String, Hashable, Sendable { case normal, text, emoji, unicode }
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
    /// `styleset(name, name)` and its like (CSS Fonts 4, §6.8).
    public struct Alternate: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case stylistic, styleset, characterVariant, swash, ornaments, annotation
        }
        public var kind: Kind
        public var names: [String]
        public init(kind: Kind, names: [String]) {
            self.kind = kind
            self.names = names
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
