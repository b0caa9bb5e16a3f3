import CSS
import Testing

@testable import Layout

private func columns(_ count: Int, fill: Bool = false) -> ColumnSet {
    var style = ComputedStyle.initial
    style.columns.count = count
    style.columns.balances = !fill
    return ColumnSet(SharedStyle(style), x: 0, available: 500)!
}

/// For each page how many lines each of its columns holds, and then how many of its notes' lines stand at its foot.
private func pages(
    _ letters: String, _ set: ColumnSet = columns(2), height: Double = 30, notes: [String] = []
) -> [[Int]] {
    let items = flow(letters)
    let stream = noteStream(notes)
    let breaker = PageBreaker(
        items: items, columns: [set], pageHeight: { _, _ in height }, notes: stream, repeatedHead: { _ in 0 })
    func lines(_ range: Range<Int>) -> Int { items[range].filter { $0.height == 10 }.count }
    return breaker.pages().map { page in
        let inColumns = page.rows.flatMap { $0.columns.map(lines) }
        let below = lines(page.items) - inColumns.reduce(0, +)
        let notes = stream.items[page.notes].filter { $0.height == 10 }.count
        return inColumns + (below > 0 ? [-below] : []) + (notes > 0 ? [100 + notes] : [])
    }
}

@Test func balancesColumnsWhereTheyEnd() {
    #expect(pages("[-|-|-|-]") == [[2, 2]])
    #expect(pages("[-|-|-|-|-]") == [[3, 2]])
    #expect(pages("[-|-|-|-|-|-|-]", columns(3)) == [[3, 2, 2]])
}

@Test func fillsTheColumnsOfAFullPage() {
    #expect(pages("[-|-|-|-|-|-|-|-|-|-|-|-|-|-]") == [[3, 3], [3, 3], [1, 1]])
}

@Test func fillsColumnsOneAfterTheOtherWhereTheStyleSaysSo() {
    #expect(pages("[-|-|-|-]", columns(2, fill: true)) == [[3, 1]])
}

@Test func balancesColumnsBeforeWhatSpansThem() {
    #expect(pages("[-|-|-|-]|-|[-|-]", height: 100) == [[2, 2, 1, 1, -1]])
}

@Test func goesOnBelowBalancedColumns() {
    #expect(pages("-|[-|-|-|-]|-", height: 40) == [[2, 2, -2]])
    #expect(pages("-|[-|-|-|-]|-|-|-", height: 40).map { $0.last } == [-2, -2])
}

@Test func keepsAHeadingWithWhatFollowsInTheNextColumn() {
    #expect(pages("[-|-|-!-|-|-|-]", height: 100) == [[4, 3]])
    #expect(pages("[-|-|-|-!-|-|-]", height: 100) == [[3, 4]])
}

@Test func leavesNoLoneLineAtAColumnsTop() {
    #expect(pages("[-|-1-|-1-|-]", height: 100) == [[3, 3]])
}

@Test func endsAColumnAtAForcedColumnBreak() {
    #expect(pages("[-C-|-|-]", height: 100) == [[1, 3]])
    // Two breaks are one too many for two columns: the third goes to the next page.
    #expect(pages("[-C-C-|-]", height: 100) == [[1, 1], [1, 1]])
}

@Test func balancesColumnsBeforeAForcedPageBreak() {
    #expect(pages("[-|-|-|-F-|-]", height: 100) == [[2, 2], [1, 1]])
}

@Test func dropsMarginsAtAColumnsTop() {
    #expect(pages("[-|-|_-|-]", height: 20) == [[2, 2]])
}

@Test func setsNotesBelowAllColumns() {
    // With the note's 12 points there are three lines left in each column.
    #expect(pages("[-|-|-|f|-|-|-|-]", height: 42, notes: ["-"]) == [[3, 3, 101], [1, 1]])
    // A call at the end of the last column brings its note to the next page rather than losing it.
    #expect(pages("[-|-|-|-|-|-|-|f]", height: 42, notes: ["-"]).flatMap { $0 }.reduce(0) { $0 + $1 % 100 } == 9)
}

@Test func setsWhatFitsInNoColumnByItself() {
    #expect(pages("[-|h|-|-]", height: 30).flatMap { $0 }.reduce(0, +) == 3)
    #expect(pages("[h]", height: 30).count == 1)
}

@Test func neverMakesColumnsNarrowerThanAnEm() {
    #expect(columns(1_000).count <= 41)
}

/// Flows at random, from a generator that is the same each time.
@Test(arguments: [2, 3, 5]) func losesNothingAndFillsNoColumnTooFar(count: Int) {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    for _ in 0..<60 {
        var letters = ""
        for _ in 0..<(1 + next(4)) {
            letters += "-"
            for _ in 0..<next(30) {
                letters += ["|-", "|-", "|-", "1-", "!-", "|_-", "|-", "C-", "F-", "|-"][next(10)]
            }
            letters = letters.replacing("C", with: "|")
            letters += "|[-"
            for _ in 0..<next(60) {
                letters += ["|-", "|-", "|-", "1-", "!-", "|_-", "|-", "C-", "F-", "|-"][next(10)]
            }
            letters += "]|"
        }
        letters += "-"
        let items = flow(letters)
        let breaker = PageBreaker(
            items: items, columns: [columns(count)], pageHeight: { _, _ in 80 },
            notes: NoteStream([], order: [], overhead: 0), repeatedHead: { _ in 0 })
        let pages = breaker.pages()
        // The pages are the flow, and columns are parts of their pages, in order.
        #expect(pages.first?.items.lowerBound == 0 && pages.last?.items.upperBound == items.count)
        for (page, following) in zip(pages, pages.dropFirst()) {
            #expect(page.items.upperBound == following.items.lowerBound)
        }
        for page in pages {
            var height = 0.0
            var place = page.items.lowerBound
            for row in page.rows {
                height += items[place..<max(place, row.items.lowerBound)].reduce(0) { $0 + $1.height }
                for (column, following) in zip(row.columns, row.columns.dropFirst()) {
                    #expect(column.upperBound == following.lowerBound)
                }
                #expect(row.columns.count <= count && page.items.clamped(to: row.items) == row.items)
                height += row.height
                place = row.items.upperBound
            }
            height += items[place..<max(place, items.lastKept(from: place, to: page.items.upperBound))]
                .reduce(0) { $0 + $1.height }
            #expect(height <= 80.01 + 5, "\(letters)")
        }
    }
}
