import ArticleModel
import Pages
import Testing

@testable import Layout

/// The lines of one justified paragraph: protrusion, font expansion, and room between letters as the last resort.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct JustificationTests {
    private static let measure = 320.0
    private static let words =
        "The compositor sets the lines; he takes out a space here, and puts in another there. Letters are of lead, "
        + "and do not give way: only the room between words does. A press that knows no lead can do both, by so little "
        + "that nobody sees it - and the page, seen from afar, is one even grey. \"Straight edges\", too, are a matter "
        + "of what the eye takes for straight: a stop, a comma, or a hyphen weighs less than a letter does. "

    /// One line's runs from left to right.
    private struct Line {
        var runs: [GlyphRun]
        var text: String { runs.map(\.text).joined() }
        var left: Double { runs[0].x[0] }
        /// Where the last character that is no space ends.
        var right: Double { runs.map { $0.x[0] + $0.width }.max() ?? 0 }
    }

    private func lines(_ css: String) throws -> [Line] {
        let text = String(repeating: Self.words, count: 4)
        let article = Article(metadata: Metadata(language: "en"), blocks: [Block(.paragraph([.text(text)]))])
        let document = try LayoutFixture(
            css: """
                @page { size: 360pt 4000pt; margin: 20pt }
                html { font: 10pt/12pt "Linux Libertine O" } html, body, article, p { display: block; margin: 0 }
                p { text-align: justify; hyphens: manual; \(css) }
                """
        ).document(article)
        var lines: [Line] = []
        var baseline = -1.0
        for content in document.pages[0].content {
            for case .glyphs(let run) in content.items where !run.glyphs.isEmpty {
                if run.y[0] != baseline { lines.append(Line(runs: [])) }
                baseline = run.y[0]
                lines[lines.count - 1].runs.append(run)
            }
        }
        return lines
    }

    @Test func drawsLettersAsDesignedWhereNothingElseIsAskedFor() throws {
        let lines = try lines("")
        #expect(lines.count > 15)
        for line in lines {
            #expect(line.runs.allSatisfy { $0.horizontalScale == 1 })
            #expect(abs(line.left - 20) < 0.001)
        }
    }

    @Test func expandsLettersByNoMoreThanTheStyleAllows() throws {
        let lines = try lines("--offprint-font-expansion: 2%")
        let scales = lines.flatMap(\.runs).map(\.horizontalScale)
        #expect(scales.allSatisfy { (0.98...1.02).contains($0) })
        #expect(Set(scales).count > 5)
        // The letters of a line are all of one width.
        #expect(lines.allSatisfy { Set($0.runs.map(\.horizontalScale)).count == 1 })
    }

    @Test func makesGapsMoreEvenByExpansion() throws {
        let (even, uneven) = (try deviation("--offprint-font-expansion: 2%"), try deviation(""))
        #expect(even < uneven)
    }

    /// The standard deviation over the lines, but the last, of the mean gap between words; points.
    private func deviation(_ css: String) throws -> Double {
        let gaps = try lines(css).dropLast().map { line in
            var gaps: [Double] = []
            for run in line.runs {
                for (index, unit) in run.text.utf8.enumerated() where unit == 0x20 && index + 1 < run.x.count {
                    gaps.append(run.x[index + 1] - run.x[index])
                }
            }
            return gaps.reduce(0, +) / Double(max(1, gaps.count))
        }
        let mean = gaps.reduce(0, +) / Double(gaps.count)
        return (gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)).squareRoot()
    }

    @Test func setsPunctuationInTheMargin() throws {
        let lines = try lines("hanging-punctuation: allow-end")
        let edge = 20 + Self.measure
        var hung = 0
        for line in lines.dropLast() {
            let isLight = [".", ",", "-"].contains { line.text.trimmingSpaces.hasSuffix($0) }
            let space = line.text.hasSuffix(" ") ? line.right - edge : 0
            if isLight {
                hung += 1
                #expect(line.right - space <= edge + 3)
                #expect(line.right > edge + 0.5)
            }
            #expect(line.left <= 20.001 && line.left > 17)
        }
        #expect(hung > 1)
    }

    @Test func leavesRaggedLinesAsTheyAre() throws {
        let lines = try lines("text-align: start; --offprint-font-expansion: 2%; hanging-punctuation: allow-end")
        for line in lines {
            #expect(line.runs.allSatisfy { $0.horizontalScale == 1 })
            #expect(abs(line.left - 20) < 0.001)
            #expect(line.right <= 20 + Self.measure + 3)
        }
    }

    @Test func leavesTheFirstLineAloneWhereItIsIndented() throws {
        let lines = try lines("hanging-punctuation: allow-end; text-indent: 12pt")
        #expect(abs(lines[0].left - 32) < 0.001)
    }

    @Test func putsRoomBetweenLettersOnlyWhereSpacesAloneWouldBeLoose() throws {
        let narrow = "margin-right: 230pt; --offprint-font-expansion: none; "
        let spaced = try lines(narrow)
        let plain = try lines(narrow + "text-justify: inter-word")
        func widest(_ lines: [Line]) -> Double {
            lines.dropLast().flatMap { line in
                line.runs.flatMap { run in
                    zip(run.x, run.x.dropFirst()).enumerated().compactMap { index, pair in
                        Array(run.text.utf8)[index] == 0x20 ? pair.1 - pair.0 : nil
                    }
                }
            }.max() ?? 0
        }
        #expect(widest(spaced) < widest(plain))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
