import CSS
import Diagnostics
import FontFiles
import Geometry
import Pages
import Shaping
import TextAnalysis

/// What one layout shares between its parts: fonts, the shaper, caches bounded by the document, and what went wrong.
final class LayoutContext {
    let fonts: FontBook
    var shaper: TextShaper
    var diagnostics: [Diagnostic] = []
    let tree: BoxTree
    /// Of an ordinary page, in points; what positioned boxes without another containing block are placed in.
    var pageArea = Size.zero
    /// The pictures that styles name; what a decoration shows is looked up here by its `StylePicture`.
    let pictures: StylePictures
    private var styledFonts: [SharedStyle: StyledFont] = [:]
    private var hyphenators: [String: Hyphenator?] = [:]
    private var paragraphCount = 0
    private var tableCount = 0
    private var reported: Set<Diagnostic> = []
    private var missing = MissingCharacters()
    /// Where outlines cross decorations.
    var inkCrossings = InkCrossings()

    /// What names of alternates mean in each family.
    let featureValues: FontFeatureValues

    init(
        fonts: FontBook, tree: BoxTree, pictures: StylePictures = StylePictures(),
        featureValues: FontFeatureValues = FontFeatureValues()
    ) {
        self.pictures = pictures
        self.featureValues = featureValues
        self.fonts = fonts
        self.tree = tree
        shaper = TextShaper(fonts: fonts)
    }

    /// The first font of a style and its measures at the style's size.
    func font(of style: SharedStyle) throws(FontError) -> StyledFont {
        if let known = styledFonts[style] { return known }
        let request = style.value.font.request
        let font = StyledFont(try fonts.face(for: request), request, style.value.font, featureValues)
        styledFonts[style] = font
        return font
    }

    /// The hyphenator of a language; its absence is said once.
    func hyphenator(for language: String) -> Hyphenator? {
        if let known = hyphenators[language] { return known }
        let hyphenator = Hyphenator.forLanguage(language)
        hyphenators[language] = hyphenator
        if hyphenator == nil, !HyphenationDictionaries.isUnhyphenated(language) {
            let package = HyphenationDictionaries.package(forLanguage: language)
            report(
                Diagnostic(.note, .noHyphenation(language), remedy: package.map { "install the package \($0)" }))
        }
        return hyphenator
    }

    /// A number that tells a new paragraph apart from all others.
    func newParagraph() -> Int {
        paragraphCount += 1
        return paragraphCount
    }

    /// A number that tells a new table apart from all others.
    func newTable() -> Int {
        tableCount += 1
        return tableCount
    }

    /// Notes what a paragraph has no glyphs for.
    func note(missingIn paragraph: ShapedParagraph) {
        if !paragraph.missing.isEmpty { missing.note(paragraph) }
    }

    /// Says of each font and of each character what is not there.
    func reportFonts() {
        for diagnostic in missing.diagnostics(fonts) { report(diagnostic) }
        for error in fonts.absent { report(Diagnostic(.warning, .absentFont(error))) }
    }

    /// Adds a diagnostic, each one once.
    func report(_ diagnostic: Diagnostic) {
        if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
}

/// A style's first font with its measures in points.
struct StyledFont {
    let face: FontFace
    let request: FontRequest
    /// Points, as the style has it and as the font is set.
    let size: Double
    let usedSize: Double
    /// Above and below the baseline; both positive.
    let ascent: Double
    let descent: Double
    /// Distance between baselines that `line-height` asks for.
    let lineHeight: Double
    let xHeight: Double
    let capHeight: Double
    /// What stands in the margin of the font's characters.
    let protrusion: Protrusion

    /// The style's features, with those of the alternates that it names.
    let features: [FontFeature]

    init(_ face: FontFace, _ request: FontRequest, _ style: FontStyle, _ values: FontFeatureValues) {
        self.face = face
        let alternates = values.features(of: style.alternates, family: face.family)
        features = (alternates + style.features).map { FontFeature(tag: $0.tag, value: $0.value) }
        self.request = request
        size = style.size
        let used = size * face.sizeFactor(for: request.sizeAdjust, first: face)
        usedSize = used
        ascent = face.metrics.ascent * used
        descent = face.metrics.descent * used
        protrusion = Protrusion.table(for: face.family)
        xHeight = face.metrics.xHeight * used
        capHeight = face.metrics.capHeight * used
        lineHeight =
            switch style.lineHeight {
            case .normal: ascent + descent + face.metrics.lineGap * used
            case .number(let factor): factor * size
            case .length(let points): points
            }
    }

    /// The inline box's extent above and below the line's baseline, half the leading on each side (CSS 2.2, §10.8.1).
    func extent(shift: Double) -> (above: Double, below: Double) {
        let half = (lineHeight - ascent - descent) / 2
        return (ascent + half + shift, descent + half - shift)
    }
}

extension FontStyle {
    /// The style's wishes as the font book takes them.
    var request: FontRequest {
        FontRequest(
            families: families, weight: weight, slant: FontSlant(slant), stretch: stretch,
            sizeAdjust: sizeAdjust.map(FontSizeAdjust.init), opticalSize: opticalSizing ? size * 4 / 3 : nil,
            variations: variations.map { FontInstance.Variation(axis: $0.axis, value: $0.value) },
            synthesis: FontSynthesis(rawValue: synthesis.rawValue))
    }
}

extension Diagnostic.Message {
    static func noHyphenation(_ language: String) -> Self {
        "words in '\(language)' are not hyphenated: there is no dictionary"
    }
    static func absentFont(_ error: FontError) -> Self { "\(error)" }
}
