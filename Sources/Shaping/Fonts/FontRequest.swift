public import FontFiles

/// The font that a stretch of text asks for (CSS Fonts 4, §5).
public struct FontRequest: Hashable, Sendable {
    /// Families in order; generic ones by their keyword (`serif`).
    public var families: [String]
    /// 1 to 1000.
    public var weight: Double
    public var slant: FontSlant
    /// 1 is normal.
    public var stretch: Double
    /// The aspect value that all fonts are set in; nil leaves those that are asked for at their size.
    public var sizeAdjust: FontSizeAdjust?
    /// The size in CSS pixels that fonts with an `opsz` axis are drawn for; nil is `font-optical-sizing: none`.
    public var opticalSize: Double?
    /// `font-variation-settings`: positions on variation axes, sorted by tag.
    public var variations: [FontInstance.Variation]
    /// What may be made up where a family lacks it.
    public var synthesis: FontSynthesis

    public init(
        families: [String], weight: Double = 400, slant: FontSlant = .normal, stretch: Double = 1,
        sizeAdjust: FontSizeAdjust? = nil, opticalSize: Double? = nil, variations: [FontInstance.Variation] = [],
        synthesis: FontSynthesis = .all
    ) {
        self.families = families
        self.weight = weight
        self.slant = slant
        self.stretch = stretch
        self.sizeAdjust = sizeAdjust
        self.opticalSize = opticalSize
        self.variations = variations
        self.synthesis = synthesis
    }
}

/// `font-style` (CSS Fonts 4, §2.4).
public enum FontSlant: String, Hashable, Sendable { case normal, italic, oblique }

/// `font-size-adjust` (CSS Fonts 5, §3.1).
public struct FontSizeAdjust: Hashable, Sendable {
    /// What is measured of a font, as a share of its em.
    public enum Metric: String, Hashable, Sendable {
        case exHeight, capHeight, chWidth, icWidth
    }

    public enum Value: Hashable, Sendable {
        case number(Double)
        /// That of the first font.
        case fromFont
    }

    public var metric: Metric
    public var value: Value

    public init(metric: Metric = .exHeight, value: Value) {
        self.metric = metric
        self.value = value
    }
}

/// `font-synthesis` (CSS Fonts 4, §6.10).
public struct FontSynthesis: OptionSet, Hashable, Sendable {
    public var rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let weight = FontSynthesis(rawValue: 1)
    public static let style = FontSynthesis(rawValue: 2)
    public static let smallCaps = FontSynthesis(rawValue: 4)
    public static let position = FontSynthesis(rawValue: 8)
    public static let all: FontSynthesis = [.weight, .style, .smallCaps, .position]
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
