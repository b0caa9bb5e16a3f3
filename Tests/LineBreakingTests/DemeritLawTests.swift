import Testing

@testable import LineBreaking

/// Laws of the total fit, on seeded random paragraphs.
@Suite struct DemeritLawTests {
    @Test func isNeverAboveFirstFit() {
        var numbers = SeededNumbers(state: 1)
        var settings = OptimalBreaker.Settings()
        settings.tolerance = .infinity
        settings.maximumFlaggedLines = nil
        for round in 0..<300 {
            let items = randomParagraph(words: 5 + round % 60, give: round % 2 == 0 ? 0.02 : 0, using: &numbers)
            let widths = LineWidths(Double(20 + round % 30))
            let firstFit = FirstFitBreaker(settings).breaks(items, widths: widths)
            let optimal = OptimalBreaker(settings).breaks(items, widths: widths)
            #expect(optimal.totalDemerits <= firstFit.totalDemerits + 1e-6)
        }
    }

    @Test func findsWhatTryingAllBreaksFinds() {
        var numbers = SeededNumbers(state: 2)
        var settings = OptimalBreaker.Settings()
        settings.maximumFlaggedLines = nil
        settings.wideTolerance = 0
        var found = 0
        for round in 0..<400 {
            settings.tolerance = [200, 1_000, 8_000][round % 3]
            settings.demerits.shortLastLine = round % 2 == 0 ? 3_000 : 0
            settings.demerits.shortestLastLine = 6
            let items = randomParagraph(words: 4 + round % 7, give: round % 2 == 0 ? 0.02 : 0, using: &numbers)
            let first: [Double] = round % 4 == 0 ? [12, 16] : []
            let widths = LineWidths(first: first, rest: Double(14 + round % 9))
            let optimal = OptimalBreaker(settings).breaks(items, widths: widths)
            let oracle = BreakOracle(items: items, widths: widths, settings: settings).best()
            guard let oracle else {
                #expect(optimal.pass == .last)
                continue
            }
            found += 1
            #expect(optimal.pass == .tolerant)
            #expect(abs(optimal.totalDemerits - oracle.totalDemerits) < 1e-6 * oracle.totalDemerits)
        }
        #expect(found > 100)
    }

    @Test func agreesWithItsOwnDemerits() {
        var numbers = SeededNumbers(state: 4)
        let settings = OptimalBreaker.Settings()
        for _ in 0..<100 {
            let items = randomParagraph(words: 100, using: &numbers)
            let widths = LineWidths(60)
            let result = OptimalBreaker(settings).breaks(items, widths: widths)
            guard result.pass == .tolerant else { continue }
            let chosen = result.lines.map { line in items.breakpoints.firstIndex { Int($0.item) == line.item }! }
            let again = BrokenParagraph(breaking: items, at: chosen, widths: widths, settings: settings)
            #expect(abs(again.totalDemerits - result.totalDemerits) < 1e-6 * result.totalDemerits)
        }
    }
}

/// Tries every set of breakpoints; for paragraphs of a few words.
struct BreakOracle {
    var items: ParagraphItems
    var widths: LineWidths
    var settings: OptimalBreaker.Settings

    /// The cheapest lines within the tolerance, or nil if there are none.
    func best() -> BrokenParagraph? {
        var best: BrokenParagraph?
        extend([], &best)
        return best
    }

    private func extend(_ chosen: [Int], _ best: inout BrokenParagraph?) {
        let start = (chosen.last ?? -1) + 1
        for next in start..<items.breakpoints.count {
            let breaks = chosen + [next]
            let lines = BrokenParagraph(breaking: items, at: breaks, widths: widths, settings: settings)
            let isFeasible = !lines.lines.contains { line in
                line.isOverfull || Demerits.badness(ratio: line.ratio) > settings.tolerance
            }
            if isFeasible && isStretchable(breaks) {
                if next == items.breakpoints.count - 1 {
                    if lines.totalDemerits < best?.totalDemerits ?? .infinity { best = lines }
                } else {
                    extend(breaks, &best)
                }
            }
            if items.breakpoints[next].isForced { break }
        }
    }

    /// False if the last line is short of its measure and has nothing to stretch.
    private func isStretchable(_ breaks: [Int]) -> Bool {
        let end = items.breakpoints[breaks[breaks.count - 1]].end
        let start = breaks.count < 2 ? Sums() : items.breakpoints[breaks[breaks.count - 2]].start
        let extra = items.breakpoints[breaks[breaks.count - 1]].extra
        let width = end.width - start.width + extra
        return end.stretch > start.stretch || end.fill > start.fill || abs(width - widths[breaks.count - 1]) < 1e-9
    }
}
