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
    /// The last of them: most neighbouring runs ask for the same.
    var latest: (request: FontRequest, face: FontFace)?
    var fallbacks: [FallbackQuery: FontFace?] = [:]
    var scriptFaces: [ScriptQuery: FontFace] = [:]
    var featureGlyphs: [FeatureKey: Set<UInt32>] = [:]
    var halfWidths: [HalfWidthKey: HalfWidth?] = [:]
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
        if items.contains(where: \.script.isEastAsian) { spaceEastAsian(&paragraph) }
        return paragraph
    }

    private mutating func shape(_ item: TextItem, of text: [UInt16], into paragraph: inout ShapedParagraph) {
        guard item.content != .blank, let primary = face(for: paragraph.spans[item.span].request, &paragraph) else {
            if item.content != .blank { paragraph.recordMissing(item.range) }
            paragraph.appendBlank(item)
            return
        }
        var chosen = chosenFace(for: item, of: text, primary: primary, spans: paragraph.spans)
        var slice = glyphs(of: item, text: text, context: 0..<text.count, face: chosen, spans: paragraph.spans)
        var gaps = slice.clustersWithoutGlyph(in: text, coverage: chosen.coverage)
        if !gaps.isEmpty, let whole = wholeFace(for: item, in: text, lacking: gaps, chosen, paragraph.spans) {
            chosen = whole
            slice = glyphs(of: item, text: text, context: 0..<text.count, face: chosen, spans: paragraph.spans)
            gaps = slice.clustersWithoutGlyph(in: text, coverage: chosen.coverage)
        }
        if !gaps.isEmpty {
            fill(gaps, of: item, text: text, face: chosen, primary: primary, into: &paragraph)
        } else if paragraph.spans[item.span].hasVariants {
            append(item, in: chosen, text: text, into: &paragraph)
        } else {
            paragraph.append(slice, item: item, face: chosen)
        }
    }

    /// Shapes an item again in pieces, those that its face cannot show in fallback faces.
    private mutating func fill(
        _ gaps: [Range<Int>], of item: TextItem, text: [UInt16], face: FontFace, primary: FontFace,
        into paragraph: inout ShapedParagraph
    ) {
        var pieces: [(range: Range<Int>, face: FontFace, script: Script)] = []
        func add(_ range: Range<Int>, _ face: FontFace, _ script: Script) {
            if let last = pieces.last, last.face === face, last.script == script {
                pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
            } else if !range.isEmpty {
                pieces.append((range, face, script))
            }
        }
        let before = paragraph.runs.last?.face.map { paragraph.faces[$0] }
        var position = item.range.lowerBound
        for gap in gaps {
            add(position..<gap.lowerBound, face, item.script)
            let fallback = fallback(
                for: gap, of: item, text: text, neighbour: pieces.last?.face ?? before, primary: primary,
                spans: paragraph.spans)
            // A symbol is no letter of the text round it.
            let script = text.isCommon(gap) && fallback !== face ? .common : item.script
            add(gap, fallback ?? face, script)
            position = gap.upperBound
        }
        add(position..<item.range.upperBound, face, item.script)
        for piece in pieces {
            var part = item
            part.range = piece.range
            part.script = piece.script
            append(part, in: piece.face, text: text, into: &paragraph)
        }
    }

    /// Shapes an item in a face, in the forms that its span asks for.
    private mutating func append(
        _ item: TextItem, in face: FontFace, text: [UInt16], into paragraph: inout ShapedParagraph
    ) {
        for formed in forms(of: item, text: text, face: face, span: paragraph.spans[item.span]) {
            var part = item
            part.range = formed.range
            part.form = formed.form
            part.features = formed.features
            let slice = glyphs(of: part, text: text, context: 0..<text.count, face: face, spans: paragraph.spans)
            for gap in slice.clustersWithoutGlyph(in: text) { paragraph.recordMissing(gap) }
            paragraph.append(slice, item: part, face: face)
        }
    }

    /// One item's glyphs in a face; the context is the text that its ends may join to, and `tatweels` are put in before
    /// the offsets that they are given by.
    mutating func glyphs(
        of item: TextItem, text: [UInt16], context: Range<Int>, face: FontFace, spans: [ShapingSpan],
        tatweels: [Int: Int] = [:]
    ) -> GlyphSlice {
        let span = spans[item.span]
        unsafe hb_buffer_clear_contents(buffer)
        fill(item, text: text, context: context, language: span.language, tatweels: tatweels)
        unsafe hb_buffer_set_direction(buffer, item.level & 1 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        let script = item.script.isReal ? Tag(item.script.description).value : Tag("Zyyy").value
        unsafe hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(script))
        // HarfBuzz's way to name a language system by its tag.
        let language =
            span.languageSystem.map { "x-hbot\($0)" } ?? (item.script.isEastAsian ? language(of: span) : span.language)
        unsafe hb_buffer_set_language(buffer, hb_language_from_string(language ?? "und", -1))
        var flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES.rawValue
        if context.lowerBound == item.range.lowerBound { flags |= HB_BUFFER_FLAG_BOT.rawValue }
        if context.upperBound == item.range.upperBound { flags |= HB_BUFFER_FLAG_EOT.rawValue }
        if item.script.isCursive { flags |= HB_BUFFER_FLAG_PRODUCE_SAFE_TO_INSERT_TATWEEL.rawValue }
        unsafe hb_buffer_set_flags(buffer, hb_buffer_flags_t(rawValue: flags))
        let features = features(of: item, text: text, context: context, face: face, span: span)
        unsafe hb_shape(face.font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        let infos = unsafe UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
        let positions = unsafe UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, nil), count: Int(count))
        let whole = span.size * sizeFactor(of: face, for: span.request, item)
        let size = whole * item.form.scale(in: face.metrics)
        var slice = unsafe GlyphSlice(
            infos: infos, positions: positions, scale: size / Double(face.unitsPerEm), size: size,
            clusterOffset: context.lowerBound, range: item.range, isRightToLeft: item.level & 1 == 1,
            letterSpacing: item.script.isCursive ? 0 : span.letterSpacing,
            shift: item.form == .none ? 0 : item.form.shift(in: face.metrics) * whole)
        slice.startClustersAtLetters(of: text)
        return slice
    }

    /// Turns all optional ligatures off.
    static let withoutLigatures = ["liga", "clig", "dlig", "hlig"].map { FontFeature(tag: $0, value: 0) }

    /// Puts an item's characters into the buffer with what is round it: as they are, as capitals, or with tatweels, which
    /// belong to the cluster before them.
    private func fill(
        _ item: TextItem, text: [UInt16], context: Range<Int>, language: String?, tatweels: [Int: Int]
    ) {
        func add(_ range: Range<Int>) {
            unsafe text.withUnsafeBufferPointer { units in
                unsafe hb_buffer_add_utf16(
                    buffer, units.baseAddress! + context.lowerBound, Int32(context.count),
                    UInt32(range.lowerBound - context.lowerBound), Int32(range.count))
            }
        }
        guard item.form.isSmallCapitals || !tatweels.isEmpty else { return add(item.range) }
        // What is before and behind an empty range becomes the buffer's context.
        add(item.range.lowerBound..<item.range.lowerBound)
        var offset = item.range.lowerBound
        var cluster = offset
        while offset < item.range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            for _ in 0..<(tatweels[offset] ?? 0) {
                unsafe hb_buffer_add(buffer, 0x0640, UInt32(cluster - context.lowerBound))
            }
            cluster = offset
            let written = item.form.isSmallCapitals ? Self.capitals(of: scalar, language: language) : [scalar]
            for scalar in written { unsafe hb_buffer_add(buffer, scalar, UInt32(offset - context.lowerBound)) }
            offset += length
        }
        add(item.range.upperBound..<item.range.upperBound)
    }

    /// The features of an item; letter-spaced text has no optional ligatures (CSS Text 3, §8.2).
    private mutating func features(
        of item: TextItem, text: [UInt16], context: Range<Int>, face: FontFace, span: ShapingSpan
    ) -> [hb_feature_t] {
        var features = face.features
        if span.letterSpacing != 0, !item.script.isCursive {
            features += Self.withoutLigatures
        }
        if span.hasVariants {
            // What asks for a variant is answered item by item, by what the face has.
            let answered = Set(
                span.caps.features.own + span.caps.features.instead + span.position.features
                    + (span.hasFractions ? ["frac"] : []))
            features += span.features.filter { !answered.contains($0.tag) }
        } else {
            features += span.features
        }
        features += item.features
        var result = features.map {
            hb_feature_t(tag: Tag($0.tag).value, value: UInt32(max(0, $0.value)), start: 0, end: .max)
        }
        guard item.script.isEastAsian || item.script == .common, span.eastAsian.contains(.trimAdjacent) else {
            return result
        }
        for offset in halvedPunctuation(in: item.range, of: text, face: face, span: span) {
            let start = UInt32(offset - context.lowerBound)
            result.append(hb_feature_t(tag: Tag("halt").value, value: 1, start: start, end: start + 1))
        }
        return result
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

extension ShapingSpan {
    /// Asks for something that a font may lack and that is then made up.
    var hasVariants: Bool { caps != .normal || position != .normal || hasFractions }
}
