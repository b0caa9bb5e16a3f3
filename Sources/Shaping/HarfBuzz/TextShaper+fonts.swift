internal import TextAnalysis

extension TextShaper {
    /// The face of a request; what cannot be had is noted in the paragraph and replaced by the default text face.
    mutating func face(for request: FontRequest, _ paragraph: inout ShapedParagraph) -> FontFace? {
        if let face = faces[request] { return face }
        do throws(FontError) {
            let face = try fonts.face(for: request)
            faces[request] = face
            return face
        } catch {
            if !paragraph.errors.contains(error) { paragraph.errors.append(error) }
            return nil
        }
    }

    /// The face to try first: the requested one unless it lacks the item's script.
    mutating func chosenFace(
        for item: TextItem, of text: [UInt16], primary: FontFace, spans: [ShapingSpan]
    ) -> FontFace {
        if item.content == .emoji {
            return fallback(for: item.range, of: item, text: text, neighbour: nil, primary: primary, spans: spans)
                ?? primary
        }
        guard item.script.isReal, let offset = firstLetter(of: item, in: text) else { return primary }
        let (scalar, length) = text.scalar(at: offset)
        if primary.hasGlyph(scalar) { return primary }
        return fallback(
            for: offset..<offset + length, of: item, text: text, neighbour: nil, primary: primary, spans: spans)
            ?? primary
    }

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

    /// A face that has all of a cluster: the item's neighbour's, the requested one, then any that the fonts find.
    mutating func fallback(
        for cluster: Range<Int>, of item: TextItem, text: [UInt16], neighbour: FontFace?, primary: FontFace,
        spans: [ShapingSpan]
    ) -> FontFace? {
        let scalars = neededScalars(in: cluster, of: text)
        guard !scalars.isEmpty else { return neighbour ?? primary }
        if item.content != .emoji {
            if let neighbour, scalars.allSatisfy(neighbour.hasGlyph) { return neighbour }
            if scalars.allSatisfy(primary.hasGlyph) { return primary }
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
    private func language(of span: ShapingSpan) -> String? {
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
}
