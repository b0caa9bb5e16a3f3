public import Geometry

/// Glyphs of one font, size and colour on one baseline, with the text they stand for.
///
/// Parallel arrays: `glyphs`, `x` and `y` are per glyph in drawing (left to right) order; `clusters` maps them to `text`.
public struct GlyphRun: Hashable, Sendable {
    /// Index into `Document.fonts`.
    public var font: Int
    /// Points to the em.
    public var size: Double
    public var color: Color
    /// Glyph ids in the font.
    public var glyphs: [UInt32]
    /// Each glyph's origin, points from the page's left edge.
    public var x: [Double]
    /// Each glyph's origin, points from the page's top.
    public var y: [Double]
    /// The run's text in logical order, as it is to be copied and read aloud; a hyphen set at a line's end is U+00AD.
    public var text: String
    /// In the logical order of `text`; where the run is right to left the first cluster takes the last glyphs.
    public var clusters: [Cluster]
    /// The text runs against the glyphs' order (cairo's backward cluster flag).
    public var isRightToLeft: Bool
    /// Width of the drawn glyphs to their design width; 1 is as designed. Origins already have it in them.
    public var horizontalScale: Double
    /// Extent of the run's advances in points, for links and checks.
    public var width: Double

    public init(
        font: Int, size: Double, color: Color, glyphs: [UInt32], x: [Double], y: [Double], text: String,
        clusters: [Cluster], isRightToLeft: Bool = false, horizontalScale: Double = 1, width: Double
    ) {
        self.font = font
        self.size = size
        self.color = color
        self.glyphs = glyphs
        self.x = x
        self.y = y
        self.text = text
        self.clusters = clusters
        self.isRightToLeft = isRightToLeft
        self.horizontalScale = horizontalScale
        self.width = width
    }

    /// How many bytes of UTF-8 text belong to how many glyphs; in logical order of the text.
    public struct Cluster: Hashable, Sendable, BitwiseCopyable {
        public var byteCount: UInt16
        public var glyphCount: UInt16

        public init(byteCount: UInt16, glyphCount: UInt16) {
            self.byteCount = byteCount
            self.glyphCount = glyphCount
        }
    }
}
