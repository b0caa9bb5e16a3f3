import CCairo
import Geometry

extension Canvas {
    static let specimenSize = Size(width: 100, height: 100)

    /// Shows each glyph of each font once, in the census's order, so that Cairo embeds them.
    ///
    /// A font of which the document shows nothing but spaces gets a glyph more in the census: Cairo passes over what leaves no
    /// ink.
    mutating func drawSpecimen(of census: inout GlyphCensus) throws(DrawingError) {
        setColor(.black)
        for index in census.fonts.indices where !census.fonts[index].glyphs.isEmpty {
            let font = try resources.font(index)
            try font.check(census.fonts[index].glyphs)
            unsafe cairo_set_font_face(context, font.cairoFace)
            unsafe cairo_set_font_size(context, 1)
            if !leaveInk(census.fonts[index].glyphs), let glyph = (0..<256).first(where: { leaveInk([$0]) }) {
                census.add(glyph, toFont: index)
            }
            let counted = census.fonts[index]
            // Cairo leaves out what is off the page, so all stand in one place.
            let middle = Point(x: Self.specimenSize.width / 2, y: Self.specimenSize.height / 2)
            let glyphs = counted.glyphs.map { cairo_glyph_t(index: UInt($0), x: middle.x, y: middle.y) }
            unsafe cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
        }
    }

    /// Whether any of some glyphs of the font at hand is more than a space.
    private func leaveInk(_ glyphs: [UInt32]) -> Bool {
        let shown = glyphs.map { cairo_glyph_t(index: UInt($0), x: 0, y: 0) }
        var extents = cairo_text_extents_t()
        unsafe cairo_glyph_extents(context, shown, Int32(shown.count), &extents)
        return extents.width > 0 && extents.height > 0
    }
}
