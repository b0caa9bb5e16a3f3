import CSS
import Geometry

extension ComputedStyle {
    /// The style with grey for each of its colours: what `filter: grayscale(1)` makes of what is drawn in them.
    var inGray: ComputedStyle {
        var style = self
        style.color = color.inGray
        style.box.background = box.background.inGray
        style.box.border.top.color = box.border.top.color?.inGray
        style.box.border.right.color = box.border.right.color?.inGray
        style.box.border.bottom.color = box.border.bottom.color?.inGray
        style.box.border.left.color = box.border.left.color?.inGray
        style.text.decoration.color = text.decoration.color?.inGray
        return style
    }
}
