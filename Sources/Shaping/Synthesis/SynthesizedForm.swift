/// A form of letters that is made up where the font has no glyphs of its own for it, and all figures of how
/// (CSS Fonts 4, §2.8, §6.10).
///
/// OpenType's own figures for super- and subscripts (`OS/2`) are those of a font tool's template in most fonts, so that
/// what is made up goes by the height of capitals, which is measured.
enum SynthesizedForm: Hashable {
    /// The font's own glyphs.
    case none
    /// Capitals in the size of small ones, for lower-case letters.
    case smallCapitals
    /// The same for capitals too.
    case allSmallCapitals
    case superscript, `subscript`
    /// The figures above and below a fraction's slash.
    case numerator, denominator

    /// How far letters lean that a family has no slanted ones of, in degrees (CSS Fonts 4, §2.4: `oblique`).
    static let obliqueAngle = 14.0

    /// Small capitals stand a little above the x-height, as those that are drawn do.
    private static let smallCapitalsToXHeight = 1.1
    private static let smallCapitalsScales = 0.7...0.85
    /// Figures of 0.6 em are as heavy as those that are drawn for this size.
    private static let scriptScale = 0.6
    /// By how many cap heights superscripts are raised, and subscripts lowered: a superscript's head stands just over the
    /// capitals, a subscript's foot where descenders end.
    private static let superscriptShift = 0.45
    private static let subscriptShift = 0.2

    /// What the font's size is multiplied by.
    func scale(in metrics: FontMetrics) -> Double {
        switch self {
        case .none: 1
        case .smallCapitals, .allSmallCapitals:
            (Self.smallCapitalsToXHeight * metrics.xHeight / metrics.capHeight).clamped(to: Self.smallCapitalsScales)
        case .superscript, .subscript, .numerator, .denominator: Self.scriptScale
        }
    }

    /// How far above the baseline the glyphs stand, in ems of the unscaled size.
    func shift(in metrics: FontMetrics) -> Double {
        switch self {
        case .none, .smallCapitals, .allSmallCapitals, .denominator: 0
        case .superscript: Self.superscriptShift * metrics.capHeight
        case .subscript: -Self.subscriptShift * metrics.capHeight
        case .numerator: (1 - Self.scriptScale) * metrics.capHeight
        }
    }

    var isSmallCapitals: Bool { self == .smallCapitals || self == .allSmallCapitals }
}
