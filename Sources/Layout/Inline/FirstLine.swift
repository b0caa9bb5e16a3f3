import CSS
import Shaping

/// A paragraph as its `::first-line` would have it; only its first line is used (CSS Pseudo-Elements 4, §2.1).
final class FirstLine {
    let paragraph: PreparedParagraph

    init(
        _ content: InlineContent, _ line: SharedStyle, of block: SharedStyle, available: Double, maximumHeight: Double,
        context: LayoutContext
    ) throws(FontError) {
        var styled = content.restyled { SharedStyle(line.value.asFirstLine(of: $0.value, in: block.value)) }
        styled.firstLine = nil
        // The initial letter is set with the paragraph's own lines.
        styled.initialLetter = nil
        let style = SharedStyle(line.value.asFirstLine(of: block.value, in: block.value))
        paragraph = try PreparedParagraph(
            styled, style: style, available: available, maximumHeight: maximumHeight, context: context)
    }
}

extension ComputedStyle {
    /// A style inside the first line: what it has from the block comes from the first line instead (§2.1.2).
    fileprivate func asFirstLine(of style: ComputedStyle, in block: ComputedStyle) -> ComputedStyle {
        var result = style
        func take<Value: Equatable>(_ path: WritableKeyPath<ComputedStyle, Value>) {
            if style[keyPath: path] == block[keyPath: path] { result[keyPath: path] = self[keyPath: path] }
        }
        take(\.color)
        take(\.font.families)
        take(\.font.weight)
        take(\.font.slant)
        take(\.font.stretch)
        take(\.font.lineHeight)
        take(\.font.kerning)
        take(\.font.features)
        take(\.font.variations)
        take(\.font.caps)
        take(\.font.position)
        take(\.text.letterSpacing)
        take(\.text.wordSpacing)
        // Sizes are relative to the block's.
        result.font.size = style.font.size * font.size / max(block.font.size, 0.01)
        return result
    }
}
