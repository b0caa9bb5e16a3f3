/// A box that stands at the top or the foot of a page, across all columns (CSS Page Floats 3, §2).
struct PageFloat {
    /// As wide as the page area, margins of the block's other side included.
    var flow: Flow
    /// Points.
    var height: Double
    /// It stands at the page's top, and else above the notes at its foot.
    var isTop: Bool
}

/// All page floats in the order in which they are met: pages take from the front what they have room for, none before the
/// page that it is met on.
struct PageFloatQueue {
    let floats: [PageFloat]
    /// Height of all floats before each, and of all; points.
    private let sums: [Double]

    init(_ floats: [PageFloat] = []) {
        self.floats = floats
        sums = floats.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.height) }
    }

    var count: Int { floats.count }

    /// Points.
    func height(_ range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }

    /// For each place before an item of a flow, and its end, how many floats have been met.
    func ends(of flow: [FlowItem]) -> [Int] {
        var result = [0]
        result.reserveCapacity(flow.count + 1)
        var end = 0
        for item in flow {
            if let last = item.lastPageFloat { end = max(end, last + 1) }
            result.append(end)
        }
        return result
    }

    /// The end of the floats from one on that `room` points hold, and none from `due` on.
    func end(from start: Int, to due: Int, room: Double) -> Int {
        var end = start
        while end < due, height(start..<end + 1) <= room + 0.01 { end += 1 }
        return end
    }

    /// Floats higher than this share of a page leave too little for lines to stand beside them.
    private static let loneShare = 0.8

    /// The pages that the next floats fill by themselves, as many as hold the ones that are too high to share a page.
    func lonePages(from start: Int, to due: Int, room: Double) -> [Range<Int>] {
        var pages: [Range<Int>] = []
        var next = start
        while next < due, floats[next].height > Self.loneShare * room {
            let end = max(next + 1, self.end(from: next, to: due, room: room))
            pages.append(next..<end)
            next = end
        }
        return pages
    }
}

extension FlowItem {
    /// The last of the page floats that are met in the item.
    fileprivate var lastPageFloat: Int? {
        switch kind {
        case .mark(.pageFloat(let index)): index
        case .row(let slice): slice.cells.flatMap { $0.flow.items.compactMap(\.lastPageFloat) }.max()
        case .line, .replaced, .strut, .space, .breakpoint, .forcedBreak, .open, .close, .mark, .marker, .columns,
            .columnsEnd:
            nil
        }
    }
}
