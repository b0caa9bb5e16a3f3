import CSS
import Geometry
import Pages
import Shaping

/// Lays out a table: column widths from the cells' needs, rows as high as their highest cell, high rows cut in slices.
struct TableLayout {
    let context: LayoutContext
    let pageHeight: Double

    /// A row, or a slice of one, ready to be put in a flow.
    struct Row {
        var slice: TableSlice
        var height: Double
        /// What a break before it costs.
        var breakCost: Double
    }

    /// Rows higher than this share of a page may be cut.
    private static let uncutShare = 0.4

    func rows(of table: TableBox, _ box: BlockBox, x: Double, available: Double) throws(FontError)
        -> (rows: [Row], geometry: BlockGeometry)
    {
        let grid = TableGrid(table)
        let style = box.style.value
        let spacing = style.table.collapsesBorders ? 0 : style.table.spacingHorizontal
        let outer = BlockGeometry(box.style, x: x, available: available)
        let gaps = spacing * Double(grid.columnCount + 1)
        let room = max(0, outer.contentWidth - gaps)
        let widths: [Double]
        if style.table.isFixed, style.box.width != .auto {
            let first = grid.entries.filter { $0.row == 0 }.map { entry in
                let own = self.edges(entry.cell.box.style, room)
                let width = entry.cell.box.style.value.box.width.resolved(against: room)
                return (entry.column, entry.columnSpan, width.map { $0 + own.left + own.right })
            }
            widths = ColumnWidths(fixed: first, columns: grid.columnCount, available: room).widths
        } else {
            var needs: [ColumnWidths.Need] = []
            for entry in grid.entries { needs.append(try need(of: entry, available: outer.contentWidth)) }
            widths =
                ColumnWidths(needs, columns: grid.columnCount, available: room, fills: style.box.width != .auto).widths
        }
        let geometry = BlockGeometry(box.style, x: x, available: available, fixedWidth: widths.reduce(0, +) + gaps)
        var edges = [geometry.contentX + spacing]
        for width in widths { edges.append(edges[edges.count - 1] + width + spacing) }
        if style.text.direction == .rightToLeft {
            edges = edges.map { 2 * geometry.contentX + geometry.contentWidth - $0 }
        }
        var cells: [LaidCell] = []
        for entry in grid.entries {
            cells.append(try lay(entry, edges, spacing, rightToLeft: style.text.direction == .rightToLeft))
        }
        let heights = rowHeights(cells, rows: grid.rows.count)
        let number = context.newTable()
        let vertical = style.table.collapsesBorders ? 0 : style.table.spacingVertical
        let underlays = TableUnderlays(
            grid: grid, heights: heights, spacing: vertical, left: cells.map(\.x).min() ?? 0,
            right: cells.map { $0.x + $0.width }.max() ?? 0)
        return (slices(cells, heights, grid, underlays, table: number, spacing: vertical), geometry)
    }

    // MARK: Cells

    private struct LaidCell {
        var entry: TableGrid.Entry
        var flow: Flow
        var x: Double
        var width: Double
        var edges: TableSlice.Cell.Edges
        var height: Double
    }

    private func edges(_ style: SharedStyle, _ width: Double) -> TableSlice.Cell.Edges {
        let box = style.value.box
        return TableSlice.Cell.Edges(
            top: box.padding.top.resolved(against: width) + box.border.top.width,
            right: box.padding.right.resolved(against: width) + box.border.right.width,
            bottom: box.padding.bottom.resolved(against: width) + box.border.bottom.width,
            left: box.padding.left.resolved(against: width) + box.border.left.width)
    }

    private func need(of entry: TableGrid.Entry, available: Double) throws(FontError) -> ColumnWidths.Need {
        let edges = edges(entry.cell.box.style, available)
        let widths = try contentWidths(of: entry.cell.box, available: available)
        let horizontal = edges.left + edges.right
        var need = ColumnWidths.Need(
            column: entry.column, span: entry.columnSpan, minimum: widths.minimum + horizontal,
            maximum: widths.maximum + horizontal)
        if let width = entry.cell.box.style.value.box.width.resolved(against: available) {
            need.maximum = max(need.minimum, width + horizontal)
        }
        return need
    }

    /// The least and the greatest width that a box asks for with its margins, borders and paddings: what its content asks
    /// for, unless it says a width itself (CSS Sizing 3, §5.2).
    func outerWidths(of box: BlockBox, available: Double) throws(FontError) -> (minimum: Double, maximum: Double) {
        let style = box.style.value.box
        let edges = BlockGeometry(box.style, x: 0, available: available, fixedWidth: 0).borderWidth
        let sides =
            edges + (style.margin.left.resolved(against: available) ?? 0)
            + (style.margin.right.resolved(against: available) ?? 0)
        let own = style.sizing == .borderBox ? edges : 0
        if case .length(let width) = style.width, width.fraction == 0, !box.content.isReplaced {
            let width = max(0, width.points - own) + sides
            return (width, width)
        }
        let inner = try contentWidths(of: box, available: available)
        return (inner.minimum + sides, inner.maximum + sides)
    }

    /// The least and the greatest width that a box's content asks for (CSS Sizing 3, §5).
    func contentWidths(of box: BlockBox, available: Double) throws(FontError) -> (
        minimum: Double, maximum: Double
    ) {
        switch box.content {
        case .inline(let content):
            return try PreparedParagraph(
                content, style: box.style, available: available, maximumHeight: pageHeight, context: context
            ).contentWidths
        case .replaced(let replaced):
            let size = ReplacedSize(replaced, style: box.style, available: available, maximumHeight: pageHeight).size
            return (min(size.width, 36), size.width)
        case .blocks(let blocks):
            var minimum = 0.0
            var maximum = 0.0
            for block in blocks where !block.style.box.isAbsolute {
                let outer = try outerWidths(of: block, available: available)
                minimum = max(minimum, outer.minimum)
                maximum = max(maximum, outer.maximum)
            }
            return (minimum, maximum)
        case .table(let table):
            let grid = TableGrid(table)
            var minimum = 0.0
            var maximum = 0.0
            for row in grid.rows.indices {
                var least = 0.0
                var most = 0.0
                for entry in grid.entries where entry.row == row {
                    let need = try need(of: entry, available: available)
                    least += need.minimum
                    most += need.maximum
                }
                minimum = max(minimum, least)
                maximum = max(maximum, most)
            }
            return (min(minimum, available), min(maximum, available))
        }
    }

    private func lay(_ entry: TableGrid.Entry, _ columnEdges: [Double], _ spacing: Double, rightToLeft: Bool)
        throws(FontError) -> LaidCell
    {
        let start = columnEdges[entry.column]
        let end = columnEdges[entry.column + entry.columnSpan]
        let width = abs(end - start) - spacing
        let x = rightToLeft ? end + spacing : start
        let edges = edges(entry.cell.box.style, width)
        var builder = FlowBuilder(context: context, pageHeight: pageHeight, isDivisible: false)
        var inner = entry.cell.box
        inner.style = SharedStyle(inner.style.value.withoutEdges)
        try builder.add(inner, x: x + edges.left, available: max(1, width - edges.left - edges.right))
        let flow = builder.finish()
        return LaidCell(
            entry: entry, flow: flow, x: x, width: width, edges: edges, height: flow.height + edges.top + edges.bottom)
    }

    // MARK: Rows

    private func rowHeights(_ cells: [LaidCell], rows: Int) -> [Double] {
        var heights = [Double](repeating: 0, count: rows)
        for cell in cells where cell.entry.rowSpan == 1 {
            heights[cell.entry.row] = max(heights[cell.entry.row], cell.height)
        }
        for cell in cells where cell.entry.rowSpan > 1 {
            let range = cell.entry.row..<cell.entry.row + cell.entry.rowSpan
            let have = heights[range].reduce(0, +)
            if cell.height > have { heights[range.upperBound - 1] += cell.height - have }
        }
        return heights
    }

    private func slices(
        _ cells: [LaidCell], _ heights: [Double], _ grid: TableGrid, _ underlays: TableUnderlays, table: Int,
        spacing: Double
    ) -> [Row] {
        var result: [Row] = []
        var row = 0
        while row < heights.count {
            // Rows joined by a span stay in one slice.
            var end = row + 1
            for cell in cells where cell.entry.row >= row && cell.entry.row < end {
                end = max(end, cell.entry.row + cell.entry.rowSpan)
            }
            var last = end
            repeat {
                last = end
                for cell in cells where cell.entry.row >= row && cell.entry.row < end {
                    end = max(end, cell.entry.row + cell.entry.rowSpan)
                }
            } while end != last
            let group = row..<end
            let own = cells.filter { group.contains($0.entry.row) }
            let kind = grid.rows[row].kind
            let first = result.count
            if group.count == 1, heights[row] > Self.uncutShare * pageHeight, kind != .head {
                result += cut(own, height: heights[row], table: table)
            } else {
                result.append(whole(own, heights, group, kind, table: table, spacing: spacing))
            }
            var offset = 0.0
            for index in first..<result.count {
                underlays.add(to: &result[index].slice, of: own.map(\.entry.row), from: row, offset: offset)
                offset += result[index].height
            }
            if row > 0, first < result.count {
                let above = grid.rows[row - 1]
                let holds = above.style.page.breakAfter.avoidsPage || grid.rows[row].style.page.breakBefore.avoidsPage
                if holds || (kind == .body && above.kind == .head) { result[first].breakCost = BreakCosts.avoid }
            }
            row = end
        }
        return result
    }

    private func whole(
        _ cells: [LaidCell], _ heights: [Double], _ group: Range<Int>, _ kind: TableBox.Kind, table: Int,
        spacing: Double
    ) -> Row {
        var slice = TableSlice(cells: [], table: table, isHead: kind == .head)
        for cell in cells {
            let above = heights[group.lowerBound..<cell.entry.row].reduce(0, +)
            let height = heights[cell.entry.row..<cell.entry.row + cell.entry.rowSpan].reduce(0, +)
            let free = height - cell.height
            let inset: Double =
                switch cell.entry.cell.box.style.text.verticalAlign {
                case .middle: free / 2
                case .bottom: free
                default: 0
                }
            slice.cells.append(
                TableSlice.Cell(
                    flow: cell.flow, x: cell.x, width: cell.width, top: above, inset: cell.edges.top + inset,
                    style: cell.entry.cell.box.style, edges: cell.edges, height: height, isFirst: true, isLast: true))
        }
        return Row(
            slice: slice, height: heights[group].reduce(0, +) + spacing,
            breakCost: kind == .head && group.lowerBound > 0 ? BreakCosts.avoid : 0)
    }

    /// A row that is too high for a page: slices of a few lines, cut where no cell's line is divided.
    private func cut(_ cells: [LaidCell], height: Double, table: Int) -> [Row] {
        let step = pageHeight / 8
        var rest = cells.map { $0.flow.items[...] }
        var result: [Row] = []
        while rest.contains(where: { !$0.isEmpty }) {
            let isFirst = result.isEmpty
            var slice = TableSlice(cells: [], table: table, isHead: false)
            var sliceHeight = 0.0
            for (index, cell) in cells.enumerated() {
                var flow = cell.flow
                flow.items = Self.take(from: &rest[index], upTo: step)
                let inset = isFirst ? cell.edges.top : 0
                sliceHeight = max(sliceHeight, flow.height + inset)
                slice.cells.append(
                    TableSlice.Cell(
                        flow: flow, x: cell.x, width: cell.width, top: 0, inset: inset,
                        style: cell.entry.cell.box.style,
                        edges: cell.edges, height: 0, isFirst: isFirst, isLast: false))
            }
            let isLast = rest.allSatisfy(\.isEmpty)
            if isLast { sliceHeight += cells.map(\.edges.bottom).max() ?? 0 }
            for index in slice.cells.indices {
                slice.cells[index].height = sliceHeight
                slice.cells[index].isLast = isLast
            }
            result.append(Row(slice: slice, height: sliceHeight, breakCost: isFirst ? 0 : BreakCosts.loneLines / 10))
        }
        return result
    }

    /// Items from the front, at least one of some height, up to a height.
    private static func take(from items: inout ArraySlice<FlowItem>, upTo limit: Double) -> [FlowItem] {
        var taken: [FlowItem] = []
        var height = 0.0
        while let item = items.first, height == 0 || height + item.height <= limit {
            taken.append(item)
            height += item.height
            items.removeFirst()
        }
        return taken
    }
}

extension PageStyle.Break {
    /// The value asks for no page break.
    fileprivate var avoidsPage: Bool { self == .avoid || self == .avoidPage }
}

extension ComputedStyle {
    /// A cell's content: its padding, border, background and width belong to the row.
    fileprivate var withoutEdges: ComputedStyle {
        var style = self
        style.box = BoxStyle()
        style.box.display = .block
        style.page.breakInside = .auto
        return style
    }
}
