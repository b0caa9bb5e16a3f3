import ArticleModel
import Geometry
import Pages
import Testing

@testable import Layout

/// Columns on pages, with fonts.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct ColumnLayoutTests {
    private static let plain = """
        @page { size: 420pt 300pt; margin: 20pt } h2 { margin: 0 }
        html { font: 10pt/12pt "Linux Libertine O"; orphans: 2; widows: 2 }
        html, body, article, section, p, h2, header, div { display: block; margin: 0 } .notes { display: none }
        """

    /// Runs of text with the page they stand on.
    private struct Placed {
        var page: Int
        var run: GlyphRun
        var left: Double { run.x.min() ?? 0 }
        var baseline: Double { run.y.first ?? 0 }
    }

    private func runs(_ document: Document) -> [Placed] {
        document.pages.enumerated().flatMap { page, content in
            content.content.flatMap(\.items).compactMap { item -> Placed? in
                if case .glyphs(let run) = item, !run.glyphs.isEmpty { Placed(page: page, run: run) } else { nil }
            }
        }
    }

    private func article(_ words: Int, heading: Bool = false) -> Article {
        let text = (1...words).map { "word\($0)" }.joined(separator: " ")
        let blocks = heading ? [Block(.heading(level: 2, [.text("A heading")]))] : []
        return Article(
            metadata: Metadata(language: "en"),
            blocks: [Block(.paragraph([.text(text)]))] + blocks + [Block(.paragraph([.text(text)]))])
    }

    private func document(_ css: String, _ article: Article) throws -> Document {
        try LayoutFixture(css: Self.plain + css).document(article)
    }

    @Test func setsTwoColumnsOfTheSameHeight() throws {
        let document = try document("article { columns: 2; column-gap: 20pt }", article(90))
        let runs = runs(document)
        #expect(document.pages.count == 1)
        let left = runs.filter { $0.left < 200 }
        let right = runs.filter { $0.left >= 200 }
        #expect(right.map(\.left).min().map { abs($0 - 220) < 0.01 } == true)
        #expect(left.allSatisfy { $0.run.x[0] + $0.run.width < 201 })
        let lines = (Set(left.map(\.baseline)).count, Set(right.map(\.baseline)).count)
        #expect(abs(lines.0 - lines.1) <= 1, "\(lines)")
        // Both begin at the same height.
        #expect(left.map(\.baseline).min() == right.map(\.baseline).min())
    }

    @Test func readsColumnAfterColumnAndPageAfterPage() throws {
        let document = try document("article { columns: 3 }", article(1_500))
        let numbers = runs(document).flatMap { $0.run.text.split(separator: " ") }
            .filter { $0.hasPrefix("word") }.compactMap { Int($0.dropFirst(4)) }
        #expect(document.pages.count > 1)
        #expect(numbers == Array(1...1_500) + Array(1...1_500))
    }

    @Test func setsAHeadingAcrossAllColumns() throws {
        let document = try document(
            "article { columns: 2 } h2 { column-span: all; text-align: right }", article(120, heading: true))
        let runs = runs(document)
        let heading = try #require(runs.first { $0.run.text.contains("heading") })
        #expect(abs(heading.run.x[0] + heading.run.width - 400) < 3)
        // Columns above and below it.
        #expect(runs.contains { $0.left > 205 && $0.baseline < heading.baseline && $0.page == heading.page })
        #expect(runs.contains { $0.left > 205 && $0.baseline > heading.baseline && $0.page == heading.page })
    }

    @Test func drawsRulesOnlyBetweenColumnsWithContent() throws {
        func rules(_ words: Int) throws -> Int {
            let document = try document(
                "article { columns: 4; column-rule: 1pt solid; orphans: 1; widows: 1 } body { column-fill: auto }",
                Article(
                    metadata: Metadata(),
                    blocks: [Block(.paragraph([.text((0..<words).map { _ in "word" }.joined(separator: " "))]))]))
            return document.pages[0].content.flatMap(\.items).filter { if case .path = $0 { true } else { false } }
                .count
        }
        #expect(try rules(300) == 3)
        #expect(try rules(5) <= 1)
    }

    @Test func goesThroughColumnsFromRightToLeft() throws {
        let document = try document("article { columns: 2; direction: rtl }", article(150))
        let runs = runs(document)
        #expect(runs[0].left > 205)
        #expect(runs[runs.count - 1].left < 205)
    }

    @Test func setsOneOfEachKindOfBlockInColumns() throws {
        let fixture = LayoutFixture.journal.adding(
            "@page { margin: 20mm } article { columns: 2 } header { column-span: all }")
        let document = try fixture.document(everyKindOfBlock())
        let findings = DocumentChecker().findings(in: document)
        #expect(findings.isEmpty, "\(findings)")
        #expect(document.pages.count < (try LayoutFixture.journal.document(everyKindOfBlock())).pages.count)
    }

    @Test func balancesColumnsInCellsAndInColumns() throws {
        let document = try document("article { columns: 2 } p { columns: 2 }", article(100))
        let lefts = Set(runs(document).map { Int($0.left / 100) })
        #expect(lefts.count == 4)
        #expect(DocumentChecker().findings(in: document).filter { $0.kind == .overlap }.isEmpty)
    }

    @Test func continuesABoxThroughColumnsAndRows() throws {
        let document = try document(
            "body { columns: 2 } article { background: #eee; padding: 4pt } h2 { column-span: all }",
            article(60, heading: true))
        let boxes = document.pages.flatMap(\.content).flatMap(\.items).filter {
            if case .path = $0 { true } else { false }
        }
        // Two columns above the heading and two below it.
        #expect(boxes.count == 4)
    }
}
