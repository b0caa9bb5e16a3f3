/// A paragraph as a sequence of boxes, glue and penalties (Knuth & Plass 1981, pp. 1121-1124), as parallel arrays.
///
/// Legal breakpoints are collected while items are appended, each with the sums of all widths up to it, so that the
/// natural width of any line is one subtraction.
public struct ParagraphItems: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable { case box, glue, penalty }

    public private(set) var kinds: [Kind] = []
    /// A penalty's width counts only where the line is broken at it.
    public private(set) var widths: [Double] = []
    /// Zero except for glue.
    public private(set) var stretches: [Double] = []
    /// Zero except for glue.
    public private(set) var shrinks: [Double] = []
    /// Zero except for penalties.
    public private(set) var costs: [Double] = []
    /// How far the last box's end may stand beyond the margin, and nothing if something else came after it.
    private var trailingProtrusion = 0.0
    /// Where the first line starts: in the margin by what its first box may stand there.
    private(set) var start = Sums()

    /// All legal breakpoints in order.
    private(set) var breakpoints: [Breakpoint] = []
    /// Sums over all items so far.
    private var sums = Sums()
    /// The first breakpoint that no box or forced break has followed yet; its line's successor has no start so far.
    private var firstPending = 0

    /// A penalty from here on forbids a break.
    public static let forbidding = 10_000.0
    /// A penalty down from here forces a break.
    public static let forcing = -10_000.0

    public init() {}

    /// The number of items.
    public var count: Int { kinds.count }

    public var isEmpty: Bool { kinds.isEmpty }

    /// Makes room for a number of items.
    public mutating func reserveCapacity(_ count: Int) {
        kinds.reserveCapacity(count)
        widths.reserveCapacity(count)
        stretches.reserveCapacity(count)
        shrinks.reserveCapacity(count)
        costs.reserveCapacity(count)
        breakpoints.reserveCapacity(count / 2)
    }

    /// Removes all items and keeps the room.
    public mutating func removeAll() {
        kinds.removeAll(keepingCapacity: true)
        widths.removeAll(keepingCapacity: true)
        stretches.removeAll(keepingCapacity: true)
        shrinks.removeAll(keepingCapacity: true)
        costs.removeAll(keepingCapacity: true)
        breakpoints.removeAll(keepingCapacity: true)
        sums = Sums()
        firstPending = 0
        trailingProtrusion = 0
        start = Sums()
    }

    /// Appends something that no line is broken in.
    ///
    /// - Parameters:
    ///   - width: Its width, which glue does not change.
    ///   - give: How much wider or narrower font expansion makes it at most.
    ///   - protrusion: How far it stands in the margin at a line's start and at a line's end.
    public mutating func append(
        box width: Double, give: Double = 0, protrusion: (start: Double, end: Double) = (0, 0)
    ) {
        if kinds.isEmpty { start.width = protrusion.start }
        startPendingLines(at: count, protrusion: protrusion.start)
        append(.box, width: width)
        sums.width += width
        sums.give += give
        trailingProtrusion = protrusion.end
    }

    /// Appends glue; it is a legal breakpoint if a box stands before it.
    public mutating func append(glue: Glue) {
        if kinds.last == .box {
            breakpoints.append(
                Breakpoint(item: Int32(count), cost: 0, isFlagged: false, end: sums, extra: -trailingProtrusion))
        }
        append(.glue, width: glue.width, stretch: glue.stretch, shrink: glue.shrink)
        trailingProtrusion = 0
        sums.width += glue.width
        sums.stretch += glue.stretch
        sums.shrink += glue.shrink
        sums.fill += glue.fill
    }

    /// Appends glue by its parts.
    public mutating func append(glue width: Double, stretch: Double, shrink: Double) {
        append(glue: Glue(width: width, stretch: stretch, shrink: shrink))
    }

    /// Appends a place where a break has a cost, and a width if it is taken (a hyphen's).
    ///
    /// Flagged penalties are those that should not end two lines in a row. `protrusion` is how far what has the width
    /// stands in the margin at a line's end; where it is nil, what stands before the penalty does.
    public mutating func append(
        penalty width: Double, cost: Double, isFlagged: Bool = false, protrusion: Double? = nil
    ) {
        if cost <= Self.forcing { startPendingLines(at: count) }
        if cost < Self.forbidding {
            breakpoints.append(
                Breakpoint(
                    item: Int32(count), cost: max(cost, Self.forcing), isFlagged: isFlagged, end: sums,
                    extra: width - (protrusion ?? trailingProtrusion)))
        }
        append(.penalty, width: width, cost: cost)
    }

    /// Appends a forced break; what stands before it is a line's end.
    public mutating func appendForcedBreak() {
        append(penalty: 0, cost: Self.forcing)
    }

    /// Appends what ends a paragraph or a line before a forced break: no break, glue that fills the line, a forced break.
    public mutating func appendFinish(_ glue: Glue = .finishing) {
        append(penalty: 0, cost: Self.forbidding)
        append(glue: glue)
        appendForcedBreak()
    }

    /// True if the last item forces a break, as a paragraph's has to.
    public var isFinished: Bool { kinds.last == .penalty && costs[count - 1] <= Self.forcing }

    private mutating func append(
        _ kind: Kind, width: Double, stretch: Double = 0, shrink: Double = 0, cost: Double = 0
    ) {
        kinds.append(kind)
        widths.append(width)
        stretches.append(stretch)
        shrinks.append(shrink)
        costs.append(cost)
    }

    /// Glue and penalties after a break vanish up to the next box or forced break (Knuth & Plass 1981, p. 1125).
    private mutating func startPendingLines(at item: Int, protrusion: Double = 0) {
        while firstPending < breakpoints.count {
            breakpoints[firstPending].start = sums
            breakpoints[firstPending].start.width += protrusion
            breakpoints[firstPending].startItem = Int32(item)
            firstPending += 1
        }
    }
}

/// Sums of the widths of all items before a place.
struct Sums: Hashable, Sendable, BitwiseCopyable {
    var width = 0.0
    var stretch = 0.0
    var shrink = 0.0
    var fill = 0.0
    /// How much font expansion can make the boxes wider, or narrower.
    var give = 0.0

    /// What glue has to make up of what a line is short of, or has too much: letters give way first.
    func remainder(of short: Double, from start: Sums) -> Double {
        let give = give - start.give
        return short >= 0 ? max(0, short - give) : min(0, short + give)
    }
}

/// A place where a line may end.
struct Breakpoint: Hashable, Sendable, BitwiseCopyable {
    /// The glue or penalty that is broken at.
    var item: Int32
    /// The first item of the line after it.
    var startItem: Int32 = .max
    var cost: Double
    var isFlagged: Bool
    /// Sums before the break: where the line ends.
    var end: Sums
    /// A penalty's own width, less what stands in the margin.
    var extra: Double
    /// Sums before the next line's first item.
    var start = Sums()

    init(item: Int32, cost: Double, isFlagged: Bool, end: Sums, extra: Double) {
        self.item = item
        self.cost = cost
        self.isFlagged = isFlagged
        self.end = end
        self.extra = extra
    }

    var isForced: Bool { cost <= ParagraphItems.forcing }
}
