/// The grid of a table: which cell stands in which slots, spans resolved (CSS 2.2, §17.2; HTML's table model).
struct TableGrid {
    struct Entry {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        var cell: TableBox.Cell
    }

    private(set) var entries: [Entry] = []
    private(set) var columnCount = 0
    /// Rows in order with their groups' kinds and styles.
    private(set) var rows: [(kind: TableBox.Kind, style: SharedStyle, group: SharedStyle)] = []

    /// Spans beyond this many columns or rows are cut, as HTML's are.
    private static let maximumSpan = 1_000

    init(_ table: TableBox) {
        let order: [TableBox.Kind] = [.head, .body, .foot]
        for kind in order {
            for group in table.groups where group.kind == kind { add(group) }
        }
    }

    private mutating func add(_ group: TableBox.Group) {
        let firstRow = rows.count
        let lastRow = firstRow + group.rows.count
        // For each column, the row up to which a span from above fills it.
        var filled: [Int] = []
        for (offset, row) in group.rows.enumerated() {
            let index = firstRow + offset
            rows.append((group.kind, row.style, group.style))
            var column = 0
            for cell in row.cells {
                while column < filled.count, filled[column] > index { column += 1 }
                let columnSpan = min(cell.columnSpan, Self.maximumSpan)
                let rowSpan = min(cell.rowSpan, lastRow - index)
                while filled.count < column + columnSpan { filled.append(0) }
                for slot in column..<column + columnSpan { filled[slot] = max(filled[slot], index + rowSpan) }
                entries.append(
                    Entry(row: index, column: column, rowSpan: max(1, rowSpan), columnSpan: columnSpan, cell: cell))
                column += columnSpan
            }
            columnCount = max(columnCount, filled.count)
        }
    }
}
