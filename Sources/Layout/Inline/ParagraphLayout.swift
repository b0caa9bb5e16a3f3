import CSS
import Diagnostics
import LineBreaking
import Shaping
import TextAnalysis

/// Breaks a prepared paragraph into lines of a measure and places what is on them.
struct ParagraphLayout {
    let paragraph: PreparedParagraph
    let context: LayoutContext
    /// The measure in points.
    let width: Double
    /// What lines lose of it.
    private var insets: LineInsets

    private let margin: OpticalMargin?

    init(paragraph: PreparedParagraph, context: LayoutContext, width: Double, insets: LineInsets = .none) {
        self.paragraph = paragraph
        self.context = context
        self.width = width
        self.insets = insets
        margin = paragraph.style.text.isJustified ? OpticalMargin(paragraph) : nil
    }

    private var style: SharedStyle { paragraph.style }

    /// The paragraph's lines from top to bottom.
    func lines() -> [LineBox] { layout().lines }

    /// The paragraph's lines, and what they cost.
    ///
    /// - Parameter looseness: How many lines more, or fewer, than the best number there should be. There are as many as
    ///   the tolerance for loose and tight lines allows; what it costs is the difference of the demerits.
    func layout(looseness: Int = 0) -> LaidOutParagraph {
        guard !paragraph.content.text.isEmpty else { return LaidOutParagraph() }
        let (broken, builder) = breaks(looseness: looseness)
        var result = LaidOutParagraph(demerits: broken.totalDemerits, pass: broken.pass)
        result.lines.reserveCapacity(broken.lines.count)
        var start = 0
        for (index, line) in broken.lines.enumerated() {
            let end = builder.ends[line.item]
            guard end > start || index == 0 else { continue }
            let isLast = index == broken.lines.count - 1 || paragraph.content.text[end - 1] == 0x2028
            let isStart = index == 0 || style.text.indentEachLine && paragraph.content.text[start - 1] == 0x2028
            let hyphen = builder.hyphens[line.item]
            result.lines.append(
                place(
                    start..<end, indent: isStart != style.text.indentHanging ? indent : 0,
                    beside: insets[result.lines.count], isLast: isLast, hyphenated: hyphen))
            if builder.brokenWords.contains(line.item) { reportBrokenWord(at: end) }
            start = end
        }
        return result
    }

    private var indent: Double { style.text.indent.resolved(against: width) }

    /// The paragraph's lines beside floats and initial letters, which are known by height.
    ///
    /// Lines are taken to be as high as the paragraph's strut; where some turn out to be higher, they are broken again
    /// with the heights they have.
    func lines(beside exclusions: LineExclusions) -> [LineBox] {
        var layout = self
        var heights: [Double] = []
        var lines: [LineBox] = []
        for _ in 0..<Self.mostTrials {
            layout.insets = insets(beside: exclusions, heights)
            lines = layout.lines()
            let found = lines.prefix(layout.insets.first.count + 1).map(\.height)
            if insets(beside: exclusions, found) == layout.insets { break }
            heights = found
        }
        return lines
    }

    /// How often lines are broken anew because they are not as high as they were taken to be.
    private static let mostTrials = 4

    /// The insets of lines of known heights and, from there on, of the strut's.
    private func insets(beside exclusions: LineExclusions, _ heights: [Double]) -> LineInsets {
        let strut = paragraph.blockFont.extent(shift: 0)
        let height = max(strut.above + strut.below, 1)
        var insets = LineInsets()
        var top = 0.0
        while top < exclusions.bottom {
            let number = insets.first.count
            let bottom = top + (number < heights.count ? max(heights[number], 1) : height)
            insets.first.append(exclusions.inset(top, bottom))
            top = bottom
        }
        while insets.first.last?.isZero == true { insets.first.removeLast() }
        return insets
    }

    // MARK: Breaking

    private func breaks(looseness: Int) -> (BrokenParagraph, ParagraphItemBuilder) {
        if style.text.wrap == .balance, insets.isEmpty, looseness == 0, let balanced = balancedBreaks() {
            return balanced
        }
        return breaks(width: width, looseness: looseness)
    }

    private func breaks(width: Double, looseness: Int = 0) -> (BrokenParagraph, ParagraphItemBuilder) {
        var settings = settings
        settings.looseness = looseness
        let filling: ParagraphItemBuilder.Filling =
            isJustified ? .justified : .ragged(stretch: 4 * paragraph.blockFont.size)
        let widths = widths(width)
        let builder = ParagraphItemBuilder(
            paragraph, filling: filling, widths: widths,
            indentOfForcedLines: style.text.indentEachLine ? (style.text.indentHanging ? -indent : indent) : 0,
            demerits: settings.demerits, hyphenWidth: hyphenWidth(at:))
        return (OptimalBreaker(settings).breaks(builder.items, widths: widths), builder)
    }

    private var settings: OptimalBreaker.Settings {
        var settings = OptimalBreaker.Settings()
        let em = paragraph.blockFont.size
        settings.pretolerance = isJustified ? 50 : 100
        settings.tolerance = 400
        settings.emergencyStretch = 2 * em
        settings.maximumFlaggedLines = style.text.hyphenateLimitLines ?? 2
        // Letters that give way leave few lines that need a hyphen, and few that differ much from their neighbours.
        settings.demerits.hyphenPenalty = 110
        settings.demerits.adjacent = 3_000
        // A last line shorter than two ems reads as an accident.
        settings.demerits.shortLastLine = 4_000
        settings.demerits.shortestLastLine = 2 * em
        if style.text.wrap == .pretty {
            // CSS Text 4, §6.4.1: rather other lines that are less even than a last line that looks left over.
            settings.demerits.shortLastLine = 40_000
            settings.demerits.shortestLastLine = max(2 * em, width / 4)
            settings.demerits.finalHyphen = 20_000
            settings.demerits.doubleHyphen = 20_000
        }
        return settings
    }

    /// The width of each line: the measure less the indent and what stands at its sides.
    private func widths(_ width: Double) -> LineWidths {
        let isHanging = style.text.indentHanging
        let count = max(insets.first.count, indent == 0 ? 0 : 1)
        let first = (0..<count).map { line in
            width - insets[line].width - ((line == 0) != isHanging ? indent : 0)
        }
        return LineWidths(first: first, rest: isHanging ? width - indent : width)
    }

    /// The same number of lines in the narrowest measure that holds them (CSS Text 4, §6.3.1: `balance`), for up to ten lines.
    private func balancedBreaks() -> (BrokenParagraph, ParagraphItemBuilder)? {
        let full = breaks(width: width)
        let count = full.0.lines.count
        guard (2...10).contains(count) else { return nil }
        var narrow = width / Double(count) * 0.9
        var wide = width
        var best = full
        for _ in 0..<8 {
            let middle = (narrow + wide) / 2
            let trial = breaks(width: middle)
            if trial.0.lines.count == count, !trial.0.lines.contains(where: \.isOverfull) {
                best = trial
                wide = middle
            } else {
                narrow = middle
            }
        }
        return best
    }

    private var isJustified: Bool { style.text.isJustified }

    private func hyphenWidth(at offset: Int) -> Double {
        let span = paragraph.content.spanIndex(at: max(0, offset - 1))
        let font = paragraph.fonts[span]
        return font.face.hyphenAdvance * font.size
    }

    // MARK: Placing

    private func place(
        _ range: Range<Int>, indent: Double, beside edges: LineInsets.Inset, isLast: Bool, hyphenated: Bool
    ) -> LineBox {
        var runs = context.shaper.lineRuns(
            of: paragraph.shaped, range: range,
            hyphen: hyphenMark(hyphenated))
        let visibleEnd = endOfVisible(range)
        let natural = naturalWidth(runs, visibleEnd)
        let hang = margin?.amounts(of: range.lowerBound..<visibleEnd, runs, hyphenated: hyphenated)
        let measure = width - edges.width - indent + (hang?.start ?? 0) + (hang?.end ?? 0)
        var gap = measure - natural
        let leaders = runs.count { isLeader($0) }
        let leaderGrowth = leaders > 0 ? max(0, gap) / Double(leaders) : 0
        if leaders > 0 { gap = min(0, gap) }
        let alignment = alignment(isLast: isLast)
        // The last line of a justified paragraph may be one that only fits with its spaces shrunk.
        if alignment == .justify && leaders == 0 || isJustified && gap < 0 {
            let justification = LineJustification(paragraph: paragraph, visible: range.lowerBound..<visibleEnd)
            if justification.spacesLetters(runs, gap: gap), runs.contains(where: \.hasLigatures) {
                // Letters with room between them are not joined (CSS Text 3, §8.2).
                runs = context.shaper.lineRuns(
                    of: paragraph.shaped, range: range, hyphen: hyphenMark(hyphenated), dropsLigatures: true)
                gap = measure - naturalWidth(runs, visibleEnd)
            }
            let filled = justification.fill(&runs, gap: gap)
            if filled { gap = 0 }
        }
        var line = LineBox(fragments: [], range: range, baseline: 0, height: 0)
        line.endsInHyphen =
            hyphenated || (visibleEnd > range.lowerBound && !isLast && paragraph.content.text[visibleEnd - 1] == 0x2D)
        line.overflow = max(0, -gap)
        if line.overflow > 0.5 { reportOverfull(range) }
        let isRightToLeft = style.text.direction == .rightToLeft
        var x: Double =
            switch alignment {
            case .left, .justify: isRightToLeft ? max(0, gap) : indent
            case .right: (isRightToLeft ? 0 : indent) + max(0, gap)
            case .center: indent + max(0, gap) / 2
            }
        x += edges.left
        if let hang { x -= isRightToLeft ? hang.end : hang.start }
        // Trailing white space hangs outside the measure: on the left of a right-to-left line.
        if isRightToLeft { x -= trailingWidth(runs, visibleEnd) }
        for run in runs { x += add(run, at: x, leaderGrowth: leaderGrowth, to: &line) }
        measureHeight(&line)
        attachCalls(&line)
        return line
    }

    private func hyphenMark(_ isHyphenated: Bool) -> HyphenMark? {
        isHyphenated ? style.text.hyphenateCharacter.map(HyphenMark.text) ?? .automatic : nil
    }

    private enum Alignment { case left, right, center, justify }

    private func alignment(isLast: Bool) -> Alignment {
        let isRightToLeft = style.text.direction == .rightToLeft
        if isLast, style.text.align != .justifyAll {
            switch style.text.alignLast {
            case .auto: break
            case .start: return isRightToLeft ? .right : .left
            case .end: return isRightToLeft ? .left : .right
            case .left: return .left
            case .right: return .right
            case .center: return .center
            case .justify: return .justify
            }
        }
        switch style.text.align {
        case .start: return isRightToLeft ? .right : .left
        case .end: return isRightToLeft ? .left : .right
        case .left: return .left
        case .right: return .right
        case .center: return .center
        case .justifyAll: return .justify
        case .justify:
            guard isLast || !isJustified else { return .justify }
            return isRightToLeft ? .right : .left
        }
    }

    private func endOfVisible(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound,
            paragraph.content.text[end - 1] == 0x20 || paragraph.content.text[end - 1] == 0x2028
        { end -= 1 }
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
        var width = 0.0
        for run in runs where run.textRange.upperBound > visibleEnd && !run.isObject {
            for (index, unit) in run.glyphUnits.enumerated()
            where unit >= visibleEnd && unit < run.textRange.upperBound && paragraph.content.text[unit] == 0x20 {
                width += run.advances[index]
            }
        }
        return width
    }

    private func isLeader(_ run: VisualRun) -> Bool {
        run.isObject && paragraph.leaders[run.textRange.lowerBound] != nil
    }

    /// Adds a run to the line; returns its advance.
    private func add(_ run: VisualRun, at x: Double, leaderGrowth: Double, to line: inout LineBox) -> Double {
        let span = paragraph.content.spans[run.span]
        let width = advance(of: run)
        guard run.isObject else {
            line.fragments.append(
                InlineFragment(
                    x: x, width: width, shift: span.baselineShift, span: run.span, range: run.textRange,
                    content: .text(run)))
            return width
        }
        if let leader = paragraph.leaders[run.textRange.lowerBound] {
            let room = width + leaderGrowth
            // The marks of all lines stand below each other, counted from the end that they lead to.
            let edge = style.text.direction == .rightToLeft ? 0 : self.width
            if let (patterns, start) = leader.fill(from: x, to: x + room, alignedWith: edge, context) {
                var x = start
                for pattern in patterns {
                    line.fragments.append(
                        InlineFragment(
                            x: x, width: pattern.width, shift: span.baselineShift, span: run.span, range: run.textRange,
                            content: .leader(pattern)))
                    x += pattern.width
                }
            }
            return room
        }
        guard let atom = paragraph.atoms[run.textRange.lowerBound] else { return 0 }
        line.fragments.append(
            InlineFragment(
                x: x, width: width, shift: atomShift(atom, span), span: run.span, range: run.textRange,
                content: .replaced(paragraph.content.atoms[atom.index].replaced, height: atom.height)))
        return width
    }

    /// How far a picture's foot stands above the baseline for its `vertical-align`.
    private func atomShift(_ atom: PreparedParagraph.PlacedAtom, _ span: InlineSpan) -> Double {
        let font = paragraph.blockFont
        return switch span.style.text.verticalAlign {
        case .middle: font.xHeight / 2 - atom.height / 2
        case .top, .textTop: font.ascent - atom.height
        case .bottom, .textBottom: -font.descent
        case .baseline, .sub, .super, .length: span.baselineShift
        }
    }

    /// Height and baseline from the strut and all inline boxes on the line (CSS 2.2, §10.8).
    private func measureHeight(_ line: inout LineBox) {
        var (above, below) = paragraph.blockFont.extent(shift: 0)
        var lastSpan = -1
        for fragment in line.fragments {
            switch fragment.content {
            case .text, .leader:
                guard fragment.span != lastSpan else { continue }
                lastSpan = fragment.span
                let extent = paragraph.fonts[fragment.span].extent(shift: fragment.shift)
                above = max(above, extent.above)
                below = max(below, extent.below)
            case .replaced(_, let height):
                above = max(above, height + fragment.shift)
                below = max(below, -fragment.shift)
            }
        }
        line.baseline = above
        line.height = max(0, above + below)
    }

    private func attachCalls(_ line: inout LineBox) {
        let range = line.range
        for call in paragraph.content.footnoteCalls
        where call.offset > range.lowerBound && call.offset <= range.upperBound
            || (call.offset == 0 && range.lowerBound == 0)
        {
            line.footnotes.append(call.footnote)
        }
        for anchor in paragraph.content.anchors where range.contains(anchor.offset) { line.anchors.append(anchor.id) }
    }

    private func reportOverfull(_ range: Range<Int>) {
        context.report(Diagnostic(.warning, .overfullLine(paragraph.content.excerpt(range))))
    }

    /// Says which word was too wide for its line, and where it stands.
    private func reportBrokenWord(at offset: Int) {
        let text = paragraph.content.text
        var (start, end) = (offset, offset)
        while start > 0, paragraph.opportunities[start] == .none { start -= 1 }
        while end < text.count, paragraph.opportunities[end] == .none { end += 1 }
        context.report(
            Diagnostic(
                .warning,
                .brokenWord(paragraph.content.excerpt(start..<end), in: paragraph.content.excerpt(text.indices))))
    }
}

/// A paragraph's lines from top to bottom, and what the breaker thinks of them.
struct LaidOutParagraph {
    var lines: [LineBox] = []
    /// The total of `BrokenParagraph`.
    var demerits = 0.0
    /// How tolerant the breaker had to be.
    var pass = BrokenParagraph.Pass.unhyphenated
}

extension InlineContent {
    /// The beginning of a stretch of text, for messages.
    fileprivate func excerpt(_ range: Range<Int>) -> String {
        let text = String(decoding: text[range].prefix(200), as: UTF16.self).collapsingSpace
        return text.count > 40 ? text.prefix(39) + "…" : text
    }
}

extension VisualRun {
    /// Some glyph stands for more than one character.
    fileprivate var hasLigatures: Bool { glyphs.count < textRange.count }
}

extension Diagnostic.Message {
    static func brokenWord(_ word: String, in paragraph: String) -> Self {
        "'\(word)' is too wide for its line and was broken, in the paragraph that begins '\(paragraph)'"
    }
}

extension TextStyle {
    /// Lines but the last fill their measure.
    fileprivate var isJustified: Bool {
        switch align {
        case .justify, .justifyAll: justify != .none && wraps
        case .start, .end, .left, .right, .center: false
        }
    }
}
