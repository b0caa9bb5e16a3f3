import Testing

@testable import Layout

/// Lines beside floats and initial letters.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct LineInsetsTests {
    @Test func setsFirstLinesBesideWhatStandsThere() throws {
        let fixture = try ParagraphFixture(someWords, css: "text-align: justify")
        let insets = LineInsets(first: [.init(left: 60), .init(left: 60), .init(right: 40)])
        let lines = ParagraphLayout(
            paragraph: fixture.paragraph, context: fixture.context, width: 240, insets: insets
        ).lines()
        #expect(lines.count > 5)
        #expect(lines.prefix(4).map { ($0.extent.lowerBound * 10).rounded() / 10 } == [60, 60, 0, 0])
        let ends = lines.dropLast().map { line in
            line.fragments.reduce(0.0) { max($0, $1.x + $1.width) } - (line.overflow)
        }
        // A line ends at its measure, but for the space that hangs behind it.
        for (index, end) in ends.enumerated() { #expect(abs(end - (index == 2 ? 200 : 240)) < 4) }
    }

    @Test func findsTheLinesBesideAnExclusionByTheirHeights() throws {
        let fixture = try ParagraphFixture(someWords, css: "text-align: left; text-indent: 10pt")
        let exclusions = LineExclusions(bottom: 30) { top, _ in top < 30 ? .init(left: 80) : .init() }
        let lines = fixture.layout(width: 240).lines(beside: exclusions)
        #expect(lines.prefix(5).map(\.extent.lowerBound) == [90, 80, 80, 0, 0])
        #expect(lines.allSatisfy { $0.overflow == 0 })
    }
}
