import Shaping

/// One line of a paragraph, its fragments placed from the container's left content edge (CSS Inline 3, §2.1).
struct LineBox {
    /// Text and pictures in visual order, left to right.
    var fragments: [InlineFragment]
    /// UTF-16 offsets in the container's content.
    var range: Range<Int>
    /// Points from the line's top to its baseline.
    var baseline: Double
    /// Points.
    var height: Double
    var endsInHyphen = false
    /// Indices into `BoxTree.footnotes` of the notes called on the line.
    var footnotes: [Int] = []
    var anchors: [String] = []
    /// How far the line's text passes its measure, in points; 0 where it fits.
    var overflow = 0.0
}

/// What a line holds at one place.
struct InlineFragment {
    /// Points from the container's left content edge.
    var x: Double
    /// Points.
    var width: Double
    /// Points that the fragment's own baseline lies above the line's.
    var shift: Double
    /// Index into the content's spans.
    var span: Int
    var range: Range<Int>
    var content: Content

    enum Content {
        /// Glyphs; their advances have the line's justification in them.
        case text(VisualRun)
        /// A picture of this height, standing on the baseline.
        case replaced(ReplacedContent, height: Double)
        /// A leader's pattern, repeated as often as there is room.
        case leader(VisualRun)
    }
}
