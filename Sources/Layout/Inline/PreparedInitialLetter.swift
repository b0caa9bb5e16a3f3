import CSS
import Shaping

/// An initial letter ready to be set beside the first lines of its paragraph (CSS Inline 3, §7).
struct PreparedInitialLetter {
    let content: InlineContent
    /// The letter in one line that begins at 0.
    let line: LineBox
    /// Points from the paragraph's edge to the letter.
    let x: Double
    /// Points that the first lines lose, margins included.
    let width: Double
    /// Lines that stand beside it.
    let lines: Int
    let isAtRight: Bool
    /// Points that the letter's baseline lies above the first line's; mostly negative.
    let shift: Double
    /// Points that the letter reaches above the first line's baseline.
    let above: Double
    /// Points that it reaches below the first line's baseline.
    let below: Double

    /// `font` is the paragraph's own, `available` the width that percentages refer to; points.
    init(
        _ letter: InitialLetter, in font: StyledFont, _ paragraph: SharedStyle, available: Double,
        context: LayoutContext
    )
        throws(FontError)
    {
        let margins: SharedStyle
        let prepared: PreparedParagraph
        switch letter {
        case .sized(let content, let style):
            self.content = content.restyled { _ in
                Self.sized(style, lines: style.text.initialLetter?.size ?? 1, font, context)
            }
            margins = style
            prepared = try Self.prepare(self.content, context)
            let wanted = style.text.initialLetter ?? TextStyle.InitialLetter(size: 1, sink: 1)
            lines = wanted.sink
            shift = -Double(wanted.sink - 1) * font.lineHeight
            above = prepared.blockFont.capHeight + shift
            below = -shift
            isAtRight = paragraph.text.direction == .rightToLeft
        case .floated(let content, let style):
            self.content = content
            margins = style
            prepared = try Self.prepare(content, context)
            let strut = font.extent(shift: 0)
            let own = prepared.blockFont.extent(shift: 0)
            let box = style.value.box
            let top = (box.margin.top.resolved(against: available) ?? 0) + box.padding.top.resolved(against: available)
            let bottom =
                (box.margin.bottom.resolved(against: available) ?? 0) + box.padding.bottom.resolved(against: available)
            let height = max(0, top + own.above + own.below + bottom)
            lines = max(1, Int((height / max(1, strut.above + strut.below) - 0.01).rounded(.up)))
            // The top of its margin box stands at the first line's.
            shift = strut.above - top - own.above
            above = strut.above
            below = height - strut.above
            isAtRight = style.value.box.float == .right
        }
        line =
            ParagraphLayout(paragraph: prepared, context: context, width: 10_000).lines().first
            ?? LineBox(fragments: [], range: 0..<0, baseline: 0, height: 0)
        let box = margins.value.box
        let left = (box.margin.left.resolved(against: available) ?? 0) + box.padding.left.resolved(against: available)
        let right =
            (box.margin.right.resolved(against: available) ?? 0) + box.padding.right.resolved(against: available)
        x = left
        width = left + line.fragments.reduce(0) { max($0, $1.x + $1.width) } + right
    }

    /// A letter whose capitals reach from the first line's cap height to the baseline of the last.
    private static func sized(
        _ style: SharedStyle, lines: Double, _ font: StyledFont, _ context: LayoutContext
    ) -> SharedStyle {
        var value = style.value
        let height = (lines - 1) * font.lineHeight + font.capHeight
        let own = (try? context.font(of: style))?.face.metrics.capHeight ?? 0.7
        value.font.size = height / max(0.1, own)
        return SharedStyle(value)
    }

    private static func prepare(_ content: InlineContent, _ context: LayoutContext) throws(FontError)
        -> PreparedParagraph
    {
        var value = content.spans.first?.style.value ?? ComputedStyle.initial
        value.text.align = .left
        value.text.alignLast = .auto
        value.text.indent = .zero
        value.text.hyphens = .none
        value.text.whiteSpaceCollapse = .collapse
        value.text.wrapMode = .nowrap
        value.text.direction = .leftToRight
        return try PreparedParagraph(
            content, style: SharedStyle(value), available: 0, maximumHeight: 1, context: context)
    }
}

extension InlineContent {
    /// The same text in other styles; spans and boxes that shared a style share its replacement.
    func restyled(_ change: (SharedStyle) -> SharedStyle) -> InlineContent {
        var changed: [SharedStyle: SharedStyle] = [:]
        func style(for old: SharedStyle) -> SharedStyle {
            if let known = changed[old] { return known }
            let new = change(old)
            changed[old] = new
            return new
        }
        var content = self
        for index in spans.indices { content.spans[index].style = style(for: spans[index].style) }
        for index in boxes.indices { content.boxes[index].style = style(for: boxes[index].style) }
        return content
    }
}
