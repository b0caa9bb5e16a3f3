import CSS

/// The columns that a multi-column container is divided into (CSS Multi-column 1, §3).
struct ColumnSet: Sendable {
    /// At least 2; a container of one column is an ordinary block.
    let count: Int
    /// Of one column, in points.
    let width: Double
    /// Between two columns, in points.
    let gap: Double
    /// The left edge at which every column's content is laid out, in points from the page area's left edge: that of the
    /// first column.
    let x: Double
    let isRightToLeft: Bool
    /// `column-fill`: the last of the rows is made of columns of equal height.
    let balances: Bool
    let rule: BoxStyle.BorderSide
    let style: SharedStyle

    /// The columns of a box whose content is `available` points wide from `x`; nil where the box has none or just one.
    ///
    /// Columns are never narrower than one em: a greater `column-count` is cut.
    init?(_ style: SharedStyle, x: Double, available: Double) {
        let columns = style.value.columns
        let em = style.value.font.size
        guard columns.count != nil || columns.width != nil, available > 0 else { return nil }
        let gap = columns.gap.map { max(0, $0.resolved(against: available)) } ?? em
        // §3.4, the pseudo-algorithm; (03) to (12).
        func fitting(_ width: Double) -> Int {
            let fit = (available + gap) / (max(width, em, 1) + gap)
            return max(1, Int(min(fit, 1_000)))
        }
        let count = min(columns.count ?? .max, fitting(columns.width ?? 0))
        guard count > 1 else { return nil }
        self.count = count
        self.gap = gap
        width = (available + gap) / Double(count) - gap
        isRightToLeft = style.value.text.direction == .rightToLeft
        self.x = isRightToLeft ? x + available - width : x
        balances = columns.balances
        rule = columns.rule
        self.style = style
    }

    /// How far a column's content stands from where it was laid out, in points to the right; columns follow each other in
    /// the container's direction.
    func shift(of column: Int) -> Double {
        Double(column) * (width + gap) * (isRightToLeft ? -1 : 1)
    }

    /// The line between a column and the next one: the middle of the gap, in points from the page area's left edge.
    func ruleX(after column: Int) -> Double {
        let left = x + shift(of: column)
        return isRightToLeft ? left - gap / 2 : left + width + gap / 2
    }
}

/// Columns side by side: a stretch of a flow between two spanning elements, or what of it one page holds
/// (CSS Multi-column 1, §2: a "multicol line" or row of column boxes).
struct ColumnRow: Hashable, Sendable {
    /// Index in `Flow.columns`.
    var set: Int
    /// The items of each column; at least one.
    var columns: [Range<Int>]
    /// Points, that of the highest column.
    var height: Double

    /// All items of the row.
    var items: Range<Int> { (columns.first?.lowerBound ?? 0)..<(columns.last?.upperBound ?? 0) }
}
