import CSS
import Geometry
import Pages

/// Items one below the other on a page: those of the page itself, of a column, of a table's cell.
extension DocumentAssembler {
    /// Places the items of a page or column from a point on, rows of columns among them side by side.
    ///
    /// `open` names the decorations that go on from the stack before; returned are those that go on in the next.
    mutating func placeStack(
        _ items: Range<Int>, rows: [ColumnRow], at origin: Point, goingOn open: [Int], _ canvas: inout PageCanvas
    ) -> [Int] {
        var y = origin.y
        let start = flow.items.firstKept(from: items.lowerBound, to: items.upperBound)
        let end = flow.items.lastKept(from: start, to: items.upperBound)
        var boxes: [OpenBox] = []
        for decoration in open {
            boxes.append(begin(decoration, of: flow, at: y, isFirst: false, isDivisible: true, &canvas))
            y += flow.decorations[decoration].clonedEdges?.top ?? 0
        }
        let startsInColumns = rows.first.map { $0.items.lowerBound <= start } ?? false
        if start < end, !startsInColumns, case .row(let slice) = flow.items[start].kind, !slice.isHead,
            items.lowerBound > 0
        {
            for row in heads.rows(of: slice.table) {
                if case .row(let head) = row.kind {
                    place(head, at: Point(x: origin.x, y: y), canvas: &canvas, repeated: true)
                }
                y += row.height
            }
        }
        var rows = rows[...]
        var index = start
        while index < end {
            if let row = rows.first, row.items.lowerBound <= index {
                rows.removeFirst()
                place(row, at: Point(x: origin.x, y: y), canvas: &canvas)
                y += row.height
                index = max(index, row.items.upperBound)
                continue
            }
            let item = flow.items[index]
            switch item.kind {
            case .open(let decoration):
                boxes.append(begin(decoration, of: flow, at: y, isDivisible: true, &canvas))
            case .close(let decoration): close(decoration, &boxes, x: origin.x, to: y, &canvas)
            default:
                if case .line(let paragraph, let line) = item.kind {
                    lineNumbers.count(line, flow.paragraphs[paragraph].style, at: Point(x: origin.x, y: y))
                }
                place(item, of: flow, at: Point(x: origin.x, y: y), canvas: &canvas)
            }
            y += item.height
            index += 1
        }
        // Margins that vanish at the foot may stand before the ends of boxes.
        for rest in index..<max(index, items.upperBound) {
            if case .close(let decoration) = flow.items[rest].kind {
                close(decoration, &boxes, x: origin.x, to: y, &canvas)
            }
        }
        for box in boxes.reversed() {
            y += flow.decorations[box.decoration].clonedEdges?.bottom ?? 0
            self.end(box, of: flow, at: y, isLast: false, x: origin.x, &canvas)
        }
        return boxes.map(\.decoration)
    }

    private mutating func close(
        _ decoration: Int, _ boxes: inout [OpenBox], x: Double, to y: Double, _ canvas: inout PageCanvas
    ) {
        guard let last = boxes.lastIndex(where: { $0.decoration == decoration }) else {
            // A box that began in columns ends with what spans them.
            openInColumns.removeAll { $0 == decoration }
            return
        }
        end(boxes.remove(at: last), of: flow, at: y, x: x, &canvas)
    }

    /// Places columns side by side, with the rules between them (CSS Multi-column 1, §4.2).
    private mutating func place(_ row: ColumnRow, at origin: Point, canvas: inout PageCanvas) {
        let set = flow.columns[row.set]
        for (number, column) in row.columns.enumerated() where !column.isEmpty {
            if number > 0, let rule = ruleItem(set, after: number - 1, origin, height: row.height) {
                canvas.addBackground(rule)
            }
            let x = origin.x + set.shift(of: number)
            lineNumbers.column = (set.x, set.width)
            openInColumns = placeStack(
                column, rows: [], at: Point(x: x, y: origin.y), goingOn: openInColumns, &canvas)
            lineNumbers.column = nil
        }
    }

    private func ruleItem(_ set: ColumnSet, after column: Int, _ origin: Point, height: Double) -> DisplayItem? {
        let x = origin.x + set.ruleX(after: column)
        return BorderPainter.line(
            set.rule, color: set.style.value.color, from: Point(x: x, y: origin.y),
            to: Point(x: x, y: origin.y + height))
    }

    // MARK: Cells

    /// Places the cells of a row, or of a slice of one, each as a stack of its own.
    mutating func place(_ slice: TableSlice, at origin: Point, canvas: inout PageCanvas, repeated: Bool) {
        let outer = canvas.artifact
        if repeated { canvas.artifact = .layout }
        defer { canvas.artifact = outer }
        for cell in slice.cells {
            let top = origin.y + cell.top
            let x = origin.x + cell.shift
            if cell.isPainted {
                let area = Rect(x: origin.x + cell.x, y: top, width: cell.width, height: cell.height)
                for underlay in cell.underlays where underlay.style.value.isVisible {
                    let rect = underlay.rect.offset(by: origin)
                    paintBackground(
                        of: BoxPiece(style: underlay.style.value, rect: rect), over: RoundedRect(area), &canvas)
                }
                var piece = BoxPiece(style: cell.style.value, rect: area, padding: cell.padding)
                if !cell.isFirst { piece.edges.remove(.top) }
                if !cell.isLast { piece.edges.remove(.bottom) }
                paint(piece, &canvas)
            }
            place(cell.flow, at: Point(x: x, y: top + cell.inset), canvas: &canvas)
        }
    }

    /// Places all of a flow that no page divides: a cell's, an inline block's, a running element's, a page float's.
    mutating func place(_ flow: Flow, at origin: Point, canvas: inout PageCanvas) {
        var y = origin.y
        var boxes: [OpenBox] = []
        for item in flow.items {
            switch item.kind {
            case .open(let decoration): boxes.append(begin(decoration, of: flow, at: y, &canvas))
            case .close(let decoration):
                guard let last = boxes.lastIndex(where: { $0.decoration == decoration }) else { break }
                end(boxes.remove(at: last), of: flow, at: y, x: origin.x, &canvas)
            default: place(item, of: flow, at: Point(x: origin.x, y: y), canvas: &canvas)
            }
            y += item.height
        }
        for box in boxes { end(box, of: flow, at: y, isLast: false, x: origin.x, &canvas) }
    }
}
