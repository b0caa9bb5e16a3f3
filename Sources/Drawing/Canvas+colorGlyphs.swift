import CCairo
import CFreeType
import Geometry
import Pages

extension Canvas {
    /// Draws glyphs that have colours of their own: layers of outlines (COLR version 0), bitmaps (CBDT, sbix), and
    /// plain outlines where a glyph has neither. The text they stand for goes into a span's replacement text.
    mutating func showColorGlyphs(of run: GlyphRun, in font: FontFace) {
        if groupDepth == 0, kind == .pdf {
            mark(.spanBegin)
            let origin = Point(x: run.x[0], y: run.y[0])
            records.spans.append(DrawnPage.Span(text: run.text, origin: origin, size: run.size))
        }
        for index in run.glyphs.indices {
            unsafe cairo_save(context)
            unsafe cairo_translate(context, run.x[index], run.y[index])
            unsafe cairo_scale(context, run.horizontalScale, 1)
            let glyph = FT_UInt(run.glyphs[index])
            if !showLayers(of: glyph, run: run, in: font), !showBitmap(of: glyph, size: run.size, in: font) {
                setColor(run.color)
                fillOutline(of: glyph, size: run.size, in: font)
            }
            unsafe cairo_restore(context)
        }
        if groupDepth == 0, kind == .pdf { mark(.spanEnd) }
    }

    /// Fills the glyph's layers with the colours of the first palette; false where it has none.
    private func showLayers(of glyph: FT_UInt, run: GlyphRun, in font: FontFace) -> Bool {
        var palette: UnsafeMutablePointer<FT_Color>?
        guard unsafe FT_Palette_Select(font.face, 0, &palette) == 0, let colors = unsafe palette else { return false }
        var iterator = unsafe FT_LayerIterator()
        var layer: FT_UInt = 0
        var color: FT_UInt = 0
        var found = false
        while unsafe FT_Get_Color_Glyph_Layer(font.face, glyph, &layer, &color, &iterator) != 0 {
            found = true
            let foreground: FT_UInt = 0xFFFF  // OpenType, COLR: the text's own colour
            setColor(color == foreground ? run.color : Color(unsafe colors[Int(color)]))
            fillOutline(of: layer, size: run.size, in: font)
        }
        return found
    }

    /// Fills a glyph's outline at the origin.
    private func fillOutline(of glyph: FT_UInt, size: Double, in font: FontFace) {
        let flags = FT_Int32(FT_LOAD_NO_SCALE) | FT_Int32(FT_LOAD_NO_BITMAP)
        guard unsafe FT_Load_Glyph(font.face, glyph, flags) == 0 else { return }
        let unit = unsafe size / Double(max(1, font.face.pointee.units_per_EM))
        unsafe cairo_save(context)
        unsafe cairo_scale(context, unit, -unit)
        unsafe cairo_new_path(context)
        unsafe addOutline(&font.face.pointee.glyph.pointee.outline)
        unsafe cairo_restore(context)
        unsafe cairo_fill(context)
    }

    private func addOutline(_ outline: UnsafeMutablePointer<FT_Outline>) {
        var functions = FT_Outline_Funcs()
        unsafe functions.move_to = { to, context in
            unsafe cairo_close_path(OpaquePointer(context))
            unsafe cairo_move_to(OpaquePointer(context), Double(to!.pointee.x), Double(to!.pointee.y))
            return 0
        }
        unsafe functions.line_to = { to, context in
            unsafe cairo_line_to(OpaquePointer(context), Double(to!.pointee.x), Double(to!.pointee.y))
            return 0
        }
        unsafe functions.conic_to = { control, to, context in
            var x = 0.0
            var y = 0.0
            unsafe cairo_get_current_point(OpaquePointer(context), &x, &y)
            let (cx, cy) = unsafe (Double(control!.pointee.x), Double(control!.pointee.y))
            let (ex, ey) = unsafe (Double(to!.pointee.x), Double(to!.pointee.y))
            // A quadratic curve as a cubic one: its control points lie two thirds of the way.
            unsafe cairo_curve_to(
                OpaquePointer(context), x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, ex + (cx - ex) * 2 / 3,
                ey + (cy - ey) * 2 / 3, ex, ey)
            return 0
        }
        unsafe functions.cubic_to = { first, second, to, context in
            unsafe cairo_curve_to(
                OpaquePointer(context), Double(first!.pointee.x), Double(first!.pointee.y),
                Double(second!.pointee.x), Double(second!.pointee.y), Double(to!.pointee.x), Double(to!.pointee.y))
            return 0
        }
        unsafe FT_Outline_Decompose(outline, &functions, UnsafeMutableRawPointer(context))
        unsafe cairo_close_path(context)
    }

    /// Draws the glyph's bitmap from the largest strike, scaled to the size; false where there is none.
    private func showBitmap(of glyph: FT_UInt, size: Double, in font: FontFace) -> Bool {
        let face = unsafe font.face
        let strikes = unsafe Int(face.pointee.num_fixed_sizes)
        guard strikes > 0 else { return false }
        let largest = (0..<strikes).max {
            unsafe face.pointee.available_sizes[$0].y_ppem < face.pointee.available_sizes[$1].y_ppem
        }!
        guard unsafe FT_Select_Size(face, FT_Int(largest)) == 0,
            unsafe FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_COLOR)) == 0,
            let slot = unsafe face.pointee.glyph,
            unsafe slot.pointee.bitmap.pixel_mode == UInt8(FT_PIXEL_MODE_BGRA.rawValue),
            let image = unsafe makeImage(from: slot.pointee.bitmap)
        else { return false }
        let pixelsToTheEm = unsafe Double(face.pointee.available_sizes[largest].y_ppem) / 64
        let scale = size / max(1, pixelsToTheEm)
        unsafe cairo_scale(context, scale, scale)
        let left = unsafe Double(slot.pointee.bitmap_left)
        let top = unsafe -Double(slot.pointee.bitmap_top)
        unsafe cairo_set_source_surface(context, image, left, top)
        if kind == .pdf { unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_FAST) }
        let width = unsafe Double(slot.pointee.bitmap.width)
        unsafe cairo_rectangle(context, left, top, width, Double(slot.pointee.bitmap.rows))
        unsafe cairo_fill(context)
        unsafe cairo_surface_destroy(image)
        return true
    }

    /// A Cairo image of a premultiplied BGRA bitmap, which is Cairo's own layout on little-endian machines.
    private func makeImage(from bitmap: FT_Bitmap) -> OpaquePointer? {
        let width = Int32(unsafe bitmap.width)
        let rows = Int32(unsafe bitmap.rows)
        guard width > 0, rows > 0, let source = unsafe bitmap.buffer,
            let image = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, rows),
            let target = unsafe cairo_image_surface_get_data(image)
        else { return nil }
        let stride = unsafe Int(cairo_image_surface_get_stride(image))
        for row in 0..<Int(rows) {
            unsafe (target + row * stride).update(from: source + row * Int(bitmap.pitch), count: Int(width) * 4)
        }
        unsafe cairo_surface_mark_dirty(image)
        return unsafe image
    }
}

extension Color {
    fileprivate init(_ color: FT_Color) {
        self.init(
            red: Double(color.red) / 255, green: Double(color.green) / 255, blue: Double(color.blue) / 255,
            alpha: Double(color.alpha) / 255)
    }
}
