import ArticleMarkup
import CSS
import Pages

extension BoxWalk {
    /// The rows and cells of a table element; rows outside a group make a body.
    mutating func table(
        _ element: MarkupElement, _ style: SharedStyle, _ owner: StructureElement.ID, decorations: [InlineDecoration]
    ) -> TableBox {
        var result = TableBox(caption: nil, groups: [])
        let table = structure.add(StructureElement(role: .table, parent: owner, language: element.attribute("lang")))
        for case .element(let child) in element.children {
            let childStyle = SharedStyle(styles.style(of: child, inheriting: style.value))
            switch child.localName {
            case "caption":
                result.caption = block(child, childStyle, parent: table, decorations: decorations)
            case "thead", "tbody", "tfoot":
                result.groups.append(group(child, childStyle, table, decorations))
            default: break
            }
        }
        makeRegular(result)
        return result
    }

    /// Gives every row of the structure tree as many columns as the table has: spans are those of the grid, and slots that no
    /// cell fills get an empty one (PDF/UA-1, §7.5, wants regular tables).
    private mutating func makeRegular(_ table: TableBox) {
        let grid = TableGrid(table)
        var filled = [Int](repeating: 0, count: grid.rows.count)
        var rowElements = [StructureElement.ID?](repeating: nil, count: grid.rows.count)
        for entry in grid.entries {
            let id = entry.cell.box.element
            structure[id].attributes.columnSpan = entry.columnSpan > 1 ? entry.columnSpan : nil
            structure[id].attributes.rowSpan = entry.rowSpan > 1 ? entry.rowSpan : nil
            rowElements[entry.row] = structure[id].parent
            for row in entry.row..<entry.row + entry.rowSpan { filled[row] += entry.columnSpan }
        }
        for row in filled.indices {
            guard let element = rowElements[row] else { continue }
            for _ in 0..<max(0, grid.columnCount - filled[row]) {
                _ = structure.add(StructureElement(role: .tableDataCell, parent: element))
            }
        }
    }

    private mutating func group(
        _ element: MarkupElement, _ style: SharedStyle, _ table: StructureElement.ID, _ decorations: [InlineDecoration]
    ) -> TableBox.Group {
        let kind: TableBox.Kind
        let role: StructureElement.Role
        switch element.localName {
        case "thead": (kind, role) = (.head, .tableHead)
        case "tfoot": (kind, role) = (.foot, .tableFoot)
        default: (kind, role) = (.body, .tableBody)
        }
        let owner = structure.add(StructureElement(role: role, parent: table))
        var rows: [TableBox.Row] = []
        for case .element(let row) in element.children where row.localName == "tr" {
            let rowStyle = SharedStyle(styles.style(of: row, inheriting: style.value))
            let rowOwner = structure.add(StructureElement(role: .tableRow, parent: owner))
            var cells: [TableBox.Cell] = []
            for case .element(let cell) in row.children {
                cells.append(self.cell(cell, inheriting: rowStyle, rowOwner, kind, decorations))
            }
            rows.append(TableBox.Row(style: rowStyle, cells: cells))
        }
        return TableBox.Group(kind: kind, style: style, rows: rows)
    }

    private mutating func cell(
        _ element: MarkupElement, inheriting row: SharedStyle, _ rowOwner: StructureElement.ID, _ kind: TableBox.Kind,
        _ decorations: [InlineDecoration]
    ) -> TableBox.Cell {
        let style = SharedStyle(styles.style(of: element, inheriting: row.value))
        enterCounters(element, style)
        defer { counters.leave() }
        let columnSpan = element.attribute("colspan").flatMap { Int($0) } ?? 1
        let rowSpan = element.attribute("rowspan").flatMap { Int($0) } ?? 1
        var attributes = StructureElement.Attributes()
        let isHeader = element.localName == "th"
        if isHeader { attributes.scope = scope(of: element, kind) }
        if columnSpan > 1 { attributes.columnSpan = columnSpan }
        if rowSpan > 1 { attributes.rowSpan = rowSpan }
        let owner = structure.add(
            StructureElement(
                role: isHeader ? .tableHeaderCell : .tableDataCell, parent: rowOwner,
                language: element.attribute("lang"),
                attributes: attributes))
        var box = BlockBox(name: element.dumpName, style: style, element: owner, content: .blocks([]))
        box.anchors = element.id.map { [$0] } ?? []
        box.content = flowContent(element, style, owner, decorations: decorations)
        return TableBox.Cell(columnSpan: max(1, columnSpan), rowSpan: max(1, rowSpan), box: box)
    }

    private func scope(of element: MarkupElement, _ kind: TableBox.Kind) -> String {
        switch element.attribute("scope") {
        case "row", "rowgroup": "Row"
        case "col", "colgroup": "Column"
        default: kind == .head || element.previousSiblingElement != nil ? "Column" : "Row"
        }
    }
}
