internal import ArticleModel
internal import HTML

extension ArticleBuilder {
    mutating func appendTable(_ node: NodeID, to flow: inout Flow) {
        flow.flush()
        let rows = rows(of: node)
        if isCode(rows) { return appendCodeTable(node, rows, to: &flow) }
        if isLayout(node, rows) {
            for row in rows where !isDropped(row.node) {
                for cell in row.cells where !isDropped(cell) {
                    flow.add(Self.with(attributes(of: cell), blocks(in: cell)))
                }
            }
            return
        }
        let attributes = attributes(of: node)
        var table = Table(body: [])
        for child in Element(node, in: document).children where child.localName == "caption" && !isDropped(child.node) {
            table.caption = inlines(in: child.node)
        }
        for row in rows where !isDropped(row.node) {
            let cells = row.cells.filter { !isDropped($0) }.map { self.cell($0) }
            guard !cells.isEmpty else { continue }
            switch row.section {
            case .thead: table.head.append(Table.Row(cells))
            case .tfoot: table.foot.append(Table.Row(cells))
            default: table.body.append(Table.Row(cells))
            }
        }
        // A first row of header cells heads the columns, `thead` or not.
        if table.head.isEmpty, let first = table.body.first, table.body.count > 1, first.cells.allSatisfy(\.isHeader) {
            table.head = [table.body.removeFirst()]
        }
        Self.readBoldHead(&table)
        let hasText = (table.head + table.body + table.foot).contains { $0.cells.contains { !$0.blocks.isEmpty } }
        guard hasText || !table.caption.isEmpty else { return }
        flow.add(Block(.table(table), attributes: attributes))
    }

    /// A first row of which every cell is bold, over rows that are not, heads the columns without saying so.
    private static func readBoldHead(_ table: inout Table) {
        guard table.head.isEmpty, table.body.count > 1, let first = table.body.first, first.cells.count > 1,
            first.cells.allSatisfy({ bold($0) != nil }), !table.body[1].cells.contains(where: { bold($0) != nil })
        else { return }
        var row = table.body.removeFirst()
        for index in row.cells.indices {
            guard let text = bold(row.cells[index]) else { continue }
            row.cells[index].isHeader = true
            row.cells[index].blocks = [Block(.paragraph(text))]
        }
        table.head = [row]
    }

    /// The text of a cell that is bold as a whole.
    private static func bold(_ cell: Table.Cell) -> [Inline]? {
        guard cell.blocks.count == 1, case .paragraph(let inlines) = cell.blocks[0].content, inlines.count == 1,
            case .strong(let text) = inlines[0].content
        else { return nil }
        return text
    }

    struct TableRow {
        var node: NodeID
        var section: Tag?
        var cells: [NodeID]
    }

    private func rows(of table: NodeID) -> [TableRow] {
        var rows: [TableRow] = []
        func collect(_ node: NodeID, _ section: Tag?) {
            for child in Element(node, in: document).children {
                switch document.tag(of: child.node) {
                case .thead, .tbody, .tfoot: collect(child.node, document.tag(of: child.node))
                case .tr:
                    let cells = child.children.filter { $0.localName == "td" || $0.localName == "th" }.map(\.node)
                    rows.append(TableRow(node: child.node, section: section, cells: cells))
                default: break
                }
            }
        }
        collect(table, nil)
        return rows
    }

    /// Tables that only place things: what is in their cells is the text.
    private func isLayout(_ table: NodeID, _ rows: [TableRow]) -> Bool {
        let role = document.attribute(.role, of: table)
        if role == "presentation" || role == "none" { return true }
        let widest = rows.map(\.cells.count).max() ?? 0
        if widest <= 1 || rows.count == 1 && widest <= 2 && !hasDataSigns(table) { return true }
        if hasDataSigns(table) { return false }
        if isMessage { return !isSmallData(table, rows) }
        for index in subtree(table).dropFirst() {
            switch document.tag(of: NodeID(index)) {
            case .table, .h1, .h2, .form, .article, .section: return true
            default: break
            }
        }
        // Cells that hold whole passages are columns of a page, not data.
        let longest =
            rows.flatMap(\.cells).map { cell in
                subtree(cell).reduce(0) { $0 + document.textRange(of: NodeID($1)).count }
            }.max() ?? 0
        return longest > 2_000
    }

    /// Rows of short texts that are ruled, or that there are several of.
    private func isSmallData(_ table: NodeID, _ rows: [TableRow]) -> Bool {
        guard rows.count >= 2, Set(rows.map(\.cells.count)).count == 1 else { return false }
        let isRuled = document.attribute("border", of: table).flatMap { Int($0) }.map { $0 > 0 } ?? false
        guard isRuled || rows.count >= 3 else { return false }
        return subtree(table).allSatisfy { index in
            !document.has(.img, at: NodeID(index)) && document.textRange(of: NodeID(index)).count < (isRuled ? 400 : 60)
        }
    }

    private func hasDataSigns(_ table: NodeID) -> Bool {
        if document.attribute(.summary, of: table) != nil { return true }
        return subtree(table).contains { index in
            switch document.tag(of: NodeID(index)) {
            case .th, .caption, .thead, .tfoot, .colgroup: true
            default: document.attributeRange(.scope, of: NodeID(index)) != nil
            }
        }
    }

    private mutating func cell(_ node: NodeID) -> Table.Cell {
        let attributes = attributes(of: node)
        let isHeader = document.has(.th, at: node)
        let alignment = (document.attribute(.align, of: node) ?? styleAlignment(node)).flatMap {
            Table.Alignment(rawValue: $0.lowercased())
        }
        return Table.Cell(
            blocks(in: node), isHeader: isHeader,
            scope: document.attribute(.scope, of: node).flatMap { Table.Scope(rawValue: $0.lowercased()) },
            columnSpan: span(.colspan, of: node), rowSpan: span(.rowspan, of: node), alignment: alignment,
            attributes: attributes)
    }

    /// HTML, §4.9.11: at most 1,000 columns and 65,534 rows; 0 rows means the rest, which is read as 1.
    private func span(_ name: AttributeName, of node: NodeID) -> Int {
        let value = document.integer(name, of: node) ?? 1
        return min(max(1, value), name == .colspan ? 1_000 : 65_534)
    }

    private func styleAlignment(_ node: NodeID) -> String? {
        guard let style = document.attribute(.style, of: node)?.lowercased().filter({ $0 != " " }),
            let range = style.firstRange(of: "text-align:")
        else { return nil }
        return String(style[range.upperBound...].prefix { $0.isLetter })
    }

    // MARK: Code with line numbers beside it

    private func isCode(_ rows: [TableRow]) -> Bool {
        guard rows.count == 1, let row = rows.first, row.cells.count == 2, let gutter = row.cells.first else {
            return false
        }
        let classes = document.attribute(.class, of: gutter)?.lowercased() ?? ""
        return ["gutter", "linenos", "lineno", "gl"].contains { classes.split(separator: " ").contains(Substring($0)) }
    }

    private mutating func appendCodeTable(_ node: NodeID, _ rows: [TableRow], to flow: inout Flow) {
        guard let cell = rows.first?.cells.last else { return }
        let blocks = blocks(in: cell)
        if blocks.count == 1, case .code = blocks[0].content {
            flow.add(blocks)
        } else {
            flow.add(Block(.code(CodeBlock(text: preformatted(cell)))))
        }
    }
}
