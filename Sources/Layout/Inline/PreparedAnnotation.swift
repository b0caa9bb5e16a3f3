import CSS
import Shaping

/// A ruby annotation ready to be set above or below its base (CSS Ruby 1, §3).
struct PreparedAnnotation {
    /// UTF-16 offsets of the base.
    let base: Range<Int>
    let element: Int
    let content: InlineContent
    /// The annotation in one line that begins at 0.
    let line: LineBox
    /// Points.
    let width: Double
    /// Points that the base must be wider by.
    let excess: Double
    /// Where the excess goes: before the base, behind each of its letters but the last, and after it; points.
    let room: (before: Double, between: Double, after: Double)
    let align: TextStyle.RubyAlign
    let isUnder: Bool
    /// Points that the annotation's baseline stands above the base's.
    let shift: Double
    /// Points that the annotation reaches above and below its own baseline.
    let above: Double
    let below: Double

    init(
        _ annotation: RubyAnnotation, baseWidth: Double, baseFont: StyledFont, baseText: ArraySlice<UInt16>,
        context: LayoutContext
    ) throws(FontError) {
        base = annotation.base
        element = annotation.element
        content = annotation.content
        var value = annotation.style.value
        value.text.align = .left
        value.text.indent = .zero
        value.text.hyphens = .none
        value.text.whiteSpaceCollapse = .collapse
        value.text.wrapMode = .nowrap
        value.text.direction = .leftToRight
        let style = SharedStyle(value)
        let paragraph = try PreparedParagraph(
            annotation.content, style: style, available: 0, maximumHeight: 1, context: context)
        var line =
            ParagraphLayout(paragraph: paragraph, context: context, width: 10_000).lines().first
            ?? LineBox(fragments: [], range: 0..<0, baseline: 0, height: 0)
        let own = line.fragments.reduce(0) { max($0, $1.x + $1.width) }
        let spreads = annotation.content.text.allSatisfy(\.isIdeographic)
        align = value.text.rubyAlign
        if own < baseWidth, spreads { line.spread(by: baseWidth - own, align) }
        width = spreads && align.spreads ? max(own, baseWidth) : own
        excess = max(0, own - baseWidth)
        room = align.room(excess, letters: baseText.allSatisfy(\.isIdeographic) ? baseText.count : 1)
        self.line = line
        let font = paragraph.blockFont
        isUnder = value.text.rubyIsUnder
        let (head, foot) = baseFont.letterExtent(isIdeographic: baseText.first?.isIdeographic == true)
        (above, below) = font.letterExtent(isIdeographic: spreads)
        shift = isUnder ? -(foot + above) : head + below
    }

    /// Where the annotation begins over or under a base between two places of a line; points.
    func x(between left: Double, and right: Double) -> Double {
        align == .start ? left : (left + right - width) / 2
    }
}

extension StyledFont {
    /// What letters reach above and below the baseline: ideographs fill their em boxes, whose foot lies 0.12 em below the
    /// baseline (OpenType, BASE table); points.
    func letterExtent(isIdeographic: Bool) -> (above: Double, below: Double) {
        isIdeographic ? (0.88 * size, 0.12 * size) : (ascent, descent)
    }
}

extension TextStyle.RubyAlign {
    /// Letters of ideographs are set apart to fill what they stand over (CSS Ruby 1, §4.3).
    fileprivate var spreads: Bool { self == .spaceBetween || self == .spaceAround }

    /// How room is shared out round so many letters.
    fileprivate func room(_ room: Double, letters: Int) -> (before: Double, between: Double, after: Double) {
        let centred = (room / 2, 0.0, room / 2)
        switch self {
        case .start: return (0, 0, room)
        case .center: return centred
        case .spaceBetween: return letters > 1 ? (0, room / Double(letters - 1), 0) : centred
        case .spaceAround:
            guard letters > 1 else { return centred }
            let share = room / Double(letters)
            return (share / 2, share, share / 2)
        }
    }
}

extension LineBox {
    /// Shares room out round the letters.
    fileprivate mutating func spread(by room: Double, _ align: TextStyle.RubyAlign) {
        let count = fragments.reduce(0) { count, fragment in
            if case .text(let run) = fragment.content { count + run.glyphs.count } else { count }
        }
        guard count > 0, align.spreads else { return }
        let (before, share, _) = align.room(room, letters: count)
        var x = before
        for index in fragments.indices {
            fragments[index].x += x
            guard case .text(var run) = fragments[index].content else { continue }
            for glyph in run.advances.indices { run.advances[glyph] += share }
            let added = share * Double(run.glyphs.count)
            fragments[index].width += added
            fragments[index].content = .text(run)
            x += added
        }
    }
}
