/// At-rules, selectors and functions.
extension Feature {
    static let atRules: [Feature] =
        [
            .rule("@charset", "@charset \"utf-8\"; p { color: #ff0000 }"),
            .rule("@layer", "@layer a, b; @layer b { p { color: #ff0000 } } @layer a { p { color: #0000ff } }"),
            .rule("@media", "@media print and (width > 10pt) { p { color: #ff0000 } }"),
            .rule(
                "@namespace",
                "@namespace h 'http://www.w3.org/1999/xhtml'; h|p { color: #ff0000 } |p { color: #0000ff }"),
            .rule(
                "@property", "@property --x { syntax: '<color>'; inherits: false; initial-value: #ff0000 }",
                base: "p { color: var(--x) }"),
            .rule("@supports", "@supports (display: block) and selector(p > q) { p { color: #ff0000 } }"),
            .rule(
                "@counter-style", "@counter-style x { system: cyclic; symbols: '+' }", base: "ol { list-style-type: x }"
            ),
            .rule("@page", "@page { margin: 30pt }"), .rule("@page size", "@page { size: 150pt 120pt }"),
            .rule("@page margin-inside, margin-outside", "@page { margin-inside: 30pt; margin-outside: 10pt }"),
            .rule("@page bleed", "@page { bleed: 5pt }"), .rule("@page marks", "@page { marks: crop cross }"),
            .rule("@page :first", "@page :first { margin-left: 40pt }"),
            .rule("@page :left", "@page :left { margin-left: 40pt }"),
            .rule("@page :right", "@page :right { margin-left: 40pt }"),
            .rule(
                "@page :blank", "@page :blank { @top-left { content: 'blank' } }",
                base: ".long { break-before: right } ol { break-before: right } div { break-before: left }"
            ),
            .rule("@page :nth()", "@page :nth(2) { margin-left: 40pt }"),
            .rule("@page name", "@page wide { margin-left: 60pt }", base: ".narrow { page: wide }"),
            .rule(
                "@page counter-reset, counter-set, counter-increment", "@page { counter-increment: page 3 }",
                base: "@page { @top-left { content: counter(page) } }"),
            .rule("@footnote", "@page { @footnote { border-top: 1pt solid } }"),
        ] + marginBoxes

    private static let marginBoxes = [
        "top-left-corner", "top-left", "top-center", "top-right", "top-right-corner", "right-top", "right-middle",
        "right-bottom", "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left", "bottom-left-corner",
        "left-bottom", "left-middle", "left-top",
    ].map { Feature.rule("@\($0)", "@page { @\($0) { content: 'x' } }") }

    static let selectors: [Feature] =
        [
            "*", "p", ".narrow", "#one", "[id]", "[id=one]", "[class~=narrow]", "[lang|=en]", "[id^=on]", "[id$=ne]",
            "[id*=n]",
            "[id=ONE i]", "article p", "article > p", "h2 + p", "h2 ~ p", ":is(p, h2)", ":where(p)", "p:not(.narrow)",
            "p:has(em)",
            ":root", "td:empty", "p:first-child", "p:last-child", "article:only-child", "p:nth-child(2n+1 of p)",
            "p:nth-last-child(2)",
            "p:first-of-type", "p:last-of-type", "p:nth-of-type(2)", "p:nth-last-of-type(2)", "table:only-of-type",
            ":lang(en)", "*|p", "[*|id]", "[id=one s]", ":defined",
            ":dir(ltr)", "a:any-link", "a:link",
        ].map { Feature.rule($0, "\($0) { color: #ff0000; background: #eee; height: 33pt }") } + [
            .rule("& (nested rules)", "article { & > p { color: #ff0000 } }"),
            .rule("::before", "p::before { content: '→' }"), .rule("::after", "p::after { content: '←' }"),
            .rule("::marker", "li::marker { color: #ff0000 }"),
            .rule("::first-letter", "p::first-letter { font-weight: bold }"),
            .rule("::first-line", "p::first-line { font-weight: bold }"),
            .rule("::footnote-call", ".note::footnote-call { content: '*' }"),
            .rule("::footnote-marker", ".note::footnote-marker { content: '* ' }"),
            .unseenRule(
                ":hover, :focus, :visited, :target…", "p:hover { color: #ff0000 }", "states that no printed page is in"),
        ]

    static let values: [Feature] = [
        .rule("var()", ":root { --x: #ff0000 } p { color: var(--x) }"),
        .rule("calc()", "p { margin-left: calc(1em + 2pt) }"),
        .rule("min(), max(), clamp()", "p { margin-left: clamp(1pt, 5%, max(3pt, 1em)) }"),
        .rule("round(), mod(), rem(), abs(), sign()", "p { margin-left: round(up, 1.1em, 3pt) }"),
        .rule("em rem ex ch cap ic lh rlh", "p { margin-left: 1ch; padding-left: 1lh }"),
        .rule("vw vh vmin vmax", "p { margin-left: 5vw }", "of the page box"),
        .rule("lab() lch() oklab() oklch() color()", "p { color: oklch(0.6 0.2 30) }"),
        .rule("device-cmyk()", "p { color: device-cmyk(0 1 1 0) }", "printed as sRGB"),
        .rule("all", "p { all: initial }"),
        .rule("color-mix()", "p { color: color-mix(in oklch longer hue, red, blue 30%) }"),
        .rule("rgb(from …) and its like", "p { color: oklch(from red l c calc(h + 120)) }"),
        .rule("light-dark(), contrast-color()", "p { color: light-dark(red, blue) }"),
        .rule("env()", "p { margin-left: env(safe-area-inset-left, 1pt); padding-left: env(other, 9pt) }"),
        .rule("sin() cos() tan() asin() acos() atan() atan2()", "p { margin-left: calc(20pt * sin(30deg)) }"),
        .rule("pow() sqrt() hypot() log() exp()", "p { margin-left: hypot(3pt, 4pt) }"),
        .rule("svw lvh dvmin cqw…", "p { margin-left: 5dvw }", "of the page box"),
        .rule("attr()", "a::after { content: attr(href) }", "in content"),
        .rule("counter(), counters()", "li::before { content: counters(list-item, '.') ' ' }"),
        .rule("counter(page), counter(pages)", "@page { @top-left { content: counter(page) '/' counter(pages) } }"),
        .rule(
            "string()", "@page { @top-left { content: string(x, last) } }", base: "h2 { string-set: x content(text) }"),
        .rule(
            "content()", "h2 { string-set: x content(first-letter) }",
            base: "@page { @top-left { content: string(x) } }"),
        .rule("target-counter(), target-counters()", "a::after { content: target-counter(attr(href), page) }"),
        .rule("target-text()", "a::after { content: target-text(attr(href)) }"),
        .rule("leader()", "h3::after { content: leader(dotted) 'x' }"),
        .rule("symbols()", "ol { list-style-type: symbols('*') }"),
        .rule("open-quote, close-quote", "p::before { content: open-quote }"),
        .rule(
            "inherit, initial, unset, revert, revert-layer",
            "p { margin-left: 9pt } p { margin-left: revert; color: #ff0000 }"),
        .rule("float: footnote", ".note { float: none; display: none }"),
        .rule(
            "position: running(), element()", "h3 { position: running(x) } @page { @top-left { content: element(x) } }"),
        .rule("float: top, bottom", "h3 { float: bottom }"),
        .rule("url() in content", "p::before { content: url(x.png) } @page { @top-left { content: url(x.png) } }"),
        .rule("url() as the content of an element", "h3 { content: url(x.png) }"),
        .rule(
            "alternative text", "p::before { content: url(x.png) / 'Mark' }", base: "p::before { content: url(x.png) }"),
        .rule("image-set()", "p::before { content: image-set('x.png' 2x) }"),
    ]
}
