import ArticleModel
import CSS
import Pages
import Testing

@testable import Layout

/// `position: running()` and `element()` (GCPM 3, §1.3).
@Suite(.enabled(if: hasFonts))
struct RunningElementTests {
    private let blocks = ["h2 One", "p a", "h2 Two", "p.new b", "p c", "h2 Three", "h2 Four", "p d", "p.new e"]

    private func heads(_ content: String) throws -> [String] {
        let probe = try PageProbe(
            "h2 { position: running(head) } .new { break-before: page } @page { @top-left { content: \(content) } }",
            blocks)
        return (0..<probe.pageCount).map { page in probe.lines(page).first ?? "" }
    }

    @Test(arguments: [
        // Two stands between the pages, so it begins the second one.
        ("element(head)", ["One", "Two", "Four"]), ("element(head, first)", ["One", "Two", "Four"]),
        ("element(head, start)", ["One", "Two", "Four"]), ("element(head, last)", ["One", "Four", "Four"]),
        ("element(head, first-except)", ["a", "b", "Four"]), ("element(other)", ["a", "b", "e"]),
    ])
    func standsInMarginBoxes(content: String, expected: [String]) throws {
        #expect(try heads(content) == expected)
    }

    @Test func leavesTheFlowAndTheStructure() throws {
        let probe = try PageProbe(
            "h2 { position: running(head); bookmark-level: 1 } @page { @top-left { content: element(head) } }",
            ["p a", "h2 Head", "p b"])
        #expect(probe.lines() == ["Head", "a", "b"])
        #expect(!probe.document.structure.elements.contains { $0.role == .heading1 || $0.role == .heading2 })
        let owners = probe.document.pages[0].content.filter { content in
            content.items.contains { if case .glyphs(let run) = $0 { run.text == "Head" } else { false } }
        }.map(\.owner)
        #expect(owners == [.artifact(.pageHeader)])
        // The outline still leads to where it was written.
        #expect(probe.document.outline.map(\.title) == ["Head"])
    }

    @Test func holdsAnyBlocks() throws {
        let probe = try PageProbe(
            """
            div { position: running(head); border-bottom: 1pt solid } @page { margin-top: 40pt; size: 200pt 120pt }
            @page { @top-left { content: element(head) } @bottom-right { content: element(head) } }
            """, ["div one|two", "p text"])
        #expect(probe.lines() == ["one", "two", "text", "one", "two"])
        #expect(probe.paths().count == 2)
    }

    @Test func isTakenOutOfLines() throws {
        let probe = try PageProbe(
            "em { position: running(x) } @page { @top-right { content: element(x) } }", ["p before *Mark* after"])
        #expect(probe.lines() == ["Mark", "before after"])
    }

    @Test func saysThatItIsTooHigh() throws {
        let probe = try PageProbe(
            "div { position: running(x) } @page { @top-left { content: element(x) } }",
            ["div one|two|three|four", "p text"])
        #expect(probe.messages == ["the running element 'div' is higher than @top-left, and reaches out of it"])
        #expect(probe.lines().filter { ["one", "two", "three", "four"].contains($0) }.count == 4)
    }

    @Test func isOneOfTheElementsOfAnInline() throws {
        let probe = try PageProbe(
            "em { string-set: name content(text) } @page { @top-left { content: string(name) } }",
            ["p by *Author* here"])
        #expect(probe.lines().first == "Author")
    }

    @Test func callsNoNotes() throws {
        let probe = try PageProbe(
            "h2 { position: running(x) } @page { @top-left { content: element(x) } }", ["h2 Head{1}", "p text"],
            notes: ["note"])
        #expect(probe.lines().contains { $0.hasPrefix("Head") })
        #expect(probe.lines().contains { $0.contains("note") })
    }
}
