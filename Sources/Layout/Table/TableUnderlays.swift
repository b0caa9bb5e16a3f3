import CSS
import Geometry

/// The backgrounds of rows and their groups, which are painted in the cells (CSS 2.2, §17.5.1).
struct TableUnderlays {
    let grid: TableGrid
    /// Of the rows, in points.
    let heights: [Double]
    /// Points between two rows.
    let spacing: Double
    /// The cells' left and right edge, in points.
    let left: Double
    let right: Double

    /// Adds to the cells of a slice that begins with a row; `offset` are the points of that row that stand before.
    func add(to slice: inout TableSlice, of rows: [Int], from first: Int, offset: Double = 0) {
        guard grid.rows.contains(where: { $0.style.box.hasBackground || $0.group.box.hasBackground }) else { return }
        for (index, row) in rows.enumerated() {
            slice.cells[index].underlays = underlays(of: row, from: first, offset: offset)
        }
    }

    private func underlays(of row: Int, from first: Int, offset: Double) -> [TableSlice.Cell.Underlay] {
        var result: [TableSlice.Cell.Underlay] = []
        let group = grid.rows[row].group
        if group.box.hasBackground {
            let members = grid.rows.indices.filter { grid.rows[$0].group == group }
            let height = members.reduce(-spacing) { $0 + heights[$1] + spacing }
            let above = members.filter { $0 < first }.reduce(0) { $0 + heights[$1] + spacing }
            result.append(.init(style: group, rect: rect(from: -above - offset, height: height)))
        }
        if grid.rows[row].style.box.hasBackground {
            let above = heights[first..<row].reduce(0, +)
            result.append(.init(style: grid.rows[row].style, rect: rect(from: above - offset, height: heights[row])))
        }
        return result
    }

    private func rect(from y: Double, height: Double) -> Rect {
        Rect(x: left, y: y, width: right - left, height: height)
    }
}
