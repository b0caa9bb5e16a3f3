public import Geometry
import Pages

/// A PDF as Cairo wrote it, and what its sentinels stand for.
public struct DrawnDocument: Sendable {
    public var bytes: [UInt8]
    public var pages: [DrawnPage]
    /// The glyphs that the PDF's first page shows, font by font; where it has none there is no such page.
    public var census: GlyphCensus
    /// For each of the document's fonts how far its letters are sheared to the right, in ems to the em.
    public var slants: [Double]
    /// The paths of the document's fonts, for errors.
    public var fontPaths: [String]

    /// Whether a page that shows each glyph of the document once stands before the document's own.
    public var hasSpecimenPage: Bool { census.fonts.contains { !$0.glyphs.isEmpty } }
}

/// What the sentinels of one page stand for.
public struct DrawnPage: Sendable {
    /// In the order of `Sentinel.spanBegin`.
    public var spans: [Span] = []
    /// In the order of `Sentinel.text`.
    public var texts: [Text] = []

    /// Drawing that stands for a text: colour glyphs.
    public struct Span: Sendable {
        public var text: String
        /// Where its first glyph stands, and how large it is.
        public var origin: Point
        public var size: Double
    }

    /// Glyph runs of one colour: items of a piece of the page's content.
    public struct Text: Sendable {
        public var content: Int
        public var items: Range<Int>
    }
}
