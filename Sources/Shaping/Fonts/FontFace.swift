internal import CHarfBuzz
public import FontFiles

/// One face of a font file, as HarfBuzz reads it, with its metrics in ems.
@safe public final class FontFace: @unchecked Sendable {
    // SAFETY: the font is made immutable in `init`, and HarfBuzz counts references atomically.
    let font: OpaquePointer
    public let instance: FontInstance
    /// The family's name in the catalogue or in Fontconfig.
    public let family: String
    public let unitsPerEm: Int
    public let metrics: FontMetrics
    /// The glyph that a broken word ends with: U+2010, else U+002D.
    public let hyphenGlyph: UInt32
    /// In ems.
    public let hyphenAdvance: Double
    /// The width of U+0020 in ems.
    public let spaceAdvance: Double

    /// Opens a face; HarfBuzz maps the file into memory and keeps it as long as this lives.
    public init(_ instance: FontInstance, family: String, package: String? = nil) throws(FontError) {
        guard let blob = unsafe hb_blob_create_from_file_or_fail(instance.path) else {
            throw FontError(code: .missingFile, family: family, path: instance.path, package: package)
        }
        let face = unsafe hb_face_create(blob, UInt32(instance.faceIndex))
        unsafe hb_blob_destroy(blob)
        defer { unsafe hb_face_destroy(face) }
        // HarfBuzz answers a broken file with its empty face.
        guard let face = unsafe face, unsafe hb_face_get_glyph_count(face) > 0 else {
            throw FontError(code: .unreadable, family: family, path: instance.path, package: package)
        }
        unsafe hb_face_make_immutable(face)
        guard let font = unsafe hb_font_create(face) else {
            throw FontError(code: .unreadable, family: family, path: instance.path, package: package)
        }
        if !instance.variations.isEmpty {
            let variations = instance.variations.map {
                hb_variation_t(tag: Tag($0.axis).value, value: Float($0.value))
            }
            unsafe hb_font_set_variations(font, variations, UInt32(variations.count))
        }
        unsafe hb_font_make_immutable(font)
        unsafe self.font = font
        self.instance = instance
        self.family = family
        let unitsPerEm = Double(unsafe hb_face_get_upem(face))
        self.unitsPerEm = Int(unitsPerEm)
        unsafe metrics = FontMetrics(font, unitsPerEm: unitsPerEm)
        let hyphen = unsafe Self.glyph(of: 0x2010, in: font) ?? Self.glyph(of: 0x2D, in: font) ?? 0
        hyphenGlyph = hyphen
        hyphenAdvance = unsafe Double(hb_font_get_glyph_h_advance(font, hyphen)) / unitsPerEm
        let space = unsafe Self.glyph(of: 0x20, in: font) ?? 0
        spaceAdvance = unsafe Double(hb_font_get_glyph_h_advance(font, space)) / unitsPerEm
    }

    deinit { unsafe hb_font_destroy(font) }

    /// The glyph of a character before any shaping, or nil if the font has none.
    public func glyph(of scalar: UInt32) -> UInt32? {
        unsafe Self.glyph(of: scalar, in: font)
    }

    /// True if the font's character map holds a character.
    public func hasGlyph(_ scalar: UInt32) -> Bool { glyph(of: scalar) != nil }

    /// A glyph's advance in ems.
    public func advance(of glyph: UInt32) -> Double {
        unsafe Double(hb_font_get_glyph_h_advance(font, glyph)) / Double(unitsPerEm)
    }

    private static func glyph(of scalar: UInt32, in font: OpaquePointer) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        return unsafe hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 ? glyph : nil
    }
}

/// A font's own measures, in ems; all but the underline's position are upwards and positive.
public struct FontMetrics: Hashable, Sendable {
    public var ascent: Double
    /// Below the baseline, positive.
    public var descent: Double
    public var lineGap: Double
    public var xHeight: Double
    public var capHeight: Double
    /// The underline's middle, below the baseline; positive.
    public var underlinePosition: Double
    public var underlineThickness: Double
    /// The strike-through's middle, above the baseline.
    public var strikethroughPosition: Double
    public var strikethroughThickness: Double

    @unsafe init(_ font: OpaquePointer, unitsPerEm: Double) {
        func metric(_ tag: hb_ot_metrics_tag_t) -> Double? {
            var value: hb_position_t = 0
            return unsafe hb_ot_metrics_get_position(font, tag, &value) != 0 ? Double(value) / unitsPerEm : nil
        }
        /// The top of a letter's outline.
        func height(of letter: UInt32) -> Double? {
            var glyph: hb_codepoint_t = 0
            var extents = hb_glyph_extents_t()
            guard unsafe hb_font_get_nominal_glyph(font, letter, &glyph) != 0,
                unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0
            else { return nil }
            return Double(extents.y_bearing) / unitsPerEm
        }
        func positive(_ value: Double?) -> Double? { value.flatMap { $0 > 0 ? $0 : nil } }
        ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? 0.8
        descent = -(metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) ?? -0.2)
        lineGap = metric(HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP) ?? 0
        xHeight = positive(metric(HB_OT_METRICS_TAG_X_HEIGHT)) ?? height(of: 0x78) ?? 0.5
        capHeight = positive(metric(HB_OT_METRICS_TAG_CAP_HEIGHT)) ?? height(of: 0x48) ?? 0.7
        underlineThickness = positive(metric(HB_OT_METRICS_TAG_UNDERLINE_SIZE)) ?? 0.05
        underlinePosition = -(metric(HB_OT_METRICS_TAG_UNDERLINE_OFFSET) ?? -0.1)
        strikethroughThickness = positive(metric(HB_OT_METRICS_TAG_STRIKEOUT_SIZE)) ?? underlineThickness
        strikethroughPosition = positive(metric(HB_OT_METRICS_TAG_STRIKEOUT_OFFSET)) ?? xHeight / 2
    }
}

/// A four-letter OpenType tag.
struct Tag: Hashable {
    var value: UInt32

    /// Letters beyond the fourth are dropped, missing ones are spaces.
    init(_ text: String) {
        var bytes = Array(text.utf8.prefix(4))
        while bytes.count < 4 { bytes.append(0x20) }
        value = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
