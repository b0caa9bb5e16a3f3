import ArticleModel
import CSS
import Diagnostics
import Shaping
import Testing

@testable import Layout

/// Underlines: where they stand, and where letters interrupt them (CSS Text Decoration 4, §2).
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct DecorationLineTests {
    private func strokes(_ text: String, _ css: String, language: String = "en") throws -> [DecorationStroke] {
        let fixture = try ParagraphFixture(
            [Inline(.underline([.text(text)]))], css: "p { text-align: left } u { text-decoration: underline; \(css) }",
            language: language)
        return fixture.layout(width: 400).lines()[0].fragments.flatMap(\.decorations)
    }

    @Test(arguments: [
        ("name", 1), ("ape", 2), ("apupa", 3), ("a, b", 2),
    ])
    func isInterruptedByDescenders(text: String, count: Int) throws {
        #expect(try strokes(text, "text-underline-offset: 1pt").count == count)
        #expect(try strokes(text, "text-underline-offset: 1pt; text-decoration-skip-ink: none").count == 1)
    }

    @Test func leavesRoomAtBothSidesOfALetter() throws {
        let parts = try strokes("apa", "text-underline-offset: 1pt; text-decoration-thickness: 0.5pt")
        let plain = try strokes("apa", "text-decoration-skip-ink: none")
        #expect(parts.count == 2)
        #expect(parts[0].x == plain[0].x && abs(parts[1].x + parts[1].width - plain[0].x - plain[0].width) < 0.001)
        #expect((1.0...8.0).contains(parts[1].x - parts[0].x - parts[0].width))
    }

    @Test func staysWholeBelowAllLetters() throws {
        #expect(try strokes("apg", "text-underline-position: under").count == 1)
        #expect(try strokes("apg", "text-underline-offset: 6pt").count == 1)
    }

    @Test func staysWholeUnderIdeographsUnlessAllIsSkipped() throws {
        let css = "text-underline-offset: 0pt"
        #expect(try strokes("国語学", css, language: "ja").count == 1)
        #expect(try strokes("国語学", css + "; text-decoration-skip-ink: all", language: "ja").count > 1)
    }

    @Test func standsWhereItsPositionSays() throws {
        let own = try strokes("a", "")[0]
        let fromFont = try strokes("a", "text-underline-position: from-font; text-decoration-thickness: from-font")[0]
        let under = try strokes("a", "text-underline-position: under right")[0]
        let lower = try strokes("a", "text-underline-position: under; text-underline-offset: 2pt")[0]
        #expect(own == fromFont)
        #expect(under.y > own.y + 0.5)
        #expect(abs(lower.y - under.y - 2) < 0.001)
    }

    /// `left` and `right` may stand beside the others, `auto` alone (§2.7).
    @Test(arguments: [
        ("under", true), ("left under", true), ("from-font left", true), ("right", true), ("auto", true),
        ("auto left", false), ("under from-font", false), ("above", false),
    ])
    func readsPositions(value: String, isKnown: Bool) {
        let sheet = StyleSheet(parsing: "p { text-underline-position: \(value) }", name: "", origin: .user)
        #expect(sheet.diagnostics.isEmpty == isKnown)
    }

    @Test func measuresOutlinesInABand() throws {
        let face = try FontBook().face(for: FontRequest(families: ["Linux Libertine O"]))
        let p = try #require(face.glyph(of: 0x70))
        let band = try #require(face.ink(of: p, between: -0.15, and: -0.1))
        #expect(band.lowerBound >= 0 && band.upperBound < face.advance(of: p))
        #expect(face.ink(of: p, between: -0.6, and: -0.5) == nil)
        #expect(face.ink(of: try #require(face.glyph(of: 0x6E)), between: -0.15, and: -0.1) == nil)
    }
}
