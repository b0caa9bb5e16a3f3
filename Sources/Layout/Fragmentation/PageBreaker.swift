import CSS

/// Divides a flow into pages by the cheapest path over its breakpoints, as paragraphs are divided into lines
/// (Plass 1981, "Optimal pagination techniques"; the costs are in `BreakCosts`).
///
/// A state is a breakpoint reached, and how far the footnotes have been set: notes are one stream in the order of their
/// calls, and what a page has no room for goes on at the foot of the next.
struct PageBreaker {
    let items: [FlowItem]
    /// Height of the page area of a page, from 0; points.
    let pageHeight: (Int) -> Double
    let notes: NoteStream
    /// Height that a table's repeated head takes on a page that begins inside the table.
    let repeatedHead: (Int) -> Double

    /// What one page holds.
    struct Page: Hashable {
        /// Of the flow.
        var items: Range<Int>
        /// Of the note stream.
        var notes: Range<Int>
        /// The break that the page begins after.
        var startsAfter: PageStyle.Break?
    }

    private struct Label {
        /// First item of the page that begins here.
        var item: Int
        /// First unset item of the note stream.
        var note: Int
        var page: Int
        var cost: Double
        var previous: Int
        var forced: PageStyle.Break?
    }

    /// The pages; at least one.
    func pages() -> [Page] {
        let heights = prefixHeights()
        let calls = notes.ends(of: items)
        var labels = [Label(item: 0, note: 0, page: 0, cost: 0, previous: -1)]
        var active = [0]
        var final: Int?
        for end in breakpoints() {
            var best: [Int: Label] = [:]
            var stillActive: [Int] = []
            var cheapestOverfull: Label?
            for index in active {
                let label = labels[index]
                let trial = page(from: label, to: end, heights, calls)
                if trial.isOverfull {
                    let next = self.next(label, index, end, trial, cost: BreakCosts.overfull)
                    if cheapestOverfull.map({ next.cost < $0.cost }) ?? true { cheapestOverfull = next }
                    continue
                }
                stillActive.append(index)
                let next = self.next(label, index, end, trial, cost: trial.cost)
                if best[next.note].map({ next.cost < $0.cost }) ?? true { best[next.note] = next }
            }
            active = stillActive
            // No page can end here well: take the least bad, so that the search never ends without pages.
            if best.isEmpty, active.isEmpty, let overfull = cheapestOverfull { best[overfull.note] = overfull }
            for key in best.keys.sorted() {
                guard let label = best[key] else { continue }
                labels.append(label)
                active.append(labels.count - 1)
            }
            if end.isForced || end.item == items.count {
                // Every page ends at a forced break.
                active = active.filter { labels[$0].item >= end.next }
            }
            if end.item == items.count { final = active.min { labels[$0].cost < labels[$1].cost } }
        }
        return collect(labels, final ?? labels.count - 1)
    }

    // MARK: Breakpoints

    private struct End {
        /// The break's own index; the page's items end before it.
        var item: Int
        /// First item of the next page.
        var next: Int
        var cost: Double
        var forced: PageStyle.Break?
        var isForced: Bool
    }

    private func breakpoints() -> [End] {
        var result: [End] = []
        for (index, item) in items.enumerated() {
            switch item.kind {
            case .breakpoint(let cost): result.append(End(item: index, next: index + 1, cost: cost, isForced: false))
            case .forcedBreak(let kind):
                result.append(End(item: index, next: index + 1, cost: 0, forced: kind, isForced: true))
            case .line, .replaced, .row, .strut, .space, .open, .close, .mark, .marker: break
            }
        }
        result.append(End(item: items.count, next: items.count, cost: 0, isForced: true))
        return result
    }

    private func prefixHeights() -> [Double] {
        var sums = [0.0]
        sums.reserveCapacity(items.count + 1)
        for item in items { sums.append(sums[sums.count - 1] + item.height) }
        return sums
    }

    // MARK: One page

    private struct Trial {
        var cost: Double
        var note: Int
        var isOverfull: Bool
    }

    private func next(_ label: Label, _ index: Int, _ end: End, _ trial: Trial, cost: Double) -> Label {
        Label(
            item: end.next, note: trial.note, page: label.page + 1, cost: label.cost + cost, previous: index,
            forced: end.forced)
    }

    /// Weighs the page from a label to a breakpoint.
    private func page(from label: Label, to end: End, _ heights: [Double], _ calls: [Int]) -> Trial {
        let start = items.firstKept(from: label.item, to: end.item)
        let stop = items.lastKept(from: start, to: end.item)
        let room = pageHeight(label.page)
        var body = stop > start ? heights[stop] - heights[start] : 0
        if start < stop, case .row(let slice) = items[start].kind, !slice.isHead, label.item > 0 {
            body += repeatedHead(slice.table)
        }
        let due = calls[end.item]
        var cost = end.cost
        var note = label.note
        var used = body
        if note < due {
            let placed = notes.place(from: note, to: due, room: room - body)
            note = placed.end
            used += placed.height
            if note < due {
                cost += BreakCosts.splitNote
                // Each note called here should at least begin here.
                cost += Double(notes.starts(in: max(note, label.note)..<due)) * BreakCosts.deferredNote
            }
        }
        let isOverfull = body > room + 0.01
        let isLast = end.item == items.count
        let unused = max(0, room - used) / max(room, 1)
        if !end.isForced { cost += BreakCosts.underfull(unused) }
        if isLast, label.page > 0, unused > 0.93 { cost += BreakCosts.nearlyEmptyLastPage }
        return Trial(cost: cost, note: note, isOverfull: isOverfull)
    }

    // MARK: The path

    private func collect(_ labels: [Label], _ last: Int) -> [Page] {
        var path: [Label] = []
        var index = last
        while index >= 0 {
            path.append(labels[index])
            index = labels[index].previous
        }
        path.reverse()
        var pages: [Page] = []
        for (from, to) in zip(path, path.dropFirst()) {
            pages.append(
                Page(items: from.item..<to.item, notes: from.note..<max(from.note, to.note), startsAfter: from.forced))
        }
        // Notes that the last page has no room for go on by themselves.
        var note = path.last?.note ?? 0
        while note < notes.count {
            let placed = notes.place(from: note, to: notes.count, room: pageHeight(pages.count))
            let end = max(placed.end, note + 1)
            pages.append(Page(items: items.count..<items.count, notes: note..<end))
            note = end
        }
        return pages.isEmpty ? [Page(items: items.indices, notes: 0..<0)] : pages
    }
}

extension [FlowItem] {
    /// The first item of a page that begins at an index: margins at its top vanish (CSS Fragmentation 3, §5.2).
    func firstKept(from start: Int, to end: Int) -> Int {
        // The margin above a document's very first box stays.
        guard start > 0 else { return start }
        var index = start
        while index < end {
            switch self[index].kind {
            case .space, .breakpoint: index += 1
            case .line, .replaced, .row, .strut, .forcedBreak, .open, .close, .mark, .marker: return index
            }
        }
        return end
    }

    /// The end of a page's items: margins at its foot vanish.
    func lastKept(from start: Int, to end: Int) -> Int {
        var index = end
        while index > start {
            switch self[index - 1].kind {
            case .space, .breakpoint: index -= 1
            case .line, .replaced, .row, .strut, .forcedBreak, .open, .close, .mark, .marker: return index
            }
        }
        return start
    }
}
