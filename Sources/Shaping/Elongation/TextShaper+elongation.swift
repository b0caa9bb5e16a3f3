import TextAnalysis

/// Arabic words are made longer to fill a line, as scribes do: by strokes between joined letters (kashida).
extension TextShaper {
    /// How far a word goes, in ems: strokes of the comfortable length in as many words as need be, then longer ones, and
    /// none that would hardly be seen.
    private static var comfortable: Double { 0.35 }
    private static var longest: Double { 0.8 }
    private static var shortest: Double { 0.06 }

    private struct Place {
        var offset: Int
        var run: Int
        var priority: KashidaPriority
        var length = 0.0
    }

    /// Puts tatweels into the joined words of a line's runs, at most one stroke a word, where the fonts allow it; their text
    /// stays as it was. Returns the points that the line has become longer by, at most `points`.
    public mutating func elongate(
        _ runs: inout [VisualRun], of paragraph: ShapedParagraph, line: Range<Int>, by points: Double
    ) -> Double {
        guard points > 0, !paragraph.elongationPlaces.isEmpty else { return 0 }
        var places: [Place] = []
        for (index, run) in runs.enumerated() where run.isRightToLeft {
            guard let face = run.face, let tatweel = face.glyph(of: 0x0640), face.advance(of: tatweel) > 0 else {
                continue
            }
            places += bestPlaces(in: run, index, paragraph, line: line)
        }
        guard let size = places.map({ runs[$0.run].size }).max() else { return 0 }
        let wanted = max(1, (points / (Self.comfortable * size)).rounded(.up))
        places = Array(
            places.sorted { ($0.priority, $0.offset) < ($1.priority, $1.offset) }.prefix(Int(min(wanted, 1e6))))
        let length = min(points / Double(places.count), Self.longest * size)
        guard length >= Self.shortest * size else { return 0 }
        var gained = 0.0
        for index in runs.indices {
            let offsets = places.filter { $0.run == index }.map(\.offset)
            if !offsets.isEmpty { gained += elongate(&runs[index], at: offsets, by: length, paragraph, line: line) }
        }
        return gained
    }

    /// The best place of each word of a run.
    private func bestPlaces(
        in run: VisualRun, _ index: Int, _ paragraph: ShapedParagraph, line: Range<Int>
    ) -> [Place] {
        let text = paragraph.text
        var best: [Place] = []
        var lastWord = -1
        var word = 0
        var scanned = run.textRange.lowerBound
        for offset in paragraph.elongationPlaces
        where offset > run.textRange.lowerBound && offset < run.textRange.upperBound {
            while scanned < offset {
                if text[scanned] == 0x20 || text[scanned] == 0xA0 { word += 1 }
                scanned += 1
            }
            guard let before = text.letter(before: offset, down: run.textRange.lowerBound) else { continue }
            let next = text.letterEnd(from: offset, to: run.textRange.upperBound)
            let isFinal = next >= text.count || !CharacterProperties.isLetter(text[next])
            let place = Place(
                offset: offset, run: index,
                priority: KashidaPriority(before: before, after: text[offset], isFinal: isFinal))
            if word != lastWord {
                best.append(place)
                lastWord = word
            } else if place.priority <= best[best.count - 1].priority {
                // Of equal places the last: strokes stand near a word's end.
                best[best.count - 1] = place
            }
        }
        return best
    }

    /// Shapes a run again with strokes of a length at offsets; returns what it has grown by.
    private mutating func elongate(
        _ run: inout VisualRun, at offsets: [Int], by length: Double, _ paragraph: ShapedParagraph, line: Range<Int>
    ) -> Double {
        guard let face = run.face, let tatweel = face.glyph(of: 0x0640) else { return 0 }
        // Strokes that are too long together are drawn over each other a little.
        let stroke = face.advance(of: tatweel) * run.size
        let count = max(1, Int((length / stroke).rounded(.up)))
        let source = paragraph.runs[paragraph.runIndex(at: run.textRange.lowerBound)]
        let slice = glyphs(
            of: TextItem(source, run.textRange), text: paragraph.shapedText, context: line, face: face,
            spans: paragraph.spans,
            tatweels: Dictionary(offsets.map { ($0, count) }, uniquingKeysWith: { first, _ in first }))
        let strokes = slice.glyphs.filter { $0 == tatweel }.count - run.glyphs.filter { $0 == tatweel }.count
        // A font that draws strokes in a way of its own is left alone.
        guard strokes == count * offsets.count else { return 0 }
        let before = run.width
        let written = Set(run.textRange.filter { paragraph.text[$0] == 0x0640 })
        run.glyphs = []
        run.advances = []
        run.xOffsets = []
        run.yOffsets = []
        run.glyphUnits = []
        run.append(slice)
        for index in run.glyphs.indices where run.glyphs[index] == tatweel && !written.contains(run.glyphUnits[index]) {
            run.advances[index] = length / Double(count)
        }
        run.setText(of: paragraph.text)
        return run.width - before
    }
}

extension ShapedParagraph {
    /// Has joined letters between which words can be made longer.
    public var canBeElongated: Bool { !elongationPlaces.isEmpty }
}

extension [UInt16] {
    /// The letter before an offset, past its marks.
    fileprivate func letter(before offset: Int, down limit: Int) -> UInt16? {
        var offset = offset
        while offset > limit {
            offset -= 1
            if self[offset] == 0x0640 || CharacterProperties.isLetter(self[offset]) { return self[offset] }
        }
        return nil
    }

    /// Where the marks of the letter at an offset end.
    fileprivate func letterEnd(from offset: Int, to limit: Int) -> Int {
        var end = offset + 1
        while end < limit, !CharacterProperties.isLetter(self[end]), self[end] != 0x20,
            Script(of: UInt32(self[end])) == .inherited || (0x0610...0x061A).contains(self[end])
        { end += 1 }
        return end
    }
}
