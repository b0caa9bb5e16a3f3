import CSS
import Geometry

extension InlineContent {
    /// How far what is in an inline box stands from its place in the line, by its own `position: relative` and that of the
    /// boxes round it (CSS 2.2, §9.4.3); nil is the root inline box. Shares of the containing block move nothing.
    func offset(ofBox box: Int?) -> Point {
        guard hasMovedBoxes else { return .zero }
        var offset = Point.zero
        var box = box
        while let index = box {
            let style = boxes[index].style
            offset =
                offset
                + style.box.relativeOffset(
                    width: 0, height: nil, isRightToLeft: style.text.direction == .rightToLeft)
            box = boxes[index].parent
        }
        return offset
    }

    /// The same of what is painted of a box.
    func offset(of source: InlineBoxFragment.Source) -> Point {
        switch source {
        case .box(let box): offset(ofBox: box)
        case .atom(let offset): self.offset(ofBox: spans[spanIndex(at: offset)].box)
        }
    }
}
