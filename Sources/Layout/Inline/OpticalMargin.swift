import CSS
import FontFiles
import Shaping

/// How far the lines of a paragraph stand in its margins, so that their edges look straight.
///
/// Blank halves of full-width punctuation stand there in every paragraph that leaves them out (CSS Text 4, §9.1). In
/// justified ones
/// (§8.2.1) `allow-end` and `force-end` ask for it at both edges of every line but an indented first one, where only
/// `first` does. How far is the font's table's to say. In every paragraph `first` sets a mark that opens the first line
/// wholly in the margin, `last` one that closes the last line, and `force-end` each line's stop or comma.
struct OpticalMargin {
    // Not the whole paragraph: the margin is copied where breaks are weighed, and each array that it holds counts then.
    private let text: [UInt16]
    private let spans: [InlineSpan]
    private let fonts: [StyledFont]
    private let advances: [Double]
    private let trims: [Int: ShapedParagraph.EdgeTrim]
    private let baseLevel: UInt8
    /// Punctuation hangs, by the font's table.
    private let hangs: Bool
    /// The first line, too, stands in the margin with its first character.
    private let holdsFirstLine: Bool
    private let wanted: TextStyle.HangingPunctuation

    /// Nil where the style wants none.
    init?(_ paragraph: PreparedParagraph, isJustified: Bool) {
        let wanted = paragraph.style.text.hangingPunctuation
        hangs = isJustified && !wanted.isDisjoint(with: [.allowEnd, .forceEnd])
        guard
            hangs || !paragraph.shaped.edgeTrims.isEmpty || !wanted.isDisjoint(with: [.first, .last, .forceEnd])
        else { return nil }
        self.wanted = wanted
        text = paragraph.content.text
        spans = paragraph.content.spans
        fonts = paragraph.fonts
        advances = paragraph.shaped.unitAdvances
        trims = paragraph.shaped.edgeTrims
        baseLevel = paragraph.shaped.baseLevel
        holdsFirstLine = hangs && (wanted.contains(.first) || paragraph.style.text.indent == .zero)
    }

    /// Points that a line may stand in the margin that begins with the character at an offset.
    func start(of offset: Int, isFirstLine: Bool) -> Double {
        if offset == 0, wanted.contains(.first), isMark(at: offset, Self.opening) {
            return advances[offset]
        }
        let mayHang = hangs && (holdsFirstLine || !isFirstLine)
        let hang = mayHang ? amount(of: offset).start * advances[offset] : 0
        return max(hang, trims[offset]?.start ?? 0)
    }

    /// Points that a line may stand in the margin that ends with the character at an offset.
    func end(of offset: Int) -> Double {
        // A cluster's width is on its first unit.
        if wanted.contains(.forceEnd), Self.stops.contains(text[offset]) {
            return advances[offset]
        }
        if wanted.contains(.last), offset == text.count - 1, isMark(at: offset, Self.closing) {
            return advances[offset]
        }
        let hang = hangs ? amount(of: offset).end * advances[offset] : 0
        return max(hang, trims[offset]?.end ?? 0)
    }

    /// The same for a line that ends in a hyphen put in before an offset.
    func hyphen(at offset: Int, width: Double) -> Double {
        guard hangs else { return 0 }
        let font = fonts[spans.index(at: max(0, offset - 1))]
        return font.protrusion[0x2D].end * width
    }

    /// Stops and commas (§8.2.1).
    private static let stops: Set<UInt16> = [
        0x2C, 0x2E, 0x060C, 0x06D4, 0x3001, 0x3002, 0xFE50, 0xFE51, 0xFE52, 0xFF0C, 0xFF0E, 0xFF61, 0xFF64,
    ]
    private static let opening: Set<Unicode.GeneralCategory> = [
        .openPunctuation, .initialPunctuation, .finalPunctuation,
    ]
    private static let closing: Set<Unicode.GeneralCategory> = [
        .closePunctuation, .initialPunctuation, .finalPunctuation,
    ]

    /// A bracket or quotation mark of these categories, or a straight quotation mark.
    private func isMark(at offset: Int, _ categories: Set<Unicode.GeneralCategory>) -> Bool {
        let unit = text[offset]
        guard let scalar = Unicode.Scalar(unit) else { return false }
        return unit == 0x22 || unit == 0x27 || categories.contains(scalar.properties.generalCategory)
    }

    private func amount(of offset: Int) -> Protrusion.Amount {
        fonts[spans.index(at: offset)].protrusion[text[offset]]
    }

    /// What a line stands in the margins at its start and end: nothing at an edge where text of the other direction is.
    func amounts(
        of visible: Range<Int>, _ runs: [VisualRun], hyphenated: Bool
    ) -> (start: Double, end: Double) {
        guard !visible.isEmpty, let left = runs.first, let right = runs.last else { return (0, 0) }
        let level = baseLevel
        let (first, last) = level & 1 == 0 ? (left, right) : (right, left)
        let isFirst = visible.lowerBound == 0
        let start =
            first.holds(visible.lowerBound, level) ? self.start(of: visible.lowerBound, isFirstLine: isFirst) : 0
        guard last.level & 1 == level & 1 else { return (start, 0) }
        if hyphenated {
            let font = fonts[spans.index(at: visible.upperBound - 1)]
            return (start, hyphen(at: visible.upperBound, width: font.face.hyphenAdvance * font.size))
        }
        return (start, end(of: visible.upperBound - 1))
    }
}

extension VisualRun {
    /// The run holds a unit, in the direction of a level.
    fileprivate func holds(_ unit: Int, _ level: UInt8) -> Bool {
        textRange.contains(unit) && self.level & 1 == level & 1
    }
}
