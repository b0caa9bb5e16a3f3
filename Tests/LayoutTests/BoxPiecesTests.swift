import CSS
import Pages
import Testing

@testable import Layout

private func inline(_ pieces: [String], whiteSpace: TextStyle.WhiteSpaceCollapse = .collapse) -> String {
    var value = ComputedStyle.initial
    value.text.whiteSpaceCollapse = whiteSpace
    var builder = InlineBuilder(style: SharedStyle(value))
    for piece in pieces { builder.add(piece) }
    return String(decoding: builder.finish().text, as: UTF16.self)
}

@Test func collapsesWhiteSpaceAcrossPieces() {
    #expect(inline(["  one \n", "  two", " ", "three  "]) == "one two three")
}

@Test func keepsWhiteSpaceOfPreformattedText() {
    #expect(inline(["a  b\n\tc"], whiteSpace: .preserve) == "a  b\u{2028}        c")
}

@Test func leavesNoSpaceBetweenIdeographsOfTwoSourceLines() {
    #expect(inline(["漢字\n漢字"]) == "漢字漢字")
}

@Test func keepsLineBreaksOfPreLine() {
    #expect(inline(["a  b \n c"], whiteSpace: .preserveBreaks) == "a b\u{2028}c")
}

@Test func closesUpSkippedHeadingLevels() {
    var levels = HeadingLevels()
    #expect([1, 3, 4, 3, 2, 6].map { levels.closedUp($0) } == [1, 2, 3, 2, 2, 3])
}

@Test func countsNestedListsApart() {
    var counters = CounterState()
    var list = ListStyle()
    list.counterReset = [.init(name: "list-item", value: 0)]
    var item = ListStyle()
    item.counterIncrement = [.init(name: "list-item", value: 1)]
    counters.enter(list)
    counters.enter(item)
    #expect(counters.value(of: "list-item") == 1)
    counters.enter(list)
    counters.enter(item)
    #expect(counters.values(of: "list-item") == [1, 1])
    counters.leave()
    counters.leave()
    counters.leave()
    counters.enter(item)
    #expect(counters.value(of: "list-item") == 2)
}

@Test func collapsesMarginsToTheLargestLessTheMostNegative() {
    var margin = CollapsingMargin()
    for value in [6.0, 10, -4, 2, -1] { margin.add(value) }
    #expect(margin.value == 6)
}

@Test func givesColumnsTheirWishesWhereThereIsRoom() {
    let needs = [
        ColumnWidths.Need(column: 0, span: 1, minimum: 20, maximum: 40),
        ColumnWidths.Need(column: 1, span: 1, minimum: 30, maximum: 60),
    ]
    #expect(ColumnWidths(needs, columns: 2, available: 200, fills: false).widths == [40, 60])
    #expect(ColumnWidths(needs, columns: 2, available: 75, fills: false).widths == [30, 45])
}

@Test func squeezesColumnsThatCannotFit() {
    let needs = [
        ColumnWidths.Need(column: 0, span: 1, minimum: 20, maximum: 20),
        ColumnWidths.Need(column: 1, span: 1, minimum: 300, maximum: 300),
    ]
    let widths = ColumnWidths(needs, columns: 2, available: 100, fills: false).widths
    #expect(abs(widths[0] - 20) < 0.1 && abs(widths[1] - 80) < 0.1)
}

@Test func findsSlotsRoundRowSpans() {
    func cell(_ columns: Int, _ rows: Int) -> TableBox.Cell {
        let style = SharedStyle(.initial)
        return TableBox.Cell(
            columnSpan: columns, rowSpan: rows,
            box: BlockBox(name: "td", style: style, element: .init(0), content: .blocks([])))
    }
    let style = SharedStyle(.initial)
    let rows = [
        TableBox.Row(style: style, cells: [cell(1, 2), cell(2, 1)]),
        TableBox.Row(style: style, cells: [cell(1, 1), cell(1, 9)]),
    ]
    let grid = TableGrid(TableBox(caption: nil, groups: [.init(kind: .body, style: style, rows: rows)]))
    #expect(grid.columnCount == 3)
    #expect(grid.entries.map(\.column) == [0, 1, 1, 2])
    #expect(grid.entries.map(\.rowSpan) == [2, 1, 1, 1])
}

@Test func choosesQuotationMarksByLanguage() {
    #expect(Quotes.pairs(for: "de-AT")[0].open == "„")
    #expect(Quotes.pairs(for: nil)[0].open == "“")
}
