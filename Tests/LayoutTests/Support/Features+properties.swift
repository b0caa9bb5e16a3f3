/// Every longhand of the property table, and the shorthands.
extension Feature {
    static let properties: [Feature] = fonts + texts + boxes + painting + lists + pages

    private static let fonts: [Feature] = [
        .seen("font-size", "12pt"), .seen("line-height", "15pt"), .seen("font-family", "\"Linux Biolinum O\""),
        .seen("font-weight", "bold"), .seen("font-style", "italic"),
        .elsewhere("font-stretch", "FontMatchingTests", "families that have such a font"),
        .elsewhere("font-variant-emoji", "FontVariantTests", "characters that have both forms"),
        .seen("font-kerning", "none"), .seen("font-variant-ligatures", "none"),
        .seen("font-variant-caps", "small-caps"),
        .seen("font-variant-numeric", "oldstyle-nums"), .seen("font-variant-position", "super"),
        .seen("font-feature-settings", "\"smcp\""),
        .elsewhere("font-variant-alternates", "FontFaceTests", "fonts that have the forms"),
        .elsewhere("font-variant-east-asian", "PropertyTests.sumsFeaturesOfAllProperties", "fonts that have the forms"),
        .elsewhere("font-language-override", "FontVariantTests", "fonts that have the language's forms"),
        .elsewhere("font-variation-settings", "VariableFontTests", "variable fonts"),
        .seen("font-size-adjust", "0.6"),
        .elsewhere("font-optical-sizing", "VariableFontTests", "variable fonts"),
        .seen("font-synthesis-style", "none", base: "p { font-family: Inconsolata; font-style: italic }"),
        .seen("font-synthesis-weight", "none", base: "p { font-family: Inconsolata; font-weight: 900 }"),
        .elsewhere("font-synthesis-small-caps", "FontVariantTests", "faces without small capitals"),
        .seen("font-synthesis-position", "none", base: "p { font-family: Inconsolata; font-variant-position: super }"),
        .seen("color", "#ff0000"),
    ]

    private static let texts: [Feature] = [
        .seen("direction", "rtl"), .seen("text-align", "center"), .seen("text-align-last", "right"),
        .seen("text-justify", "none", base: "p { text-align: justify }"), .seen("text-indent", "9pt"),
        .seen("text-transform", "uppercase"), .seen("white-space-collapse", "preserve-breaks", on: "pre"),
        .seen("text-wrap-mode", "nowrap"), .seen("text-wrap-style", "balance"),
        .seen("overflow-wrap", "normal", on: ".narrow", base: ".narrow { width: 30pt }"),
        .seen("word-break", "break-all", on: ".long"),
        .seen("line-break", "anywhere", on: ".long"), .seen("hyphens", "auto"),
        .seen("hyphenate-limit-chars", "20", on: ".narrow", base: ".narrow { hyphens: auto; width: 50pt }"),
        .seen("hyphenate-limit-lines", "1", base: "p { hyphens: auto; width: 45pt; text-align: justify }"),
        .seen("hyphenate-limit-zone", "100%", base: "p { hyphens: auto; width: 45pt; text-align: justify }"),
        .elsewhere("hyphenate-limit-last", "HyphenationTests", "a spread's end is a page's"),
        .seen("hyphenate-character", "'='", base: "p { hyphens: auto; width: 50pt }"), .seen("letter-spacing", "1pt"),
        .seen("word-spacing", "3pt"), .seen("tab-size", "2", on: "pre"),
        .seen("hanging-punctuation", "allow-end", base: "p { text-align: justify }"),
        .seen("--offprint-font-expansion", "3%", base: "p { text-align: justify }"),
        .seen("text-overflow", "ellipsis", base: "p { overflow: hidden; white-space: nowrap }"),
        .seen("line-clamp", "1", on: ".long", "the lines of one paragraph"),
        .seen("text-emphasis-style", "dot"),
        .seen("text-emphasis-color", "#ff0000", base: "p { text-emphasis: dot }"),
        .seen("text-emphasis-position", "under", base: "p { text-emphasis: dot }"),
        .elsewhere("ruby-position", "AnnotationTests", "over and under"),
        .elsewhere("ruby-align", "AnnotationTests", "ideographs are set apart"),
        .seen("unicode-bidi", "bidi-override", on: "em", base: "em { direction: rtl }"),
        .seen("vertical-align", "3pt", on: "em"), .seen("text-decoration-line", "underline"),
        .seen("text-decoration-style", "dotted", base: "p { text-decoration: underline }"),
        .seen("text-decoration-color", "#00ff00", base: "p { text-decoration: underline }"),
        .seen("text-decoration-thickness", "2pt", base: "p { text-decoration: underline }"),
        .seen("text-underline-offset", "3pt", base: "p { text-decoration: underline }"),
        .seen("text-underline-position", "under", base: "p { text-decoration: underline }"),
        .seen("text-decoration-skip-ink", "none", base: "p { text-decoration: underline }"),
        .seen("quotes", "'<' '>'", base: "p::before { content: open-quote }"),
        .seen("text-autospace", "no-autospace", on: ".cjk", "between ideographs and letters"),
        .seen("text-spacing-trim", "trim-both", on: ".cjk", "punctuation of Chinese and Japanese"),
        .seen("--offprint-line-numbers", "1", on: "article"),
        .seen("initial-letter", "2", on: "p::first-letter"),
    ]

    private static let boxes: [Feature] = [
        .seen("display", "none"), .seen("float", "left", on: ".narrow"),
        .seen(
            "float-reference", "column", on: "h3", base: "article { columns: 2 } h3 { float: top }",
            "`column` in columns: the box does not float"),
        .seen("clear", "both", base: ".narrow { float: left; width: 40pt; height: 60pt }"),
        .unseen("position", "relative"), .seen("margin-top", "5pt"), .seen("margin-right", "5pt"),
        .seen("margin-bottom", "5pt"), .seen("margin-left", "5pt"), .seen("padding-top", "5pt"),
        .seen("padding-right", "5pt"), .seen("padding-bottom", "5pt"), .seen("padding-left", "5pt"),
        .seen("border-top-width", "4pt", base: "p { border: solid 1pt }"),
        .seen("border-right-width", "4pt", base: "p { border: solid 1pt }"),
        .seen("border-bottom-width", "4pt", base: "p { border: solid 1pt }"),
        .seen("border-left-width", "4pt", base: "p { border: solid 1pt }"),
        .seen("border-top-style", "solid"), .seen("border-right-style", "dashed"),
        .seen("border-bottom-style", "groove"),
        .seen("border-left-style", "dotted"), .seen("border-top-color", "#ff0000", base: "p { border: solid 1pt }"),
        .seen("border-right-color", "#ff0000", base: "p { border: solid 1pt }"),
        .seen("border-bottom-color", "#ff0000", base: "p { border: solid 1pt }"),
        .seen("border-left-color", "#ff0000", base: "p { border: solid 1pt }"),
        .seen("box-decoration-break", "clone", on: "em", base: "em { border: 1pt solid } #para { width: 50pt }"),
        .seen("width", "90pt"), .seen("height", "40pt"),
        .seen("min-width", "150pt", on: "p", base: "p { width: 60pt }"),
        .seen("min-height", "40pt"), .seen("max-width", "90pt"), .seen("max-height", "5pt"),
        .seen("box-sizing", "border-box", base: "p { width: 90pt; padding: 5pt }"),
        .seen("object-fit", "cover", on: "img", base: "img { width: 20pt; height: 20pt }"),
        .seen("object-position", "left", on: "img", base: "img { width: 60pt; height: 20pt; object-fit: contain }"),
        .seen("image-resolution", "300dpi", on: "img"),
        .seen("image-orientation", "none", on: "img"), .seen("visibility", "hidden"),
        .seen("filter", "grayscale(1)", on: "img", "`grayscale()`"),
    ]

    private static let lists: [Feature] = [
        .seen("list-style-type", "upper-roman", on: "ol"), .seen("list-style-position", "inside", on: "ol"),
        .seen("counter-reset", "x 4", on: "h2", base: "h2::before { content: counter(x) }"),
        .seen("counter-set", "x 4", on: "h2", base: "h2::before { content: counter(x) }"),
        .seen("counter-increment", "x 4", on: "h2", base: "h2::before { content: counter(x) }"),
        .seen("list-style-image", "url(x.png)", on: "ol"), .seen("content", "'→'", on: "p::before"),
        .seen("table-layout", "fixed", on: "table", base: "table { width: 100% }"),
        .seen(
            "border-collapse", "separate", on: "table", base: "td { border: 1pt solid } table { border-spacing: 3pt }"),
        .seen("border-spacing", "4pt", on: "table", base: "table { border-collapse: separate }"),
        .seen("caption-side", "bottom", on: "table"),
        .seen("empty-cells", "hide", on: "table", base: "table { border-collapse: separate } td { border: 1pt solid }"),
        .seen("column-count", "2", on: "article"), .seen("column-width", "60pt", on: "article"),
        .seen("column-gap", "2pt", on: "article", base: "article { column-count: 2 }"),
        .seen("column-span", "all", on: "h2", base: "article { column-count: 2 }"),
        .seen("column-fill", "auto", on: "div", base: "div { column-count: 2 }"),
        .seen("column-rule-width", "3pt", on: "article", base: "article { column-count: 2; column-rule: solid 1pt }"),
        .seen(
            "column-rule-style", "dotted", on: "article", base: "article { column-count: 2; column-rule: solid 1pt }"),
        .seen(
            "column-rule-color", "#ff0000", on: "article", base: "article { column-count: 2; column-rule: solid 1pt }"),
    ]

    private static let pages: [Feature] = [
        .seen("break-before", "page"), .seen("break-after", "page"), .seen("break-inside", "avoid", on: "div"),
        .seen("orphans", "4", base: "@page { size: 200pt 88pt } p { orphans: 1; widows: 1 }"),
        .seen("widows", "4", base: "@page { size: 200pt 88pt } p { orphans: 1; widows: 1 }"),
        .seen("page", "wide", on: ".narrow", base: "@page wide { margin-left: 60pt }"),
        .seen("string-set", "head content(text)", on: "h2", base: "@page { @top-left { content: string(head) } }"),
        .seen(
            "footnote-policy", "line", on: ".note",
            base: "@page { size: 200pt 120pt } .note { font-size: 14pt; orphans: 1; widows: 1 } "
                + ".note::footnote-marker { content: 'a marker of so many words that its note is high, higher than its page' }"
        ),
        .seen("bookmark-level", "2", on: "h3"),
        .seen("bookmark-label", "'Label'", on: "h2", base: "h2 { bookmark-level: 1 }"),
        .seen("bookmark-state", "closed", on: "h2", base: "h2 { bookmark-level: 1 }"),
        .seen("margin-break", "discard", on: "h3", base: "h3 { break-before: page; margin-top: 20pt }"),
    ]

    /// What deals its values out to several longhands.
    static let shorthands = otherShorthands + paintingShorthands

    private static let otherShorthands: [Feature] = [
        .seen("gap", "2pt", on: "article", base: "article { column-count: 2 }"),
        .seen("margin", "5pt"), .seen("padding", "5pt"),
        .seen("border-width", "2pt", base: "p { border-style: solid }"),
        .seen("border-style", "solid"), .seen("border-color", "#ff0000", base: "p { border: 1pt solid }"),
        .seen("margin-block", "5pt"), .seen("margin-inline", "5pt"), .seen("padding-block", "5pt"),
        .seen("padding-inline", "5pt"),
        .seen("border", "1pt solid"), .seen("border-block", "1pt solid"), .seen("border-inline", "1pt solid"),
        .seen("border-block-width", "3pt", base: "p { border: 1pt solid }"), .seen("border-block-style", "solid"),
        .seen("border-block-color", "#ff0000", base: "p { border: 1pt solid }"),
        .seen("border-inline-width", "3pt", base: "p { border: 1pt solid }"), .seen("border-inline-style", "solid"),
        .seen("border-inline-color", "#ff0000", base: "p { border: 1pt solid }"),
        .seen("border-top", "1pt solid"), .seen("border-right", "1pt solid"), .seen("border-bottom", "1pt solid"),
        .seen("border-left", "1pt solid"),
        .seen("list-style", "square inside", on: "ol"), .seen("text-decoration", "underline"),
        .seen("columns", "2", on: "article"),
        .seen("column-rule", "1pt solid", on: "article", base: "article { column-count: 2 }"),
        .seen("font", "italic 12pt \"Linux Libertine O\""), .seen("font-variant", "small-caps"),
        .seen("font-synthesis", "none", base: "p { font-family: Inconsolata; font-style: italic }"),
        .seen("white-space", "pre-line", on: "pre"), .seen("text-wrap", "nowrap"),
        .seen("text-emphasis", "filled red"),
        .seen("text-spacing", "none", on: ".cjk", "punctuation of Chinese and Japanese"),
    ]
}
