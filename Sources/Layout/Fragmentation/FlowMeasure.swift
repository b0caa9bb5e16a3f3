import CSS

/// A flow's items summed up, so that the height between any two places is a subtraction.
struct FlowMeasure {
    let items: [FlowItem]
    /// Places where a page or column may end, in order; the last is the flow's own end.
    let ends: [End]
    /// Stretches of items that are set in columns, in order.
    let regions: [Region]
    /// Height of all items before an index, in points.
    private let sums: [Double]
    /// For each index, the first item from there on that is kept where a page begins.
    private let kept: [Int]
    /// For each index, the end of the items before it that are kept where a page ends.
    private let stops: [Int]
    /// What the boxes that are open before an index add above what begins and below what ends there, where their borders are
    /// cloned; points. Empty if none are.
    private let clones: [(top: Double, bottom: Double)]

    /// A place where a page or column may end.
    struct End {
        /// The break's own index; the items end before it.
        var item: Int
        /// First item of what follows.
        var next: Int
        var cost: Double
        /// What it costs to end a column here whose page goes on.
        var columnCost: Double
        var forced: PageStyle.Break?
        var isForced: Bool

        /// Only the column has to end, not the page.
        var endsColumnOnly: Bool { forced == .column }
    }

    /// The items of a multi-column container between two spanning elements.
    struct Region {
        var items: Range<Int>
        /// Index in `Flow.columns`.
        var set: Int
        /// Those of `ends` that lie inside.
        var ends: Range<Int>
        /// The forced ones among them.
        var forced: [Int]
    }

    init(_ items: [FlowItem], decorations: [BoxDecoration] = []) {
        self.items = items
        var sums = [0.0]
        sums.reserveCapacity(items.count + 1)
        var ends: [End] = []
        var regions: [Region] = []
        var begun: (item: Int, set: Int, end: Int)?
        var forced: [Int] = []
        for (index, item) in items.enumerated() {
            sums.append(sums[index] + item.height)
            switch item.kind {
            case .breakpoint(let cost, let column):
                ends.append(
                    End(item: index, next: index + 1, cost: cost, columnCost: column ?? cost, isForced: false))
            case .forcedBreak(let kind):
                forced.append(ends.count)
                ends.append(End(item: index, next: index + 1, cost: 0, columnCost: 0, forced: kind, isForced: true))
            case .columns(let set):
                begun = (index + 1, set, ends.count)
                forced = []
            case .columnsEnd:
                if let begin = begun, begin.item < index {
                    regions.append(
                        Region(
                            items: begin.item..<index, set: begin.set, ends: begin.end..<ends.count, forced: forced))
                }
                begun = nil
            case .line, .replaced, .row, .strut, .space, .open, .close, .mark, .marker: break
            }
        }
        ends.append(End(item: items.count, next: items.count, cost: 0, columnCost: 0, isForced: true))
        self.ends = ends
        self.regions = regions
        self.sums = sums
        kept = Self.kept(items)
        stops = Self.stops(items)
        clones = Self.clones(items, decorations)
    }

    private static func clones(_ items: [FlowItem], _ decorations: [BoxDecoration]) -> [(top: Double, bottom: Double)] {
        guard decorations.contains(where: { $0.clonedEdges != nil }) else { return [] }
        var open = (top: 0.0, bottom: 0.0)
        var result = [open]
        for item in items {
            switch item.kind {
            case .open(let index):
                open.top += decorations[index].clonedEdges?.top ?? 0
                open.bottom += decorations[index].clonedEdges?.bottom ?? 0
            case .close(let index):
                open.top -= decorations[index].clonedEdges?.top ?? 0
                open.bottom -= decorations[index].clonedEdges?.bottom ?? 0
            default: break
            }
            result.append(open)
        }
        return result
    }

    /// Height of the borders and paddings that are repeated where a page or column begins with an item; points.
    func clonedHeight(above item: Int) -> Double { clones.isEmpty ? 0 : clones[item].top }

    private static func kept(_ items: [FlowItem]) -> [Int] {
        var kept = Array(0...items.count)
        for index in items.indices.reversed() where items[index].isTrimmed { kept[index] = kept[index + 1] }
        // The margin above a document's very first box stays.
        kept[0] = 0
        return kept
    }

    private static func stops(_ items: [FlowItem]) -> [Int] {
        var stops = Array(0...items.count)
        for index in items.indices where items[index].isTrimmed { stops[index + 1] = stops[index] }
        return stops
    }

    /// The first item of a page or column that begins at an index and ends before `end`: margins at its top vanish
    /// (CSS Fragmentation 3, §5.2).
    func firstKept(from start: Int, to end: Int) -> Int { min(kept[start], end) }

    /// The end of the items of a page or column: margins at its foot vanish.
    func lastKept(from start: Int, to end: Int) -> Int { max(stops[end], start) }

    /// Points from the top of one item to the top of another, nothing left out.
    func distance(from start: Int, to end: Int) -> Double { sums[end] - sums[start] }

    /// Height of items that end at a break: margins at the foot vanish; points.
    func height(from start: Int, to end: Int) -> Double {
        let stop = stops[end]
        return stop > start ? sums[stop] - sums[start] + (clones.isEmpty ? 0 : clones[end].bottom) : 0
    }

    /// The first forced end of a region after the first `end` ends of the flow, one of pages only if so asked.
    func forcedEnd(in region: Region, from end: Int, ofPage: Bool = false) -> Int? {
        let first = region.forced.partitioningIndex { $0 >= end }
        return region.forced[first...].first { !ofPage || !ends[$0].endsColumnOnly }
    }

    /// What of a region stands on one page at most, from an item after the first `end` ends: up to a forced page break.
    func content(of region: Region, from item: Int, after end: Int) -> (items: Range<Int>, forcedEnd: Int?) {
        let forced = forcedEnd(in: region, from: end, ofPage: true)
        return (item..<(forced.map { ends[$0].item } ?? region.items.upperBound), forced)
    }

    /// The last item that stands no lower than so many points below an item's top.
    func lastItem(within points: Double, from item: Int) -> Int {
        var low = item
        var high = items.count
        while low < high {
            let middle = (low + high + 1) / 2
            if sums[middle] - sums[item] <= points { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The index in `regions` of the one that an item lies in, or of the first one after it.
    func region(from item: Int) -> Int {
        regions.partitioningIndex { $0.items.upperBound > item }
    }

    /// The indices of the ends in `range` at which something from `start` is no higher than `limit`: the last one, and so
    /// many before it as leave no more than a third of the height unused, but some in any case.
    ///
    /// They are no more than 64, so that items without height cannot make the search long.
    func endsFilling(_ limit: Double, from start: Int, among range: Range<Int>, fewest: Int = 6) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if height(from: start, to: ends[middle].item) <= limit + 0.01 { low = middle + 1 } else { high = middle }
        }
        let last = low
        var first = last
        while first > range.lowerBound, last - first < 64 {
            let isLoose = height(from: start, to: ends[first - 1].item) < limit * 2 / 3
            if isLoose, last - first >= fewest { break }
            first -= 1
        }
        return first..<last
    }
}

extension FlowItem {
    /// Vanishes at the top and the foot of a page.
    fileprivate var isTrimmed: Bool {
        switch kind {
        case .space, .breakpoint: true
        case .line, .replaced, .row, .strut, .forcedBreak, .open, .close, .mark, .marker, .columns, .columnsEnd: false
        }
    }
}

extension [FlowItem] {
    /// The first item from `start` on that is kept where a page begins, even at the flow's own start.
    func firstKept(from start: Int, orAt end: Int) -> Int {
        (start..<end).first { !self[$0].isTrimmed } ?? end
    }

    /// The first item of a page or column that begins at an index: margins at its top vanish.
    func firstKept(from start: Int, to end: Int) -> Int {
        guard start > 0 else { return start }
        return start < end ? firstKept(from: start, orAt: end) : end
    }

    /// The end of the items of a page or column: margins at its foot vanish.
    func lastKept(from start: Int, to end: Int) -> Int {
        var index = end
        while index > start, self[index - 1].isTrimmed { index -= 1 }
        return index
    }
}

extension Array {
    /// The first index whose element belongs to the second half, in an array whose elements do so from some index on.
    func partitioningIndex(where belongsToSecondHalf: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecondHalf(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
