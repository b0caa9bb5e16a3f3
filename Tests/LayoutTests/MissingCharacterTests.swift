import ArticleModel
import Diagnostics
import Shaping
import Testing

@testable import Layout

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct MissingCharacterTests {
    @Test func namesACharacterItsPlaceAndThePackageThatHelps() throws {
        let text = "The sign \u{20000} stands in one place and \u{20000} in another, \u{10FFFD} and \u{378}."
        let article = Article(blocks: [Block(.paragraph([.text(text)]))])
        let diagnostics = try LayoutFixture.journal.diagnostics(article).filter { $0.severity == .error }
        let lines: [String] = diagnostics.map { $0.line(input: "") }
        let expected: [String] = [
            """
            : error: no font has the character U+20000 (CJK UNIFIED IDEOGRAPH-20000) in 'The sign \u{20000} stands in one', \
            2 times (install the package fonts-hanazono)
            """,
            """
            : error: no font has the character U+10FFFD (a private character, which only the font has that it was \
            written in) in '\u{20000} in another, \u{10FFFD} and \u{378}.'
            """,
            ": error: no font has the character U+0378 (no character of Unicode) in 'another, \u{10FFFD} and \u{378}.'",
        ]
        #expect(lines == expected)
    }
}
