import Diagnostics
import Testing

@testable import CSS

@Suite struct FontFaceTests {
    private func faces(_ css: String, medium: Medium = .print) -> (rules: [FontFaceRule], warnings: [String]) {
        let sheet = StyleSheet(parsing: css, name: "fonts/test.css", origin: .user)
        return (StyleResolver([sheet], medium: medium).fontFaces, sheet.diagnostics.map(\.message.text))
    }

    @Test func readsAllDescriptors() throws {
        let (rules, warnings) = faces(
            """
            @font-face {
              font-family: "My Serif"; src: local(My Serif Bold), url("a b.ttf") format("truetype"), url(c.otf);
              font-weight: 200 900; font-stretch: 75% 125%; font-style: oblique 0deg 10deg; font-display: swap;
              unicode-range: U+26, u+0-7F, U+4??;
              font-feature-settings: "ss01"; font-variation-settings: "opsz" 12;
            }
            """)
        let rule = try #require(rules.first)
        #expect(warnings == [])
        #expect(rule.family == "My Serif" && rule.sheet == "fonts/test.css" && rule.range.line == 1)
        #expect(
            rule.sources == [
                .local("My Serif Bold"), .url("a b.ttf", format: "truetype"), .url("c.otf", format: nil),
            ])
        #expect(rule.weights == 200...900 && rule.stretches == 0.75...1.25 && rule.slant == .oblique)
        #expect(rule.unicodeRanges == [0x26...0x26, 0...0x7F, 0x400...0x4FF])
        #expect(rule.features == [.init(tag: "ss01", value: 1)] && rule.variations == [.init(axis: "opsz", value: 12)])
    }

    @Test func passesOverSourcesThatItDoesNotKnow() {
        let (rules, _) = faces("@font-face { font-family: A; src: blob(x) y, url(a.ttf) tech(variations), local() }")
        #expect(rules.map(\.sources) == [[.url("a.ttf", format: nil, technologies: ["variations"])]])
    }

    @Test(arguments: [
        ("font-weight: bolder", "'font-weight' cannot be 'bolder'"),
        ("font-weight: 0 100", "'font-weight' cannot be '0 100'"),
        ("unicode-range: U+110000", "'unicode-range' cannot be 'U+110000'"),
        ("unicode-range: U+20-10", "'unicode-range' cannot be 'U+20-10'"),
        ("font-style: slanted", "'font-style' cannot be 'slanted'"), ("size: a4", "unknown property 'size'"),
    ])
    func warnsOfDescriptorsThatItCannotRead(descriptor: String, warning: String) {
        let (rules, warnings) = faces("@font-face { font-family: A; src: url(a.ttf); \(descriptor) }")
        #expect(warnings == [warning] && rules.count == 1)
        #expect(rules.allSatisfy { $0.weights == nil && $0.unicodeRanges.isEmpty && $0.slant == nil })
    }

    @Test(arguments: [
        ("src: url(a.ttf)", "'@font-face' without 'font-family' is no font"),
        ("font-family: A", "'@font-face' without 'src' is no font"),
    ])
    func warnsOfARuleThatIsNoFont(descriptors: String, warning: String) {
        let (rules, warnings) = faces("@font-face { \(descriptors) }")
        #expect(rules.isEmpty && warnings == [warning])
    }

    @Test func takesTheRulesOfItsMedium() {
        let css = "@media screen { @font-face { font-family: A; src: url(a.ttf) } }"
        #expect(faces(css).rules.isEmpty && faces(css, medium: .screen).rules.count == 1)
    }

    @Test func givesNamedAlternatesTheirFeatures() {
        let css = """
            @font-feature-values "My Serif", Other { @styleset { plain: 2 12 } @swash { grand: 3 } @nonsense { a: 1 } }
            @font-feature-values My Serif { @character-variant { round-a: 4 2; broken: x } @styleset { plain: 5 } }
            p { font-variant-alternates: historical-forms styleset(plain, none) swash(grand) character-variant(round-a) }
            """
        let sheet = StyleSheet(parsing: css, name: "x.css", origin: .user)
        let resolver = StyleResolver([sheet], medium: .print)
        let style = resolver.style(of: TestTree("<p>x</p>").all[0], inheriting: .initial).font
        func tags(_ family: String) -> [String] {
            resolver.fontFeatureValues.features(of: style.alternates, family: family).map { "\($0.tag)=\($0.value)" }
        }
        #expect(style.features == [.init(tag: "hist", value: 1)])
        #expect(tags("my serif") == ["ss05=1", "swsh=3", "cswh=3", "cv04=2"])
        #expect(tags("Other") == ["ss02=1", "ss12=1", "swsh=3", "cswh=3"])
        #expect(tags("Third") == [])
        #expect(sheet.diagnostics.map(\.message.text) == ["unknown rule '@nonsense'", "'broken' cannot be 'x'"])
    }

    @Test(arguments: [
        ("font-size-adjust: 0.5", "font-size-adjust: 0.5"),
        ("font-size-adjust: ex-height 0.5", "font-size-adjust: 0.5"),
        ("font-size-adjust: cap-height from-font", "font-size-adjust: cap-height from-font"),
        ("font-synthesis: none", "font-synthesis: none"),
        ("font-synthesis: style weight", "font-synthesis: weight style"),
        ("font-synthesis-small-caps: none", "font-synthesis: weight style position"),
        ("font-optical-sizing: none", "font-optical-sizing: none"),
        ("font-variant-emoji: text", "font-variant-emoji: text"),
        ("text-autospace: no-autospace", "text-autospace: no-autospace"),
        ("text-autospace: ideograph-alpha punctuation", "text-autospace: ideograph-alpha"),
        ("text-spacing-trim: trim-start", "text-spacing-trim: trim-both"),
        ("text-spacing: none", "text-autospace: no-autospace; text-spacing-trim: space-all"),
        (
            "font-variant: small-caps styleset(a, b)",
            "font-variant-caps: small-caps; font-variant-alternates: styleset(a, b)"
        ),
    ])
    func computesWhatSaysHowFontsAreUsed(declaration: String, expected: String) {
        let sheet = StyleSheet(parsing: "p { \(declaration) }", name: "x.css", origin: .user)
        let style = StyleResolver([sheet], medium: .print).style(of: TestTree("<p>x</p>").all[0], inheriting: .initial)
        let computed = style.declarations(inheriting: .initial)
            .filter { !$0.name.hasPrefix("font-feature") }.map { "\($0.name): \($0.value)" }
        #expect(computed.joined(separator: "; ") == expected)
        #expect(sheet.diagnostics.isEmpty)
    }

    @Test(arguments: [
        "font-size-adjust: -1", "font-size-adjust: cap-height", "font-synthesis: weight weight", "text-autospace: some",
        "font-synthesis: none weight", "font-variant-alternates: styleset()", "text-spacing-trim: trim-start trim-both",
    ])
    func warnsOfValuesThatAreNone(declaration: String) {
        let sheet = StyleSheet(parsing: "p { \(declaration) }", name: "x.css", origin: .user)
        #expect(sheet.diagnostics.count == 1)
    }
}
