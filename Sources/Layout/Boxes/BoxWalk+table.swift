import ArticleMarkup
import CSS
import Pages

extension BoxWalk {
    /// The rows and cells of nodes inside a table, told apart by their `display`. What belongs elsewhere gets the boxes round
    /// it that are missing: rows a body, cells a row, anything else a cell (CSS 2.2, §17.2.1).
    mutating func table(
        _ nodes: [MarkupNode], _ style: SharedStyle, _ owner: StructureElement.ID, decorations: [InlineDecoration],
        language: String? = nil
    ) -> TableBox {
        var result = TableBox(caption: nil, groups: [])
        let table = structure.add(StructureElement(role: .table, parent: owner, language: language))
        var loose: [MarkupNode] = []
        for node in nodes {
            let (part, own) = self.part(node, inheriting: style)
            switch part {
            case .nothing: continue
            case .caption where result.caption == nil:
                if case .element(let child) = node {
                    result.caption = block(child, own, parent: table, decorations: decorations)
                }
            case .group(let kind):
                addGroup(&loose, style, table, decorations, to: &result)
                if case .element(let child) = node {
                    result.groups.append(group(child.children, own, kind, table, decorations))
                }
            case .row, .cell, .caption, .other: loose.append(node)
            }
        }
        addGroup(&loose, style, table, decorations, to: &result)
        makeRegular(result)
        return result
    }

    /// What a node is inside a table.
    private enum TablePart {
        case group(TableBox.Kind)
        case caption, row, cell, other, nothing

        /// It stands in a table only.
        var isOfTable: Bool {
            switch self {
            case .group, .caption, .row, .cell: true
            case .other, .nothing: false
            }
        }
    }

    private func part(_ node: MarkupNode, inheriting parent: SharedStyle) -> (TablePart, SharedStyle) {
        guard case .element(let element) = node else {
            if case .text(let text) = node, text.allSatisfy(\.isWhitespace) { return (.nothing, parent) }
            return (.other, parent)
        }
        let style = SharedStyle(styles.style(of: element, inheriting: parent.value))
        let part: TablePart =
            switch style.box.display {
            case .none, .tableColumn, .tableColumnGroup: .nothing
            case .tableHeaderGroup: .group(.head)
            case .tableFooterGroup: .group(.foot)
            case .tableRowGroup: .group(.body)
            case .tableCaption: .caption
            case .tableRow: .row
            case .tableCell: .cell
            default: .other
            }
        return (part, style)
    }

    /// Makes a body of what has gathered outside any group.
    private mutating func addGroup(
        _ loose: inout [MarkupNode], _ style: SharedStyle, _ table: StructureElement.ID,
        _ decorations: [InlineDecoration], to result: inout TableBox
    ) {
        guard !loose.isEmpty else { return }
        let own = SharedStyle(style.value.forAnonymousBlock)
        result.groups.append(group(loose, own, .body, table, decorations))
        loose = []
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
        _ nodes: [MarkupNode], _ style: SharedStyle, _ kind: TableBox.Kind, _ table: StructureElement.ID,
        _ decorations: [InlineDecoration]
    ) -> TableBox.Group {
        let role: StructureElement.Role =
            switch kind {
            case .head: .tableHead
            case .foot: .tableFoot
            case .body: .tableBody
            }
        let owner = structure.add(StructureElement(role: role, parent: table))
        var group = TableBox.Group(kind: kind, style: style, rows: [])
        var loose: [MarkupNode] = []
        func addLoose(_ walk: inout BoxWalk) {
            guard !loose.isEmpty else { return }
            let own = SharedStyle(style.value.forAnonymousBlock)
            group.rows.append(walk.row(loose, own, owner, kind, decorations))
            loose = []
        }
        for node in nodes {
            let (part, own) = self.part(node, inheriting: style)
            if case .nothing = part { continue }
            guard case .row = part, case .element(let row) = node else {
                loose.append(node)
                continue
            }
            addLoose(&self)
            group.rows.append(self.row(row.children, own, owner, kind, decorations))
        }
        addLoose(&self)
        return group
    }

    private mutating func row(
        _ nodes: [MarkupNode], _ style: SharedStyle, _ group: StructureElement.ID, _ kind: TableBox.Kind,
        _ decorations: [InlineDecoration]
    ) -> TableBox.Row {
        let owner = structure.add(StructureElement(role: .tableRow, parent: group))
        var row = TableBox.Row(style: style, cells: [])
        var loose: [MarkupNode] = []
        func addLoose(_ walk: inout BoxWalk) {
            guard !loose.isEmpty else { return }
            row.cells.append(walk.cell(of: loose, inheriting: style, owner, decorations))
            loose = []
        }
        for node in nodes {
            let (part, _) = self.part(node, inheriting: style)
            if case .nothing = part { continue }
            guard case .cell = part, case .element(let cell) = node else {
                loose.append(node)
                continue
            }
            addLoose(&self)
            row.cells.append(self.cell(cell, inheriting: style, owner, kind, decorations))
        }
        addLoose(&self)
        return row
    }

    /// The cell round what is none.
    private mutating func cell(
        of nodes: [MarkupNode], inheriting row: SharedStyle, _ rowOwner: StructureElement.ID,
        _ decorations: [InlineDecoration]
    ) -> TableBox.Cell {
        let style = SharedStyle(row.value.forAnonymousBlock)
        let owner = structure.add(StructureElement(role: .tableDataCell, parent: rowOwner))
        var flow = Flow(inline: InlineBuilder(style: style, decorations: decorations), container: owner, style: style)
        walk(nodes, style, into: &flow)
        let box = BlockBox(name: "anonymous", style: style, element: owner, content: finish(flow, isOrnament: false))
        return TableBox.Cell(columnSpan: 1, rowSpan: 1, box: box)
    }

    // MARK: Parts without a table

    /// The table round parts of one that stand in no table: an element and its neighbours of that kind.
    mutating func anonymousTable(
        from first: MarkupElement, inheriting parent: SharedStyle, in flow: Flow
    ) -> BlockBox {
        var nodes = [MarkupNode.element(first)]
        var next = first.nextSiblingElement
        while let element = next, case (let part, _) = part(.element(element), inheriting: parent), part.isOfTable {
            nodes.append(.element(element))
            wrappedInTable.append(element)
            next = element.nextSiblingElement
        }
        var value = parent.value.forAnonymousBlock
        value.box.display = .table
        let style = SharedStyle(value)
        let content = table(nodes, style, flow.container, decorations: flow.inline.current.decorations)
        return BlockBox(name: "anonymous", style: style, element: flow.container, content: .table(content))
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
