import CCairo
import Pages

extension Canvas {
    /// Shows a run of glyphs with its text, in one call.
    mutating func show(_ run: GlyphRun) throws(DrawingError) {
        guard !run.glyphs.isEmpty else { return }
        let font = try resources.font(run.font)
        setColor(run.color)
        if font.hasColor {
            showColorGlyphs(of: run, in: font)
            return
        }
        var matrix = font.matrix(size: run.size, horizontalScale: run.horizontalScale)
        unsafe cairo_set_font_face(context, font.cairoFace)
        unsafe cairo_set_font_matrix(context, &matrix)
        fillGlyphs(from: run)
        fillClusters(from: run)
        let flags = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
        var text = run.text
        text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) { text in
                unsafe cairo_show_text_glyphs(
                    context, text.baseAddress ?? emptyText, Int32(text.count), glyphs, Int32(glyphs.count), clusters,
                    Int32(clusters.count), flags)
            }
        }
    }

    private mutating func fillGlyphs(from run: GlyphRun) {
        glyphs.removeAll(keepingCapacity: true)
        for index in run.glyphs.indices {
            glyphs.append(cairo_glyph_t(index: UInt(run.glyphs[index]), x: run.x[index], y: run.y[index]))
        }
    }

    /// Clusters that do not add up would cost the whole page, so then the run is one cluster.
    private mutating func fillClusters(from run: GlyphRun) {
        clusters.removeAll(keepingCapacity: true)
        var bytes = 0
        var count = 0
        for cluster in run.clusters {
            bytes += Int(cluster.byteCount)
            count += Int(cluster.glyphCount)
            clusters.append(
                cairo_text_cluster_t(num_bytes: Int32(cluster.byteCount), num_glyphs: Int32(cluster.glyphCount)))
        }
        if bytes != run.text.utf8.count || count != run.glyphs.count {
            clusters = [
                cairo_text_cluster_t(num_bytes: Int32(run.text.utf8.count), num_glyphs: Int32(run.glyphs.count))
            ]
        }
    }
}

// SAFETY: never written.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    unsafe text.initialize(to: 0)
    return unsafe UnsafePointer(text)
}()
