import CSS
import Shaping

/// Multi-column containers (CSS Multi-column 1): their content is laid out at the width of one column, between marks that
/// tell page breaking to set it in columns; what spans all columns stands between two such stretches.
extension FlowBuilder {
    /// Where content stands with respect to the multi-column container round it.
    struct ColumnState {
        /// Index in `Flow.columns` of the container's columns.
        var set: Int?
        /// The next content opens a row of columns.
        var isPending = false
        /// Content goes into columns.
        var isOpen = false
        /// Content of a box that spans all columns is being laid out.
        var isSpanning = false

        /// Opens a row that waits for its content.
        mutating func open() -> Int? {
            guard isPending, let set else { return nil }
            isPending = false
            isOpen = true
            return set
        }
    }

    /// Lays a container's blocks out in columns.
    mutating func addColumns(of blocks: [BlockBox], in set: ColumnSet) throws(FontError) {
        guard isDivisible, columns.set == nil else { return try addRows(of: blocks, in: set) }
        flow.columns.append(set)
        columns = ColumnState(set: flow.columns.count - 1, isPending: true)
        for block in blocks { try add(block, x: set.x, available: set.width) }
        closeColumns()
        columns = ColumnState()
    }

    /// Lays a box out across all columns of the container (§6): the columns before it end, others begin after it.
    mutating func addSpanning(_ box: BlockBox, across index: Int) throws(FontError) {
        let set = flow.columns[index]
        closeColumns()
        // Boxes round the spanning one that have not begun go on in the columns after it.
        let opens = pendingOpens
        pendingOpens = []
        columns.isSpanning = true
        let left = set.isRightToLeft ? set.x + set.shift(of: set.count - 1) : set.x
        let width = Double(set.count) * (set.width + set.gap) - set.gap
        try addContent(of: box, x: left, available: width)
        columns.isSpanning = false
        columns.isPending = true
        pendingOpens = opens + pendingOpens
    }

    private mutating func closeColumns() {
        moveBelow(floats.bottom(of: .both))
        if columns.isOpen { flow.items.append(FlowItem(kind: .columnsEnd)) }
        columns.isOpen = false
        columns.isPending = false
    }

    // MARK: Inside what is not divided

    /// A share of a page's height; columns in a table's cell, a note or other columns are balanced piece by piece, each no
    /// higher than this.
    private static let rowShare = 0.25

    /// Columns where pages cannot divide them: rows of balanced columns, each set as a whole.
    private mutating func addRows(of blocks: [BlockBox], in set: ColumnSet) throws(FontError) {
        var inner = FlowBuilder(context: context, pageHeight: pageHeight, isDivisible: false)
        for block in blocks { try inner.add(block, x: set.x, available: set.width) }
        let content = inner.finish()
        let measure = FlowMeasure(content.items)
        let balancer = ColumnBalancer(measure: measure, repeatedHead: { _ in 0 })
        let table = context.newTable()
        var start = 0
        while start < content.items.count {
            let ends = measure.ends.partitioningIndex { $0.item >= start }..<measure.ends.count
            let most = Double(set.count) * Self.rowShare * pageHeight
            let last = measure.endsFilling(most, from: start, among: ends, fewest: 1).last ?? ends.lowerBound
            let end = measure.ends[last]
            let region = FlowMeasure.Region(items: start..<end.item, set: 0, ends: ends.lowerBound..<last, forced: [])
            let row = balancer.row(from: start, in: region, count: set.count)
            let parts = row?.columns ?? [start..<end.item]
            add(parts, of: content, measure, set, table: table)
            start = max(end.next, start + 1)
        }
    }

    private mutating func add(
        _ parts: [Range<Int>], of content: Flow, _ measure: FlowMeasure, _ set: ColumnSet, table: Int
    ) {
        var slice = TableSlice(cells: [], table: table, isHead: false)
        var height = 0.0
        for (column, part) in parts.enumerated() {
            let first = measure.firstKept(from: part.lowerBound, to: part.upperBound)
            var flow = content
            flow.items = Array(content.items[first..<measure.lastKept(from: first, to: part.upperBound)])
            slice.cells.append(
                TableSlice.Cell(
                    flow: flow, x: set.shift(of: column), width: set.width, top: 0, inset: 0,
                    style: .plain, edges: .zero, height: flow.height, isFirst: true,
                    isLast: true,
                    shift: set.shift(of: column)))
            height = max(height, flow.height)
        }
        guard height > 0 || slice.cells.contains(where: { !$0.flow.items.isEmpty }) else { return }
        begin()
        flow.items.append(FlowItem(kind: .row(slice), height: height))
    }
}

extension BlockBox {
    /// The box's own inline content as a block of its own inside it.
    func anonymousBlock(_ content: InlineContent) -> BlockBox {
        var block = BlockBox(
            name: "anonymous", style: SharedStyle(style.value.forAnonymousBlock), element: element,
            content: .inline(content))
        block.isArtifact = isArtifact
        return block
    }
}
