import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// Each value of `display` (CSS Display 3, §2), and the boxes that tables lack (CSS 2.2, §17.2.1).
@Suite(.enabled(if: hasFonts))
struct DisplayTests {
    private func probe(_ css: String, _ blocks: [String] = ["div#a one|two", "p after"]) throws -> PageProbe {
        try PageProbe("@page { size: 300pt 200pt } #a > p { margin: 0 } \(css)", blocks)
    }

    @Test(arguments: [
        ("block", ["one", "two", "after"]), ("flow-root", ["one", "two", "after"]), ("none", ["after"]),
        ("contents", ["one", "two", "after"]), ("inline", ["one", "two", "after"]),
        ("list-item", ["one", "two", "after"]),
        ("table", ["one", "two", "after"]), ("inline-table", ["one", "two", "after"]),
        ("table-cell", ["one", "two", "after"]), ("table-row", ["one", "two", "after"]),
        ("table-row-group", ["one", "two", "after"]), ("table-caption", ["one", "two", "after"]),
        ("inline-block", ["one", "two", "after"]), ("flex", ["one", "two", "after"]),
        ("grid", ["one", "two", "after"]),
        ("inline-flex", ["one", "two", "after"]), ("inline-grid", ["one", "two", "after"]),
        ("block flow-root", ["one", "two", "after"]), ("inline flow-root", ["one", "two", "after"]),
    ])
    func losesNothing(display: String, lines: [String]) throws {
        let found = try probe("#a { display: \(display) }").lines().map { $0.filter { $0 != "•" && $0 != "\u{A0}" } }
        #expect(found == lines)
    }

    @Test func makesTablesOfOtherElements() throws {
        let table = try probe("#a { display: table } #a > p { display: table-cell; padding: 0 20pt 0 0 }")
        #expect(table.lines() == ["one | two", "after"])
        #expect(table.document.structure.elements.count { $0.role == .tableDataCell } == 2)
        // Cells and rows that stand in no table get one.
        #expect(try probe("#a > p { display: table-cell; padding: 0 20pt 0 0 }").lines() == ["one | two", "after"])
        #expect(try probe("#a > p { display: table-row }").lines() == ["one", "two", "after"])
        #expect(
            try probe("p { display: table-cell; padding: 0 20pt 0 0 }", ["p a", "p b", "h2 head", "p c"]).lines()
                == ["a | b", "head", "c"])
    }

    @Test func saysOnceThatThereAreNoFlexContainers() throws {
        #expect(
            try probe("div, p { display: flex }").messages
                == ["'display: flex' is laid out as a block: its items stand one below the other"])
        #expect(try probe("#a { display: inline grid }").messages.count == 1)
    }

    @Test func setsAnInlineBlockOnTheBaselineOfItsLastLine() throws {
        let probe = try probe(
            "em { display: inline-block; width: 30pt; margin: 3pt 5pt; border: 2pt solid; padding: 1pt }",
            ["p before *one two* after"])
        let (before, two) = (try #require(probe.run("before")), try #require(probe.run("two")))
        #expect(abs(before.y[0] - two.y[0]) < 0.01)
        // 5 of margin, 2 of border and 1 of padding on each side of 30.
        let after = try #require(probe.runs().first { $0.text.contains("after") && $0.x[0] > two.x[0] })
        #expect(after.x[0] > two.x[0] + 30)
    }

    /// The page has room for 13 lines.
    @Test(arguments: ["inline-block", "inline-table"]) func dividesALineThatIsHigherThanAPage(display: String) throws {
        let words = (1...30).map { "word\($0)" }
        let probe = try probe("#a { display: \(display) }", ["div#a " + words.joined(separator: "|"), "p after"])
        #expect((0..<probe.pageCount).flatMap { probe.lines($0) } == words + ["after"])
        #expect(probe.pageCount == 3 && probe.messages.isEmpty)
    }

    @Test func saysThatABoxBesideTextIsHigherThanItsPage() throws {
        let probe = try probe("em { display: inline-block; width: 40pt }", ["p before *\(lorem)* after"])
        #expect(probe.messages.count == 1 && probe.messages.allSatisfy { $0.contains("higher than its page") })
    }

    private var lorem: String { (1...40).map { "word\($0)" }.joined(separator: " ") }
}
