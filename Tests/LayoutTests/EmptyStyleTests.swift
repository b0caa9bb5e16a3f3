import Geometry
import Pages
import Testing

@testable import Layout

/// Without style sheets an article has CSS's initial values, since nothing of its look is in the program.
@Suite(.enabled(if: hasFonts))
struct EmptyStyleTests {
    private let document = Result { try LayoutFixture(sheets: []).document(everyKindOfBlock()) }

    private func runs() throws -> [GlyphRun] {
        try document.get().pages.flatMap(\.content).flatMap(\.items).compactMap { item in
            if case .glyphs(let run) = item { run } else { nil }
        }
    }

    @Test func setsAllTextInOneSizeAndColour() throws {
        let runs = try runs()
        #expect(!runs.isEmpty)
        // `medium` is 12 points, in the first serif face; headings, code and notes are like all else.
        #expect(Set(runs.map(\.size)) == [12])
        #expect(Set(runs.map(\.color)) == [.black])
        #expect(Set(runs.map(\.font)).count == 1)
    }

    @Test func fillsPagesToTheirEdges() throws {
        let page = try #require(try document.get().pages.first)
        #expect(abs(page.size.width - 595.28) < 0.01 && abs(page.size.height - 841.89) < 0.01)
        let runs = try runs()
        #expect(runs[0].x[0] == 0)
        // Lines are ragged and unbroken by blocks: everything is inline.
        #expect(runs.map { $0.x[0] }.filter { $0 < 0.01 }.count > 10)
        #expect(runs[0].y[0] < 14)
    }

    @Test func drawsNothingButText() throws {
        for item in try document.get().pages.flatMap(\.content).flatMap(\.items) {
            if case .path = item { Issue.record("there is a line or a background") }
        }
    }

    @Test func putsNothingIntoTheMargins() throws {
        for content in try document.get().pages.flatMap(\.content) {
            if case .artifact = content.owner { Issue.record("there is page furniture") }
        }
    }

    @Test func putsNoSpaceBetweenLetters() throws {
        let runs = try runs()
        #expect(runs.allSatisfy { $0.horizontalScale == 1 })
    }
}
