import CSS
import Diagnostics
import Testing

/// What a sheet's reader says, to whom, and how often.
@Suite struct StyleSheetLogTests {
    private func lines(_ css: String, _ medium: Medium = .print, loader: StyleSheetLoader? = nil) -> [String] {
        let sheet = StyleSheet(parsing: css, name: "my.css", origin: .user, loader: loader)
        return StyleResolver([sheet], medium: medium).diagnostics.map { $0.line(input: "") }
    }

    @Test(arguments: [
        ("p { colr: red }", "1:5: warning: unknown property 'colr' (did you mean 'color'?)"),
        ("p { frobnicate: 1 }", "1:5: warning: unknown property 'frobnicate'"),
        (
            "p { backgruond-color: red }",
            "1:5: warning: unknown property 'backgruond-color' (did you mean 'background-color'?)"
        ),
        ("p { size: A4 }", "1:5: warning: unknown property 'size' (it belongs into '@page')"),
        ("p { -prince-frob: 1 }", "1:5: warning: unknown property '-prince-frob'"),
        ("p {\n  color: 12pt }", "2:3: warning: 'color' cannot be '12pt'"),
        ("p { all: red }", "1:5: warning: 'all' cannot be 'red'"),
        ("p { writing-mode: vertical-rl }", "1:5: warning: 'writing-mode' cannot be 'vertical-rl'"),
        ("p:frob { color: red }", "1:1: warning: unknown pseudo-class ':frob' in selector 'p:frob'"),
        (
            "h2 { & > p::frob { color: red } }",
            "1:6: warning: unknown pseudo-element '::frob' in selector '& > p::frob'"
        ),
        ("x|p { color: red }", "1:1: warning: the namespace 'x' is not declared in selector 'x|p'"),
        ("p { q { colr: red } }", "1:9: warning: unknown property 'colr' (did you mean 'color'?)"),
        ("p { @media print { & q { colr: red } } }", "1:26: warning: unknown property 'colr' (did you mean 'color'?)"),
        ("@pgae { margin: 0 }", "1:1: warning: unknown rule '@pgae' (did you mean '@page'?)"),
        (
            "@container (width > 3em) { p { color: red } }",
            "1:1: warning: unknown rule '@container' (pages have no containers to ask; use '@media')"
        ),
        ("@page { @top-lift { content: 'x' } }", "1:9: warning: unknown rule '@top-lift' (did you mean '@top-left'?)"),
        ("@page { size: A11 }", "1:9: warning: 'size' cannot be 'A11'"),
        ("@page { p { color: red } }", "1:9: warning: 'p { color: red }' is no rule and no declaration"),
        ("@page { @top-left { colr: red } }", "1:21: warning: unknown property 'colr' (did you mean 'color'?)"),
        ("@page { @top-left { p { color: red } } }", "1:21: warning: 'p { color: red }' is no rule and no declaration"),
        ("@page :frst { margin: 0 }", "1:1: warning: unknown page selector ':frst'"),
        ("@media (frob: 1) { p { color: red } }", "1:1: warning: unknown media feature 'frob'"),
        ("@media print and { p { color: red } }", "1:1: warning: unknown media feature 'print and'"),
        ("@media (width > 1in) or frob(x) { }", "1:1: warning: unknown media feature 'frob(x)'"),
        (
            "@supports (a: b) and (c: d) or (e: f) { }",
            "1:1: warning: '@supports (a: b) and (c: d) or (e: f)' is no condition"
        ),
        ("@namespace frob;", "1:1: warning: '@namespace frob' declares no namespace"),
        (
            "@property --x { inherits: yes }",
            "1:17: warning: 'inherits' cannot be 'yes'\n1:1: warning: '@property --x' describes no custom property"
        ),
        ("p { transform: rotate(3deg) }", "1:5: warning: 'transform' changes nothing in print"),
        ("p { -webkit-clip-path: circle() }", "1:5: warning: 'clip-path' changes nothing in print"),
        ("img { filter: blur(2px) }", "1:7: warning: 'filter: blur(2px)' is 'none' in print"),
        ("p { color: red; } } q { color: blue }", "1:19: warning: unexpected '}' in selector '} q'"),
    ])
    func says(css: String, line: String) {
        #expect(lines(css) == line.split(separator: "\n").map { "my.css:" + $0 })
    }

    @Test(arguments: [
        "p { cursor: pointer; transition: all 1s; animation-name: x; scroll-margin: 3px; user-select: none; fill: red }",
        "p { -webkit-frob: 1; -moz-osx-font-smoothing: grayscale; -webkit-hyphens: frob; -ms-flex: none; -o-x: y }",
        "p { transform: none; flex: 0 0 auto; z-index: auto; mix-blend-mode: normal; clip-path: none !important; gap: 1em }",
        "@keyframes x { from { top: 0 } } @-webkit-keyframes y { } @starting-style { p { opacity: 0 } } @-ms-viewport { }",
        "::-moz-selection { color: red } p:-moz-frob { color: red } ::selection { color: red } a:hover { color: red }",
        "@media screen { p { transform: scale(2); filter: sepia() } } @media (-webkit-min-device-pixel-ratio: 2) { p { } }",
        "@media (prefers-contrast: more) and (hover) and (resolution >= 2dppx) and (overflow-block: paged) { p { } }",
        "p { -prince-hyphens: auto; -weasy-string-set: a content(); prince-bookmark-level: 2; -epub-hyphens: none }",
        "p { writing-mode: horizontal-tb; all: unset; row-gap: 2pt; --x: anything; -webkit-columns: 2 }",
        "@supports (frob: 1) { p { frob: 1 } } @charset 'utf-8'; @view-transition { navigation: auto }",
    ])
    func keepsQuiet(css: String) {
        #expect(lines(css).isEmpty)
    }

    /// Browsers and reading systems show what pages do not.
    @Test func saysOfPagesOnlyToPages() {
        let css = "p { transform: rotate(3deg); filter: sepia(); mix-blend-mode: multiply; colr: red }"
        #expect(lines(css, .screen) == ["my.css:1:73: warning: unknown property 'colr' (did you mean 'color'?)"])
        #expect(lines(css, .print).count == 4)
    }

    @Test func saysEachThingOnce() {
        #expect(lines("p { colr: red } q { colr: blue; transform: scale(2) } a { transform: scale(3) }").count == 2)
    }

    @Test func namesImportedSheets() {
        let said = lines("@import 'b.css';\nq { colr: red }") { address, _ throws(StyleSheetImportError) in
            ImportedStyleSheet(name: address, text: "\n p { colr: red; transform: scale(2) }")
        }
        #expect(
            said == [
                "b.css:2:6: warning: unknown property 'colr' (did you mean 'color'?)",
                "my.css:2:5: warning: unknown property 'colr' (did you mean 'color'?)",
                "b.css:2:17: warning: 'transform' changes nothing in print",
            ])
    }

    @Test func stopsSayingWhatNobodyReads() {
        let said = lines((0..<1000).map { "p { x\($0): 1 }\n" }.joined())
        #expect(said.count == 101)
        #expect(said.last == "my.css: warning: 900 more things are wrong in this style sheet")
    }

    @Test func quotesNoMoreThanALine() {
        let said = lines("p { color: \(String(repeating: "very ", count: 1000)) }")
        #expect(said.count == 1 && said[0].count < 160)
    }
}
