internal import CHarfBuzz
public import TextAnalysis

/// Shapes paragraphs through HarfBuzz: text and spans in, positioned glyphs out.
///
/// Scratch with one owner: the buffer is reused from run to run.
@safe public struct TextShaper: ~Copyable {
    let fonts: FontBook
    let buffer: OpaquePointer
    /// What the fonts answered, so that a run needs no lock.
    var faces: [FontRequest: FontFace] = [:]
    var fallbacks: [FallbackQuery: FontFace?] = [:]
    /// Whose forms ideographs take in the paragraph at hand, where its language does not say.
    var ideographLanguage: String?

    public init(fonts: FontBook) {
        self.fonts = fonts
        unsafe buffer = hb_buffer_create()!
    }

    deinit { unsafe hb_buffer_destroy(buffer) }

    /// Shapes a paragraph; the spans follow each other and cover its text.
    public mutating func shape(text: [UInt16], spans: [ShapingSpan], base: BaseDirection) -> ShapedParagraph {
        let levels = BidiLevels.resolve(text, base: base)
        let visible = Self.withoutControls(text)
        var paragraph = ShapedParagraph(text: text, shapedText: visible, spans: spans, levels: levels)
        paragraph.reserveGlyphs(text.count)
        let items = Itemizer().items(of: text, spans: spans, levels: levels)
        ideographLanguage = Self.ideographLanguage(of: items)
        for item in items {
            shape(item, of: visible, into: &paragraph)
        }
        return paragraph
    }

    private mutating func shape(_ item: TextItem, of text: [UInt16], into paragraph: inout ShapedParagraph) {
        guard item.content != .blank, let primary = face(for: paragraph.spans[item.span].request, &paragraph) else {
            if item.content != .blank { paragraph.recordMissing(item.range) }
            paragraph.appendBlank(item)
            return
        }
        let chosen = chosenFace(for: item, of: text, primary: primary, spans: paragraph.spans)
        let slice = glyphs(of: item, text: text, context: 0..<text.count, face: chosen, spans: paragraph.spans)
        let gaps = slice.clustersWithoutGlyph(in: text)
        if gaps.isEmpty {
            paragraph.append(slice, item: item, face: chosen)
        } else {
            fill(gaps, of: item, text: text, face: chosen, primary: primary, into: &paragraph)
        }
    }

    /// Shapes an item again in pieces, those that its face cannot show in fallback faces.
    private mutating func fill(
        _ gaps: [Range<Int>], of item: TextItem, text: [UInt16], face: FontFace, primary: FontFace,
        into paragraph: inout ShapedParagraph
    ) {
        var pieces: [(range: Range<Int>, face: FontFace)] = []
        func add(_ range: Range<Int>, _ face: FontFace) {
            if let last = pieces.last, last.face === face {
                pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
            } else if !range.isEmpty {
                pieces.append((range, face))
            }
        }
        var position = item.range.lowerBound
        for gap in gaps {
            add(position..<gap.lowerBound, face)
            let fallback = fallback(
                for: gap, of: item, text: text, neighbour: pieces.last?.face, primary: primary, spans: paragraph.spans)
            add(gap, fallback ?? face)
            position = gap.upperBound
        }
        add(position..<item.range.upperBound, face)
        for piece in pieces {
            var part = item
            part.range = piece.range
            let slice = glyphs(of: part, text: text, context: 0..<text.count, face: piece.face, spans: paragraph.spans)
            for gap in slice.clustersWithoutGlyph(in: text) { paragraph.recordMissing(gap) }
            paragraph.append(slice, item: part, face: piece.face)
        }
    }

    /// One item's glyphs in a face; the context is the text that its ends may join to.
    func glyphs(
        of item: TextItem, text: [UInt16], context: Range<Int>, face: FontFace, spans: [ShapingSpan]
    ) -> GlyphSlice {
        let span = spans[item.span]
        unsafe hb_buffer_clear_contents(buffer)
        unsafe text.withUnsafeBufferPointer { units in
            unsafe hb_buffer_add_utf16(
                buffer, units.baseAddress! + context.lowerBound, Int32(context.count),
                UInt32(item.range.lowerBound - context.lowerBound), Int32(item.range.count))
        }
        unsafe hb_buffer_set_direction(buffer, item.level & 1 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        let script = item.script.isReal ? Tag(item.script.description).value : Tag("Zyyy").value
        unsafe hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(script))
        unsafe hb_buffer_set_language(buffer, hb_language_from_string(span.language ?? "und", -1))
        var flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES.rawValue
        if context.lowerBound == item.range.lowerBound { flags |= HB_BUFFER_FLAG_BOT.rawValue }
        if context.upperBound == item.range.upperBound { flags |= HB_BUFFER_FLAG_EOT.rawValue }
        unsafe hb_buffer_set_flags(buffer, hb_buffer_flags_t(rawValue: flags))
        let features = Self.features(of: span)
        unsafe hb_shape(face.font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        let infos = unsafe UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
        let positions = unsafe UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, nil), count: Int(count))
        let size = span.size * Self.sizeFactor(of: face, for: span.request)
        var slice = unsafe GlyphSlice(
            infos: infos, positions: positions, scale: size / Double(face.unitsPerEm), size: size,
            clusterOffset: context.lowerBound, range: item.range, isRightToLeft: item.level & 1 == 1,
            letterSpacing: span.letterSpacing)
        slice.startClustersAtLetters(of: text)
        return slice
    }

    /// Turns all optional ligatures off.
    static let withoutLigatures = ["liga", "clig", "dlig", "hlig"].map { FontFeature(tag: $0, value: 0) }

    /// The features of a span; letter-spaced text has no optional ligatures (CSS Text 3, §8.2).
    private static func features(of span: ShapingSpan) -> [hb_feature_t] {
        var features: [FontFeature] = span.features
        if span.letterSpacing != 0 {
            features = withoutLigatures + features
        }
        return features.map {
            hb_feature_t(tag: Tag($0.tag).value, value: UInt32(max(0, $0.value)), start: 0, end: .max)
        }
    }

    /// What a face's size is multiplied by so that its x-height is the one asked for (CSS Fonts 4, §2.6).
    static func sizeFactor(of face: FontFace, for request: FontRequest) -> Double {
        guard let adjust = request.sizeAdjust, face.metrics.xHeight > 0 else { return 1 }
        return adjust / face.metrics.xHeight
    }

    /// The language of a paragraph with kana or hangul in it.
    private static func ideographLanguage(of items: [TextItem]) -> String? {
        for item in items where item.script.isReal {
            switch item.script.description {
            case "Hira", "Kana": return "ja"
            case "Hang": return "ko"
            default: continue
            }
        }
        return nil
    }

    /// The text with what has no shape in any font made ignorable: controls, line ends, stray object marks.
    static func withoutControls(_ text: [UInt16]) -> [UInt16] {
        func isControl(_ unit: UInt16) -> Bool {
            unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0xFFFC || unit == 0x2028 || unit == 0x2029
        }
        guard text.contains(where: isControl) else { return text }
        return text.map { isControl($0) ? 0x200B : $0 }
    }
}
