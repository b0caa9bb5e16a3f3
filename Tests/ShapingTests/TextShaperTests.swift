import FontFiles
import Testing
import TextAnalysis

@testable import Shaping

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct TextShaperTests {
    @Test func kernsAndJoinsLatin() {
        #expect(
            line(shape("office AV")) == """
                Linux Libertine O Latn 0 \
                [o=0+504|f_f_i=1+829|c=4+428|e=5+447|space=6+250|A=7+583|V=8+652]
                """)
    }

    @Test(arguments: [
        "office Tofu AV", "שלום (a) עולם", "سلام عليكم", "नमस्ते", "สวัสดี", "漢字かな", "a → ✓ 😀 👩🏽‍🚀 b", "a\tb\u{AD}c\n",
    ])
    func addsUpUnitsAndGlyphsToTheSameWidth(_ text: String) {
        let paragraph = shape(text, letterSpacing: 0)
        let units = paragraph.unitAdvances.reduce(0, +)
        #expect(abs(units - paragraph.advances.reduce(0, +)) < 1e-9)
        #expect(paragraph.runs.map(\.textRange.count).reduce(0, +) == text.utf16.count)
    }

    @Test func givesNoGlyphToControlsAndTabs() {
        let paragraph = shape("a\tb\u{AD}c\u{200B}d\ne\u{FFFC}")
        #expect(paragraph.missing.isEmpty)
        #expect(paragraph.glyphs.count == 5)
        for offset in [1, 3, 5, 7, 9] { #expect(paragraph.unitAdvances[offset] == 0) }
    }

    @Test(arguments: ["\u{2028}Lack", "\u{AD}ab", "\u{200B}\u{200B}א", "א\u{2028}ב", "\u{200F}(א", "\u{200D}\u{200D}"])
    func putsNoAdvanceOnCharactersWithoutShape(_ text: String) {
        let paragraph = shape(text)
        for (offset, unit) in paragraph.shapedText.enumerated() {
            #expect(
                (paragraph.unitAdvances[offset] == 0) == GlyphSlice.isShapeless(unit),
                "\(offset) of \(text.debugDescription)")
        }
    }

    @Test func sharesALigaturesAdvanceAmongItsLetters() {
        let advances = shape("office e\u{301}").unitAdvances
        #expect(abs(advances[1] - 8.29 / 3) < 1e-9 && advances[1] == advances[2] && advances[2] == advances[3])
        #expect(advances[8] == 0)
        #expect(shape("office").unsafeToBreak[2])
    }

    @Test func addsLetterSpacingToClustersAndDropsLigatures() {
        let plain = shape("office")
        let spaced = shape("office", letterSpacing: 2)
        #expect(plain.glyphs.count == 4 && spaced.glyphs.count == 6)
        let loose = shape("office", features: [FontFeature(tag: "liga", value: 0)])
        #expect(abs(spaced.width(of: 0..<6) - loose.width(of: 0..<6) - 12) < 1e-9)
    }

    @Test func takesTheFormsOfIdeographsFromTheTextWhereItsLanguageDoesNotSay() {
        #expect(shape("直かな", language: "en").faces.map(\.family) == ["Noto Serif CJK JP"])
        #expect(shape("直", language: "en").faces.map(\.family) == ["Noto Serif CJK SC"])
        #expect(
            shape("直", families: ["Linux Biolinum O"], language: "zh-TW").faces.map(\.family) == ["Noto Sans CJK TC"])
    }

    @Test func findsCommonCharactersInTheFontsOfTheirUsualScript() {
        #expect(shape("a，b～c").faces.map(\.family) == ["Linux Libertine O", "Noto Serif CJK SC"])
        #expect(shape("3 ฿").faces.last?.family == "Noto Serif Thai")
    }

    @Test func slantsNoIdeographsAndNoEmoji() {
        let request = FontRequest(families: ["Linux Libertine O"], slant: .italic)
        var shaper = TextShaper(fonts: FontBook())
        let text = Array("a漢😀".utf16)
        let paragraph = shaper.shape(
            text: text, spans: [ShapingSpan(range: 0..<text.count, request: request, size: 10)], base: .auto)
        #expect(paragraph.faces.map(\.instance.synthesis) == [[], [], []])
    }

    @Test func notesWhatNoFontHas() {
        let paragraph = shape("a\u{10FFFD}b")
        #expect(paragraph.missing == [.init(scalar: 0x10FFFD, offset: 1)])
        #expect(paragraph.glyphs.count == 3)
    }

    @Test func appliesFeatures() {
        let lining = shape("1789")
        let oldStyle = shape("1789", features: [FontFeature(tag: "onum", value: 1)])
        #expect(lining.glyphs != oldStyle.glyphs)
    }

    @Test func setsObjectsAsBlanks() {
        let request = FontRequest(families: ["Linux Libertine O"])
        var shaper = TextShaper(fonts: FontBook())
        let spans = [
            ShapingSpan(range: 0..<1, request: request, size: 10),
            ShapingSpan(range: 1..<2, request: request, size: 10, isObject: true),
            ShapingSpan(range: 2..<3, request: request, size: 10),
        ]
        let paragraph = shaper.shape(text: Array("a\u{FFFC}b".utf16), spans: spans, base: .auto)
        let runs = shaper.lineRuns(of: paragraph, range: 0..<3)
        #expect(runs.map(\.isObject) == [false, true, false])
        #expect(runs[1].width == 0 && runs[1].text.isEmpty)
    }

    @Test func saysWhichPackageBringsAFontThatIsMissing() {
        var shaper = TextShaper(fonts: FontBook(catalog: .absent))
        let span = ShapingSpan(range: 0..<1, request: FontRequest(families: ["Nowhere"]), size: 10)
        let paragraph = shaper.shape(text: [0x61], spans: [span], base: .auto)
        #expect(paragraph.errors.map(\.code) == [.missingFile])
        #expect(paragraph.errors.first?.package == "fonts-nowhere")
        #expect(paragraph.missing.map(\.scalar) == [0x61])
    }
}
