import CSS
import Diagnostics
import Geometry
import Shaping

/// Places what is on one line of a paragraph: text and pictures in visual order, inline boxes, annotations.
struct LinePlacer {
    let paragraph: PreparedParagraph
    let context: LayoutContext
    /// The measure in points.
    var width: Double
    let margin: OpticalMargin?

    /// A line as the breaker chose it.
    struct Line {
        /// UTF-16 offsets.
        var range: Range<Int>
        /// Points.
        var indent: Double
        /// What the line loses at its edges.
        var inset: LineInsets.Inset
        /// It is the paragraph's last, or ends in a forced break.
        var isLast: Bool
        var isHyphenated: Bool
        /// Text that follows on the line is not shown.
        var isCut = false
    }

    private var style: SharedStyle { paragraph.style }
    var isRightToLeft: Bool { style.text.direction == .rightToLeft }

    func place(_ wanted: Line) -> LineBox {
        let range = wanted.range
        var runs = runs(of: wanted)
        let visibleEnd = endOfVisible(range)
        let parts = InlineBoxPortions(runs, paragraph, visible: range.lowerBound..<visibleEnd)
        let hang = margin?.amounts(of: range.lowerBound..<visibleEnd, runs, hyphenated: wanted.isHyphenated)
        let measure = width - wanted.inset.width - wanted.indent + (hang?.start ?? 0) + (hang?.end ?? 0)
        var gap = measure - parts.width - naturalWidth(runs, visibleEnd)
        let leaders = runs.count { isLeader($0) }
        let leaderGrowth = leaders > 0 ? max(0, gap) / Double(leaders) : 0
        if leaders > 0 { gap = min(0, gap) }
        let alignment = LineAlignment(style.value.text, isLast: wanted.isLast)
        // The last line of a justified paragraph may be one that only fits with its spaces shrunk.
        if alignment == .justify && leaders == 0 || style.text.isJustified && gap < 0 {
            let elongation = elongate(&runs, gap: gap, line: range, visibleEnd: visibleEnd)
            gap -= elongation
            let justification = LineJustification(paragraph: paragraph, visible: range.lowerBound..<visibleEnd)
            if elongation == 0, justification.spacesLetters(runs, gap: gap), runs.contains(where: \.hasLigatures) {
                // Letters with room between them are not joined (CSS Text 3, §8.2).
                runs = self.runs(of: wanted, dropsLigatures: true)
                gap = measure - parts.width - naturalWidth(runs, visibleEnd)
            }
            if justification.fill(&runs, gap: gap) { gap = 0 }
        }
        if gap < -0.01, endsInEllipsis, !wanted.isCut { return placeCut(wanted) }
        var line = LineBox(fragments: [], range: range, baseline: 0, height: 0)
        line.endsInHyphen =
            wanted.isHyphenated
            || (visibleEnd > range.lowerBound && !wanted.isLast && paragraph.content.text[visibleEnd - 1] == 0x2D)
        line.overflow = max(0, -gap)
        if line.overflow > 0.5, !wanted.isCut {
            context.report(Diagnostic(.warning, .overfullLine(paragraph.content.excerpt(range))))
        }
        var x: Double =
            switch alignment {
            case .left: isRightToLeft ? 0 : wanted.indent
            case .justify: isRightToLeft ? max(0, gap) : wanted.indent
            case .right: (isRightToLeft ? 0 : wanted.indent) + max(0, gap)
            case .center: (isRightToLeft ? 0 : wanted.indent) + max(0, gap) / 2
            }
        x += wanted.inset.left
        if let hang { x -= isRightToLeft ? hang.end : hang.start }
        // Trailing white space hangs outside the measure: on the left of a right-to-left line.
        if isRightToLeft { x -= trailingWidth(runs, visibleEnd) }
        add(runs, parts, at: x, visibleEnd: visibleEnd, leaderGrowth: leaderGrowth, to: &line)
        LineHeight(paragraph).align(&line)
        if !paragraph.boxes.boxes.isEmpty || paragraph.content.spans.contains(where: { !$0.decorations.isEmpty }) {
            decorate(&line, visibleEnd: visibleEnd)
        }
        annotate(&line)
        emphasize(&line)
        attachCalls(&line)
        return line
    }

    private func runs(of line: Line, dropsLigatures: Bool = false) -> [VisualRun] {
        let hyphen = line.isHyphenated ? style.text.hyphenateCharacter.map(HyphenMark.text) ?? .automatic : nil
        var runs = context.shaper.lineRuns(
            of: paragraph.shaped, range: line.range, respelled: respelling(of: line), hyphen: hyphen,
            dropsLigatures: dropsLigatures)
        spreadBases(&runs)
        guard paragraph.hasWordSpacing else { return runs }
        for index in runs.indices where !runs[index].isObject {
            let spacing = paragraph.wordSpacing(of: runs[index].span)
            for glyph in runs[index].glyphUnits.indices
            where paragraph.content.text[runs[index].glyphUnits[glyph]].isWordSeparator {
                runs[index].advances[glyph] += spacing
            }
        }
        return runs
    }

    /// The letters that a line shows otherwise because the words at its ends are broken.
    private func respelling(of line: Line) -> LineRespelling {
        LineRespelling(
            start: paragraph.breaks.hyphenation(at: line.range.lowerBound)?.start,
            end: line.isHyphenated ? paragraph.breaks.hyphenation(at: line.range.upperBound)?.end : nil)
    }

    // MARK: Widths

    private func endOfVisible(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, paragraph.hangs(end - 1) { end -= 1 }
        return end
    }

    private func advance(of run: VisualRun) -> Double {
        if run.isObject {
            let offset = run.textRange.lowerBound
            return paragraph.atoms[offset]?.width ?? paragraph.leaders[offset]?.width ?? 0
        }
        return run.advances.reduce(0, +)
    }

    /// Width of the line's content up to the trailing white space.
    private func naturalWidth(_ runs: [VisualRun], _ visibleEnd: Int) -> Double {
        runs.reduce(0) { $0 + advance(of: $1) } - trailingWidth(runs, visibleEnd)
    }

    private func trailingWidth(_ runs: [VisualRun], _ visibleEnd: Int) -> Double {
        runs.reduce(0) { $0 + trailingWidth($1, visibleEnd) }
    }

    func trailingWidth(_ run: VisualRun, _ visibleEnd: Int) -> Double {
        guard run.textRange.upperBound > visibleEnd, !run.isObject else { return 0 }
        var width = 0.0
        for (index, unit) in run.glyphUnits.enumerated()
        where unit >= visibleEnd && unit < run.textRange.upperBound && paragraph.content.text[unit] == 0x20 {
            width += run.advances[index]
        }
        return width
    }

    private func isLeader(_ run: VisualRun) -> Bool {
        run.isObject && paragraph.leaders[run.textRange.lowerBound] != nil
    }

    // MARK: Fragments

    /// Adds all runs from left to right, with the edges of inline boxes between them.
    private func add(
        _ runs: [VisualRun], _ parts: InlineBoxPortions, at start: Double, visibleEnd: Int, leaderGrowth: Double,
        to line: inout LineBox
    ) {
        var x = start
        guard !parts.isEmpty else {
            for run in runs { x += add(run, at: x, leaderGrowth: leaderGrowth, to: &line) }
            return
        }
        var borders = [(left: Double, right: Double)](repeating: (0, 0), count: parts.portions.count)
        for (index, run) in runs.enumerated() {
            let trailing = trailingWidth(run, visibleEnd)
            for portion in parts.portions.indices where parts.portions[portion].first == index {
                let edge = parts.portions[portion].left
                borders[portion].left = x + edge.margin + (isRightToLeft ? trailing : 0)
                x += edge.width
            }
            x += parts.before[index]
            x += add(run, at: x, leaderGrowth: leaderGrowth, to: &line)
            x += parts.after[index]
            for portion in parts.portions.indices.reversed() where parts.portions[portion].last == index {
                let edge = parts.portions[portion].right
                borders[portion].right = x + edge.inner - (isRightToLeft ? 0 : trailing)
                x += edge.width
            }
        }
        for (portion, border) in zip(parts.portions, borders) {
            let box = paragraph.boxes.boxes[portion.box]
            line.boxes.append(
                InlineBoxFragment(
                    style: box.style, edges: portion.edges, padding: box.padding, x: border.left,
                    width: max(0, border.right - border.left),
                    top: box.font.ascent + box.edges.top,
                    height: box.font.ascent + box.font.descent + box.edges.top + box.edges.bottom,
                    source: .box(portion.box)))
        }
    }

    /// Adds a run to the line; returns its advance.
    private func add(_ run: VisualRun, at x: Double, leaderGrowth: Double, to line: inout LineBox) -> Double {
        let width = advance(of: run)
        func append(_ content: InlineFragment.Content, x: Double, width: Double) {
            line.fragments.append(
                InlineFragment(
                    x: x, width: width, shift: 0, span: run.span, range: run.textRange,
                    color: paragraph.content.spans[run.span].style.value.color, content: content))
        }
        guard run.isObject else {
            append(.text(run), x: x, width: width)
            return width
        }
        if let leader = paragraph.leaders[run.textRange.lowerBound] {
            let room = width + leaderGrowth
            // The marks of all lines stand below each other, counted from the end that they lead to.
            let edge = isRightToLeft ? 0 : self.width
            if let (patterns, start) = leader.fill(from: x, to: x + room, alignedWith: edge, context) {
                var x = start
                for pattern in patterns {
                    append(.leader(pattern), x: x, width: pattern.width)
                    x += pattern.width
                }
            }
            return room
        }
        guard let atom = paragraph.atoms[run.textRange.lowerBound] else { return 0 }
        switch atom.content {
        case .replaced(let replaced, let inset, let bottom, let size):
            append(.replaced(replaced, height: size.height), x: x + inset, width: size.width)
            line.boxes += atom.border(at: x, bottom: bottom, offset: run.textRange.lowerBound)
        case .flow(let flow):
            line.footnotes += flow.items.flatMap(\.footnotes)
            append(.flow(flow, top: atom.above), x: x, width: width)
        }
        return width
    }

    // MARK: Beside the text

    func attachCalls(_ line: inout LineBox) {
        let range = line.range
        for call in paragraph.content.footnoteCalls
        where call.offset > range.lowerBound && call.offset <= range.upperBound
            || (call.offset == 0 && range.lowerBound == 0)
        {
            line.footnotes.append(call.footnote)
        }
        let isLast = range.upperBound == paragraph.content.text.count
        for mark in paragraph.content.marks
        where range.contains(mark.offset) || isLast && mark.offset >= range.upperBound {
            line.marks.append(mark.mark)
        }
    }
}

extension VisualRun {
    /// Some glyph stands for more than one character.
    fileprivate var hasLigatures: Bool { glyphs.count < textRange.count }
}

extension UInt16 {
    /// What `word-spacing` adds to (CSS Text 3, §8.1).
    fileprivate var isWordSeparator: Bool { self == 0x20 || self == 0xA0 }
}

extension PlacedAtom {
    /// Background and borders of a picture, if it has any; its foot stands on the baseline.
    fileprivate func border(at x: Double, bottom: Double, offset: Int) -> [InlineBoxFragment] {
        guard style.value.box.isDecorated, case .replaced(_, let inset, _, let size) = content else { return [] }
        let edges = BlockGeometry(style, x: 0, available: width, fixedWidth: size.width)
        let left = x + inset - edges.border.left - edges.padding.left
        return [
            InlineBoxFragment(
                style: style, edges: .all, padding: edges.padding, x: left, width: edges.borderWidth,
                top: bottom + size.height + edges.border.top + edges.padding.top,
                height: size.height + edges.border.vertical + edges.padding.vertical, source: .atom(offset))
        ]
    }
}

extension Diagnostic.Message {
    static func overfullLine(_ text: String) -> Self { "a line is too long for its measure: '\(text)'" }
}
