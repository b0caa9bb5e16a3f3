/// One pass over a paragraph's breakpoints: the active list of Knuth & Plass 1981, pp. 1156-1160.
///
/// A node is a breakpoint reached by some best way; an active one is near enough that a line from it could still end at
/// the breakpoint at hand. Nodes of one breakpoint differ in fitness class and, where it matters, in line number.
struct BreakSearch {
    let items: ParagraphItems
    let widths: LineWidths
    let settings: OptimalBreaker.Settings
    let pass: BrokenParagraph.Pass
    /// The greatest badness of a line.
    let tolerance: Double
    /// How many lines the paragraph should have, if that is asked for.
    private let wantedLines: Int?
    /// Stretch added to every line for the reckoning only.
    private let background: Double
    /// Lines from here on are all alike, so that their nodes need not be kept apart.
    private let firstLikeLine: Int

    private var nodes: [Node] = []
    private var active: [Active] = []
    /// The sum of widths up to the last breakpoint that is not flagged.
    private var lastOpen = 0.0
    /// The best lines to the breakpoint at hand from active nodes of one line number, by the fitness of the line.
    private var best = BestLines()
    /// The same after as many flagged lines in a row as there may be: they have to be much better to be worth it.
    private var bestFull = BestLines()

    init(
        items: ParagraphItems, widths: LineWidths, settings: OptimalBreaker.Settings, pass: BrokenParagraph.Pass,
        tolerance: Double, wantedLines: Int? = nil
    ) {
        self.items = items
        self.widths = widths
        self.settings = settings
        self.pass = pass
        self.tolerance = tolerance
        self.wantedLines = wantedLines
        background = pass >= .emergency ? settings.emergencyStretch : 0
        firstLikeLine = wantedLines == nil ? widths.first.count : .max
        nodes.reserveCapacity(items.breakpoints.count)
    }

    /// A breakpoint reached by the best lines for its class.
    private struct Node: BitwiseCopyable {
        var breakpoint: Int32
        var previous: Int32
        var line: Int32
        var fitness: Fitness
        var isOverfull: Bool
        var ratio: Double
        var demerits: Double
    }

    /// What a node gives to the search while it is active, kept together.
    private struct Active: BitwiseCopyable {
        var start: Sums
        var demerits: Double
        var node: Int32
        var line: Int32
        var fitness: Fitness
        /// Lines up to here that end in a flagged break, in a row.
        var flagged: UInt8
    }

    /// For each fitness class the cheapest line that ends at a breakpoint.
    private struct BestLines: BitwiseCopyable {
        var tight = BestLine(), decent = BestLine(), loose = BestLine(), veryLoose = BestLine()
        var least = Double.infinity

        subscript(fitness: Fitness) -> BestLine {
            get {
                switch fitness {
                case .tight: tight
                case .decent: decent
                case .loose: loose
                case .veryLoose: veryLoose
                }
            }
            set {
                switch fitness {
                case .tight: tight = newValue
                case .decent: decent = newValue
                case .loose: loose = newValue
                case .veryLoose: veryLoose = newValue
                }
            }
        }

        /// Keeps a line if it is the cheapest of its class.
        mutating func take(_ line: BestLine, _ fitness: Fitness) {
            guard line.demerits < self[fitness].demerits else { return }
            self[fitness] = line
            least = min(least, line.demerits)
        }
    }

    private struct BestLine: BitwiseCopyable {
        var demerits = Double.infinity
        var previous: Int32 = -1
        var line: Int32 = 0
        var ratio = 0.0
        var flagged: UInt8 = 0
        var isOverfull = false
    }

    /// The paragraph's lines, or nil if this pass's tolerance allows none.
    mutating func run() -> BrokenParagraph? {
        active = [Active(start: items.start, demerits: 0, node: -1, line: 0, fitness: .decent, flagged: 0)]
        for index in items.breakpoints.indices {
            let breakpoint = items.breakpoints[index]
            if pass == .unhyphenated && breakpoint.isFlagged { continue }
            visit(breakpoint, index: Int32(index), isEnd: index == items.breakpoints.count - 1)
            if !breakpoint.isFlagged { lastOpen = breakpoint.end.width }
            if active.isEmpty { return nil }
        }
        return result()
    }

    /// Tries a line from every active node to a breakpoint, and makes the best of them nodes.
    private mutating func visit(_ breakpoint: Breakpoint, index: Int32, isEnd: Bool) {
        let before = active.count
        var kept = 0
        var position = 0
        // New nodes of a line number go behind its group, so that the list stays sorted by line number.
        while position < before {
            let group = min(Int(active[position].line), firstLikeLine)
            best = BestLines()
            bestFull = BestLines()
            let target = widths[group]
            while position < before && min(Int(active[position].line), firstLikeLine) == group {
                let candidate = active[position]
                position += 1
                let isLastHope =
                    pass == .last && position == before && kept == 0 && min(best.least, bestFull.least) == .infinity
                    && active.count == before
                if consider(candidate, breakpoint, width: target, isEnd: isEnd, isLastHope: isLastHope) {
                    active[kept] = candidate
                    kept += 1
                }
            }
            addNodes(best, below: best.least + settings.demerits.adjacent, breakpoint, index: index)
            // A line that may be followed by another flagged one is never worse to have.
            let limit = min(best.least, bestFull.least + settings.demerits.adjacent)
            addNodes(bestFull, below: limit, breakpoint, index: index)
        }
        // What was added stands behind the `before` old ones; close the gap that dead ones left.
        active.removeSubrange(kept..<before)
        if firstLikeLine > 0 && before > 0 { sortByLine() }
    }

    /// Weighs one line; false if its node can reach no later breakpoint.
    private mutating func consider(
        _ candidate: Active, _ breakpoint: Breakpoint, width target: Double, isEnd: Bool, isLastHope: Bool
    ) -> Bool {
        let natural = breakpoint.end.width - candidate.start.width
        let shrink = breakpoint.end.shrink - candidate.start.shrink
        let rest = target - natural - breakpoint.extra
        let short = breakpoint.end.remainder(of: rest, from: candidate.start)
        // Without the flagged break the line would be full enough.
        if breakpoint.isFlagged, settings.flaggedZone > 0,
            target - (lastOpen - candidate.start.width) <= settings.flaggedZone
        {
            return true
        }
        var line = BestLine()
        line.previous = candidate.node
        line.line = candidate.line + 1
        // The ratio that the line is judged by: the emergency stretch counts here and not in the line.
        var judged = 0.0
        var survives = !breakpoint.isForced
        if short >= 0 {
            if breakpoint.end.fill - candidate.start.fill <= 0 && short > 0 {
                let stretch = breakpoint.end.stretch - candidate.start.stretch
                line.ratio = stretch > 0 ? short / stretch : 0
                judged = judgedRatio(short: short, stretch: stretch, width: target)
            }
        } else if -short <= shrink + Self.rounding {
            line.ratio = shrink > 0 ? max(-1, short / shrink) : 0
            judged = line.ratio
        } else {
            // A hyphen alone may be too much where the text would still fit up to a later break.
            if natural - shrink - (breakpoint.end.give - candidate.start.give) > target + Self.rounding {
                survives = false
            }
            guard isLastHope && !survives else { return survives }
            line.ratio = shrink > 0 ? -1 : 0
            line.isOverfull = true
        }
        let badness = line.isOverfull ? Demerits.overfullBadness : Demerits.badness(ratio: judged)
        guard badness <= tolerance else { return survives }
        let fitness = Fitness(ratio: judged)
        line.demerits = demerits(candidate, breakpoint, badness: badness, fitness: fitness, isEnd: isEnd, short: rest)
        line.flagged = breakpoint.isFlagged ? candidate.flagged &+ 1 : 0
        guard let most = settings.maximumFlaggedLines, line.flagged >= most else {
            best.take(line, fitness)
            return survives
        }
        if line.flagged > most { line.demerits += Demerits.ladder }
        bestFull.take(line, fitness)
        return survives
    }

    /// A stretched line's ratio; in the last pass every line can stretch by at least a fiftieth of its width.
    private func judgedRatio(short: Double, stretch: Double, width: Double) -> Double {
        let total = stretch + background
        if pass == .last { return short / max(total, width / 50) }
        return total > 0 ? short / total : .infinity
    }

    /// All demerits up to a line's end (Knuth & Plass 1981, p. 1128; The TeXbook, p. 98).
    private func demerits(
        _ candidate: Active, _ breakpoint: Breakpoint, badness: Double, fitness: Fitness, isEnd: Bool, short: Double
    ) -> Double {
        let costs = settings.demerits
        var total = candidate.demerits + costs.line(badness: badness, cost: breakpoint.cost)
        if candidate.flagged > 0 {
            if isEnd { total += costs.finalHyphen } else if breakpoint.isFlagged { total += costs.doubleHyphen }
        }
        if abs(Int(fitness.rawValue) - Int(candidate.fitness.rawValue)) > 1 { total += costs.adjacent }
        if isEnd && costs.shortLastLine > 0 && widths[Int(candidate.line)] - short < costs.shortestLastLine {
            total += costs.shortLastLine
        }
        return total
    }

    /// Makes nodes of the best lines; a class that is worse by more than a jump between classes can never win.
    private mutating func addNodes(_ best: BestLines, below limit: Double, _ breakpoint: Breakpoint, index: Int32) {
        guard best.least < .infinity else { return }
        for fitness in Fitness.allCases {
            let line = best[fitness]
            guard line.demerits <= limit, line.demerits < .infinity else { continue }
            active.append(
                Active(
                    start: breakpoint.start, demerits: line.demerits, node: Int32(nodes.count), line: line.line,
                    fitness: fitness, flagged: line.flagged))
            nodes.append(
                Node(
                    breakpoint: index, previous: line.previous, line: line.line, fitness: fitness,
                    isOverfull: line.isOverfull, ratio: line.ratio, demerits: line.demerits))
        }
    }

    /// Restores the order by line number; the list is short and nearly sorted.
    private mutating func sortByLine() {
        var index = 1
        while index < active.count {
            let moved = active[index]
            var place = index
            while place > 0 && active[place - 1].line > moved.line {
                active[place] = active[place - 1]
                place -= 1
            }
            active[place] = moved
            index += 1
        }
    }

    /// Follows the best final node back to the paragraph's start.
    private func result() -> BrokenParagraph? {
        func distance(_ node: Active) -> Int { wantedLines.map { abs(Int(node.line) - $0) } ?? 0 }
        guard
            let chosen = active.min(by: { a, b in
                distance(a) == distance(b) ? a.demerits < b.demerits : distance(a) < distance(b)
            })
        else { return nil }
        var lines: [LineBreak] = []
        var index = chosen.node
        while index >= 0 {
            let node = nodes[Int(index)]
            let start =
                node.previous < 0 ? 0 : Int(items.breakpoints[Int(nodes[Int(node.previous)].breakpoint)].startItem)
            lines.append(
                LineBreak(
                    start: start, item: Int(items.breakpoints[Int(node.breakpoint)].item), ratio: node.ratio,
                    isOverfull: node.isOverfull, fitness: node.fitness))
            index = node.previous
        }
        lines.reverse()
        return BrokenParagraph(lines: lines, totalDemerits: chosen.demerits, pass: pass)
    }

    /// Widths that differ by less are the same: sums of many advances are not exact.
    private static let rounding = 1e-6
}
