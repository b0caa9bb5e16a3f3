import ArticleModel
import CSS
import Geometry

/// The used size of a picture (CSS 2.2, §10.3.2 and §10.4; CSS Images 3, §5.3).
struct ReplacedSize {
    /// Points.
    let size: Size

    /// `available` is the containing block's width; nothing is made wider than it or higher than `maximumHeight`, so that a
    /// picture always fits its page.
    init(_ content: ReplacedContent, style: SharedStyle, available: Double, maximumHeight: Double) {
        let box = style.value.box
        let natural = Size(width: content.resource.pixelWidth * 0.75, height: content.resource.pixelHeight * 0.75)
        let ratio = natural.width > 0 && natural.height > 0 ? natural.height / natural.width : 1
        var width = box.width.resolved(against: available) ?? content.attributeWidth
        var height = box.height.resolved(against: maximumHeight) ?? (box.width == .auto ? content.attributeHeight : nil)
        switch (width, height) {
        case (nil, nil):
            width = natural.width
            height = natural.height
        case (let given?, nil): height = given * ratio
        case (nil, let given?): width = given / ratio
        case (_?, _?): break
        }
        var used = Size(width: width ?? 0, height: height ?? 0)
        if used.width <= 0 || used.height <= 0 { used = natural }
        // Limits scale both sides, so that the picture keeps its shape.
        let widest = min(box.maxWidth.resolved(against: available) ?? available, available)
        let highest = min(box.maxHeight.resolved(against: maximumHeight) ?? maximumHeight, maximumHeight)
        let scale = min(1, widest / max(used.width, 0.01), highest / max(used.height, 0.01))
        size = Size(width: used.width * scale, height: used.height * scale)
    }
}
