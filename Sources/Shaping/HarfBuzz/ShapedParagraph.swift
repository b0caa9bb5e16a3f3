public import TextAnalysis

/// A stretch of a paragraph's text and what it asks for; spans follow each other and cover the text.
public struct ShapingSpan: Hashable, Sendable {
    /// UTF-16 offsets.
    public var range: Range<Int>
    public var request: FontRequest
    /// Points to the em.
    public var size: Double
    public var features: [FontFeature]
    /// BCP 47 tag.
    public var language: String?
    /// Points after each cluster; anything but 0 drops optional ligatures.
    public var letterSpacing: Double
    /// The range is one U+FFFC that stands for a box: no glyph, no width.
    public var isObject: Bool
    /// Variants that are made up where the font lacks them.
    public var caps = CapsVariant.normal
    public var position = PositionVariant.normal
    public var emoji = EmojiVariant.normal
    /// Where East Asian text is spaced and its punctuation trimmed.
    public var eastAsian = EastAsianSpacing.normal
    /// Text over or under the line, a note's call: ideographs beside it are spaced as if it were not there.
    public var isRaised = false
    /// OpenType's tag of the language system that is asked for, where the language's own is not.
    public var languageSystem: String?

    public init(
        range: Range<Int>, request: FontRequest, size: Double, features: [FontFeature] = [], language: String? = nil,
        letterSpacing: Double = 0, isObject: Bool = false
    ) {
        self.range = range
        self.request = request
        self.size = size
        self.features = features
        self.language = language
        self.letterSpacing = letterSpacing
        self.isObject = isObject
    }

    /// `font-variant-numeric: diagonal-fractions`.
    var hasFractions: Bool { features.contains { $0.tag == "frac" && $0.value != 0 } }
}

/// A paragraph's glyphs as parallel arrays, before it is broken into lines.
public struct ShapedParagraph: Sendable {
    /// UTF-16.
    public var text: [UInt16]
    /// The text as HarfBuzz saw it: what has no shape in any font is U+200B.
    var shapedText: [UInt16]
    public var spans: [ShapingSpan]
    public var levels: BidiLevels
    /// In logical order; together they are the whole text.
    public var runs: [ShapedRun] = []
    /// What `ShapedRun.face` counts in.
    public var faces: [FontFace] = []

    // Per glyph; a run's glyphs are in visual (left to right) order. Points, y upwards.
    public var glyphs: [UInt32] = []
    public var advances: [Double] = []
    public var xOffsets: [Double] = []
    public var yOffsets: [Double] = []
    /// The UTF-16 offset of each glyph's cluster.
    public var clusters: [Int32] = []

    /// For each UTF-16 unit the advance of the cluster that begins there, 0 inside of clusters; a ligature's is shared
    /// among its letters.
    public var unitAdvances: [Double]
    /// True for units that no line can begin with unless both sides are shaped again.
    public var unsafeToBreak: [Bool]
    /// Room between ideographs and the letters or figures of other scripts, in points, by the offset that it stands before;
    /// lines neither begin nor end with it. `unitAdvances` are without it.
    public var spacings: [Int: Double] = [:]
    /// What lines that begin or end with full-width punctuation may save of its blank half, by its offset.
    public var edgeTrims: [Int: EdgeTrim] = [:]
    /// Offsets of joined letters that a word can be made longer before, in order.
    var elongationPlaces: [Int] = []
    /// Characters that no font has a glyph for.
    public var missing: [MissingGlyph] = []
    /// Fonts that were asked for and cannot be had.
    public var errors: [FontError] = []
    /// Lines are shaped again as a whole: the spans have changed since the paragraph was shaped.
    var reshapes = false

    init(text: [UInt16], shapedText: [UInt16], spans: [ShapingSpan], levels: BidiLevels) {
        self.text = text
        self.shapedText = shapedText
        self.spans = spans
        self.levels = levels
        unitAdvances = Array(repeating: 0, count: text.count)
        unsafeToBreak = Array(repeating: false, count: text.count)
    }

    public struct MissingGlyph: Hashable, Sendable {
        public var scalar: UInt32
        /// UTF-16.
        public var offset: Int
    }

    /// In points.
    public struct EdgeTrim: Hashable, Sendable, BitwiseCopyable {
        public var start: Double
        public var end: Double
    }

    /// The paragraph's level; odd is right to left.
    public var baseLevel: UInt8 { levels.paragraph }

    /// The index of the run that holds a unit.
    public func runIndex(at offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if runs[middle].textRange.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The width of units as they were shaped, in points.
    public func width(of range: Range<Int>) -> Double {
        var width = 0.0
        for offset in range { width += unitAdvances[offset] }
        return width
    }

    /// The width of the hyphen that a line broken before an offset would end with.
    public func hyphenWidth(at offset: Int, mark: HyphenMark = .automatic) -> Double {
        guard offset > 0, !runs.isEmpty else { return 0 }
        let run = runs[runIndex(at: offset - 1)]
        guard let index = run.face else { return 0 }
        return mark.glyphs(in: faces[index]).reduce(0) { $0 + faces[index].advance(of: $1) } * run.size
    }
}

/// Glyphs of one face, level, script, language and span.
public struct ShapedRun: Hashable, Sendable {
    /// UTF-16.
    public var textRange: Range<Int>
    public var glyphRange: Range<Int>
    /// Index into `ShapedParagraph.faces`; nil where the run has no glyphs by nature (a tab, a replaced box).
    public var face: Int?
    /// Points to the em, adjusted where the request says so.
    public var size: Double
    public var level: UInt8
    /// Index into `ShapedParagraph.spans`.
    public var span: Int
    public var script: Script
    /// What is made up of the letters.
    var form = SynthesizedForm.none
    /// Features of this run alone.
    var features: [FontFeature] = []

    public var isRightToLeft: Bool { level & 1 == 1 }
}

/// The mark at the end of a line that ends inside of a word.
public enum HyphenMark: Hashable, Sendable {
    /// The font's hyphen.
    case automatic
    /// CSS `hyphenate-character`.
    case text(String)

    /// The glyphs of the mark; characters that the font lacks are left out.
    func glyphs(in face: FontFace) -> [UInt32] {
        switch self {
        case .automatic: face.hyphenGlyph == 0 ? [] : [face.hyphenGlyph]
        case .text(let text): text.unicodeScalars.compactMap { face.glyph(of: $0.value) }
        }
    }
}

/// A run of one line, in its visual place: what can be drawn from left to right.
public struct VisualRun: Sendable {
    /// Nil where the run has no glyphs by nature.
    public var face: FontFace?
    /// Points to the em.
    public var size: Double
    /// In visual order.
    public var glyphs: [UInt32]
    /// Points; layout widens those of spaces.
    public var advances: [Double]
    /// Points from the pen to the glyph's origin.
    public var xOffsets: [Double]
    /// Points, upwards.
    public var yOffsets: [Double]
    /// The UTF-16 offset of each glyph's cluster.
    public var glyphUnits: [Int]
    /// UTF-16 offsets in the paragraph.
    public var textRange: Range<Int>
    /// Index into `ShapedParagraph.spans`.
    public var span: Int
    public var level: UInt8
    /// The text of the glyphs in logical order; a hyphen at the line's end is U+00AD, other soft hyphens are left out.
    public var text: String
    /// How `text` falls to the glyphs, in logical order.
    public var clusters: [Cluster]
    /// The run is one U+FFFC that stands for a box.
    public var isObject: Bool
    /// How much wider than designed the glyphs are drawn; layout has put it into the advances.
    public var horizontalScale = 1.0

    public var isRightToLeft: Bool { level & 1 == 1 }

    /// The sum of the advances.
    public var width: Double { advances.reduce(0, +) }

    public struct Cluster: Hashable, Sendable, BitwiseCopyable {
        /// Of UTF-8.
        public var byteCount: Int
        public var glyphCount: Int
    }
}
