import CSS

/// The search for the cheapest pages: from each place where a page or column may begin, all places where it could end.
///
/// Places are taken in the order of the flow, so that a place's cheapest way is known when the ways on from it are weighed.
struct PageSearch {
    let breaker: PageBreaker
    /// For each footnote item, and the end, how far notes have been called before an item of the flow.
    private let calls: [Int]
    /// For each place before an item of the flow, and its end, how many page floats have been met.
    private let floatCalls: [Int]
    private let held: HeldParagraphs
    private var labels: [Label] = []
    /// The labels that begin after each end of `FlowMeasure.ends`; the first entry is the flow's start.
    private var begins: [[Int]]
    private var balanced: [Int: ColumnBalancer.Row?] = [:]

    private var measure: FlowMeasure { breaker.measure }

    /// A page or column that begins somewhere, reached in the cheapest way.
    private struct Label {
        /// How many of `FlowMeasure.ends` lie before.
        var end: Int
        /// First item.
        var item: Int
        var page: Int
        /// 0 where a page begins; else the column of a row that begins here.
        var column = 0
        /// The row's distance from the page area's top, in points.
        var top = 0.0
        /// First unset item of the note stream where the page begins.
        var note: Int
        /// End of the page's notes, as its columns are made for it.
        var noteEnd: Int
        /// How far notes had been called where the page begins.
        var called = 0
        /// First page float that is not placed where the page begins, and the end of the page's own, as its columns are made
        /// for them.
        var float = 0
        var floatEnd = 0
        /// The end of the floats on the page before, and pages of nothing but floats that follow it.
        var placedFloats = 0
        var lonePages: [Range<Int>] = []
        var cost: Double
        var previous: Int
        var forced: PageStyle.Break?

        func meets(_ other: Label) -> Bool {
            column == other.column && top == other.top && note == other.note && noteEnd == other.noteEnd
                && float == other.float && floatEnd == other.floatEnd
        }
    }

    init(breaker: PageBreaker) {
        self.breaker = breaker
        calls = breaker.notes.ends(of: breaker.measure.items)
        floatCalls = breaker.floats.ends(of: breaker.measure.items)
        held = HeldParagraphs(breaker.measure.items, breaker.notes)
        begins = Array(repeating: [], count: breaker.measure.ends.count + 1)
    }

    /// The cheapest pages.
    mutating func pages() -> [PageBreaker.Page] {
        labels = [Label(end: 0, item: 0, page: 0, note: 0, noteEnd: 0, cost: 0, previous: -1)]
        begins[0] = [0]
        for end in begins.indices.dropLast() {
            for index in cheapest(begins[end]) {
                let count = labels.count
                if labels[index].column == 0 { goOn(fromPage: index) } else { goOn(fromColumn: index) }
                if labels.count == count, !hasMet { overfill(from: index) }
            }
        }
        let final = begins[begins.count - 1].min { labels[$0].cost < labels[$1].cost }
        return collect(final ?? labels.count - 1)
    }

    /// No more ways than these lead on from one place: those that differ in their notes, or the height of their columns.
    private static let mostWays = 24

    private func cheapest(_ ways: [Int]) -> [Int] {
        guard ways.count > Self.mostWays else { return ways }
        let sorted = ways.sorted { (labels[$0].cost, $0) < (labels[$1].cost, $1) }
        return Array(sorted.prefix(Self.mostWays))
    }

    /// The last step led to a label that was known already.
    private var hasMet = false

    private mutating func reach(_ label: Label) {
        hasMet = true
        for index in begins[label.end] where labels[index].meets(label) {
            if label.cost < labels[index].cost { labels[index] = label }
            return
        }
        begins[label.end].append(labels.count)
        labels.append(label)
    }

    // MARK: From a page's top

    private mutating func goOn(fromPage index: Int) {
        hasMet = false
        let start = labels[index]
        let room = breaker.pageHeight(start.page, from: start.item)
        var base = measure.firstKept(from: start.item, to: measure.items.count)
        var y = breaker.balancer.head(at: base)
        var end = start.end
        var cost = 0.0
        var region = measure.region(from: start.item)
        if region < measure.regions.count, measure.regions[region].items.contains(start.item) { y = 0 }
        while true {
            let wall = region < measure.regions.count ? measure.regions[region].items.lowerBound : .max
            // Items in one column.
            while end < measure.ends.count, measure.ends[end].item < wall {
                let body = y + measure.height(from: base, to: measure.ends[end].item)
                if body > room + 0.01 { return }
                endPage(at: end, index, body: body, room: room, cost: cost)
                if measure.ends[end].isForced { return }
                end += 1
            }
            guard wall < .max else { return }
            if wall > start.item { y += measure.distance(from: min(base, wall), to: wall) }
            guard y < room else { return }
            end = max(end, measure.regions[region].ends.lowerBound)
            // A row of columns: what the page has room for, or all of it with something below.
            let first = max(wall, start.item)
            beginColumns(index, at: first, region, top: y, room: room, cost: cost)
            guard let row = row(from: first, region, after: end, room: room - y) else { return }
            y += row.height
            cost += row.cost
            if let forced = row.forcedEnd {
                return endPage(at: forced, index, body: y, room: room, cost: cost)
            }
            base = measure.regions[region].items.upperBound
            end = measure.regions[region].ends.upperBound
            region += 1
        }
    }

    /// Ends a page whose flow is `body` points high.
    private mutating func endPage(at end: Int, _ index: Int, body: Double, room: Double, cost extra: Double) {
        let label = labels[index]
        let place = measure.ends[end]
        let due = calls[place.item]
        var cost = place.cost + extra
        var note = label.note
        var used = body
        var float = label.float
        if float < floatCalls[place.item] {
            let room = room - body - breaker.notes.height(from: note, to: due)
            float = breaker.floats.end(from: float, to: floatCalls[place.item], room: room)
            used += breaker.floats.height(label.float..<float)
        }
        cost += Double(floatCalls[place.item] - float) * BreakCosts.deferredFloat
        if note < due {
            let placed = breaker.notes.place(from: note, to: due, room: room - used)
            note = placed.end
            used += placed.height
            cost += costOfNotes(left: note, due: due, on: label)
        }
        // `footnote-policy: block`: the paragraph goes to the page of its call as a whole, if that is why it ends here.
        if let call = held.call(after: place.item), used + measure.distance(from: place.item, to: call + 1) <= room {
            cost += BreakCosts.brokenPolicy
        }
        let unused = max(0, room - used) / max(room, 1)
        if !place.isForced { cost += BreakCosts.underfull(unused) }
        if place.item == measure.items.count, label.page > 0, unused > 0.93 { cost += BreakCosts.nearlyEmptyLastPage }
        beginPage(after: end, index, note: note, float: float, cost: cost)
    }

    private func costOfNotes(left note: Int, due: Int, on page: Label) -> Double {
        guard note < due else { return 0 }
        // Each note called here should at least begin here.
        let deferred = breaker.notes.starts(in: max(note, page.note)..<due)
        let broken = breaker.notes.broken(left: note, called: min(page.called, due), due: due)
        return BreakCosts.splitNote + Double(deferred) * BreakCosts.deferredNote
            + Double(broken) * BreakCosts.brokenPolicy
    }

    private mutating func beginPage(after end: Int, _ index: Int, note: Int, float: Int, cost: Double) {
        let place = measure.ends[end]
        let label = labels[index]
        let due = floatCalls[place.item]
        let lone =
            float < due
            ? breaker.floats.lonePages(
                from: float, to: due, room: breaker.pageHeight(label.page + 1, from: place.next)) : []
        let next = label.page + 1 + lone.count
        let blanks = (place.forced?.wantsRecto).map { $0 == (next % 2 == 0) ? 0 : 1 } ?? 0
        let pending = lone.last?.upperBound ?? float
        reach(
            Label(
                end: end + 1, item: place.next, page: next + blanks, note: note, noteEnd: note,
                called: calls[place.item], float: pending, floatEnd: pending, placedFloats: float, lonePages: lone,
                cost: label.cost + cost, previous: index, forced: place.endsColumnOnly ? nil : place.forced))
    }

    // MARK: Columns

    /// The row that begins at an item after the first `end` ends, all of the rest of its region balanced; nil where that is
    /// higher than `room` points.
    private mutating func row(from item: Int, _ region: Int, after end: Int, room: Double) -> ColumnBalancer.Row? {
        let region = measure.regions[region]
        let set = breaker.columns[region.set]
        guard set.balances else { return nil }
        let content = measure.content(of: region, from: item, after: end).items
        // Margins that vanish at the columns' ends make the content a little lower.
        let least = 0.8 * measure.distance(from: content.lowerBound, to: content.upperBound) / Double(set.count)
        guard least <= room else { return nil }
        let row: ColumnBalancer.Row?
        if let known = balanced[item] {
            row = known
        } else {
            row = breaker.balancer.row(from: item, in: region, count: set.count)
            balanced[item] = .some(row)
        }
        return row.flatMap { $0.height <= room + 0.01 ? $0 : nil }
    }

    /// The first column of a row that goes on to the page's foot.
    private mutating func beginColumns(
        _ index: Int, at item: Int, _ region: Int, top: Double, room: Double, cost: Double
    ) {
        let label = labels[index]
        let set = breaker.columns[measure.regions[region].set]
        for floatEnd in floatEnds(of: label, at: item, room: Double(set.count) * (room - top)) {
            let room = room - breaker.floats.height(label.float..<floatEnd)
            guard room > top else { break }
            let stops = breaker.notes.stops(from: label.note, room: room - top) { height in
                calls[measure.lastItem(within: Double(set.count) * (room - top - height), from: item)]
            }
            for stop in stops {
                var start = label
                start.item = item
                start.top = top
                start.noteEnd = stop.end
                start.floatEnd = floatEnd
                start.cost += cost
                start.end = max(label.end, measure.regions[region].ends.lowerBound)
                fillColumn(start, index, region, height: room - top - stop.height, room: room)
            }
        }
    }

    /// No more page floats than these stand on one page with columns.
    private static let mostFloats = 6

    /// The places in the queue at which a page's floats may end whose columns hold `room` points of the flow in all.
    private func floatEnds(of label: Label, at item: Int, room: Double) -> ClosedRange<Int> {
        let met = floatCalls[measure.lastItem(within: room, from: item)]
        return label.float...min(max(met, label.float), label.float + Self.mostFloats)
    }

    private mutating func goOn(fromColumn index: Int) {
        hasMet = false
        let label = labels[index]
        let room =
            breaker.pageHeight(label.page, from: label.item) - breaker.floats.height(label.float..<label.floatEnd)
        let notes = breaker.notes.height(from: label.note, to: label.noteEnd)
        fillColumn(label, index, measure.region(from: label.item), height: room - label.top - notes, room: room)
    }

    /// Weighs all places where a column could end; the last one of a page ends the page.
    private mutating func fillColumn(_ start: Label, _ index: Int, _ regionIndex: Int, height: Double, room: Double) {
        guard regionIndex < measure.regions.count else { return }
        let region = measure.regions[regionIndex]
        let set = breaker.columns[region.set]
        let top = measure.firstKept(from: start.item, to: region.items.upperBound)
        let limit = height - breaker.balancer.head(at: top)
        let range = start.end..<max(start.end, region.ends.upperBound)
        let wall = measure.forcedEnd(in: region, from: start.end)
        let reachable = range.lowerBound..<(wall.map { $0 + 1 } ?? range.upperBound)
        for end in measure.endsFilling(limit, from: top, among: reachable) {
            let place = measure.ends[end]
            let unused = (limit - measure.height(from: top, to: place.item)) / max(room, 1)
            let share = place.isForced ? 0 : BreakCosts.underfull(max(0, unused)) / Double(set.count)
            if place.isForced, !place.endsColumnOnly {
                // The columns before a forced page break are balanced, unless the style wants them filled.
                if set.balances { continue }
                endPage(after: end, start, index, cost: share)
            } else if start.column < set.count - 1 {
                var next = start
                next.end = end + 1
                next.item = place.next
                next.column = start.column + 1
                next.cost = start.cost + place.columnCost + share
                next.previous = index
                reach(next)
            } else {
                endPage(after: end, start, index, cost: place.cost + share)
            }
        }
        if wall == nil, measure.height(from: top, to: region.items.upperBound) <= limit + 0.01 {
            finishColumns(start, index, region, balances: set.balances)
        }
    }

    /// The region ends in a column: what cannot be parted from it follows, then the page ends.
    private mutating func finishColumns(_ start: Label, _ index: Int, _ region: FlowMeasure.Region, balances: Bool) {
        guard !balances || !hasMet else { return }
        endPage(
            after: min(region.ends.upperBound, measure.ends.count - 1), start, index,
            cost: balances ? BreakCosts.unbalanced : 0)
    }

    /// Ends a page at the foot of its last column.
    private mutating func endPage(after end: Int, _ start: Label, _ index: Int, cost: Double) {
        let due = calls[measure.ends[end].item]
        let waiting = floatCalls[measure.ends[end].item] - start.floatEnd
        guard start.noteEnd <= due, waiting >= 0 else { return }
        let notes = costOfNotes(left: start.noteEnd, due: due, on: start)
        let floats = Double(waiting) * BreakCosts.deferredFloat
        beginPage(
            after: end, index, note: start.noteEnd, float: start.floatEnd,
            cost: start.cost - labels[index].cost + cost + notes + floats)
    }

    // MARK: What fits nowhere

    /// Goes on from a place that no page or column has room for: at the first place where either may end.
    private mutating func overfill(from index: Int) {
        let label = labels[index]
        let end = min(label.end, measure.ends.count - 1)
        beginPage(after: end, index, note: label.noteEnd, float: label.floatEnd, cost: BreakCosts.overfull)
    }
}

// MARK: The path

extension PageSearch {
    private func collect(_ last: Int) -> [PageBreaker.Page] {
        var path: [Label] = []
        var index = last
        while index >= 0 {
            path.append(labels[index])
            index = labels[index].previous
        }
        path.reverse()
        var pages: [PageBreaker.Page] = []
        var start = 0
        for next in path.indices.dropFirst() where path[next].column == 0 {
            let from = path[start]
            var page = PageBreaker.Page(
                items: from.item..<path[next].item, notes: from.note..<max(from.note, path[next].note),
                startsAfter: from.forced, number: from.page)
            page.rows = rows(on: page.items, columnsAt: path[(start + 1)..<next].map(\.item))
            page.floats = from.float..<path[next].placedFloats
            pages.append(page)
            for (number, floats) in path[next].lonePages.enumerated() {
                let (item, note) = (path[next].item, path[next].note)
                pages.append(
                    PageBreaker.Page(
                        items: item..<item, notes: note..<note, floats: floats, number: from.page + 1 + number))
            }
            start = next
        }
        return pages
    }

    /// The rows of columns among a page's items; the last one is divided where the search did, the others are balanced.
    private func rows(on items: Range<Int>, columnsAt starts: [Int]) -> [ColumnRow] {
        var rows: [ColumnRow] = []
        for region in measure.regions[measure.region(from: items.lowerBound)...] {
            let content = region.items.clamped(to: items)
            guard !content.isEmpty else { break }
            var columns = [content]
            if let first = starts.first, content.contains(first) {
                let edges = [content.lowerBound] + starts + [content.upperBound]
                columns = zip(edges, edges.dropFirst()).map { $0..<max($0, $1) }
            } else if let row = balanced[content.lowerBound] ?? nil, row.columns.last!.upperBound <= items.upperBound {
                columns = row.columns
            }
            let heights = columns.map { breaker.balancer.height(from: $0.lowerBound, to: $0.upperBound) }
            rows.append(ColumnRow(set: region.set, columns: columns, height: heights.max() ?? 0))
        }
        return rows
    }
}

extension PageStyle.Break {
    /// The break asks for a page on the side of the first one, or for one on the other; nil if for any (CSS
    /// Fragmentation 3, §3.1). Left and right are told apart by `onSide(inRightToLeft:)` before.
    var wantsRecto: Bool? {
        switch self {
        case .right, .recto: true
        case .left, .verso: false
        case .auto, .avoid, .avoidPage, .avoidColumn, .page, .column: nil
        }
    }

    /// Left and right as the sides of the first page or of the second.
    func onSide(inRightToLeft: Bool) -> PageStyle.Break {
        switch self {
        case .left: inRightToLeft ? .recto : .verso
        case .right: inRightToLeft ? .verso : .recto
        case .auto, .avoid, .avoidPage, .avoidColumn, .page, .column, .recto, .verso: self
        }
    }
}
