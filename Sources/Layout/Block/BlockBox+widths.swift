import CSS
import Shaping

/// Widths that follow from a box's content (CSS Sizing 3, §3.2).
extension BlockBox {
    /// The box with lengths for `min-content`, `max-content` and `fit-content`.
    func withOwnWidths(available: Double, pageHeight: Double, _ context: LayoutContext) throws(FontError) -> BlockBox {
        var value = style.value
        let given = [value.box.width, value.box.minWidth, value.box.maxWidth]
        guard given.contains(where: \.isOfContent) else { return self }
        let content = try TableLayout(context: context, pageHeight: pageHeight)
            .contentWidths(of: self, available: available)
        let edges = BlockGeometry(style, x: 0, available: available, fixedWidth: 0).borderWidth
        let sides =
            edges + (value.box.margin.left.resolved(against: available) ?? 0)
            + (value.box.margin.right.resolved(against: available) ?? 0)
        let own = value.box.sizing == .borderBox ? edges : 0
        func settled(_ length: AutoLength) -> AutoLength {
            length.contentWidth(content, room: available - sides).map { .length(.points($0 + own)) } ?? length
        }
        value.box.width = settled(value.box.width)
        value.box.minWidth = settled(value.box.minWidth)
        value.box.maxWidth = settled(value.box.maxWidth)
        var box = self
        box.style = SharedStyle(value)
        return box
    }
}

extension AutoLength {
    /// It follows from the content.
    var isOfContent: Bool {
        switch self {
        case .minContent, .maxContent, .fitContent: true
        case .auto, .length: false
        }
    }

    /// The width in points that the keyword stands for; nil for others. What rounding may add to the longest line is added.
    func contentWidth(_ content: (minimum: Double, maximum: Double), room: Double) -> Double? {
        switch self {
        case .minContent: content.minimum + 0.01
        case .maxContent: content.maximum + 0.01
        case .fitContent: min(max(content.minimum, room), content.maximum + 0.01)
        case .auto, .length: nil
        }
    }
}
