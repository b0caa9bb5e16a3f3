import FontFiles
import Testing

@testable import Shaping

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct FontVariantTests {
    private func sizes(_ paragraph: ShapedParagraph) -> [Double] {
        paragraph.runs.map { ($0.size * 100).rounded() / 100 }
    }

    @Test func usesTheFontsOwnSmallCapitals() {
        let paragraph = shape("Ab") { $0.caps = .smallCaps }
        #expect(sizes(paragraph) == [10])
        #expect(paragraph.glyphs[0] == shape("A").glyphs[0])
        #expect(paragraph.glyphs[1] != shape("b").glyphs[0] && paragraph.glyphs[1] != shape("B").glyphs[0])
        let all = shape("Ab") { $0.caps = .allSmallCaps }
        #expect(all.glyphs[0] != paragraph.glyphs[0] && all.glyphs[1] == paragraph.glyphs[1])
    }

    @Test func takesSmallCapitalsForPetiteOnesThatAFontLacks() {
        #expect(shape("ab") { $0.caps = .petiteCaps }.glyphs == shape("ab") { $0.caps = .smallCaps }.glyphs)
    }

    @Test func makesSmallCapitalsUpWhereTheFontHasNone() {
        let paragraph = shape("Straße 5é", families: ["Inconsolata"], language: "de") { $0.caps = .smallCaps }
        // S, then the rest in the small size; the figure is no letter.
        #expect(paragraph.runs.map(\.textRange) == [0..<1, 1..<6, 6..<8, 8..<9])
        #expect(sizes(paragraph) == [10, 8.05, 10, 8.05])
        #expect(Array(paragraph.glyphs[1...6]) == shape("TRASSE", families: ["Inconsolata"]).glyphs)
        #expect(paragraph.missing.isEmpty)
        let capitals = shape("I", families: ["Inconsolata"], language: "tr").glyphs
        let dotted = shape("i", families: ["Inconsolata"], language: "tr") { $0.caps = .smallCaps }.glyphs
        #expect(dotted != capitals)
    }

    @Test func leavesLettersAloneWhereNothingMayBeMadeUp() {
        let plain = shape("abc", families: ["Inconsolata"])
        let paragraph = shape("abc", families: ["Inconsolata"]) {
            $0.caps = .smallCaps
            $0.request.synthesis = []
        }
        #expect(paragraph.glyphs == plain.glyphs && paragraph.unitAdvances == plain.unitAdvances)
    }

    @Test func raisesSuperscriptsThatTheFontLacks() {
        let own = shape("12") { $0.position = .super }
        #expect(sizes(own) == [10] && own.yOffsets == [0, 0] && own.glyphs != shape("12").glyphs)
        let made = shape("12", families: ["Inconsolata"]) { $0.position = .super }
        #expect(sizes(made) == [6] && made.yOffsets.allSatisfy { $0 > 2 && $0 < 4 })
        let below = shape("12", families: ["Inconsolata"]) { $0.position = .sub }
        #expect(below.yOffsets.allSatisfy { $0 < -1 && $0 > -2 })
        // All or none: one letter without a superior glyph makes all of them up.
        #expect(sizes(shape("1§") { $0.position = .super }) == [6])
    }

    @Test func takesScientificInferiorsForSubscripts() {
        #expect(sizes(shape("2") { $0.position = .sub }) == [10])
    }

    @Test func setsFractionsOnlyWhereTheyAre() {
        let frac = [FontFeature(tag: "frac", value: 1)]
        let paragraph = shape("12 1/2 12/2024", features: frac)
        #expect(Array(paragraph.glyphs[0...2]) == shape("12 ").glyphs)
        #expect(paragraph.runs.map(\.textRange) == [0..<3, 3..<6, 6..<14])
        let made = shape("3/4", families: ["Inconsolata"], features: frac)
        #expect(sizes(made) == [6, 10, 6] && made.yOffsets[0] > 2 && made.yOffsets[2] == 0)
    }

    @Test(arguments: [
        ("1/2", [0..<3]), ("and/or", []), ("1/2/2024", []), ("a 11/12.", [2..<7]), ("1999/2000", []),
        ("http://1/2", []),
    ])
    func tellsFractionsFromDatesAndPaths(text: String, expected: [Range<Int>]) {
        let units = Array(text.utf16)
        #expect(Fractions.ranges(in: units, 0..<units.count).map(\.range) == expected)
    }

    @Test func showsEmojiAsTheStyleAsks() {
        func families(_ text: String, _ variant: EmojiVariant) -> [String] {
            let paragraph = shape(text) { $0.emoji = variant }
            return paragraph.runs.map { paragraph.faces[$0.face!].family }
        }
        #expect(families("😀", .normal) == ["Noto Color Emoji"])
        #expect(families("❤", .normal) == ["Noto Sans Symbols2"] && families("❤", .emoji) == ["Noto Color Emoji"])
        #expect(families("⌚", .text) == ["Noto Sans Symbols"] || families("⌚", .text) == ["Noto Sans Symbols2"])
        #expect(families("⌚\u{FE0F}", .text) == ["Noto Color Emoji"])
        #expect(families("❤\u{FE0E}", .emoji) == ["Noto Sans Symbols2"])
        #expect(families("1 ab", .emoji) == ["Linux Libertine O"])
    }

    @Test func keepsJoinedScriptsJoinedWhenLettersAreSpaced() {
        let plain = shape("سلام", language: "ar")
        let spaced = shape("سلام", language: "ar", letterSpacing: 3)
        #expect(spaced.glyphs == plain.glyphs && spaced.unitAdvances == plain.unitAdvances)
    }

    @Test func givesTheLanguageToTheFont() {
        let russian = shape("бгдпт", families: ["Noto Serif"], language: "ru")
        let serbian = shape("бгдпт", families: ["Noto Serif"], language: "sr")
        #expect(russian.glyphs != serbian.glyphs)
        #expect(shape("直", language: "ja").faces[0].family != shape("直", language: "ko").faces[0].family)
    }

    @Test func takesTheFormsOfALanguageSystemThatIsAskedFor() {
        // CSS Fonts 4, §6.13: `font-language-override`.
        let japanese = shape("骨", language: "ja")
        let chinese = shape("骨", language: "ja") { $0.languageSystem = "ZHS" }
        #expect(japanese.faces[0].instance == chinese.faces[0].instance && japanese.glyphs != chinese.glyphs)
    }
}
