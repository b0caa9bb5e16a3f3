import CSS
import Geometry

/// Used widths and horizontal place of a block box in its containing block (CSS 2.2, §10.3.3 and §10.4).
struct BlockGeometry {
    /// Left edge of the border box.
    let borderX: Double
    let borderWidth: Double
    /// Left edge of the content box.
    let contentX: Double
    let contentWidth: Double
    let padding: Edges
    let border: Edges

    /// `x` and `available` are the containing block's content box; `fixedWidth` is set for boxes that bring their own width.
    init(_ style: SharedStyle, x: Double, available: Double, fixedWidth: Double? = nil) {
        let box = style.value.box
        padding = Edges(
            top: box.padding.top.resolved(against: available), right: box.padding.right.resolved(against: available),
            bottom: box.padding.bottom.resolved(against: available), left: box.padding.left.resolved(against: available)
        )
        border = box.borderWidths
        let edges = padding.horizontal + border.horizontal
        let own = box.sizing == .borderBox ? edges : 0
        let left = box.margin.left.resolved(against: available)
        let right = box.margin.right.resolved(against: available)
        var width =
            fixedWidth ?? box.width.resolved(against: available).map { max(0, $0 - own) }
            ?? max(0, available - (left ?? 0) - (right ?? 0) - edges)
        if fixedWidth == nil {
            if let limit = box.maxWidth.resolved(against: available) { width = min(width, max(0, limit - own)) }
            if let limit = box.minWidth.resolved(against: available) { width = max(width, max(0, limit - own)) }
        }
        let free = available - width - edges - (left ?? 0) - (right ?? 0)
        let isRightToLeft = style.text.direction == .rightToLeft
        let start: Double =
            switch (left, right) {
            case (nil, nil): max(0, free / 2)
            case (nil, _?): max(0, free)
            case (let left?, nil): left
            case (let left?, _?): isRightToLeft ? left + free : left
            }
        borderX = x + start
        borderWidth = width + edges
        contentX = borderX + border.left + padding.left
        contentWidth = width
    }
}
