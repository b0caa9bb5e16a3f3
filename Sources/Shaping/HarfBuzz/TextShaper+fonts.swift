internal import TextAnalysis

/// What the one fallback face of a script depends on.
struct ScriptQuery: Hashable {
    var script: Script
    var language: String?
    var request: FontRequest
}

extension TextShaper {
    /// The face of a request; what cannot be had is noted in the paragraph and replaced by the default text face.
    mutating func face(for request: FontRequest, _ paragraph: inout ShapedParagraph) -> FontFace? {
        if let known = known(request) { return known }
        do throws(FontError) {
            let face = try fonts.face(for: request)
            faces[request] = face
            return face
        } catch {
            if !paragraph.errors.contains(error) { paragraph.errors.append(error) }
            return nil
        }
    }

    /// The face of a request that has been asked for before.
    private mutating func known(_ request: FontRequest) -> FontFace? {
        if let latest, latest.request == request { return latest.face }
        guard let face = faces[request] else { return nil }
        latest = (request, face)
        return face
    }

    /// The face to try first: the requested one, or the one for the item's script where that lacks it.
    mutating func chosenFace(
        for item: TextItem, of text: [UInt16], primary: FontFace, spans: [ShapingSpan]
    ) -> FontFace {
        if item.content == .emoji {
            return fallback(for: item.range, of: item, text: text, neighbour: nil, primary: primary, spans: spans)
                ?? primary
        }
        guard item.script.isReal, let offset = firstLetter(of: item, in: text) else { return primary }
        let (scalar, length) = text.scalar(at: offset)
        if primary.hasGlyph(scalar), primary.isMade(for: item.script) { return primary }
        let query = ScriptQuery(
            script: item.script, language: language(of: spans[item.span]), request: spans[item.span].request)
        if let known = scriptFaces[query], known.hasGlyph(scalar) { return known }
        let found = fallback(
            for: offset..<offset + length, of: item, text: text, neighbour: nil, primary: primary, spans: spans)
        // The first one is the script's: words with rarer letters must not change the font of the others.
        if let found, scriptFaces[query] == nil { scriptFaces[query] = found }
        return found ?? primary
    }

    /// A face for all of an item that its face has only in part: in scripts whose letters and marks belong together, a
    /// word in two fonts is worse than all of it in the other one.
    mutating func wholeFace(
        for item: TextItem, in text: [UInt16], lacking gaps: [Range<Int>], _ face: FontFace, _ spans: [ShapingSpan]
    ) -> FontFace? {
        guard item.script.isReal, !item.script.hasXHeight, !item.script.isEastAsian else { return nil }
        let isOfScript = gaps.contains { gap in
            gap.contains { Script(of: text.scalar(at: $0).scalar) == item.script }
        }
        guard isOfScript else { return nil }
        var scalars: [UInt32] = []
        for scalar in neededScalars(in: item.range, of: text)
        where scalars.count < Self.mostTested && Script(of: scalar) == item.script { scalars.append(scalar) }
        let query = FallbackQuery(
            scalars: scalars.sorted(), script: item.script, language: language(of: spans[item.span]), isEmoji: false,
            request: spans[item.span].request)
        let found = fallbacks[query] ?? fonts.fallback(for: query)
        fallbacks[query] = .some(found)
        return found === face ? nil : found
    }

    /// Characters of a script that a face for a whole item is asked for.
    private static var mostTested: Int { 64 }

    /// The first character that is of the item's own script.
    private func firstLetter(of item: TextItem, in text: [UInt16]) -> Int? {
        var offset = item.range.lowerBound
        while offset < item.range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            if Script(of: scalar) == item.script { return offset }
            offset += length
        }
        return nil
    }

    /// A face that has all of a cluster: the requested one, the neighbour's, then any that the fonts find.
    mutating func fallback(
        for cluster: Range<Int>, of item: TextItem, text: [UInt16], neighbour: FontFace?, primary: FontFace,
        spans: [ShapingSpan]
    ) -> FontFace? {
        let scalars = neededScalars(in: cluster, of: text)
        guard !scalars.isEmpty else { return neighbour ?? primary }
        if item.content != .emoji {
            if primary.covers(scalars), text.isCommon(cluster) || primary.isMade(for: item.script) { return primary }
            if let neighbour, neighbour.covers(scalars) { return neighbour }
        }
        let span = spans[item.span]
        let query = FallbackQuery(
            scalars: scalars, script: item.script, language: language(of: span), isEmoji: item.content == .emoji,
            request: span.request)
        if let known = fallbacks[query] { return known }
        let found = fonts.fallback(for: query)
        fallbacks[query] = .some(found)
        return found
    }

    /// A span's language as far as fallback depends on it.
    func language(of span: ShapingSpan) -> String? {
        guard let ideographLanguage else { return span.language }
        let writesIdeographs = ["ja", "ko", "zh", "yue"].contains { span.language?.hasPrefix($0) ?? false }
        return writesIdeographs ? span.language : ideographLanguage
    }

    /// The characters of a cluster that a face has to have.
    private func neededScalars(in cluster: Range<Int>, of text: [UInt16]) -> [UInt32] {
        var scalars: [UInt32] = []
        var offset = cluster.lowerBound
        while offset < cluster.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            if !CharacterProperties.isDefaultIgnorable(scalar) && !scalars.contains(scalar) { scalars.append(scalar) }
            offset += length
        }
        return scalars
    }

    /// What a face's size is multiplied by so that fonts look equally large together (CSS Fonts 5, §3.1).
    ///
    /// `font-size-adjust` says it for all fonts. Without it, a fallback face is brought to the x-height of the first font,
    /// or in monospaced text to its advance, so that columns stay; scripts without an x-height and symbols keep their size.
    mutating func sizeFactor(of face: FontFace, for request: FontRequest, _ item: TextItem) -> Double {
        guard item.content != .emoji, let primary = known(request) else { return face.adjustment.size }
        if request.sizeAdjust != nil { return face.sizeFactor(for: request.sizeAdjust, first: primary) }
        guard face !== primary, !face.isIdeographic, face.adjustment.size == 1 else { return face.adjustment.size }
        let isMonospaced = primary.isMonospaced && face.isMonospaced
        guard item.script.hasXHeight || isMonospaced && !item.script.isReal else { return 1 }
        let metric: FontSizeAdjust.Metric = isMonospaced ? .chWidth : .exHeight
        guard let wanted = primary.aspect(metric), let own = face.aspect(metric), own > 0 else { return 1 }
        return (wanted / own).clamped(to: Self.adjustments)
    }

    /// Fonts that are further apart were not made to be read together.
    private static var adjustments: ClosedRange<Double> { 0.7...1.4 }
}

extension FontFace {
    /// What `font-size-adjust`, else a `size-adjust` of the font's own, multiplies the font's size by; `first` is the first
    /// font of the request.
    public func sizeFactor(for adjust: FontSizeAdjust?, first: FontFace) -> Double {
        guard let adjust else { return adjustment.size }
        let wanted: Double? =
            switch adjust.value {
            case .number(let number): number
            case .fromFont: first.aspect(adjust.metric)
            }
        guard let wanted, let own = aspect(adjust.metric), own > 0 else { return adjustment.size }
        return wanted / own
    }

    /// True if the font has a glyph for each character, or for what they compose to.
    func covers(_ scalars: [UInt32]) -> Bool {
        if scalars.allSatisfy(hasGlyph) { return true }
        guard scalars.count > 1 else { return false }
        let composed = Self.composed(scalars)
        return composed.count < scalars.count && composed.allSatisfy(hasGlyph)
    }

    /// Has ideographs: its letters of other scripts are made to stand among them.
    var isIdeographic: Bool { hasGlyph(0x4E00) }
}
