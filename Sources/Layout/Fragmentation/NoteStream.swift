/// All footnotes one after the other, in the order of their calls: pages take from the front what they have room for.
struct NoteStream {
    /// The notes' items, each with the note it belongs to.
    private(set) var items: [FlowItem] = []
    private(set) var noteOfItem: [Int] = []
    /// The laid out notes, by their index in `BoxTree.footnotes`.
    let flows: [Flow]
    /// Height that the area takes besides the notes: margin, border and padding; points.
    let overhead: Double
    private var endOfNote: [Int: Int] = [:]
    private var startOfNote: [Int: Int] = [:]

    /// `order` lists the notes as they are called.
    init(_ flows: [Flow], order: [Int], overhead: Double) {
        self.flows = flows
        self.overhead = overhead
        for note in order where startOfNote[note] == nil {
            startOfNote[note] = items.count
            items += flows[note].items
            noteOfItem += flows[note].items.map { _ in note }
            endOfNote[note] = items.count
        }
    }

    var count: Int { items.count }

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
    func starts(in range: Range<Int>) -> Int {
        startOfNote.values.reduce(0) { $0 + (range.contains($1) ? 1 : 0) }
    }

    /// The items from `start` that fit in `room` points, cut only where a note may be cut, and the height they take.
    func place(from start: Int, to due: Int, room: Double) -> (end: Int, height: Double) {
        var height = overhead
        var end = start
        var heightAtEnd = 0.0
        var index = start
        while index < due {
            let isBoundary: Bool
            if case .breakpoint(let cost) = items[index].kind {
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
        case .replaced, .strut, .space, .breakpoint, .forcedBreak, .open, .close, .mark, .marker: []
        }
    }
}
