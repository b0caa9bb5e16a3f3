internal import ArticleModel

/// Writes a table in GitHub's form: a line a row, spans filled with empty cells.
struct MarkdownTable {
    var blocks: MarkdownBlocks

    func lines(of table: Table) -> [String] {
        let grid = grid(of: table.rows)
        let width = grid.map(\.count).max() ?? 0
        let caption = blocks.inlines.lines(of: table.caption)
        guard width > 0 else { return caption }
        // GitHub's tables always have a header row: an empty one where the article has none.
        let hasHead = !table.head.isEmpty || table.rows.first?.cells.allSatisfy(\.isHeader) == true
        let header = hasHead ? grid[0] : []
        let rows = hasHead ? grid.dropFirst() : grid[...]
        let alignments = (0..<width).map { column in
            grid.compactMap { $0.indices.contains(column) ? $0[column].alignment : nil }.first
        }
        let lines =
            [line(header.map(\.text), width)] + [delimiterRow(alignments)]
            + rows.map { line($0.map(\.text), width) }
        return caption.isEmpty ? lines : caption + [""] + lines
    }

    private struct Slot {
        var text: String
        var alignment: Table.Alignment?
    }

    /// HTML, §4.9.12.1 in small: cells take the next free slot, spans keep slots to the right and below.
    private func grid(of rows: [Table.Row]) -> [[Slot]] {
        var grid: [[Slot]] = []
        /// For each column how many of the rows to come are taken by a cell above.
        var taken: [Int] = []
        for row in rows {
            var slots: [Slot] = []
            var column = 0
            func skipTaken() {
                while column < taken.count, taken[column] > 0 {
                    taken[column] -= 1
                    slots.append(Slot(text: "", alignment: nil))
                    column += 1
                }
            }
            for cell in row.cells {
                skipTaken()
                for index in 0..<min(cell.columnSpan, 100) {
                    slots.append(Slot(text: index == 0 ? text(of: cell) : "", alignment: cell.alignment))
                    if column >= taken.count { taken.append(0) }
                    taken[column] = min(cell.rowSpan, rows.count) - 1
                    column += 1
                }
            }
            skipTaken()
            grid.append(slots)
        }
        return grid
    }

    /// A cell on one line: its blocks apart by `<br>`, its bars escaped.
    private func text(of cell: Table.Cell) -> String {
        let lines = blocks.lines(of: cell.blocks).filter { !$0.isEmpty }
        return lines.map { $0.hasSuffix("\\") ? String($0.dropLast()) : $0 }.joined(separator: "<br>").escapingBars
    }

    private func line(_ cells: [String], _ width: Int) -> String {
        let padded = cells + Array(repeating: "", count: width - cells.count)
        return "|" + padded.map { $0.isEmpty ? "  |" : " \($0) |" }.joined()
    }

    private func delimiterRow(_ alignments: [Table.Alignment?]) -> String {
        "|"
            + alignments.map { alignment in
                switch alignment {
                case nil: " --- |"
                case .left: " :-- |"
                case .center: " :-: |"
                case .right: " --: |"
                }
            }.joined()
    }
}

extension String {
    /// GFM, §4.10: a bar in a cell is escaped, also inside code.
    fileprivate var escapingBars: String {
        var result = ""
        var previous: Character?
        for character in self {
            if character == "|", previous != "\\" { result += "\\" }
            result.append(character)
            previous = character
        }
        return result
    }
}
