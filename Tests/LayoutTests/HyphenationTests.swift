import ArticleModel
import Shaping
import Testing
import TextAnalysis

@testable import Layout

@Suite struct HyphenationTests {
    /// What each line shows, respelled letters and hyphens included, and what it is read as.
    private func lines(
        _ text: String, width: Double, css: String = "", language: String
    ) throws -> (shown: [Int], read: String) {
        let fixture = try ParagraphFixture(text, css: "hyphens: auto; " + css, language: language)
        let lines = fixture.layout(width: width).lines()
        var read = ""
        var counts: [Int] = []
        for line in lines {
            var count = 0
            for fragment in line.fragments {
                guard case .text(let run) = fragment.content else { continue }
                read += run.text
                count += run.glyphs.count
            }
            counts.append(count)
        }
        return (counts, read)
    }

    @Test(.enabled(if: Hyphenator.forLanguage("hu") != nil, "needs hyphen-hu"))
    func respellsWordsAtTheHyphenAlone() throws {
        // as|szony: the line shows asz- and is read as "as" with a soft hyphen.
        let broken = try lines("asszony", width: 27, css: "hyphenate-limit-chars: 4 2 2", language: "hu")
        #expect(broken.shown == [4, 5])
        #expect(broken.read == "as\u{AD}szony")
        let whole = try lines("asszony", width: 100, language: "hu")
        #expect(whole.read == "asszony")
    }

    @Test(.enabled(if: Hyphenator.forLanguage("nl") != nil, "needs hyphen-nl"))
    func dropsADutchTremaAtTheHyphen() throws {
        let fixture = try ParagraphFixture("reëel", css: "hyphens: auto", language: "nl")
        let lines = fixture.layout(width: 18).lines()
        guard lines.count == 2, case .text(let run) = lines[1].fragments[0].content else {
            Issue.record("the word is on \(lines.count) lines")
            return
        }
        #expect(run.text == "ë")
        #expect(run.glyphs.first == run.face?.glyph(of: 0x65))
    }

    @Test func breaksAWordAtItsSoftHyphensAlone() throws {
        let fixture = try ParagraphFixture("typo\u{AD}graphical", css: "hyphens: auto")
        #expect(fixture.paragraph.breaks.hyphenations.isEmpty)
        #expect(fixture.texts(fixture.layout(width: 40).lines()) == ["typo\u{AD}", "graphical"])
    }

    @Test func takesSoftHyphensForNothingWhereHyphensAreOff() throws {
        let fixture = try ParagraphFixture("typo\u{AD}graphical", css: "hyphens: none")
        #expect(fixture.paragraph.opportunities[5] == .none)
    }

    @Test(.enabled(if: Hyphenator.forLanguage("en") != nil, "needs hyphen-en-us"))
    func takesNamesForUnusualButInGerman() throws {
        let english = try ParagraphFixture("Printing by Gutenberg. Printing NASA", css: "hyphens: auto")
        let unusual = english.paragraph.breaks.hyphenations.filter(\.isUnusual).map(\.offset)
        #expect(!unusual.isEmpty && unusual.allSatisfy { (12..<21).contains($0) })
        let german = try ParagraphFixture("Der Buchdrucker Gutenberg", css: "hyphens: auto", language: "de")
        #expect(!german.paragraph.breaks.hyphenations.contains { $0.isUnusual })
    }

    @Test func keepsHyphensOutOfAddresses() throws {
        let text = "https://publications.example.org/typography/hyphenation.html"
        let fixture = try ParagraphFixture(text, css: "hyphens: auto")
        #expect(fixture.paragraph.breaks.hyphenations.isEmpty)
        #expect(
            fixture.texts(fixture.layout(width: 110).lines()) == [
                "https://publications", ".example.org/typography/", "hyphenation.html",
            ])
    }

    @Test func hyphenatesOnlyWhereALineWouldFallShortOfTheZone() throws {
        let text = "the extraordinary typographical considerations notwithstanding everything"
        let css = "hyphens: auto; text-align: justify; hyphenate-limit-chars: 5 2 2; "
        func hyphens(_ zone: String) throws -> Int {
            let fixture = try ParagraphFixture(text, css: css + "hyphenate-limit-zone: \(zone)")
            return [70, 80, 90, 100].reduce(0) { count, width in
                count + fixture.layout(width: width).lines().count(where: \.endsInHyphen)
            }
        }
        #expect(try hyphens("0") > 0)
        #expect(try hyphens("100%") == 0)
    }

    @Test func keepsHyphensFromTheLastFullLine() throws {
        for width in stride(from: 140.0, through: 220, by: 10) {
            let fixture = try ParagraphFixture(
                someWords, css: "hyphens: auto; text-align: justify; hyphenate-limit-last: always")
            let lines = fixture.layout(width: width).lines()
            #expect(lines.dropLast().last?.endsInHyphen == false, "at \(width) points")
        }
    }

    @Test func honoursTheLeastLettersOfTheStyle() throws {
        let fixture = try ParagraphFixture("hyphenation", css: "hyphens: auto; hyphenate-limit-chars: 12")
        #expect(fixture.paragraph.breaks.hyphenations.isEmpty)
        let two = try ParagraphFixture("hyphenation", css: "hyphens: auto; hyphenate-limit-chars: 5 3 3")
        #expect(two.paragraph.breaks.hyphenations.map(\.offset) == [6])
    }
}
