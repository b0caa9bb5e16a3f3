public import FontFiles

/// A face that a style sheet declares with `@font-face`, its files' paths worked out (CSS Fonts 4, §4).
public struct DeclaredFont: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
        /// The full name or the PostScript name of an installed face.
        case local(String)
        /// A file's path.
        case file(String)
    }

    public var family: String
    /// The first that can be read is taken.
    public var sources: [Source]
    /// Nil is `auto`: what the file says.
    public var weights: ClosedRange<Double>?
    public var stretches: ClosedRange<Double>?
    public var slant: FontSlant?
    public var coverage: CharacterRanges?
    public var features: [FontFeature]
    public var variations: [FontInstance.Variation]
    public var adjustment: FontAdjustment

    public init(
        family: String, sources: [Source], weights: ClosedRange<Double>? = nil, stretches: ClosedRange<Double>? = nil,
        slant: FontSlant? = nil, coverage: CharacterRanges? = nil, features: [FontFeature] = [],
        variations: [FontInstance.Variation] = [], adjustment: FontAdjustment = FontAdjustment()
    ) {
        self.family = family
        self.sources = sources
        self.weights = weights
        self.stretches = stretches
        self.slant = slant
        self.coverage = coverage
        self.features = features
        self.variations = variations
        self.adjustment = adjustment
    }
}

/// Measures that a style sheet gives to a font instead of its own (CSS Fonts 5, §6).
public struct FontAdjustment: Hashable, Sendable {
    /// What the font's size is multiplied by.
    public var size: Double
    /// In ems; nil is the font's own.
    public var ascent: Double?
    public var descent: Double?
    public var lineGap: Double?

    public init(size: Double = 1, ascent: Double? = nil, descent: Double? = nil, lineGap: Double? = nil) {
        self.size = size
        self.ascent = ascent
        self.descent = descent
        self.lineGap = lineGap
    }
}
