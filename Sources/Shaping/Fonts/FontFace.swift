internal import CHarfBuzz
public import FontFiles
internal import TextAnalysis

/// One face of a font file, as HarfBuzz reads it, with its metrics in ems.
@safe public final class FontFace: @unchecked Sendable {
    // SAFETY: the font is made immutable in `init`, and HarfBuzz counts references atomically.
    let font: OpaquePointer
    public let instance: FontInstance
    /// The family's name in the catalogue or in Fontconfig.
    public let family: String
    public let unitsPerEm: Int
    public let metrics: FontMetrics
    /// The characters that the font is to be used for, where an `@font-face` rule limits them.
    let coverage: CharacterRanges?
    /// The scripts that the catalogue has the font for; empty is all that it has letters of.
    let scripts: Set<Script>
    /// What an `@font-face` rule says of the font's size; the metrics have what it says of them.
    let adjustment: FontAdjustment
    /// Features that an `@font-face` rule switches.
    let features: [FontFeature]
    /// All letters have one width.
    let isMonospaced: Bool
    /// The glyph that a broken word ends with: U+2010, else U+002D.
    public let hyphenGlyph: UInt32
    /// In ems.
    public let hyphenAdvance: Double
    /// The width of U+0020 in ems.
    public let spaceAdvance: Double

    /// Opens a face; HarfBuzz maps the file into memory and keeps it as long as this lives.
    public convenience init(_ instance: FontInstance, family: String, package: String? = nil) throws(FontError) {
        try self.init(instance, family: family, of: FontFamilyFace(path: instance.path, package: package))
    }

    /// Opens an instance of a family's face.
    init(_ instance: FontInstance, family: String, of description: FontFamilyFace) throws(FontError) {
        let package = description.package
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
        coverage = description.coverage
        adjustment = description.adjustment
        features = description.features
        scripts = Set(description.scripts.compactMap { Script($0) })
        let unitsPerEm = Double(unsafe hb_face_get_upem(face))
        self.unitsPerEm = Int(unitsPerEm)
        var metrics = unsafe FontMetrics(font, unitsPerEm: unitsPerEm)
        if let ascent = adjustment.ascent { metrics.ascent = ascent }
        if let descent = adjustment.descent { metrics.descent = descent }
        if let lineGap = adjustment.lineGap { metrics.lineGap = lineGap }
        self.metrics = metrics
        let hyphen = unsafe Self.glyph(of: 0x2010, in: font) ?? Self.glyph(of: 0x2D, in: font) ?? 0
        hyphenGlyph = hyphen
        hyphenAdvance = unsafe Double(hb_font_get_glyph_h_advance(font, hyphen)) / unitsPerEm
        let space = unsafe Self.glyph(of: 0x20, in: font) ?? 0
        spaceAdvance = unsafe Double(hb_font_get_glyph_h_advance(font, space)) / unitsPerEm
        let letters = [0x69, 0x4D].compactMap { unsafe Self.glyph(of: $0, in: font) }
        let widths = letters.map { unsafe hb_font_get_glyph_h_advance(font, $0) }
        isMonospaced = widths.count == 2 && widths[0] == widths[1]
    }

    deinit { unsafe hb_font_destroy(font) }

    /// The glyph of a character before any shaping, or nil if the font has none.
    public func glyph(of scalar: UInt32) -> UInt32? {
        unsafe Self.glyph(of: scalar, in: font)
    }

    /// True if the font's character map holds a character that the font is to be used for.
    public func hasGlyph(_ scalar: UInt32) -> Bool { coverage?.contains(scalar) ?? true && glyph(of: scalar) != nil }

    /// False for letters that a font has, but that its family is not made for: bold ones that are not bold.
    func isMade(for script: Script) -> Bool { scripts.isEmpty || !script.isReal || scripts.contains(script) }

    /// A glyph's advance in ems.
    public func advance(of glyph: UInt32) -> Double {
        unsafe Double(hb_font_get_glyph_h_advance(font, glyph)) / Double(unitsPerEm)
    }

    /// What `font-size-adjust` measures, in ems; nil where the font has none of its own (CSS Fonts 5, §3.1).
    func aspect(_ metric: FontSizeAdjust.Metric) -> Double? {
        switch metric {
        case .exHeight: metrics.hasXHeight ? metrics.xHeight : nil
        case .capHeight: metrics.hasCapHeight ? metrics.capHeight : nil
        case .chWidth: glyph(of: 0x30).map(advance)
        case .icWidth: glyph(of: 0x6C34).map(advance)
        }
    }

    /// A glyph's name in the font, or `gid` and its number.
    func name(of glyph: UInt32) -> String {
        var bytes = [CChar](repeating: 0, count: 64)
        unsafe hb_font_glyph_to_string(font, glyph, &bytes, UInt32(bytes.count))
        return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Characters joined to composed ones where Unicode has them, first with second and so on.
    static func composed(_ scalars: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        for scalar in scalars {
            var joined: hb_codepoint_t = 0
            if let last = result.last,
                unsafe hb_unicode_compose(hb_unicode_funcs_get_default(), last, scalar, &joined) != 0
            {
                result[result.count - 1] = joined
            } else {
                result.append(scalar)
            }
        }
        return result
    }

    /// Where a lone character stands with a feature switched, in ems.
    func placement(of unit: UInt16, feature: String?) -> (advance: Double, offset: Double)? {
        guard let buffer = unsafe hb_buffer_create() else { return nil }
        defer { unsafe hb_buffer_destroy(buffer) }
        unsafe hb_buffer_add(buffer, UInt32(unit), 0)
        unsafe hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
        unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
        unsafe hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(Tag("Hani").value))
        let features = feature.map { [hb_feature_t(tag: Tag($0).value, value: 1, start: 0, end: .max)] } ?? []
        unsafe hb_shape(font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        guard let position = unsafe hb_buffer_get_glyph_positions(buffer, &count), count == 1 else { return nil }
        let unit = Double(unitsPerEm)
        return unsafe (Double(position[0].x_advance) / unit, Double(position[0].x_offset) / unit)
    }

    /// The glyphs that a GSUB feature takes in a script.
    func glyphs(takenBy feature: String, script: Tag) -> Set<UInt32> {
        let face = unsafe hb_font_get_face(font)
        var scripts = [hb_tag_t](repeating: 0, count: 4)
        var scriptCount = UInt32(3)
        var languageCount = UInt32(0)
        unsafe hb_ot_tags_from_script_and_language(
            hb_script_from_iso15924_tag(script.value), nil, &scriptCount, &scripts, &languageCount, nil)
        var index: UInt32 = 0
        var chosen: hb_tag_t = 0
        unsafe hb_ot_layout_table_select_script(
            face, Tag("GSUB").value, scriptCount, scripts, &index, &chosen)
        guard let lookups = unsafe hb_set_create(), let glyphs = unsafe hb_set_create() else { return [] }
        defer {
            unsafe hb_set_destroy(lookups)
            unsafe hb_set_destroy(glyphs)
        }
        // Lists end with a zero.
        unsafe hb_ot_layout_collect_lookups(
            face, Tag("GSUB").value, [chosen, 0], nil, [Tag(feature).value, 0], lookups)
        var lookup = hb_codepoint_t.max
        while unsafe hb_set_next(lookups, &lookup) != 0 {
            unsafe hb_ot_layout_lookup_collect_glyphs(face, Tag("GSUB").value, lookup, nil, glyphs, nil, nil)
        }
        var result: Set<UInt32> = []
        var glyph = hb_codepoint_t.max
        while unsafe hb_set_next(glyphs, &glyph) != 0 { result.insert(glyph) }
        return result
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
    /// The x-height is the font's own, not a guess for one without.
    public var hasXHeight: Bool
    public var capHeight: Double
    /// The cap height is the font's own.
    public var hasCapHeight: Bool
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
        let ownXHeight = positive(metric(HB_OT_METRICS_TAG_X_HEIGHT)) ?? height(of: 0x78)
        hasXHeight = ownXHeight != nil
        xHeight = ownXHeight ?? 0.5
        let ownCapHeight = positive(metric(HB_OT_METRICS_TAG_CAP_HEIGHT)) ?? height(of: 0x48)
        hasCapHeight = ownCapHeight != nil
        capHeight = ownCapHeight ?? 0.7
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
