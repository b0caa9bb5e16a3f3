import CSS
import Testing

@testable import Layout

/// How many lines each page holds, of the flow and of the notes.
private func pages(
    _ letters: String, height: Double, notes: [String] = [], policy: PageStyle.FootnotePolicy = .auto
) -> [[Int]] {
    let items = flow(letters)
    let stream = noteStream(notes, policy: policy)
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

// MARK: footnote-policy

@Test(
    arguments: [
        (.auto, [[4, 1], [1, 1]]), (.line, [[3, 0], [2, 2]]), (.block, [[1, 0], [3, 2], [1, 0]]),
    ] as [(PageStyle.FootnotePolicy, [[Int]])])
func breaksWhereThePolicyOfANoteSays(policy: PageStyle.FootnotePolicy, expected: [[Int]]) {
    #expect(pages("-|p|-|f|-", height: 52, notes: ["-|-"], policy: policy) == expected)
}

@Test func letsAParagraphBeDividedWhoseCallWouldNotFit() {
    // The page ends before the call because it is full, not because of the note.
    #expect(pages("-|p|-|f|-", height: 32, notes: ["-"], policy: .block) == [[3, 0], [2, 1]])
}

@Test(arguments: [PageStyle.FootnotePolicy.line, .block]) func dividesANoteThatIsHigherThanAnyPage(
    policy: PageStyle.FootnotePolicy
) {
    let result = pages("-|f|-|-", height: 42, notes: ["-|-|-|-|-|-|-"], policy: policy)
    #expect(result.reduce(0) { $0 + $1[1] } == 7)
    #expect(result.reduce(0) { $0 + $1[0] } == 4)
}

// MARK: Page floats

/// Each page's lines and the floats on it; a float is as high as its number says.
private func pages(_ letters: String, height: Double, floats: [Double]) -> [String] {
    let items = flow(letters)
    let queue = PageFloatQueue(floats.map { PageFloat(flow: Flow(), height: $0, isTop: true) })
    let breaker = PageBreaker(
        items: items, pageHeight: { _, _ in height }, notes: NoteStream([], order: [], overhead: 0), floats: queue,
        repeatedHead: { _ in 0 })
    return breaker.pages().map { page in
        "\(items[page.items].filter { $0.height == 10 }.count)" + page.floats.map { " \($0)" }.joined()
    }
}

@Test func setsAFloatOnThePageThatItIsMetOn() {
    #expect(pages("-t|-|-|-", height: 30, floats: [10]) == ["2 0", "2"])
}

@Test func makesAFloatWaitThatHasNoRoom() {
    #expect(pages("-|-|-t|-|-", height: 30, floats: [20]) == ["3", "1 0", "1"])
}

@Test func keepsFloatsInOrder() {
    #expect(pages("-|-t|-t|-|-|-", height: 30, floats: [20, 10]) == ["3", "1 0", "2 1"])
}

@Test func givesAHighFloatAPageOfItsOwn() {
    #expect(pages("-|-t|-|-|-", height: 30, floats: [30]) == ["3", "0 0", "2"])
}

@Test func setsFloatsAfterTheTextThatHadNoRoomBefore() {
    #expect(pages("-ttt", height: 30, floats: [20, 20, 20]) == ["1 0", "0 1", "0 2"])
}

@Test func placesAThousandFloats() {
    let letters = "-|-" + String(repeating: "t", count: 1_000) + "|-|-|-|-|-"
    let result = pages(letters, height: 30, floats: (0..<1_000).map { Double($0 % 3) * 12 })
    let placed = result.flatMap { $0.split(separator: " ").dropFirst().compactMap { Int($0) } }
    #expect(placed == Array(0..<1_000))
}
