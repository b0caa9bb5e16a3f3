import CSS
import Geometry

extension ComputedStyle {
    /// There is something to paint besides the content, or the content is painted as one translucent whole.
    var isDecorated: Bool { box.isDecorated || opacity < 1 || box.overflowHidden || box.position == .relative }
}

extension BoxStyle {
    /// There is something to paint besides the content.
    var isDecorated: Bool {
        !backgroundColor.isTransparent || border.top.width > 0 || border.right.width > 0 || border.bottom.width > 0
            || border.left.width > 0 || hasPainting && painting.isSeen
    }
}
