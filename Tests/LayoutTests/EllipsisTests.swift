import ArticleModel
import CSS
import Diagnostics
import Shaping
import Testing

@testable import Layout

/// Text that has no room and is not shown (CSS Overflow 4, §4 and §5).
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct EllipsisTests {
    private let cut = "overflow: hidden; white-space: nowrap; text-overflow: ellipsis; text-align: left"

    private func shown(_ line: LineBox) -> String {
        line.fragments.map { fragment in
            switch fragment.content {
            case .text(let run): run.text
            case .mark: "…"
            default: ""
            }
        }.joined()
    }

    @Test func endsALineWithoutRoomInAnEllipsis() throws {
        let fixture = try ParagraphFixture("Some words that take more than a line", css: cut)
        let lines = fixture.layout(width: 80).lines()
        #expect(lines.count == 1 && lines[0].overflow == 0)
        #expect(shown(lines[0]).hasPrefix("Some words") && shown(lines[0]).hasSuffix("…"))
        #expect(lines[0].extent.upperBound <= 80 && lines[0].extent.upperBound > 60)
        #expect(lines[0].range == fixture.paragraph.content.text.indices)
        #expect(fixture.context.diagnostics.map(\.message.text).contains { $0.contains("is not shown") })
    }

    @Test(arguments: [
        "overflow: hidden; white-space: nowrap", "white-space: nowrap; text-overflow: ellipsis",
        "overflow: hidden; text-overflow: ellipsis",
    ])
    func leavesOtherLinesAsTheyAre(css: String) throws {
        let fixture = try ParagraphFixture("Some words that take more than a line", css: css)
        #expect(!fixture.layout(width: 80).lines().map(shown).joined().contains("…"))
    }

    @Test func leavesALineWithRoomWhole() throws {
        let fixture = try ParagraphFixture("Some words", css: cut)
        #expect(shown(fixture.layout(width: 80).lines()[0]) == "Some words")
        #expect(fixture.context.diagnostics.isEmpty)
    }

    @Test func standsAtTheLeftOfALineFromRightToLeft() throws {
        let fixture = try ParagraphFixture(
            "שלום עולם וכל מה שיש בו", css: cut + "; text-align: start; direction: rtl", language: "he")
        let line = fixture.layout(width: 60).lines()[0]
        let mark = try #require(line.fragments.first { if case .mark = $0.content { true } else { false } })
        #expect(mark.x == line.extent.lowerBound && mark.x >= -0.01 && line.extent.upperBound <= 60.01)
    }

    @Test func keepsTheNotesThatAreCalledInWhatIsHidden() throws {
        let fixture = try ParagraphFixture(
            [.text("Some words that take more than a line"), Inline(.lineBreak), .text("and another")],
            css: "p { \(cut) }")
        #expect(fixture.layout(width: 80).lines().count == 2)
    }

    @Test func showsSomeLinesOfABlock() throws {
        let fixture = try ParagraphFixture(someWords, css: "line-clamp: 2; text-align: left")
        let lines = fixture.layout(width: 150).lines()
        #expect(lines.count == 2)
        #expect(!shown(lines[0]).contains("…") && shown(lines[1]).hasSuffix("…"))
        #expect(lines[1].range.upperBound == fixture.paragraph.content.text.count)
        #expect(fixture.context.diagnostics.contains { $0.message.text.contains("is not shown") })
        #expect(try ParagraphFixture("Short.", css: "line-clamp: 2").layout(width: 150).lines().count == 1)
    }
}
