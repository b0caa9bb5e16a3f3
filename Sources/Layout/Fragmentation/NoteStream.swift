import CSS

/// All footnotes one after the other, in the order of their calls: pages take from the front what they have room for.
struct NoteStream {
    /// The notes' items, each with the note it belongs to.
    private(set) var items: [FlowItem] = []
    private(set) var noteOfItem: [Int] = []
    /// The laid out notes, by their index in `BoxTree.footnotes`.
    let flows: [Flow]
    /// Height that the area takes besides the notes: margin, border and padding; points.
    let overhead: Double
    /// No page has notes higher than this, `overhead` and all; points.
    private let limit: Double
    private var endOfNote: [Int: Int] = [:]
    private var startOfNote: [Int: Int] = [:]
    /// How many notes begin before each item, and the end.
    private var startsBefore = [0]
    /// How many of the first notes may not go on on a page after that of their call.
    private var heldBefore = [0]
    /// By the index of the note.
    private let policies: [PageStyle.FootnotePolicy]

    /// `order` lists the notes as they are called; `policies` says of each, by its index, how far it holds to its call.
    init(
        _ flows: [Flow], order: [Int], overhead: Double, limit: Double = .infinity,
        policies: [PageStyle.FootnotePolicy] = []
    ) {
        self.flows = flows
        self.overhead = overhead
        self.policies = policies
        self.limit = limit
        for note in order where startOfNote[note] == nil {
            startOfNote[note] = items.count
            items += flows[note].items
            noteOfItem += flows[note].items.map { _ in note }
            endOfNote[note] = items.count
            if let last = startsBefore.last, flows[note].items.count > 0 {
                startsBefore += flows[note].items.map { _ in last + 1 }
                heldBefore.append(heldBefore[last] + (policy(of: note) == .auto ? 0 : 1))
            }
        }
    }

    var count: Int { items.count }

    /// `footnote-policy` of a note (GCPM 3, §2.8).
    func policy(of note: Int) -> PageStyle.FootnotePolicy { note < policies.count ? policies[note] : .auto }

    /// How many of the notes that are called on a page should end there and do not.
    ///
    /// `left` is the first item that the page has no room for, `called` the first item of the notes that are called on it,
    /// `due` the end of those.
    func broken(left: Int, called: Int, due: Int) -> Int {
        guard left < due, let all = heldBefore.last, all > 0 else { return 0 }
        let first = max(startsBefore[left + 1] - 1, startsBefore[called])
        return max(0, heldBefore[startsBefore[due]] - heldBefore[first])
    }

    /// For each place before an item of a flow, and its end, how far the stream has been called.
    func ends(of flow: [FlowItem]) -> [Int] {
        var result = [0]
        result.reserveCapacity(flow.count + 1)
        var end = 0
        for item in flow {
            for note in item.footnotes { end = max(end, endOfNote[note] ?? 0) }
            result.append(end)
        }
        return result
    }

    /// How many notes begin in a stretch of the stream.
    func starts(in range: Range<Int>) -> Int { startsBefore[range.upperBound] - startsBefore[range.lowerBound] }

    /// Height of the area that holds a stretch of the stream, in points; 0 for none.
    func height(from start: Int, to end: Int) -> Double {
        start < end ? items[start..<end].reduce(overhead) { $0 + $1.height } : 0
    }

    /// The places from `start` on at which the notes of a page may end whose columns are still to be filled.
    ///
    /// `called(height)` says how far notes are called on a page whose note area is so many points high. The more notes stand
    /// at the foot, the fewer are called above them: the last places where both agree are taken, besides `start`.
    func stops(from start: Int, room: Double, called: (Double) -> Int) -> [(end: Int, height: Double)] {
        let room = min(room, limit)
        var stops = [(end: start, height: 0.0)]
        var wholes: [(end: Int, height: Double)] = []
        var height = overhead
        var index = start
        while index < items.count {
            height += items[index].height
            index += 1
            let isEndOfNote = index == items.count || noteOfItem[index] != noteOfItem[index - 1]
            var isCut = false
            if !isEndOfNote, case .breakpoint(let cost, _) = items[index].kind { isCut = cost < BreakCosts.loneLines }
            guard isEndOfNote || isCut else { continue }
            guard height < room, called(height) >= index else { break }
            stops.append((index, height))
            if isEndOfNote { wholes.append((index, height)) }
        }
        var chosen = stops.prefix(1) + stops.dropFirst().suffix(4)
        for whole in wholes.suffix(3) where !chosen.contains(where: { $0.end == whole.end }) { chosen.append(whole) }
        return chosen.sorted { $0.end < $1.end }
    }

    /// The items from `start` that fit in `room` points, cut only where a note may be cut, and the height they take.
    func place(from start: Int, to due: Int, room: Double) -> (end: Int, height: Double) {
        let room = min(room, limit)
        var height = overhead
        var end = start
        var heightAtEnd = 0.0
        var index = start
        while index < due {
            let isBoundary: Bool
            if case .breakpoint(let cost, _) = items[index].kind {
                isBoundary = cost < BreakCosts.loneLines
            } else {
                isBoundary = index > start && noteOfItem[index] != noteOfItem[index - 1]
            }
            if isBoundary, index > start {
                end = index
                heightAtEnd = height
            }
            height += items[index].height
            if height > room + 0.01 { return (end, heightAtEnd) }
            index += 1
        }
        return (due, height)
    }
}

extension FlowItem {
    /// The notes called on a line or in a row.
    var footnotes: [Int] {
        switch kind {
        case .line(_, let line): line.footnotes
        case .row(let slice): slice.cells.flatMap { $0.flow.items.flatMap(\.footnotes) }
        case .replaced, .strut, .space, .breakpoint, .forcedBreak, .open, .close, .mark, .marker, .columns, .columnsEnd:
            []
        }
    }
}
