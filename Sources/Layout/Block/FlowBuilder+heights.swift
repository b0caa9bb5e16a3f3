import CSS
import Geometry

/// What `height`, `min-height` and `max-height` say of a box's content (CSS 2.2, §10.5 to §10.7); points.
struct HeightLimits {
    var least = 0.0
    var most = Double.infinity
    /// What percentages inside are of; nil where the height follows from the content.
    var definite: Double?

    /// `containing` is the containing block's height; where it has none of its own, percentages of it mean nothing.
    init(_ box: BoxStyle, _ geometry: BlockGeometry, containing: Double?) {
        guard box.height != .auto || box.minHeight != .auto || box.maxHeight != .auto else { return }
        let own = box.sizing == .borderBox ? geometry.border.vertical + geometry.padding.vertical : 0
        func content(_ length: AutoLength) -> Double? {
            guard case .length(let length) = length, length.fraction == 0 || containing != nil else { return nil }
            return max(0, length.resolved(against: containing ?? 0) - own)
        }
        let least = content(box.minHeight) ?? 0
        let most = max(least, content(box.maxHeight) ?? .infinity)
        definite = content(box.height).map { min(max($0, least), most) }
        self.least = definite ?? least
        self.most = definite ?? most
    }
}

extension FlowBuilder {
    /// Where a box's content begins in the flow.
    struct ContentStart {
        var item: Int
        /// How many boxes, from outer ones to the box itself, wait for their first content.
        var opens: Int
    }

    /// Makes the content that has just been set as high as its box wants.
    mutating func fit(_ height: HeightLimits, from start: ContentStart, _ geometry: BlockGeometry) {
        guard height.least > 0 || height.most < .infinity else { return }
        let first = firstItem(from: start, hasEdge: geometry.border.top + geometry.padding.top > 0)
        let have = flow.items[first...].reduce(0) { $0 + $1.height }
        if have < height.least {
            strutAfter(height.least - have, decoration: nil)
        } else if have > height.most + 0.01 {
            letOverflow(from: first, of: start, height: height.most, content: have)
        }
    }

    /// The item that a box's content begins with, after its border and padding.
    private func firstItem(from start: ContentStart, hasEdge: Bool) -> Int {
        let end = flow.items.count
        if hasEdge {
            let strut = (min(start.item, end)..<end).first {
                if case .strut = flow.items[$0].kind { true } else { false }
            }
            return strut.map { $0 + 1 } ?? end
        }
        return (min(start.item, end)..<end).first { index in
            switch flow.items[index].kind {
            case .line, .replaced, .row, .strut, .marker, .close, .columnsEnd: true
            case .space, .breakpoint, .forcedBreak, .open, .mark, .columns: false
            }
        } ?? end
    }

    /// Sets content that is higher than its box as one piece which reaches out of it (CSS 2.2, §11.1). What is higher than a
    /// page, or ends one, makes its box grow instead, so that nothing is lost below the page's edge.
    private mutating func letOverflow(from first: Int, of start: ContentStart, height: Double, content: Double) {
        let tail = flow.items[first...]
        let isWhole = tail.allSatisfy { item in
            switch item.kind {
            case .forcedBreak, .columns, .columnsEnd: false
            default: true
            }
        }
        guard isWhole, content <= pageHeight, flow.pageNames.allSatisfy({ $0.item <= first }) else { return }
        // Boxes inside that begin with the first line open before it.
        var opens: [FlowItem] = []
        var count = 0
        var index = start.item
        var end = first
        while index < end {
            if case .open = flow.items[index].kind {
                count += 1
                if count > start.opens {
                    opens.append(flow.items.remove(at: index))
                    end -= 1
                    continue
                }
            }
            index += 1
        }
        var piece = Flow()
        piece.items = opens + flow.items[end...]
        piece.paragraphs = flow.paragraphs
        piece.decorations = flow.decorations
        flow.items.removeSubrange(end...)
        measured = (0, 0)
        let cell = TableSlice.Cell(
            flow: piece, x: 0, width: 0, top: 0, inset: 0, style: .plain, edges: .zero, height: content, isFirst: true,
            isLast: true)
        flow.items.append(
            FlowItem(kind: .row(TableSlice(cells: [cell], table: context.newTable(), isHead: false)), height: height))
    }
}
