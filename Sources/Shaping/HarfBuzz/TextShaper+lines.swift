internal import TextAnalysis

extension TextShaper {
    /// The runs of one line in visual order (UAX 9, L1 and L2), with the mark of a broken word at its logical end.
    ///
    /// Glyphs are those of the paragraph, but shaped again at the line's ends where HarfBuzz says that they depend on
    /// what is beyond. `dropsLigatures` shapes the whole line again without optional ligatures, for room between its
    /// letters.
    public mutating func lineRuns(
        of paragraph: ShapedParagraph, range line: Range<Int>, respelled: LineRespelling = .none,
        hyphen: HyphenMark? = nil, dropsLigatures: Bool = false
    ) -> [VisualRun] {
        guard !line.isEmpty else { return [] }
        guard !dropsLigatures else {
            var plain = paragraph
            for run in paragraph.runs where run.textRange.overlaps(line) {
                plain.spans[run.span].features.insert(contentsOf: Self.withoutLigatures, at: 0)
            }
            plain.reshapes = true
            return lineRuns(of: plain, range: line, respelled: respelled, hyphen: hyphen)
        }
        let range = respelled.rest(of: line)
        let trailing = trailingSpace(of: paragraph, range: range)
        var runs: [VisualRun] = []
        var index = paragraph.runIndex(at: range.lowerBound)
        while !range.isEmpty, index < paragraph.runs.count,
            paragraph.runs[index].textRange.lowerBound < range.upperBound
        {
            let run = paragraph.runs[index]
            index += 1
            let part = run.textRange.clamped(to: range)
            // L1: white space at the line's end has the paragraph's level.
            if run.level != paragraph.baseLevel, part.upperBound > trailing {
                let split = max(part.lowerBound, trailing)
                if part.lowerBound < split {
                    runs.append(visualRun(part.lowerBound..<split, of: run, paragraph, line: range))
                }
                var reset = run
                reset.level = paragraph.baseLevel
                runs.append(visualRun(split..<part.upperBound, of: reset, paragraph, line: range, reshaped: true))
            } else {
                runs.append(visualRun(part, of: run, paragraph, line: range))
            }
        }
        if let start = respelled.start {
            runs.insert(
                visualRun(start, at: line.lowerBound..<range.lowerBound, paragraph), at: 0)
        }
        if let end = respelled.end { runs.append(visualRun(end, at: range.upperBound..<line.upperBound, paragraph)) }
        if let hyphen, !runs.isEmpty { append(hyphen, to: &runs[runs.count - 1], paragraph) }
        return Self.reordered(runs)
    }

    /// Where the white space at a line's end begins.
    private func trailingSpace(of paragraph: ShapedParagraph, range: Range<Int>) -> Int {
        var start = range.upperBound
        while start > range.lowerBound {
            switch paragraph.text[start - 1] {
            case 0x09...0x0D, 0x20, 0x85, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202A...0x202E, 0x205F,
                0x2066...0x2069, 0x3000:
                start -= 1
            default: return start
            }
        }
        return start
    }

    /// A part of a run as its line shows it.
    private mutating func visualRun(
        _ part: Range<Int>, of run: ShapedRun, _ paragraph: ShapedParagraph, line: Range<Int>,
        reshaped: Bool = false
    ) -> VisualRun {
        let span = paragraph.spans[run.span]
        var visual = VisualRun(
            face: run.face.map { paragraph.faces[$0] }, size: run.size, glyphs: [], advances: [], xOffsets: [],
            yOffsets: [], glyphUnits: [], textRange: part, span: run.span, level: run.level, text: "", clusters: [],
            isObject: span.isObject)
        if let face = visual.face {
            // Between these two, the paragraph's own glyphs are right.
            var safeStart = part.lowerBound
            var safeEnd = part.upperBound
            if reshaped || paragraph.reshapes {
                safeStart = part.upperBound
            } else {
                while safeStart < part.upperBound, safeStart > run.textRange.lowerBound,
                    paragraph.unsafeToBreak[safeStart]
                {
                    safeStart += 1
                }
                if part.upperBound < run.textRange.upperBound, paragraph.unsafeToBreak[part.upperBound] {
                    repeat { safeEnd -= 1 } while safeEnd > part.lowerBound && paragraph.unsafeToBreak[safeEnd]
                }
            }
            var pieces: [GlyphSlice] = []
            func shape(_ range: Range<Int>) {
                pieces.append(
                    glyphs(
                        of: TextItem(run, range), text: paragraph.shapedText, context: line, face: face,
                        spans: paragraph.spans))
            }
            if safeStart >= safeEnd {
                shape(part)
            } else {
                if part.lowerBound < safeStart { shape(part.lowerBound..<safeStart) }
                pieces.append(paragraph.slice(safeStart..<safeEnd, of: run))
                if safeEnd < part.upperBound { shape(safeEnd..<part.upperBound) }
            }
            for piece in run.isRightToLeft ? pieces.reversed() : pieces { visual.append(piece) }
            if !paragraph.spacings.isEmpty { visual.addSpacings(of: paragraph, line: line) }
        }
        visual.setText(of: paragraph.text)
        return visual
    }

    /// Letters that stand for others at a line's end; they are read as those that they stand for.
    private mutating func visualRun(
        _ respelling: Respelling, at part: Range<Int>, _ paragraph: ShapedParagraph
    ) -> VisualRun {
        let run = paragraph.runs[paragraph.runIndex(at: part.lowerBound)]
        var visual = VisualRun(
            face: run.face.map { paragraph.faces[$0] }, size: run.size, glyphs: [], advances: [], xOffsets: [],
            yOffsets: [], glyphUnits: [], textRange: part, span: run.span, level: run.level, text: "", clusters: [],
            isObject: false)
        guard let face = visual.face else { return visual }
        let whole = 0..<respelling.text.count
        let item = TextItem(range: whole, span: run.span, level: run.level, script: run.script, content: .text)
        visual.append(glyphs(of: item, text: respelling.text, context: whole, face: face, spans: paragraph.spans))
        visual.glyphUnits = visual.glyphs.map { _ in part.lowerBound }
        visual.setText(of: paragraph.text)
        return visual
    }

    /// Puts the mark behind the last letter, in reading order.
    private func append(_ hyphen: HyphenMark, to run: inout VisualRun, _ paragraph: ShapedParagraph) {
        guard let face = run.face else { return }
        let marks = hyphen.glyphs(in: face)
        guard !marks.isEmpty else { return }
        let place = run.isRightToLeft ? 0 : run.glyphs.count
        run.glyphs.insert(contentsOf: marks, at: place)
        run.advances.insert(contentsOf: marks.map { face.advance(of: $0) * run.size }, at: place)
        run.xOffsets.insert(contentsOf: marks.map { _ in 0 }, at: place)
        run.yOffsets.insert(contentsOf: marks.map { _ in 0 }, at: place)
        // A mark is no space to be widened: it counts to the unit before the break.
        run.glyphUnits.insert(contentsOf: marks.map { _ in run.textRange.upperBound - 1 }, at: place)
        run.text += "\u{AD}"
        run.clusters.append(VisualRun.Cluster(byteCount: 2, glyphCount: marks.count))
    }

    /// UAX 9, L2: from the highest level down to the lowest odd one, every sequence at that level or above is reversed.
    static func reordered(_ runs: [VisualRun]) -> [VisualRun] {
        guard let highest = runs.map(\.level).max(), highest > 0,
            let lowestOdd = runs.map(\.level).filter({ $0 & 1 == 1 }).min()
        else { return runs }
        var runs = runs
        var level = highest
        while level >= lowestOdd {
            var start = 0
            while start < runs.count {
                var end = start
                while end < runs.count, runs[end].level >= level { end += 1 }
                if end > start + 1 { runs[start..<end].reverse() }
                start = max(end, start + 1)
            }
            level -= 1
        }
        return runs
    }
}

extension ShapedParagraph {
    /// The glyphs of a part of a run that begins and ends at clusters.
    func slice(_ part: Range<Int>, of run: ShapedRun) -> GlyphSlice {
        var slice = GlyphSlice(range: part, isRightToLeft: run.isRightToLeft, size: run.size)
        var range = run.glyphRange
        if part != run.textRange {
            /// The first glyph of the run whose cluster is not before (in visual order) an offset.
            func bound(_ holds: (Int) -> Bool) -> Int {
                var low = run.glyphRange.lowerBound
                var high = run.glyphRange.upperBound
                while low < high {
                    let middle = (low + high) / 2
                    if holds(Int(clusters[middle])) { high = middle } else { low = middle + 1 }
                }
                return low
            }
            range =
                run.isRightToLeft
                ? bound { $0 < part.upperBound }..<bound { $0 < part.lowerBound }
                : bound { $0 >= part.lowerBound }..<bound { $0 >= part.upperBound }
        }
        slice.glyphs = Array(glyphs[range])
        slice.advances = Array(advances[range])
        slice.xOffsets = Array(xOffsets[range])
        slice.yOffsets = Array(yOffsets[range])
        slice.clusters = Array(clusters[range])
        return slice
    }
}

extension VisualRun {
    /// Adds glyphs to the right.
    mutating func append(_ slice: GlyphSlice) {
        glyphs += slice.glyphs
        advances += slice.advances
        xOffsets += slice.xOffsets
        yOffsets += slice.yOffsets
        glyphUnits += slice.clusters.map(Int.init)
    }

    /// Sets the text and how it falls to the glyphs.
    mutating func setText(of paragraph: [UInt16]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(textRange.count)
        clusters.removeAll(keepingCapacity: true)
        clusters.reserveCapacity(glyphs.count + 1)
        let count = glyphs.count
        // The glyph at a place in logical order.
        let (first, step) = isRightToLeft ? (count - 1, -1) : (0, 1)
        var place = 0
        var position = textRange.lowerBound
        while position < textRange.upperBound {
            let before = place
            if place < count {
                let cluster = glyphUnits[first + step * place]
                repeat { place += 1 } while place < count && glyphUnits[first + step * place] == cluster
            }
            let end = place < count ? glyphUnits[first + step * place] : textRange.upperBound
            let start = bytes.count
            if end == position + 1, paragraph[position] < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: paragraph[position]))
            } else {
                Self.appendUTF8(of: paragraph, position..<end, to: &bytes)
            }
            if bytes.count > start || place > before {
                clusters.append(Cluster(byteCount: bytes.count - start, glyphCount: place - before))
            }
            position = end
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Appends text as UTF-8, without soft hyphens and marks of replaced boxes.
    private static func appendUTF8(of text: [UInt16], _ range: Range<Int>, to bytes: inout [UInt8]) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            if scalar < 0x80 {
                bytes.append(UInt8(scalar))
            } else if scalar != 0xAD && scalar != 0xFFFC, let scalar = Unicode.Scalar(scalar) {
                bytes += UTF8.encode(scalar)!
            }
        }
    }
}
