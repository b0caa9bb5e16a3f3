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

    public init(
        family: String, sources: [Source], weights: ClosedRange<Double>? = nil, stretches: ClosedRange<Double>? = nil,
        slant: FontSlant? = nil, coverage: CharacterRanges? = nil, features: [FontFeature] = [],
        variations: [FontInstance.Variation] = []
    ) {
        self.family = family
        self.sources = sources
        self.weights = weights
        self.stretches = stretches
        self.slant = slant
        self.coverage = coverage
        self.features = features
        self.variations = variations
    }
}
