import CSS
import Geometry
import Pages

/// Absolutely positioned boxes wait until their containing block is placed, and are painted over it (CSS 2.2, appendix E).
extension DocumentAssembler {
    /// A box that has been met, and where.
    struct WaitingBox {
        var box: AbsoluteBox
        /// The left edge that its flow is laid out from, and the top that it would have there.
        var origin: Point
    }

    /// Places the boxes that have begun to wait since a count, and are placed in a decoration, or a page's area for nil.
    mutating func placeAbsolutes(since count: Int, in decoration: Int?, _ block: Rect, _ canvas: inout PageCanvas) {
        var index = count
        while index < waitingBoxes.count {
            guard waitingBoxes[index].box.container == decoration else {
                index += 1
                continue
            }
            let waiting = waitingBoxes.remove(at: index)
            let box = waiting.box
            let x =
                switch box.x {
                case .inFlow(let x): waiting.origin.x + x
                case .inContainer(let x): block.minX + x
                }
            let y =
                box.top.resolved(against: block.height).map { block.minY + $0 }
                ?? box.bottom.resolved(against: block.height).map { block.maxY - $0 - box.height } ?? waiting.origin.y
            let layer = canvas.beginLayer()
            place(box.flow, at: Point(x: x, y: y), canvas: &canvas)
            canvas.end(layer)
        }
    }
}
