import CSS
import LineBreaking
import Shaping
import TextAnalysis

/// Turns a prepared paragraph into boxes, glue and penalties, and remembers which text each item stands for.
struct ParagraphItemBuilder {
    /// How lines fill their measure.
    enum Filling {
        case justified
        /// Spaces keep their width; each line may fall short by so many points before it is bad.
        case ragged(stretch: Double)
    }

    private(set) var items = ParagraphItems()
    /// For each item, the text offset that a line broken at the item ends before.
    private(set) var ends: [Int] = []
    /// For each item, whether a break at it shows a hyphen.
    private(set) var hyphens: [Bool] = []
    /// Items that stand for a break inside a word that has no room otherwise.
    private(set) var brokenWords: Set<Int> = []

    private let paragraph: PreparedParagraph
    private let filling: Filling
    /// Of the narrowest line.
    private let width: Double
    /// Points before a line that follows a forced break.
    private let indentOfForcedLines: Double
    private let demerits: Demerits
    private let margin: OpticalMargin?
    /// Room between ideographs and other letters, by the offset behind it.
    private let spacings: [Int: Double]
    /// What font expansion can add to the box at hand, or take from it.
    private var give = 0.0
    private var boxStart = 0
    /// Preserved spaces at the end of the box at hand, which hang at a line's end (CSS Text 3, §4.1.2); points.
    private var hanging = 0.0
    /// The same of the last box.
    private var hung = 0.0

    init(
        _ paragraph: PreparedParagraph, filling: Filling, widths: LineWidths, indentOfForcedLines: Double = 0,
        start: Int = 0, demerits: Demerits, hyphenWidth: (Int) -> Double
    ) {
        self.paragraph = paragraph
        self.filling = filling
        width = widths.first.reduce(widths.rest, min)
        self.indentOfForcedLines = indentOfForcedLines
        self.demerits = demerits
        let isJustified = if case .justified = filling { true } else { false }
        margin = OpticalMargin(paragraph, isJustified: isJustified)
        spacings = paragraph.shaped.spacings
        if start > 0 { skipFirstLine(to: start) }
        build(from: start, hyphenWidth)
    }

    /// A line that is settled already: it costs nothing, whatever its width.
    private mutating func skipFirstLine(to offset: Int) {
        items.append(box: 0)
        items.appendFinish()
        while ends.count < items.count { note(end: offset) }
    }

    private mutating func build(from start: Int, _ hyphenWidth: (Int) -> Double) {
        let text = paragraph.content.text
        let preserves = paragraph.content.preservesSpaces
        items.reserveCapacity(text.count / 2)
        var box = 0.0
        var offset = start
        let hyphenations = paragraph.breaks.hyphenations
        var nextHyphenation = 0
        var nextAddress = 0
        var segmentEnd = start
        var isTooWide = false
        var spans = SpanCursor(paragraph.content)
        while offset < text.count {
            spans.advance(to: offset)
            if offset >= segmentEnd {
                while nextHyphenation < hyphenations.count, hyphenations[nextHyphenation].offset < offset {
                    nextHyphenation += 1
                }
                (segmentEnd, isTooWide) = segment(from: offset, nextHyphenation)
            }
            if nextHyphenation < hyphenations.count, hyphenations[nextHyphenation].offset == offset {
                flush(&box, offset)
                let isUnusual = hyphenations[nextHyphenation].isUnusual
                appendBreak(
                    width: hyphenWidth(offset),
                    cost: demerits.hyphenPenalty * (isUnusual ? Self.unusualHyphenFactor : 1), flagged: true,
                    at: offset, hyphen: true)
                boxStart = offset
                nextHyphenation += 1
            }
            let unit = text[offset]
            let advance = paragraph.advances[offset]
            let allowed = paragraph.opportunities[offset + 1] != .none
            switch unit {
            case 0x2028:
                flush(&box, offset, endsLine: true)
                finishLine(at: offset + 1)
                if indentOfForcedLines != 0, offset + 1 < text.count {
                    items.append(box: indentOfForcedLines)
                    note(end: offset + 1)
                }
            case 0x20 where !(preserves && spans.current.style.text.preservesSpaces), 0xA0:
                flush(&box, offset)
                appendSpace(
                    advance, paragraph.wordSpacing(of: spans.index), breaks: allowed && unit == 0x20, at: offset)
            case 0xAD where allowed && spans.current.style.text.hyphens != .none:
                flush(&box, offset)
                appendBreak(
                    width: hyphenWidth(offset), cost: demerits.hyphenPenalty, flagged: true, at: offset + 1,
                    hyphen: true)
                boxStart = offset + 1
            case 0xFFFC where paragraph.leaders[offset] != nil:
                flush(&box, offset)
                appendLeader(advance, at: offset)
            default:
                if box == 0 { boxStart = offset }
                box += advance
                hanging =
                    unit == 0x20 && spans.current.style.text.whiteSpaceCollapse != .breakSpaces
                    ? hanging + advance : 0
                give += paragraph.shaped.unitAdvances[offset] * spans.current.style.text.fontExpansion
                guard offset + 1 < text.count else { break }
                let room = spacings.isEmpty ? 0 : spacings[offset + 1] ?? 0
                if allowed {
                    flush(&box, offset + 1)
                    if isInAddress(offset + 1, &nextAddress) {
                        appendBreak(width: 0, cost: Self.addressCost, flagged: false, at: offset + 1, hyphen: false)
                    } else {
                        appendOpportunity(after: unit, before: text[offset + 1], room: room, at: offset + 1)
                    }
                } else if isTooWide, let cost = spans.current.style.text.emergencyCost,
                    paragraph.advances[offset + 1] > 0, text[offset + 1] != 0x20
                {
                    flush(&box, offset + 1)
                    appendBreak(width: 0, cost: cost, flagged: false, at: offset + 1, hyphen: false)
                    if !spans.current.style.text.breaksAnywhere {
                        brokenWords.formUnion(max(0, items.count - 3)..<items.count)
                    }
                } else {
                    box += room
                }
            }
            offset += 1
        }
        flush(&box, text.count, endsLine: true)
        if text.last != 0x2028 { finishLine(at: text.count) }
    }

    /// Inside of an address: worse than between words, but an address may be as long as the line.
    private static let addressCost = 100.0
    /// How much worse a hyphen is in a name.
    private static let unusualHyphenFactor = 2.0

    /// True for an offset inside of an address; `next` goes forward with the offsets.
    private func isInAddress(_ offset: Int, _ next: inout Int) -> Bool {
        let addresses = paragraph.breaks.addresses
        while next < addresses.count, addresses[next].upperBound <= offset { next += 1 }
        return next < addresses.count && addresses[next].lowerBound < offset
    }

    /// Where the unbreakable stretch from an offset ends, and whether a line may have no room for it.
    private func segment(from offset: Int, _ nextHyphenation: Int) -> (Int, Bool) {
        var end = offset
        var width = 0.0
        var widest = 0.0
        let hyphenations = paragraph.breaks.hyphenations
        var nextHyphenation = nextHyphenation
        let text = paragraph.content.text
        repeat {
            if nextHyphenation < hyphenations.count, hyphenations[nextHyphenation].offset == end {
                nextHyphenation += 1
                widest = max(widest, width)
                width = 0
            }
            if text[end] != 0x20 { width += paragraph.advances[end] }
            end += 1
        } while end < text.count && paragraph.opportunities[end] == .none
        widest = max(widest, width)
        return (end, widest > self.width)
    }

    // MARK: Items

    private mutating func flush(_ box: inout Double, _ offset: Int, endsLine: Bool = false) {
        hung = endsLine || box == 0 ? 0 : hanging
        defer { hanging = 0 }
        guard box != 0 else { return }
        if endsLine {
            box -= hanging
            hanging = 0
        }
        var protrusion = (start: 0.0, end: 0.0)
        if let margin {
            protrusion.start = margin.start(of: boxStart, isFirstLine: items.isEmpty)
            protrusion.end = margin.end(of: offset - 1)
        }
        if paragraph.boxes.hasClones {
            protrusion.start -= paragraph.boxes.clonedEdges(at: boxStart).start
            protrusion.end -= paragraph.boxes.clonedEdges(at: offset).end
        }
        protrusion.end += hanging
        items.append(box: box, give: isJustified ? give : 0, protrusion: protrusion)
        note(end: offset)
        box = 0
        give = 0
    }

    private mutating func note(end: Int, hyphen: Bool = false) {
        ends.append(end)
        hyphens.append(hyphen)
    }

    private mutating func appendSpace(_ advance: Double, _ wordSpacing: Double, breaks: Bool, at offset: Int) {
        let width = advance + wordSpacing
        if !breaks || items.isEmpty || !endsInBox {
            forbid(at: offset)
        }
        switch filling {
        case .justified:
            items.append(glue: Glue.interword(space: width))
            note(end: offset + 1)
        case .ragged(let stretch):
            if breaks {
                forbid(at: offset)
                items.append(glue: 0, stretch: stretch, shrink: 0)
                note(end: offset + 1)
                items.append(penalty: 0, cost: 0, protrusion: raggedProtrusion(at: offset))
                note(end: offset + 1)
                items.append(glue: width, stretch: -stretch, shrink: 0)
                note(end: offset + 1)
            } else {
                items.append(glue: width, stretch: 0, shrink: 0)
                note(end: offset + 1)
            }
        }
    }

    /// A leader takes all that its line leaves free, and no break stands beside it.
    private mutating func appendLeader(_ width: Double, at offset: Int) {
        if items.isEmpty {
            items.append(box: 0)
            note(end: offset)
        }
        forbid(at: offset)
        items.append(glue: Glue(width: width, fill: 1))
        note(end: offset + 1)
        items.append(box: 0)
        note(end: offset + 1)
    }

    private var isJustified: Bool {
        if case .justified = filling { true } else { false }
    }

    private var endsInBox: Bool { items.kinds.last == .box }

    private mutating func forbid(at offset: Int) {
        items.append(penalty: 0, cost: ParagraphItems.forbidding)
        note(end: offset)
    }

    /// A place between two characters where Unicode allows a break.
    private mutating func appendOpportunity(after unit: UInt16, before next: UInt16, room: Double, at offset: Int) {
        if case .justified = filling, unit.isIdeographic || next.isIdeographic || unit.isThai {
            let em = paragraph.blockFont.size
            items.append(glue: room, stretch: unit.isThai ? 0.02 * em : 0.1 * em, shrink: 0)
            note(end: offset)
            return
        }
        let isHyphen = unit == 0x2D || unit == 0x2010
        appendBreak(
            width: 0, cost: isHyphen ? demerits.explicitHyphenPenalty : Self.quietCost(unit), flagged: isHyphen,
            at: offset,
            hyphen: false)
        guard room > 0 else { return }
        // Falls away where a line is broken before it.
        items.append(glue: room, stretch: 0, shrink: 0)
        note(end: offset)
    }

    /// After a slash between words a line ends less well than after a dash.
    private static func quietCost(_ unit: UInt16) -> Double {
        switch unit {
        case 0x2F: 100
        default: 20
        }
    }

    private mutating func appendBreak(width: Double, cost: Double, flagged: Bool, at offset: Int, hyphen: Bool) {
        switch filling {
        case .justified:
            items.append(
                penalty: width, cost: cost, isFlagged: flagged,
                protrusion: hyphen ? hyphenProtrusion(at: offset, width: width) : nil)
            note(end: offset, hyphen: hyphen)
        case .ragged(let stretch):
            forbid(at: offset)
            items.append(glue: 0, stretch: stretch, shrink: 0)
            note(end: offset)
            items.append(
                penalty: width, cost: max(cost, flagged ? Self.raggedHyphenCost : cost), isFlagged: flagged,
                protrusion: hyphen ? -paragraph.boxes.clonedEdges(at: offset).end : raggedProtrusion(at: offset))
            note(end: offset, hyphen: hyphen)
            items.append(glue: 0, stretch: -stretch, shrink: 0)
            note(end: offset)
        }
    }

    /// What a ragged line that ends before an offset stands in the margin.
    private func raggedProtrusion(at offset: Int) -> Double {
        hung + (offset > 0 ? margin?.end(of: offset - 1) ?? 0 : 0) - paragraph.boxes.clonedEdges(at: offset).end
    }

    private func hyphenProtrusion(at offset: Int, width: Double) -> Double? {
        let edge = paragraph.boxes.clonedEdges(at: offset).end
        guard let margin else { return edge == 0 ? nil : -edge }
        return margin.hyphen(at: offset, width: width) - edge
    }

    /// Ragged lines have little need of hyphens.
    private static let raggedHyphenCost = 500.0

    private mutating func finishLine(at offset: Int) {
        if !endsInBox { items.append(box: 0) }
        items.appendFinish()
        while ends.count < items.count { note(end: offset) }
    }
}

/// The span at an offset, found by going forwards.
private struct SpanCursor {
    private let spans: [InlineSpan]
    private(set) var index = 0

    init(_ content: InlineContent) { spans = content.spans }

    var current: InlineSpan { spans[index] }

    mutating func advance(to offset: Int) {
        while index + 1 < spans.count, spans[index].range.upperBound <= offset { index += 1 }
    }
}

extension InlineContent {
    fileprivate var preservesSpaces: Bool { spans.contains { $0.style.text.preservesSpaces } }
}

extension TextStyle {
    /// What a break between the letters of a word costs that is wider than its line (CSS Text 3, §5.5); nil forbids it.
    ///
    /// `break-word` takes what no better line can be had without; `anywhere` asks for it.
    fileprivate var emergencyCost: Double? {
        guard wraps else { return nil }
        if breaksAnywhere { return 5_000 }
        return overflowWrap == .breakWord ? 9_999 : nil
    }

    /// Spaces keep their number and width.
    var preservesSpaces: Bool {
        switch whiteSpaceCollapse {
        case .preserve, .preserveSpaces, .breakSpaces: true
        case .collapse, .preserveBreaks: false
        }
    }
}

extension UInt16 {
    /// Thai, Lao, Khmer and Myanmar: scripts without spaces between words.
    fileprivate var isThai: Bool {
        (0x0E00...0x0EFF).contains(self) || (0x1780...0x17FF).contains(self) || (0x1000...0x109F).contains(self)
    }
}
