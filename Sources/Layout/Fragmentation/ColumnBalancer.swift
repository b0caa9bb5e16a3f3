/// Divides content among columns of about the same height (CSS Multi-column 1, §7: `column-fill: balance`).
///
/// The least height that holds the content is found first. Then a few heights from there on are tried, since a line more may
/// save a lone line or a heading at a column's foot: for each the cheapest breaks are searched as a page's are, and what
/// columns lack of the height counts as a cost of its own.
struct ColumnBalancer {
    let measure: FlowMeasure
    /// Height that a table's repeated head takes in a column that begins inside the table; points.
    let repeatedHead: (Int) -> Double

    /// A row of balanced columns.
    struct Row {
        var columns: [Range<Int>]
        /// Points.
        var height: Double
        var cost: Double
        /// Index of the forced page break that ends it; nil at the end of its region.
        var forcedEnd: Int?
    }

    /// How many lines higher than need be columns may become to break well.
    private static let spareLines = 6

    /// The columns of a region's items from `start` on, up to its end or to a forced page break; nil where they cannot stand
    /// in one row.
    func row(from start: Int, in region: FlowMeasure.Region, count: Int) -> Row? {
        let first = measure.ends.partitioningIndex { $0.item >= start }
        let (content, forced) = measure.content(of: region, from: start, after: first)
        let ends = first..<max(first, forced ?? region.ends.upperBound)
        let line = lineHeight(in: content)
        guard let least = leastHeight(content, ends, count) else { return nil }
        var best: Row?
        for spare in 0...Self.spareLines {
            let height = least + Double(spare) * line
            guard let row = division(content, ends, count, height: height, line: line) else { continue }
            if best.map({ row.cost < $0.cost }) ?? true { best = row }
            if let best, best.cost < BreakCosts.columnHyphen { break }
        }
        best?.forcedEnd = forced
        return best
    }

    /// Height of a column, in points.
    func height(from start: Int, to end: Int) -> Double {
        let top = measure.firstKept(from: start, to: end)
        return measure.height(from: top, to: end) + head(at: top)
    }

    /// Height of what is repeated above an item where a page or column begins with it: a table's head, borders.
    func head(at item: Int) -> Double {
        guard item > 0, item < measure.items.count else { return 0 }
        let cloned = measure.clonedHeight(above: item)
        guard case .row(let slice) = measure.items[item].kind, !slice.isHead else { return cloned }
        return cloned + repeatedHead(slice.table)
    }

    /// The height of the first line, by which unevenness is counted.
    private func lineHeight(in content: Range<Int>) -> Double {
        for item in measure.items[content] {
            if case .line = item.kind, item.height > 0 { return item.height }
        }
        return 12
    }

    // MARK: The least height

    private func leastHeight(_ content: Range<Int>, _ ends: Range<Int>, _ count: Int) -> Double? {
        let whole = height(from: content.lowerBound, to: content.upperBound)
        guard fits(content, ends, count, height: .greatestFiniteMagnitude) else { return nil }
        var low = whole / Double(count)
        var high = max(whole, low)
        if fits(content, ends, count, height: low) { return low }
        // To a twentieth of a point: lines are higher than that.
        while high - low > 0.05 {
            let middle = (low + high) / 2
            if fits(content, ends, count, height: middle) { high = middle } else { low = middle }
        }
        return high
    }

    /// Whether columns filled one after the other hold the content.
    private func fits(_ content: Range<Int>, _ ends: Range<Int>, _ count: Int, height limit: Double) -> Bool {
        var start = content.lowerBound
        var rest = ends
        for _ in 0..<count {
            let forced = rest.first { measure.ends[$0].isForced }
            let isLast = forced == nil
            if isLast, height(from: start, to: content.upperBound) <= limit + 0.01 { return true }
            let reachable = rest.lowerBound..<(forced.map { $0 + 1 } ?? rest.upperBound)
            let top = measure.firstKept(from: start, to: content.upperBound)
            guard let end = measure.endsFilling(limit - head(at: top), from: top, among: reachable, fewest: 1).last
            else {
                return false
            }
            start = measure.ends[end].next
            rest = (end + 1)..<rest.upperBound
        }
        return false
    }

    // MARK: The cheapest division at a height

    private struct Step {
        /// Index of the end that the column stops at; -1 is the content's start.
        var end: Int
        var start: Int
        var cost: Double
        var previous: Int
    }

    private func division(_ content: Range<Int>, _ ends: Range<Int>, _ count: Int, height limit: Double, line: Double)
        -> Row?
    {
        var steps = [Step(end: ends.lowerBound - 1, start: content.lowerBound, cost: 0, previous: -1)]
        var layer = 0..<1
        var best: (step: Int, cost: Double)?
        let forced = ends.filter { measure.ends[$0].isForced }
        for column in 0..<count {
            var reached: [Int: Int] = [:]
            let firstNew = steps.count
            for index in layer {
                let step = steps[index]
                let top = measure.firstKept(from: step.start, to: content.upperBound)
                let extra = head(at: top)
                let wall = forced.first { $0 > step.end }
                if wall == nil {
                    let last = measure.height(from: top, to: content.upperBound) + extra
                    let empty = Double(count - column - 1) * BreakCosts.uneven(limit, line: line)
                    let cost = step.cost + BreakCosts.uneven(limit - last, line: line) + empty
                    if last <= limit + 0.01, best.map({ cost < $0.cost }) ?? true { best = (index, cost) }
                }
                guard column < count - 1 else { continue }
                let range = (step.end + 1)..<(wall.map { $0 + 1 } ?? ends.upperBound)
                for end in measure.endsFilling(limit - extra, from: top, among: range) {
                    let place = measure.ends[end]
                    let missing = place.isForced ? 0 : limit - extra - measure.height(from: top, to: place.item)
                    // Among equal ones, the row whose first columns are the higher ones.
                    let weight = 1 + 0.05 * Double(count - column)
                    let cost = step.cost + place.columnCost + weight * BreakCosts.uneven(missing, line: line)
                    let next = Step(end: end, start: place.next, cost: cost, previous: index)
                    if let known = reached[end] {
                        if cost < steps[known].cost { steps[known] = next }
                    } else {
                        reached[end] = steps.count
                        steps.append(next)
                    }
                }
            }
            layer = firstNew..<steps.count
        }
        return best.map { row(steps, last: $0.step, cost: $0.cost, end: content.upperBound) }
    }

    private func row(_ steps: [Step], last: Int, cost: Double, end: Int) -> Row {
        var columns: [Range<Int>] = []
        var upper = end
        var index = last
        while index >= 0 {
            columns.append(steps[index].start..<max(steps[index].start, upper))
            upper = steps[index].start
            index = steps[index].previous
        }
        columns.reverse()
        let height = columns.map { self.height(from: $0.lowerBound, to: $0.upperBound) }.max()
        return Row(columns: columns, height: height ?? 0, cost: cost)
    }
}
