import Diagnostics
import Shaping
import Testing
import TextAnalysis

@testable import Layout

/// Paragraphs by total fit: their length, their last lines, and words that no line has room for.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct ParagraphTests {
    private let words = String(repeating: someWords, count: 2)

    @Test func isOneLineLongerWhereAskedAndSaysWhatThatCosts() throws {
        let fixture = try ParagraphFixture(words, css: "text-align: justify; hyphens: auto")
        var longer = 0
        for width in stride(from: 180.0, through: 300, by: 10) {
            let layout = fixture.layout(width: width)
            let (best, loose) = (layout.layout(), layout.layout(looseness: 1))
            #expect(loose.lines.count - best.lines.count == 0 || loose.lines.count - best.lines.count == 1)
            #expect(loose.demerits >= best.demerits)
            #expect(loose.lines.allSatisfy { $0.overflow == 0 })
            if loose.lines.count > best.lines.count { longer += 1 }
            #expect(layout.layout(looseness: -1).lines.count <= best.lines.count)
        }
        #expect(longer > 2)
    }

    @Test func leavesNoShortLastLineWherePretty() throws {
        let pretty = try ParagraphFixture(words, css: "text-wrap: pretty")
        let plain = try ParagraphFixture(words, css: "text-wrap: wrap")
        func shortest(_ fixture: ParagraphFixture) throws -> Double {
            stride(from: 150.0, through: 300, by: 3).map { width in
                fixture.layout(width: width).lines().last!.extent.upperBound / width
            }.min()!
        }
        #expect(try shortest(pretty) > 0.2)
        #expect(try shortest(plain) < 0.2)
    }

    @Test func makesLinesOfAHeadingAlikeWhereBalanced() throws {
        let fixture = try ParagraphFixture(
            "A heading of just so many words that one is left over", css: "text-wrap: balance")
        let lines = fixture.layout(width: 200).lines()
        #expect(lines.count == 2)
        #expect(abs(lines[0].extent.upperBound - lines[1].extent.upperBound) < 30)
    }

    @Test func breaksAWordThatIsTooWideAndSaysSo() throws {
        let fixture = try ParagraphFixture(
            "An incomprehensibilities word", css: "text-align: justify; overflow-wrap: break-word")
        let lines = fixture.layout(width: 60).lines()
        #expect(lines.allSatisfy { $0.overflow == 0 })
        #expect(
            fixture.context.diagnostics.map(\.message.text).contains {
                $0.contains("'incomprehensibilities '") || $0.contains("'incomprehensibilities'")
            })
        #expect(
            fixture.context.diagnostics.contains { $0.message.text.contains("begins 'An incomprehensibilities word'") })
    }

    @Test func breaksAWordAnywhereWithoutAWarningWhereTheStyleAllowsIt() throws {
        let fixture = try ParagraphFixture("An incomprehensibilities word", css: "overflow-wrap: anywhere")
        let lines = fixture.layout(width: 60).lines()
        #expect(lines.allSatisfy { $0.overflow == 0 })
        #expect(fixture.context.diagnostics.isEmpty)
    }

    @Test func hyphenatesALongWordRatherThanBreakingIt() throws {
        let fixture = try ParagraphFixture("An incomprehensibilities word", css: "hyphens: auto")
        let lines = fixture.layout(width: 60).lines()
        #expect(lines.contains { $0.endsInHyphen })
        #expect(fixture.context.diagnostics.isEmpty)
    }

    @Test func breaksBetweenAllLettersWhereAsked() throws {
        let fixture = try ParagraphFixture("aaaa bbbbbbbbb, (ccc)", css: "word-break: break-all; text-align: left")
        let texts = fixture.texts(fixture.layout(width: 30).lines())
        #expect(fixture.paragraph.opportunities[1] == .allowed)
        // Not before a comma or behind an opening parenthesis.
        #expect(!texts.contains { $0.hasPrefix(",") || $0.hasPrefix(")") || $0.hasSuffix("(") })
    }

    @Test func keepsWordsOfHangulWholeWhereAsked() throws {
        let text = "한국어에서는 낱말을 나누지"
        let kept = try ParagraphFixture(text, css: "word-break: keep-all", language: "ko")
        #expect(kept.paragraph.opportunities.count { $0 == .allowed } == 2)
        let plain = try ParagraphFixture(text, css: "", language: "ko")
        #expect(plain.paragraph.opportunities.count { $0 == .allowed } > 8)
    }

    @Test func breaksBeforeSmallKanaUnlessStrict() throws {
        // A line of `loose` or `normal` may begin with a small kana, one of `strict` may not (CSS Text 3, §5.3).
        let text = "ああああああああぁああああ"
        func starts(_ strictness: String) throws -> [Character?] {
            let fixture = try ParagraphFixture(text, css: "text-align: left; line-break: \(strictness)", language: "ja")
            return fixture.texts(fixture.layout(width: 81).lines()).map(\.first)
        }
        #expect(try starts("strict").contains("ぁ") == false)
        #expect(try starts("anywhere").contains("ぁ"))
    }

    @Test func indentsEachLineAfterAForcedBreakWhereAsked() throws {
        let css = "white-space: pre-line; text-align: left; text-indent: 20pt each-line"
        let fixture = try ParagraphFixture(someWords + "\n" + someWords, css: css)
        let layout = fixture.layout(width: 250)
        let lines = layout.lines()
        let indented = lines.indices.filter { lines[$0].extent.lowerBound == 20 }
        #expect(indented.count == 2 && indented[0] == 0)
        let hanging = try ParagraphFixture(
            someWords + "\n" + someWords, css: css + " hanging")
        let others = hanging.layout(width: 250).lines()
        #expect(others.filter { $0.extent.lowerBound == 0 }.count == 2)
        #expect(others.allSatisfy { $0.overflow == 0 })
    }

    @Test func dropsLigaturesInLinesWithRoomBetweenLetters() throws {
        let text = "fi affluent difficulties fix five final offices and fifty-five flags of officials fit"
        let fixture = try ParagraphFixture(text, css: "text-align: justify; hyphens: manual")
        var spaced = 0
        for width in stride(from: 60.0, through: 110, by: 2) {
            for line in fixture.layout(width: width).lines() {
                for case .text(let run) in line.fragments.map(\.content) {
                    let isSpaced = zip(run.glyphUnits, run.advances).contains { unit, advance in
                        let letter = fixture.paragraph.content.text[unit]
                        return letter == 0x6F && advance > fixture.paragraph.shaped.unitAdvances[unit] + 0.05
                    }
                    guard isSpaced else { continue }
                    spaced += 1
                    #expect(run.glyphs.count == run.textRange.count)
                }
            }
        }
        #expect(spaced > 0)
    }
}
