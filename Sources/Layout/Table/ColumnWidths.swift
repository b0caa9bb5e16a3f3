/// Column widths of a table from what its cells need (CSS 2.2, §17.5.2.2, automatic layout).
struct ColumnWidths {
    /// Content-box widths with cell padding and borders, in points.
    private(set) var widths: [Double]

    /// A cell's needs, in points, over one or more columns.
    struct Need {
        var column: Int
        var span: Int
        var minimum: Double
        var maximum: Double
    }

    /// Shares `available` points among columns; `fills` makes the table as wide as that, else it is as wide as it needs to be.
    init(_ needs: [Need], columns: Int, available: Double, fills: Bool) {
        var minima = [Double](repeating: 0, count: columns)
        var maxima = minima
        for need in needs where need.span == 1 {
            minima[need.column] = max(minima[need.column], need.minimum)
            maxima[need.column] = max(maxima[need.column], need.maximum)
        }
        for need in needs where need.span > 1 {
            Self.spread(need.minimum, over: need.column..<need.column + need.span, of: &minima)
            Self.spread(need.maximum, over: need.column..<need.column + need.span, of: &maxima)
        }
        for column in maxima.indices { maxima[column] = max(maxima[column], minima[column]) }
        let least = minima.reduce(0, +)
        let most = maxima.reduce(0, +)
        if most <= available {
            widths = maxima
            if fills, most > 0 { widths = maxima.map { $0 * available / most } }
        } else if least <= available {
            // Each column gets its minimum and a part of the rest by how much more it would like.
            let share = most > least ? (available - least) / (most - least) : 0
            widths = zip(minima, maxima).map { $0 + ($1 - $0) * share }
        } else {
            widths = Self.squeezed(minima, into: available)
        }
    }

    /// The fixed layout (§17.5.2.1): columns are as wide as the cells of the first row say, and share the rest equally.
    ///
    /// `wishes` are those cells' widths in points, nil where they say nothing.
    init(fixed wishes: [(column: Int, span: Int, width: Double?)], columns: Int, available: Double) {
        var given = [Double?](repeating: nil, count: columns)
        for wish in wishes {
            guard let width = wish.width, wish.span > 0 else { continue }
            for column in wish.column..<min(columns, wish.column + wish.span) {
                given[column] = width / Double(wish.span)
            }
        }
        let sum = given.reduce(0) { $0 + ($1 ?? 0) }
        let open = given.count { $0 == nil }
        if open > 0 {
            let scale = sum > available && sum > 0 ? available / sum : 1
            let share = max(0, available - sum) / Double(open)
            widths = given.map { ($0 ?? share) * ($0 == nil ? 1 : scale) }
        } else {
            widths = given.map { ($0 ?? 0) * (sum > 0 ? available / sum : 1) }
        }
    }

    /// Narrow columns keep their minimum, wide ones share what is left, so that nothing passes the measure.
    private static func squeezed(_ minima: [Double], into available: Double) -> [Double] {
        var cap = available
        for _ in 0..<8 {
            let narrow = minima.filter { $0 <= cap }
            let wide = minima.count - narrow.count
            guard wide > 0 else { break }
            let next = (available - narrow.reduce(0, +)) / Double(wide)
            if abs(next - cap) < 0.01 { break }
            cap = max(next, available / Double(minima.count) / 4)
        }
        let capped = minima.map { min($0, cap) }
        let sum = capped.reduce(0, +)
        return sum > available && sum > 0 ? capped.map { $0 * available / sum } : capped
    }

    private static func spread(_ wanted: Double, over range: Range<Int>, of widths: inout [Double]) {
        let have = widths[range].reduce(0, +)
        guard wanted > have else { return }
        let extra = wanted - have
        for column in range {
            widths[column] += have > 0 ? extra * widths[column] / have : extra / Double(range.count)
        }
    }
}
