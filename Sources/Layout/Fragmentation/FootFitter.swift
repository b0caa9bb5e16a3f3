import CSS
import Shaping

/// Makes pages and columns end at the same height where they are short of lines that no break could bring: a paragraph that
/// stands on the page as a whole is set one line longer, if that costs it little (Knuth & Plass 1981, p. 1166: looseness).
///
/// Pages are chosen already, and stay: what is on each does not change, only how high it is.
struct FootFitter {
    let context: LayoutContext
    /// The flow whose paragraphs get longer.
    private(set) var flow: Flow
    private(set) var pages: [PageBreaker.Page]

    /// No more lines than these are added to one page or column.
    private static let mostLines = 2
    /// No more paragraphs than these are broken anew for one page or column, the longest first.
    private static let mostTrials = 3
    /// Paragraphs of fewer lines show that they are loose.
    private static let fewestLines = 4
    /// Demerits of a line that nobody tells from its neighbours: those of badness 30 (p. 1128).
    private static let demeritsOfALine = 1_600.0
    /// What is short of more lines than these has no room for something that is not a line.
    private static let mostMissing = 4.0

    /// A paragraph that gets other lines.
    private struct Change {
        /// From its first line to its last.
        var items: Range<Int>
        var with: [FlowItem]
        var paragraph: Int
        var figures: BreakingFigures
    }

    init(flow: Flow, pages: [PageBreaker.Page], context: LayoutContext) {
        self.flow = flow
        self.pages = pages
        self.context = context
    }

    /// Fits all pages but the last one, and those before a forced break.
    mutating func fit(with breaker: PageBreaker) throws(FontError) {
        func height(_ items: Range<Int>) -> Double {
            breaker.balancer.height(from: items.lowerBound, to: items.upperBound)
        }
        var changes: [Change] = []
        for (number, page) in pages.enumerated() {
            if page.rows.isEmpty {
                guard number + 1 < pages.count, pages[number + 1].startsAfter == nil, !page.items.isEmpty else {
                    continue
                }
                let notes = breaker.notes.height(from: page.notes.lowerBound, to: page.notes.upperBound)
                let missing =
                    breaker.pageHeight(page.number, from: page.items.lowerBound) - notes
                    - breaker.floats.height(page.floats) - height(page.items)
                changes += try longer(in: page.items, by: missing)
                continue
            }
            for row in page.rows {
                // The last of balanced columns may be lower than the others.
                let goesOn = number + 1 < pages.count && row.items.upperBound == page.items.upperBound
                for (index, column) in row.columns.enumerated() where goesOn || index + 1 < row.columns.count {
                    changes += try longer(in: column, by: row.height - height(column))
                }
            }
        }
        // From the end, so that places before stay as they are.
        for change in changes.sorted(by: { $0.items.lowerBound > $1.items.lowerBound }) {
            flow.items.replaceSubrange(change.items, with: change.with)
            flow.paragraphs[change.paragraph].breaking = change.figures
            shift(after: change.items.upperBound, by: change.with.count - change.items.count)
        }
    }

    /// Moves all places at or after an item.
    private mutating func shift(after item: Int, by count: Int) {
        func moved(_ place: Int) -> Int { place >= item ? place + count : place }
        func moved(_ range: Range<Int>) -> Range<Int> {
            moved(range.lowerBound)..<max(moved(range.lowerBound), moved(range.upperBound))
        }
        for page in pages.indices.reversed() where pages[page].items.upperBound >= item {
            pages[page].items = moved(pages[page].items)
            for row in pages[page].rows.indices {
                pages[page].rows[row].columns = pages[page].rows[row].columns.map(moved)
            }
        }
        for index in flow.pageNames.indices { flow.pageNames[index].item = moved(flow.pageNames[index].item) }
    }

    // MARK: One page or column

    /// Paragraphs that are longer, up to as many lines as fit into so many points.
    private func longer(in items: Range<Int>, by points: Double) throws(FontError) -> [Change] {
        let whole = wholeParagraphs(in: items)
        guard let line = whole.first?.lineHeight, line > 0, points > line - 0.02, points < Self.mostMissing * line
        else { return [] }
        var missing = min(Self.mostLines, Int((points + 0.02) / line))
        var changes: [Change] = []
        let candidates = whole.sorted { ($1.lines, $0.items.lowerBound) < ($0.lines, $1.items.lowerBound) }
        for paragraph in candidates.prefix(Self.mostTrials) where missing > 0 && paragraph.lineHeight == line {
            guard let change = try longer(paragraph) else { continue }
            changes.append(change)
            missing -= 1
        }
        return changes
    }

    private struct Whole {
        /// From the first line to the last.
        var items: Range<Int>
        var paragraph: Int
        var lines: Int
        var lineHeight: Double
    }

    /// The justified paragraphs of some lines that begin and end among the items, with nothing at their sides.
    private func wholeParagraphs(in items: Range<Int>) -> [Whole] {
        var result: [Whole] = []
        var current: Whole?
        for index in items {
            guard case .line(let number, let line) = flow.items[index].kind else { continue }
            let paragraph = flow.paragraphs[number]
            if line.range.lowerBound == 0 {
                current = Whole(items: index..<index, paragraph: number, lines: 0, lineHeight: line.height)
            }
            guard var whole = current, whole.paragraph == number, whole.lineHeight == line.height else {
                current = nil
                continue
            }
            whole.items = whole.items.lowerBound..<(index + 1)
            whole.lines += 1
            current = whole
            if line.range.upperBound == paragraph.content.text.count, whole.lines >= Self.fewestLines,
                paragraph.canBeLonger
            {
                result.append(whole)
            }
        }
        return result
    }

    /// The items of a paragraph with one line more; nil where that shows.
    private func longer(_ whole: Whole) throws(FontError) -> Change? {
        let paragraph = flow.paragraphs[whole.paragraph]
        let prepared = try PreparedParagraph(
            paragraph.content, style: paragraph.style, available: paragraph.width,
            maximumHeight: .greatestFiniteMagnitude,
            context: context)
        let layout = ParagraphLayout(paragraph: prepared, context: context, width: paragraph.width)
        let loose = layout.layout(looseness: 1)
        guard loose.lines.count == whole.lines + 1, loose.lines.allSatisfy({ $0.height == whole.lineHeight }),
            loose.demerits <= Self.demeritsOfALine * Double(loose.lines.count)
        else { return nil }
        var items: [FlowItem] = []
        for (number, line) in loose.lines.enumerated() {
            if number > 0 { items.append(FlowItem(kind: .breakpoint(cost: BreakCosts.avoid))) }
            for mark in line.marks { items.append(FlowItem(kind: .mark(mark))) }
            items.append(FlowItem(kind: .line(paragraph: whole.paragraph, line), height: line.height))
        }
        return Change(items: whole.items, with: items, paragraph: whole.paragraph, figures: loose.figures)
    }
}

extension FlowParagraph {
    /// Its lines can be broken anew: it is justified, and nothing stands beside it or in it that lines make room for.
    fileprivate var canBeLonger: Bool {
        switch style.text.align {
        case .justify, .justifyAll:
            !isBesideFloat && content.floats.isEmpty && content.initialLetter == nil && content.atoms.isEmpty
                && content.firstLine == nil
        case .start, .end, .left, .right, .center: false
        }
    }
}
