import CCairo
import Geometry

extension Canvas {
    static let specimenSize = Size(width: 100, height: 100)

    /// Shows each glyph of each font once, in the census's order, so that Cairo embeds them.
    mutating func drawSpecimen(of census: GlyphCensus) throws(DrawingError) {
        setColor(.black)
        for (index, counted) in census.fonts.enumerated() where !counted.glyphs.isEmpty {
            let font = try resources.font(index)
            try font.check(counted.glyphs)
            unsafe cairo_set_font_face(context, font.cairoFace)
            unsafe cairo_set_font_size(context, 1)
            // Cairo leaves out what is off the page, so all stand in one place.
            let middle = Point(x: Self.specimenSize.width / 2, y: Self.specimenSize.height / 2)
            let glyphs = counted.glyphs.map { cairo_glyph_t(index: UInt($0), x: middle.x, y: middle.y) }
            unsafe cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
        }
    }
}
