import ArticleMarkup
import ArticleModel
import CSS
import Diagnostics
import Pages
import Shaping
import Testing

@testable import Layout

/// What is said of the type: loose and tight lines, hyphens, rivers, lines that are too wide.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct TypeReportTests {
    private func report(_ texts: [String], css: String) throws -> TypeReport {
        let article = Article(metadata: Metadata(language: "en"), blocks: texts.map { Block(.paragraph([.text($0)])) })
        let styles = StyleResolver(
            [
                StyleSheet(
                    parsing: """
                        @page { size: 400pt 600pt; margin: 20pt }
                        html { font: 10pt/12pt "Linux Libertine O" } html, body, article, p { display: block; margin: 0 }
                        \(css)
                        """, name: "test.css", origin: .user)
            ], medium: .print)
        var paginator = Paginator(fonts: FontBook(), styles: styles)
        paginator.reportsType = true
        let document = try paginator.document(for: MarkupTree(of: [article]), metadata: DocumentMetadata()).output
        return try #require(document.type)
    }

    @Test func countsParagraphsAndLines() throws {
        let report = try report([someWords, "Short."], css: "p { text-align: justify; width: 300pt }")
        #expect(report.paragraphs.map(\.lineCount)[1] == 1)
        #expect(report.totals.paragraphs == 2)
        #expect(report.totals.lines == report.paragraphs.map(\.lineCount).reduce(0, +))
        // The last line fills nothing.
        #expect(report.totals.justifiedLines == report.paragraphs[0].lineCount - 1)
        #expect(report.paragraphs[0].text.hasPrefix("The compositor"))
        #expect(report.totals.gap > 0.2 && report.totals.gapDeviation > 0)
    }

    @Test func saysWhichLinesAreLoose() throws {
        let report = try report(
            [String(repeating: someWords, count: 3)],
            css: "p { text-align: justify; text-justify: inter-word; width: 110pt; hyphens: manual }")
        #expect(report.totals.looseLines > 0)
        #expect(report.totals.greatestGap > 0.37)
        #expect(report.paragraphs[0].loose.allSatisfy { $0.ems > 0.37 })
        #expect(report.paragraphs[0].pass != "unhyphenated")
    }

    @Test func countsHyphensInARow() throws {
        let report = try report(
            [String(repeating: "incomprehensibilities internationalisation ", count: 6)],
            css: "p { text-align: justify; width: 110pt; hyphens: auto; hyphenate-limit-lines: no-limit }")
        #expect(report.totals.hyphenatedLines > 1)
        #expect(report.totals.longestLadder == report.paragraphs[0].ladder)
    }

    @Test func findsRivers() throws {
        let report = try report(
            [String(repeating: "mmmm mmmm mmmm mmmm ", count: 8)],
            css: "p { text-align: left; width: 250pt; hyphens: manual }")
        let rivers = report.paragraphs[0].rivers
        #expect(!rivers.isEmpty)
        #expect(rivers.allSatisfy { $0.lineCount >= 3 && $0.firstLine >= 1 })
        #expect(report.totals.rivers == rivers.count)
    }

    @Test func saysHowFarALineIsTooWide() throws {
        let report = try report(["mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"], css: "p { width: 100pt; white-space: nowrap }")
        #expect(report.totals.overfullLines == 1)
        #expect(report.paragraphs[0].overfull[0].points > 100)
    }
}
