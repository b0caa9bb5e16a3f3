import ArticleMarkup
import CSS
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

    /// Headings, notes, table cells and list items stand in line with everything else, at the font's own line height.
    @Test func spacesLinesAsTheFontSays() throws {
        let document = try document.get()
        for page in document.pages.indices {
            let runs = document.pages[page].content.flatMap(\.items).compactMap { item -> GlyphRun? in
                if case .glyphs(let run) = item { run } else { nil }
            }
            let baselines = Set(runs.compactMap { $0.y.first }.map { ($0 * 100).rounded() / 100 }).sorted()
            let distances = zip(baselines, baselines.dropFirst()).map { $1 - $0 }
            // Lines in the fallback face of the code are no higher: all elements have the same family.
            #expect(Set(distances.map { ($0 * 10).rounded() }).count <= 1, "page \(page): \(distances)")
        }
    }

    @Test func givesEveryBoxTheInitialStyle() {
        let tree = MarkupTree(of: [everyKindOfBlock()])
        let styles = StyleResolver([], medium: .print)
        func check(_ element: MarkupElement, _ parent: ComputedStyle) {
            var style = styles.style(of: element, inheriting: parent)
            // The language comes from the markup.
            style.text.language = nil
            #expect(style == .initial, "\(element.localName)")
            for pseudo in PseudoElement.allCases {
                #expect(styles.style(of: element, pseudo: pseudo, inheriting: style) == nil)
            }
            for case .element(let child) in element.children { check(child, style) }
        }
        check(tree.root, .initial)
    }
}
