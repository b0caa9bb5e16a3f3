/// Puts as many items on each line as fit without shrinking glue by more than it can, one line at a time.
///
/// The yardstick for `OptimalBreaker`, whose demerits are never above these, and a fallback where speed is all.
public struct FirstFitBreaker: Hashable, Sendable {
    public var settings: OptimalBreaker.Settings

    public init(_ settings: OptimalBreaker.Settings = .init()) {
        self.settings = settings
    }

    /// The lines, each ended at the last breakpoint whose text fits at its natural width.
    public func breaks(_ items: ParagraphItems, widths: LineWidths) -> BrokenParagraph {
        guard items.isFinished else {
            var finished = items
            finished.appendFinish()
            return breaks(finished, widths: widths)
        }
        var chosen: [Int] = []
        var start = items.start
        var index = 0
        while index < items.breakpoints.count {
            var last = index
            var next = index
            while next < items.breakpoints.count {
                let breakpoint = items.breakpoints[next]
                let width = breakpoint.end.width - start.width
                if next > index && width > widths[chosen.count] + 1e-6 { break }
                if width + breakpoint.extra <= widths[chosen.count] + 1e-6 { last = next }
                if breakpoint.isForced {
                    if width <= widths[chosen.count] + 1e-6 { last = next }
                    break
                }
                next += 1
            }
            chosen.append(last)
            start = items.breakpoints[last].start
            index = last + 1
        }
        return BrokenParagraph(breaking: items, at: chosen, widths: widths, settings: settings)
    }
}

extension BrokenParagraph {
    /// The lines and demerits of given breakpoints, whatever they cost.
    init(breaking items: ParagraphItems, at chosen: [Int], widths: LineWidths, settings: OptimalBreaker.Settings) {
        self.init(lines: [], totalDemerits: 0, pass: .last)
        var start = items.start
        var startItem = 0
        var previous = Fitness.decent
        var flagged = 0
        for (number, index) in chosen.enumerated() {
            let breakpoint = items.breakpoints[index]
            let rest = widths[number] - (breakpoint.end.width - start.width) - breakpoint.extra
            let short = breakpoint.end.remainder(of: rest, from: start)
            let give = (short >= 0 ? breakpoint.end.stretch - start.stretch : breakpoint.end.shrink - start.shrink)
            let fills = short >= 0 && breakpoint.end.fill - start.fill > 0
            let ratio =
                fills || abs(short) < 1e-9 ? 0 : give > 0 ? short / give : short > 0 ? Double.infinity : -.infinity
            let fitness = Fitness(ratio: ratio)
            let isOverfull = ratio < -1 - 1e-6
            let isEnd = number == chosen.count - 1
            let costs = settings.demerits
            let badness = isOverfull ? Demerits.overfullBadness : Demerits.badness(ratio: ratio)
            totalDemerits += costs.line(badness: badness, cost: breakpoint.cost)
            if flagged > 0 {
                totalDemerits += isEnd ? costs.finalHyphen : breakpoint.isFlagged ? costs.doubleHyphen : 0
            }
            if abs(Int(fitness.rawValue) - Int(previous.rawValue)) > 1 { totalDemerits += costs.adjacent }
            if isEnd && costs.shortLastLine > 0 && widths[number] - rest < costs.shortestLastLine {
                totalDemerits += costs.shortLastLine
            }
            lines.append(
                LineBreak(
                    start: startItem, item: Int(breakpoint.item), ratio: ratio.isFinite ? max(ratio, -1) : 0,
                    isOverfull: isOverfull, fitness: fitness))
            start = breakpoint.start
            startItem = Int(breakpoint.startItem)
            previous = fitness
            flagged = breakpoint.isFlagged ? flagged + 1 : 0
            if let most = settings.maximumFlaggedLines, flagged > most { totalDemerits += Demerits.ladder }
        }
    }
}
