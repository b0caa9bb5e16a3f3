import CSS
import Testing

@testable import Layout

/// How many lines each page holds, of the flow and of the notes.
private func pages(_ letters: String, height: Double, notes: [String] = []) -> [[Int]] {
    let items = flow(letters)
    let stream = noteStream(notes)
    let breaker = PageBreaker(items: items, pageHeight: { _, _ in height }, notes: stream, repeatedHead: { _ in 0 })
    return breaker.pages().map { page in
        [items[page.items].filter { $0.height == 10 }.count, stream.items[page.notes].filter { $0.height == 10 }.count]
    }
}

@Test func fillsPagesAsFarAsTheyGo() {
    #expect(pages("-|-|-|-|-|-|-", height: 30) == [[3, 0], [3, 0], [1, 0]])
}

@Test func keepsAHeadingWithWhatFollows() {
    // The third line is a heading: it goes to the next page though it would fit.
    #expect(pages("-|-|-!-|-", height: 30) == [[2, 0], [3, 0]])
}

@Test func leavesNoLoneLineWhereAnotherBreakIsThere() {
    #expect(
        pages("-|-|-1-|-|-1-", height: 30) == [[2, 0], [3, 0], [2, 0]]
            || pages("-|-|-1-|-|-1-", height: 30) == [[2, 0], [2, 0], [3, 0]])
}

@Test func breaksAnAvoidedPlaceRatherThanOverflow() {
    #expect(pages("-!-!-!-!-", height: 30) == [[3, 0], [2, 0]])
}

@Test func endsAPageAtAForcedBreak() {
    #expect(pages("-F-|-", height: 100) == [[1, 0], [2, 0]])
}

@Test func dropsMarginsAtAPagesTop() {
    // 10 + 10 on the first page; the margin before the third line does not count on the second.
    #expect(pages("-|-|_-|-", height: 20) == [[2, 0], [2, 0]])
}

@Test func putsANoteOnThePageOfItsCall() {
    #expect(pages("-|-|f|-|-", height: 42, notes: ["-"]) == [[3, 1], [2, 0]])
}

@Test func splitsANoteThatDoesNotFit() {
    let result = pages("-|f|-|-", height: 42, notes: ["-|-|-|-"])
    #expect(result.reduce(0) { $0 + $1[1] } == 4)
    #expect(result[0][1] >= 1)
    #expect(result.reduce(0) { $0 + $1[0] } == 4)
}

@Test func goesOnWithNotesAfterTheText() {
    let result = pages("f", height: 42, notes: ["-|-|-|-|-|-|-|-"])
    #expect(result.reduce(0) { $0 + $1[1] } == 8)
}

@Test func placesWhatIsHigherThanAPageByItself() {
    #expect(pages("-|-|-", height: 8) == [[1, 0], [1, 0], [1, 0]])
}

@Test func makesOnePageOfNothing() {
    #expect(pages("", height: 30).count == 1)
}
