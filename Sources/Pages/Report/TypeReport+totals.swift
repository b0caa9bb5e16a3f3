extension TypeReport {
    /// Reckons the totals up; `gaps` are the mean gaps of all justified lines, in ems.
    public mutating func total(gaps: [Double]) {
        var totals = Totals()
        totals.paragraphs = paragraphs.count
        for paragraph in paragraphs {
            totals.lines += paragraph.lineCount
            totals.demerits += paragraph.demerits
            totals.looseLines += paragraph.loose.count
            totals.tightLines += paragraph.tight.count
            totals.hyphenatedLines += paragraph.hyphenated.count
            totals.longestLadder = max(totals.longestLadder, paragraph.ladder)
            totals.rivers += paragraph.rivers.count
            totals.overfullLines += paragraph.overfull.count
        }
        totals.justifiedLines = gaps.count
        totals.demerits = totals.demerits.rounded(toPlaces: 3)
        if !gaps.isEmpty {
            let mean = gaps.reduce(0, +) / Double(gaps.count)
            let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
            totals.gap = mean.rounded(toPlaces: 3)
            totals.gapDeviation = variance.squareRoot().rounded(toPlaces: 4)
            totals.greatestGap = (gaps.max() ?? 0).rounded(toPlaces: 3)
        }
        self.totals = totals
    }

    /// The report as lines of text: the totals, then each paragraph that has something to be said of it.
    var summary: [String] {
        let totals = totals
        var lines = [
            "\(totals.paragraphs) paragraphs, \(totals.lines) lines, \(totals.justifiedLines) justified, demerits "
                + "\(totals.demerits)",
            "gap \(totals.gap) em, deviation \(totals.gapDeviation), greatest \(totals.greatestGap)",
            "loose \(totals.looseLines) tight \(totals.tightLines) hyphenated \(totals.hyphenatedLines) longest ladder "
                + "\(totals.longestLadder) rivers \(totals.rivers) overfull \(totals.overfullLines)",
        ]
        for paragraph in paragraphs where !paragraph.isSound {
            lines.append("page \(paragraph.page) \(paragraph.text.quoted) \(paragraph.faults)")
        }
        return lines
    }
}

extension TypeReport.Paragraph {
    /// What is to be said of the paragraph, in one line.
    fileprivate var faults: String {
        var parts = ["lines \(lineCount)", "demerits \(demerits)", pass]
        parts += loose.map { "loose \($0.line): \($0.ems)" } + tight.map { "tight \($0.line): \($0.ems)" }
        if ladder > 2 { parts.append("ladder of \(ladder)") }
        parts += rivers.map { "river \($0.firstLine)-\($0.firstLine + $0.lineCount - 1)" }
        parts += overfull.map { "overfull \($0.line): \($0.points)" }
        return parts.joined(separator: ", ")
    }
}
