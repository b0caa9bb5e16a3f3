import Geometry
import Testing

@testable import CSS

@Suite struct PropertyTests {
    /// A declaration and what its longhands come to, read back as a predicate on the style.
    @Test func readsFonts() {
        let all = style("p { font: italic small-caps 700 12pt/1.5 'Linux Libertine O', Times New Roman, serif }")
        #expect(all.font.slant == .italic && all.font.caps == .smallCaps && all.font.weight == 700)
        #expect(all.font.size == 12 && all.font.lineHeight == .number(1.5))
        #expect(all.font.families == ["Linux Libertine O", "Times New Roman", "serif"])
        #expect(all.font.features == [.init(tag: "smcp", value: 1)])
        #expect(style("html { font-weight: 300 } p { font-weight: bolder }").font.weight == 400)
        #expect(style("p { font: 10px serif; line-height: 150% }").font.lineHeight == .length(11.25))
        #expect(style("p { font-size: larger }").font.size == 12 * 1.2)
        #expect(style("p { font: 0.5em serif }").font.size == 6)
        #expect(style("html { font-variant-numeric: oldstyle-nums } p { font: 10pt serif }").font.features.isEmpty)
    }

    @Test func sumsFeaturesOfAllProperties() {
        let css = """
            html { font-variant-numeric: oldstyle-nums tabular-nums }
            p { font-variant-ligatures: no-common-ligatures; font-feature-settings: "ss01", "onum" 0; font-kerning: none }
            """
        #expect(
            style(css).font.features.map { "\($0.tag) \($0.value)" } == [
                "clig 0", "kern 0", "liga 0", "onum 0", "ss01 1", "tnum 1",
            ])
    }

    /// Each keyword of `font-variant-*` and the features that it stands for (CSS Fonts 4, §6).
    @Test(arguments: [
        ("font-variant-ligatures: none", "calt 0, clig 0, dlig 0, hlig 0, liga 0"),
        ("font-variant-ligatures: common-ligatures", "clig 1, liga 1"),
        ("font-variant-ligatures: no-common-ligatures discretionary-ligatures", "clig 0, dlig 1, liga 0"),
        ("font-variant-ligatures: no-discretionary-ligatures historical-ligatures", "dlig 0, hlig 1"),
        ("font-variant-ligatures: no-historical-ligatures contextual", "calt 1, hlig 0"),
        ("font-variant-ligatures: no-contextual", "calt 0"), ("font-variant-caps: small-caps", "smcp 1"),
        ("font-variant-caps: all-small-caps", "c2sc 1, smcp 1"), ("font-variant-caps: petite-caps", "pcap 1"),
        ("font-variant-caps: all-petite-caps", "c2pc 1, pcap 1"), ("font-variant-caps: unicase", "unic 1"),
        ("font-variant-caps: titling-caps", "titl 1"), ("font-variant-numeric: lining-nums", "lnum 1"),
        ("font-variant-numeric: oldstyle-nums tabular-nums", "onum 1, tnum 1"),
        ("font-variant-numeric: proportional-nums diagonal-fractions", "frac 1, pnum 1"),
        ("font-variant-numeric: stacked-fractions", "afrc 1"),
        ("font-variant-numeric: ordinal slashed-zero", "ordn 1, zero 1"), ("font-variant-east-asian: jis78", "jp78 1"),
        ("font-variant-east-asian: jis83", "jp83 1"), ("font-variant-east-asian: jis90", "jp90 1"),
        ("font-variant-east-asian: jis04 full-width", "fwid 1, jp04 1"),
        ("font-variant-east-asian: simplified ruby", "ruby 1, smpl 1"),
        ("font-variant-east-asian: traditional proportional-width", "pwid 1, trad 1"),
        ("font-variant-position: sub", "subs 1"), ("font-variant-position: super", "sups 1"),
        ("font-variant-alternates: historical-forms", "hist 1"),
        ("font-variant: none", "calt 0, clig 0, dlig 0, hlig 0, liga 0"), ("font-variant: normal", ""),
        ("font-variant: small-caps oldstyle-nums no-contextual ruby super", "calt 0, onum 1, ruby 1, smcp 1, sups 1"),
        ("font-variant-numeric: lining-nums; font-feature-settings: 'lnum' off", "lnum 0"),
    ])
    func switchesFeatures(css: String, features: String) {
        #expect(style("p { \(css) }").font.features.map { "\($0.tag) \($0.value)" }.joined(separator: ", ") == features)
    }

    /// Of each choice a value may name one; `none` and `normal` stand alone.
    @Test(arguments: [
        "font-variant-numeric: lining-nums oldstyle-nums", "font-variant-numeric: ordinal ordinal",
        "font-variant-ligatures: common-ligatures no-common-ligatures", "font-variant-ligatures: none contextual",
        "font-variant-east-asian: jis78 simplified", "font-variant: tabular-nums proportional-nums",
        "font-variant-numeric: normal ordinal", "font-language-override: 'ABCDE'", "font-language-override: SRB",
        "font-variant-caps: small-caps unicase",
    ])
    func refusesChoicesThatExcludeEachOther(declaration: String) {
        #expect(!StyleSheet(parsing: "p { \(declaration) }", name: "", origin: .user).diagnostics.isEmpty)
    }

    @Test func readsText() {
        let text = style(
            """
            p { text-align: justify; text-indent: 1em hanging; hyphens: auto; hyphenate-limit-chars: 6 3 2; letter-spacing: 0.1em;
                word-spacing: 10%; tab-size: 4; quotes: "«" "»"; text-decoration: underline dotted red 1pt; white-space: pre-wrap;
                overflow-wrap: anywhere; vertical-align: 50%; line-height: 20pt; hanging-punctuation: first allow-end }
            """
        ).text
        #expect(text.align == .justify && text.indent == .points(12) && text.indentHanging && text.hyphens == .auto)
        #expect(text.hyphenateLimitWord == 6 && text.hyphenateLimitBefore == 3 && text.hyphenateLimitAfter == 2)
        #expect(
            abs(text.letterSpacing!.points - 1.2) < 1e-9 && text.wordSpacing == .percent(10)
                && text.tabSize == .number(4))
        #expect(
            text.quotes == [.init(open: "«", close: "»")] && text.whiteSpaceText == "pre-wrap"
                && text.overflowWrap == .anywhere)
        #expect(
            text.decoration.lines == .underline && text.decoration.style == .dotted && text.decoration.thickness == 1)
        #expect(text.decoration.color == Color(css: "red") && text.verticalAlign == .length(10))
        #expect(text.hangingPunctuation == [.first, .allowEnd])
    }

    @Test func readsBoxes() {
        let box = style(
            """
            p { display: list-item; float: footnote; margin: 1pt 2pt 3pt; padding: 4px; border: 2pt dashed; border-left: 0;
                width: 50%; max-width: none; min-height: 1in; background: url(x.png) no-repeat #fff; border-radius: 1pt 2pt;
                box-decoration-break: clone; object-fit: scale-down }
            """
        ).box
        #expect(box.display == .listItem && box.float == .footnote)
        #expect(
            box.margin
                == Sides(
                    top: .length(.points(1)), right: .length(.points(2)), bottom: .length(.points(3)),
                    left: .length(.points(2))))
        #expect(box.padding == Sides(.points(3)))
        #expect(box.border.top.width == 2 && box.border.top.style == .dashed && box.border.top.color == nil)
        #expect(box.border.left.width == 0 && box.border.left.style == .none)
        #expect(box.width == .length(.percent(50)) && box.maxWidth == .auto && box.minHeight == .length(.points(72)))
        #expect(box.backgroundColor == .white && box.boxDecorationBreak == .clone && box.objectFit == .scaleDown)
        let (one, two) = (LengthPercentage.points(1), LengthPercentage.points(2))
        let corners = [CornerRadius(horizontal: one, vertical: one), CornerRadius(horizontal: two, vertical: two)]
        let radius = box.painting.radius
        #expect([radius.topLeft, radius.topRight, radius.bottomRight, radius.bottomLeft] == corners + corners)
        #expect(style("p { border-style: solid }").box.border.top.width == 2.25)
        #expect(style("p { float: left }").box.display == .block)
    }

    @Test func readsListsTablesAndBreaks() {
        let style = style(
            """
            p { list-style: inside upper-roman; counter-reset: a b 3; counter-increment: c; border-collapse: collapse;
                border-spacing: 1pt 2pt; caption-side: bottom; break-before: recto; page-break-after: always; break-inside: avoid;
                orphans: 3; widows: 4; page: wide; string-set: title content(text), n "x" counter(page); bookmark-level: 2;
                columns: 2 10em; column-rule: 1pt solid red; column-span: all }
            """)
        #expect(style.list.isInside && style.list.type == .named("upper-roman"))
        #expect(style.list.counterReset == [.init(name: "a", value: 0), .init(name: "b", value: 3)])
        #expect(style.list.counterIncrement == [.init(name: "c", value: 1)])
        #expect(style.table.collapsesBorders && style.table.spacingVertical == 2 && style.table.captionAtBottom)
        #expect(style.page.breakBefore == .recto && style.page.breakAfter == .page && style.page.breakInside == .avoid)
        #expect(
            style.page.orphans == 3 && style.page.widows == 4 && style.page.name == "wide"
                && style.page.bookmarkLevel == 2)
        #expect(
            style.page.stringSet == [
                .init(name: "title", content: [.elementContent(.text)]),
                .init(name: "n", content: [.string("x"), .counter(name: "page", style: "decimal")]),
            ])
        #expect(
            style.columns.count == 2 && style.columns.width == 120 && style.columns.rule.width == 1
                && style.columns.spansAll)
    }

    @Test(
        arguments: [
            ("\"a\" attr(href) open-quote", [.string("a"), .attribute("href", fallback: ""), .openQuote]),
            (
                "counters(item, '.') counter(page, lower-roman)",
                [
                    .counters(name: "item", separator: ".", style: "decimal"),
                    .counter(name: "page", style: "lower-roman"),
                ]
            ),
            (
                "string(title, first-except) leader(dotted)",
                [.namedString(name: "title", keyword: .firstExcept), .leader(".")]
            ),
            (
                "target-counter(attr(href), page) target-text('#x', before)",
                [
                    .targetCounter(target: .attribute("href"), name: "page", style: "decimal"),
                    .targetText(target: .address("#x"), part: .before),
                ]
            ),
            ("url(a.png) / 'alt'", [.picture(StylePicture(PictureAddress("a.png", in: "test.css")))]),
        ] as [(String, [ContentItem])])
    func readsContent(value: String, items: [ContentItem]) {
        #expect(style("p { content: \(value) }").generated.content == .items(items))
    }

    @Test(arguments: [
        "color: 12pt", "margin: 1pt 2pt 3pt 4pt 5pt", "margin: 1", "padding: -1pt", "width: -1%", "font: serif",
        "font: 12pt",
        "border: 1pt 2pt", "text-align: middle", "orphans: 0", "line-height: -1", "content: counter()",
        "display: block block",
        "quotes: '«'", "font-weight: 1001", "columns: 2 3", "width: calc(1pt + 2)", "width: calc(1pt * 2pt)",
        "color: rgb(1, 2)",
    ])
    func rejects(declaration: String) {
        let sheet = StyleSheet(parsing: "p { \(declaration) }", name: "", origin: .user)
        #expect(sheet.diagnostics.count == 1)
        #expect(style("p { \(declaration) }") == .initial)
    }

    /// What `StyleValues.inheriting` hands down is what the table calls inherited.
    @Test(arguments: [
        ("font-size", "20pt"), ("line-height", "2"), ("direction", "rtl"), ("color", "red"), ("font-family", "x"),
        ("font-weight", "700"),
        ("font-style", "italic"), ("font-stretch", "50%"), ("font-kerning", "none"), ("font-variant-ligatures", "none"),
        ("font-variant-caps", "small-caps"), ("font-variant-numeric", "ordinal"), ("font-variant-position", "sub"),
        ("font-feature-settings", "'abcd'"), ("font-variation-settings", "'abcd' 1"), ("font-size-adjust", "0.5"),
        ("text-align", "end"),
        ("text-align-last", "end"), ("text-justify", "none"), ("text-indent", "1pt"), ("text-transform", "uppercase"),
        ("white-space-collapse", "preserve"), ("text-wrap-mode", "nowrap"), ("text-wrap-style", "pretty"),
        ("overflow-wrap", "anywhere"), ("word-break", "keep-all"),
        ("line-break", "strict"),
        ("hyphens", "auto"), ("hyphenate-limit-chars", "5"), ("hyphenate-limit-lines", "2"),
        ("hyphenate-limit-zone", "12pt"), ("hyphenate-limit-last", "always"),
        ("hyphenate-character", "'='"),
        ("letter-spacing", "1pt"), ("word-spacing", "1pt"), ("tab-size", "4"), ("hanging-punctuation", "first"),
        ("unicode-bidi", "isolate"), ("vertical-align", "sub"), ("text-decoration-line", "underline"),
        ("text-decoration-style", "wavy"),
        ("text-decoration-color", "red"), ("text-decoration-thickness", "1pt"), ("text-underline-offset", "1pt"),
        ("quotes", "none"),
        ("display", "block"), ("float", "left"), ("clear", "both"), ("position", "relative"), ("margin-top", "1pt"),
        ("padding-left", "1pt"),
        ("border-top-style", "solid"), ("border-top-left-radius", "1pt"), ("box-decoration-break", "clone"),
        ("width", "1pt"),
        ("max-height", "1pt"), ("box-sizing", "border-box"), ("background-color", "red"), ("object-fit", "cover"),
        ("overflow", "hidden"),
        ("opacity", "0.5"), ("visibility", "hidden"), ("filter", "grayscale(1)"), ("list-style-type", "square"),
        ("list-style-position", "inside"),
        ("counter-reset", "x"), ("counter-set", "x"), ("counter-increment", "x"), ("content", "'x'"),
        ("table-layout", "fixed"),
        ("border-collapse", "collapse"), ("border-spacing", "1pt"), ("caption-side", "bottom"), ("empty-cells", "hide"),
        ("break-before", "page"), ("break-after", "page"), ("break-inside", "avoid"), ("orphans", "5"), ("widows", "5"),
        ("page", "x"),
        ("string-set", "x 'x'"), ("footnote-policy", "line"), ("bookmark-level", "1"), ("bookmark-label", "'x'"),
        ("bookmark-state", "closed"), ("margin-break", "keep"), ("column-count", "2"), ("column-width", "1pt"),
        ("column-gap", "1pt"),
        ("column-span", "all"), ("column-fill", "auto"), ("column-rule-style", "solid"),
    ])
    func inheritsWhatTheTableSays(name: String, value: String) {
        let child = style("html { \(name): \(value) }")
        let own = style("p { \(name): \(value) }")
        let property = Property.named(name)
        #expect(own != .initial, "\(name) has no effect")
        var expected = StyleValues()
        if property.isInherited { property.copy(&expected, own.values) }
        var actual = StyleValues()
        property.copy(&actual, child.values)
        #expect(actual == expected)
    }
}
