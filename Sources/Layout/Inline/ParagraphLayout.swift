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
    /// What lines lose of it to what stands outside the paragraph.
    private var outerInsets: LineInsets

    init(paragraph: PreparedParagraph, context: LayoutContext, width: Double, insets: LineInsets = .none) {
        self.paragraph = paragraph
        self.context = context
        self.width = width
        outerInsets = insets
    }

    private var style: SharedStyle { paragraph.style }

    /// What lines lose of the measure, to the initial letter too.
    private var insets: LineInsets {
        guard let letter = paragraph.initialLetter else { return outerInsets }
        var insets = outerInsets
        while insets.first.count < letter.lines { insets.first.append(.init()) }
        for line in 0..<letter.lines {
            if letter.isAtRight {
                insets.first[line].right += letter.width
            } else {
                insets.first[line].left += letter.width
            }
        }
        return insets
    }

    /// The paragraph's lines from top to bottom.
    func lines() -> [LineBox] { layout().lines }

    /// The paragraph's lines, and what they cost.
    ///
    /// - Parameter looseness: How many lines more, or fewer, than the best number there should be. There are as many as
    ///   the tolerance for loose and tight lines allows; what it costs is the difference of the demerits.
    func layout(looseness: Int = 0) -> LaidOutParagraph {
        guard !paragraph.content.text.isEmpty else { return LaidOutParagraph() }
        let insets = insets
        let placer = LinePlacer(
            paragraph: paragraph, context: context, width: width,
            margin: OpticalMargin(paragraph, isJustified: isJustified))
        let firstLine = firstLine()
        let (broken, builder) = breaks(looseness: looseness, start: firstLine?.range.upperBound ?? 0)
        var result = LaidOutParagraph(
            figures: BreakingFigures(demerits: broken.totalDemerits, pass: broken.pass))
        result.lines.reserveCapacity(broken.lines.count)
        var start = 0
        for (index, line) in broken.lines.enumerated() {
            let end = builder.ends[line.item]
            guard end > start || index == 0 else { continue }
            defer { start = end }
            if index == 0, let firstLine {
                result.lines.append(firstLine)
                continue
            }
            let isLast = index == broken.lines.count - 1 || paragraph.content.text[end - 1] == 0x2028
            let isStart = index == 0 || style.text.indentEachLine && paragraph.content.text[start - 1] == 0x2028
            result.lines.append(
                placer.place(
                    LinePlacer.Line(
                        range: start..<end, indent: isStart != style.text.indentHanging ? indent : 0,
                        inset: insets[result.lines.count], isLast: isLast, isHyphenated: builder.hyphens[line.item])))
            if builder.brokenWords.contains(line.item) { reportBrokenWord(at: end) }
        }
        if let most = style.text.lineClamp, result.lines.count > most {
            result.lines.removeSubrange(most...)
            let last = LinePlacer.Line(
                range: result.lines[most - 1].range.lowerBound..<paragraph.content.text.count,
                indent: (most == 1) != style.text.indentHanging ? indent : 0, inset: insets[most - 1], isLast: true,
                isHyphenated: false)
            result.lines[most - 1] = placer.placeCut(last)
        }
        if let letter = paragraph.initialLetter { place(letter, in: &result.lines) }
        if paragraph.boxes.hasDecorated { result.lines.joinSlicedBoxes() }
        return result
    }

    /// The first line in the style of `::first-line`, which decides where it ends.
    private func firstLine() -> LineBox? {
        guard let first = paragraph.firstLine else { return nil }
        var layout = self
        layout.outerInsets = insets
        return ParagraphLayout(
            paragraph: first.paragraph, context: context, width: width, insets: layout.outerInsets
        ).lines().first
    }

    /// Sets the initial letter beside the first lines, which stay together and end no higher than it does.
    private func place(_ letter: PreparedInitialLetter, in lines: inout [LineBox]) {
        guard !lines.isEmpty else { return }
        let outer = outerInsets[0]
        let x = letter.isAtRight ? width - outer.right - letter.width + letter.x : outer.left + letter.x
        lines[0].insertions.insert(
            LineInsertion(
                line: letter.line, content: letter.content, x: x, shift: letter.shift, offset: 0, element: nil), at: 0)
        let raise = max(0, letter.above - lines[0].baseline)
        lines[0].baseline += raise
        lines[0].height += raise
        for index in 0..<min(letter.lines - 1, lines.count) { lines[index].keepsWithNext = true }
        let height = lines.prefix(letter.lines).reduce(-lines[0].baseline) { $0 + $1.height }
        if lines.count <= letter.lines { lines[lines.count - 1].height += max(0, letter.below - height) }
    }

    private var indent: Double {
        // An initial letter stands at the line's start.
        paragraph.initialLetter == nil ? style.text.indent.resolved(against: width) : 0
    }

    /// The paragraph's lines beside floats and initial letters, which are known by height.
    ///
    /// Lines are taken to be as high as the paragraph's strut; where some turn out to be higher, they are broken again
    /// with the heights they have.
    func lines(beside exclusions: LineExclusions) -> [LineBox] { layout(beside: exclusions).lines }

    /// The same with what the lines cost.
    func layout(beside exclusions: LineExclusions) -> LaidOutParagraph {
        var layout = self
        var heights: [Double] = []
        var result = LaidOutParagraph()
        for _ in 0..<Self.mostTrials {
            layout.outerInsets = insets(beside: exclusions, heights)
            result = layout.layout()
            let found = result.lines.prefix(layout.outerInsets.first.count + 1).map(\.height)
            if insets(beside: exclusions, found) == layout.outerInsets { break }
            heights = found
        }
        return result
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

    private func breaks(looseness: Int, start: Int) -> (BrokenParagraph, ParagraphItemBuilder) {
        if style.text.wrapStyle == .balance, insets.isEmpty, looseness == 0, start == 0, let balanced = balancedBreaks()
        {
            return balanced
        }
        return breaks(width: width, looseness: looseness, start: start)
    }

    private func breaks(width: Double, looseness: Int = 0, start: Int = 0) -> (BrokenParagraph, ParagraphItemBuilder) {
        var settings = settings
        settings.looseness = looseness
        let filling: ParagraphItemBuilder.Filling =
            isJustified ? .justified : .ragged(stretch: 4 * paragraph.blockFont.size)
        let widths = widths(width)
        let builder = ParagraphItemBuilder(
            paragraph, filling: filling, widths: widths,
            indentOfForcedLines: style.text.indentEachLine ? (style.text.indentHanging ? -indent : indent) : 0,
            start: start, demerits: settings.demerits, hyphenWidth: hyphenWidth(at:))
        return (OptimalBreaker(settings).breaks(builder.items, widths: widths), builder)
    }

    private var settings: OptimalBreaker.Settings {
        var settings = OptimalBreaker.Settings()
        let em = paragraph.blockFont.size
        settings.pretolerance = isJustified ? 50 : 100
        settings.tolerance = 400
        settings.emergencyStretch = 2 * em
        settings.maximumFlaggedLines = style.text.hyphenateLimitLines
        settings.flaggedZone = style.text.hyphenateLimitZone.resolved(against: width)
        // Letters that give way leave few lines that need a hyphen, and few that differ much from their neighbours.
        settings.demerits.hyphenPenalty = 110
        settings.demerits.adjacent = 3_000
        // A last line shorter than two ems reads as an accident.
        settings.demerits.shortLastLine = 4_000
        settings.demerits.shortestLastLine = 2 * em
        switch style.text.wrapStyle {
        case .auto, .balance, .stable: break
        case .pretty, .avoidOrphans:
            // CSS Text 4, §6.4.2: rather other lines that are less even than a last line that looks left over.
            settings.demerits.shortLastLine = 40_000
            settings.demerits.shortestLastLine = max(2 * em, width / 4)
        }
        if style.text.wrapStyle == .pretty {
            settings.demerits.finalHyphen = 20_000
            settings.demerits.doubleHyphen = 20_000
        }
        if style.text.hyphenateLimitLast == .always { settings.demerits.finalHyphen = Demerits.ladder }
        return settings
    }

    /// The width of each line: the measure less the indent and what stands at its sides.
    private func widths(_ width: Double) -> LineWidths {
        let isHanging = style.text.indentHanging
        let insets = insets
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

    /// What a line gains in width by ending in a hyphen before an offset.
    private func hyphenWidth(at offset: Int) -> Double {
        let span = paragraph.content.spanIndex(at: max(0, offset - 1))
        let font = paragraph.fonts[span]
        var width = font.face.hyphenAdvance * font.usedSize
        if let respelling = paragraph.breaks.hyphenation(at: offset)?.end {
            for unit in respelling.text {
                width += font.face.glyph(of: UInt32(unit)).map { font.face.advance(of: $0) * font.usedSize } ?? 0
            }
            for unit in offset - respelling.count..<offset { width -= paragraph.advances[unit] }
        }
        return width
    }

    // MARK: Messages

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
    var figures = BreakingFigures()

    /// The total of `BrokenParagraph`.
    var demerits: Double { figures.demerits }
}

/// What the breaker thinks of a paragraph's lines.
struct BreakingFigures {
    /// The total of `BrokenParagraph`.
    var demerits = 0.0
    /// How tolerant the breaker had to be.
    var pass = BrokenParagraph.Pass.unhyphenated
}

extension InlineContent {
    /// The beginning of a stretch of text, for messages.
    func excerpt(_ range: Range<Int>) -> String {
        let text = String(decoding: text[range].prefix(200), as: UTF16.self).collapsingSpace
        return text.count > 40 ? text.prefix(39) + "…" : text
    }
}

extension Diagnostic.Message {
    static func brokenWord(_ word: String, in paragraph: String) -> Self {
        "'\(word)' is too wide for its line and was broken, in the paragraph that begins '\(paragraph)'"
    }
}
