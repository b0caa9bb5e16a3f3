import CSS
import Shaping

/// A ruby annotation ready to be set above its base (CSS Ruby 1, §3).
struct PreparedAnnotation {
    /// UTF-16 offsets of the base.
    let base: Range<Int>
    let element: Int
    let content: InlineContent
    /// The annotation in one line that begins at 0.
    let line: LineBox
    /// Points.
    let width: Double
    /// Points that the base must be wider by; half of it stands at each side.
    let excess: Double
    /// Points from the base's baseline to the annotation's.
    let shift: Double
    /// Points that the annotation reaches above its own baseline.
    let above: Double

    init(
        _ annotation: RubyAnnotation, baseWidth: Double, baseFont: StyledFont, isIdeographic: Bool,
        context: LayoutContext
    ) throws(FontError) {
        base = annotation.base
        element = annotation.element
        content = annotation.content
        var value = annotation.style.value
        value.text.align = .left
        value.text.indent = .zero
        value.text.hyphens = .none
        value.text.whiteSpace = .nowrap
        value.text.direction = .leftToRight
        let style = SharedStyle(value)
        let paragraph = try PreparedParagraph(
            annotation.content, style: style, available: 0, maximumHeight: 1, context: context)
        var line =
            ParagraphLayout(paragraph: paragraph, context: context, width: 10_000).lines().first
            ?? LineBox(fragments: [], range: 0..<0, baseline: 0, height: 0)
        let own = line.fragments.reduce(0) { max($0, $1.x + $1.width) }
        let ends = annotation.content.text.allSatisfy(\.isIdeographic)
        if own < baseWidth, ends { line.spread(by: baseWidth - own) }
        width = ends ? max(own, baseWidth) : own
        excess = max(0, own - baseWidth)
        self.line = line
        // Ideographs fill their em boxes, whose foot lies 0.12 em below the baseline (OpenType, BASE table).
        let foot = ends ? 0.12 * paragraph.blockFont.size : paragraph.blockFont.descent
        let head = isIdeographic ? 0.88 * baseFont.size : baseFont.ascent
        shift = head + foot
        above = ends ? 0.88 * paragraph.blockFont.size : paragraph.blockFont.ascent
    }
}

extension LineBox {
    /// Shares room out round the letters (CSS Ruby 1, §4.3: `space-around`).
    fileprivate mutating func spread(by room: Double) {
        let count = fragments.reduce(0) { count, fragment in
            if case .text(let run) = fragment.content { count + run.glyphs.count } else { count }
        }
        guard count > 0 else { return }
        let share = room / Double(count)
        var x = share / 2
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
