/// Breaks a paragraph into the lines with the least total demerits (Knuth & Plass 1981, "Breaking paragraphs into
/// lines", Software - Practice and Experience 11, pp. 1119-1184).
///
/// It never fails: passes become more tolerant, and the last one takes what there is.
public struct OptimalBreaker: Hashable, Sendable {
    public struct Settings: Hashable, Sendable {
        /// Greatest badness of a line in the first pass, which leaves flagged breaks out; nil skips the pass.
        public var pretolerance: Double?
        /// Greatest badness of a line in the second pass.
        public var tolerance = 200.0
        /// Greatest badness of a line in the third pass and the fourth; rather a loose line than many lines that are
        /// set as if they could stretch.
        public var wideTolerance = 10_000.0
        /// What each line is imagined to stretch by in the fourth pass, where the third found nothing; a width.
        public var emergencyStretch = 0.0
        /// Lines more, or fewer, than the optimal number, as far as the second pass allows, or the one that
        /// found the optimum (The TeXbook, p. 103).
        public var looseness = 0
        /// The most lines that may end in a flagged break in a row, as far as can be; nil is no limit.
        public var maximumFlaggedLines: Int? = 2
        /// A flagged break is taken only where a line that ended before it would leave more than this unfilled; a
        /// width.
        public var flaggedZone = 0.0
        public var demerits = Demerits()

        public init() {}
    }

    public var settings: Settings

    public init(_ settings: Settings = Settings()) {
        self.settings = settings
    }

    /// The best lines for a paragraph's items.
    ///
    /// Items that do not end in a forced break are finished with `ParagraphItems.appendFinish`.
    public func breaks(_ items: ParagraphItems, widths: LineWidths) -> BrokenParagraph {
        guard items.isFinished else {
            var finished = items
            finished.appendFinish()
            return breaks(finished, widths: widths)
        }
        for pass in BrokenParagraph.Pass.allCases {
            guard let tolerance = tolerance(in: pass) else { continue }
            var search = BreakSearch(
                items: items, widths: widths, settings: settings, pass: pass, tolerance: tolerance)
            guard let result = search.run() else { continue }
            return settings.looseness == 0 ? result : loosened(result, items, widths)
        }
        preconditionFailure("the last pass always finds lines")
    }

    /// The paragraph with as many lines more or fewer as are asked for, or as near to it as no line gets too bad.
    private func loosened(
        _ optimal: BrokenParagraph, _ items: ParagraphItems, _ widths: LineWidths
    ) -> BrokenParagraph {
        let wanted = max(1, optimal.lines.count + settings.looseness)
        var best = optimal
        for pass in BrokenParagraph.Pass.allCases where pass <= max(optimal.pass, .tolerant) && pass != .last {
            guard let tolerance = tolerance(in: pass) else { continue }
            var search = BreakSearch(
                items: items, widths: widths, settings: settings, pass: pass, tolerance: tolerance, wantedLines: wanted)
            guard let result = search.run() else { continue }
            if abs(result.lines.count - wanted) < abs(best.lines.count - wanted) { best = result }
            if best.lines.count == wanted { break }
        }
        return best
    }

    /// How bad a line may be in a pass, or nil if the pass is left out.
    private func tolerance(in pass: BrokenParagraph.Pass) -> Double? {
        switch pass {
        case .unhyphenated: settings.pretolerance
        case .tolerant: settings.tolerance
        case .wide: settings.wideTolerance > settings.tolerance ? settings.wideTolerance : nil
        case .emergency: settings.emergencyStretch > 0 ? max(settings.tolerance, settings.wideTolerance) : nil
        case .last: .infinity
        }
    }
}
