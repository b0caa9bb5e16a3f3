import CSS
import Geometry
import Testing

/// Cascade, values and conditions, case by case: what colour or length an element gets.
@Suite struct CascadeExampleTests {
    /// CSS Cascade 5, §6, CSS Nesting 1: the winner's colour of `<html><p id=p class=x>`.
    @Test(arguments: [
        // Importance and layers: of important ones the first layer wins.
        ("@layer a, b; @layer a { p { color: red !important } } @layer b { p { color: blue !important } }", "red"),
        ("@layer a { p { color: red !important } } p { color: blue !important }", "red"),
        ("@layer a { p { color: red !important } } p { color: blue }", "red"),
        ("@layer a { p { --c: red !important } } p { --c: blue !important; color: var(--c) }", "red"),
        ("@layer { p { color: red } } @layer { p { color: blue } }", "blue"),
        ("@layer a.b { p { color: red } } @layer a { p { color: blue } }", "blue"),
        ("@layer a { @layer b { p { color: red } } p { color: blue } }", "blue"),
        ("@layer b, a; @layer a { p { color: red } } @layer b { p { color: blue } }", "red"),
        // Keywords of every property.
        ("html { color: red } p { color: blue; color: inherit }", "red"),
        ("html { color: red } p { all: initial }", "black"), ("html { color: red } p { color: revert }", "red"),
        ("@layer a { p { color: red } } @layer b { p { color: revert-layer } }", "red"),
        ("@layer a { p { color: red } } p { color: revert-layer }", "red"),
        ("p { color: red } p { color: revert-layer }", "black"),
        // What is wrong is skipped, what is behind it read.
        ("p { color: red; color: frob }", "red"), ("p { color: red } p:frob { color: blue }", "red"),
        ("p { color: red } q, p:frob { color: blue }", "red"), ("p { color: red } @frob { p { color: blue } }", "red"),
        ("p { colr: x; color: red", "red"), ("p { color: red; } } p { color: blue }", "red"),
        // Nested rules, and declarations behind them.
        (".x { color: red; & { color: blue } color: green }", "green"),
        ("html { p { color: red } .x { color: blue } }", "blue"), ("html { &:not(.y) > .x { color: blue } }", "blue"),
        (".x { .y &, & { color: blue } }", "blue"), (".x { html & { color: blue } }", "blue"),
        ("html { @media print { p { color: blue } } }", "blue"), ("p { @media print { color: blue } }", "blue"),
        ("html { p:not(.z) { color: red } } p.x { color: blue }", "red"),
        ("#q, html { p { color: red } } p.x.x { color: blue }", "red"),
        // Custom properties.
        ("p { --a: var(--b); --b: red; color: var(--a) }", "red"), ("p { --a: ; color: var(--a) red }", "red"),
        ("p { --a: initial; color: var(--a, red) }", "red"),
        ("html { --a: red } p { --a: unset; color: var(--a) }", "red"),
        ("p { --A: red; --a: blue; color: var(--A) }", "red"), ("html { color: red } p { color: var(--x) }", "red"),
        ("p { --x: 12pt; color: red; color: var(--x) }", "black"),
    ])
    func decides(css: String, color: String) {
        let sheet = StyleSheet(parsing: css, name: "", origin: .user)
        let resolver = StyleResolver([sheet], medium: .print)
        let style = TestTree("<html><p id=\"p\" class=\"x\">x</p></html>").style("p", resolver)
        #expect(style.color == Color(css: color))
    }

    /// Media Queries 5 and CSS Conditional 3, on A4 paper.
    @Test(arguments: [
        ("print", true), ("screen", false), ("all", true), ("not screen", true), ("only print", true), ("frob", false),
        ("screen, print", true), ("(width: 210mm)", true), ("(min-width: 20cm)", true), ("(max-width: 20cm)", false),
        ("(width >= 210mm)", true), ("(width > 210mm)", false), ("(10cm < width)", true),
        ("(10cm <= width <= 30cm)", true), ("(10cm <= width < 20cm)", false), ("(30cm > width > 10cm)", true),
        ("(height > 29cm)", true), ("(orientation: portrait)", true), ("(orientation: landscape)", false),
        ("(aspect-ratio < 1/1)", true), ("(max-aspect-ratio: 1/2)", false), ("(color)", true), ("(monochrome)", false),
        ("(monochrome: 0)", true), ("(prefers-color-scheme: light)", true), ("(prefers-color-scheme: dark)", false),
        ("(color) and (width > 1cm)", true), ("(color) and (monochrome)", false), ("(color) or (monochrome)", true),
        ("not (monochrome)", true), ("not ((color) and (width > 1cm))", false), ("print and (frob)", false),
        ("not (frob)", false), ("(width: calc(20cm + 10mm))", true), ("print and not (monochrome)", true),
        // Media Queries 5, §2 and §3: what is wrong never holds, nor does its opposite; the rest of a list counts.
        ("print and (color) or (color)", false), ("(color) and (color) or (color)", false), ("(color) or (frob)", true),
        ("(color) and (frob)", false), ("(color) or frob(x)", true), ("not frob(x)", false), ("print and", false),
        ("and", false), ("or", false), ("layer", false), ("only", false), ("not", false), ("not or", false),
        ("not only print", false), ("print, (frob)", true), (", print", true), ("(, print)", false),
        ("&test, print", true),
        ("(example, all,), print", true), ("PRINT and (COLOR)", true), ("(10cm < width > 5cm)", false),
        ("(10cm = width = 10cm)", false), ("(min-width >= 10cm)", false), ("(width: -1px)", false),
        ("(min-width: -1px)", true),
        ("((width > 1cm) and (height > 1cm)) or (monochrome)", true), ("(not (color))", false),
        ("(not-a-feature)", false),
        ("not all", false), ("not screen, not print", true), ("(calc(1cm * 2) < width)", true),
        ("(width = 210mm)", true), ("(210mm = width)", true), ("(aspect-ratio: 210/297)", true),
        ("(aspect-ratio < 1)", true),
        ("(hover)", false), ("(hover: none)", true), ("(hover: hover)", false), ("not (hover)", true),
        ("(pointer: coarse)", false),
        ("(update: none)", true), ("(overflow-block: paged)", true), ("(scripting)", false),
        ("(prefers-contrast)", false),
        ("(prefers-contrast: no-preference)", true), ("(prefers-color-scheme)", true),
        ("(forced-colors: active)", false),
        ("(color-gamut: srgb)", true), ("(color-gamut: p3)", false), ("(min-resolution: 300dpi)", true),
        ("(resolution < 10dppx)", false), ("(resolution: infinite)", true),
        ("(-webkit-min-device-pixel-ratio: 2)", true),
        ("(min-device-width: 100px)", true), ("(grid: 0)", true), ("(grid)", false), ("(inverted-colors: none)", true),
    ])
    func asksTheMedium(query: String, holds: Bool) {
        #expect((style("@media \(query) { p { color: red } }").color == Color(css: "red")) == holds)
    }

    @Test(arguments: [
        ("(display: block)", true), ("(display: frob)", false), ("(frob: x)", false), ("(--x: anything)", true),
        ("not (display: frob)", true), ("(display: block) and (color: red)", true),
        ("(display: frob) or (color: red)", true), ("((display: block))", true), ("selector(p > q)", true),
        ("selector(p:frob)", false), ("selector(:has(> q))", true), ("(float: footnote)", true),
        ("(content: leader('.'))", true), ("(display: grid)", false), ("(display: inline flex)", false),
        ("(transform: none)", false), ("(frob: x) or ((color: red) and (not (frob: x)))", true),
        ("not (not (color: red))", true),
        ("(color: red) and (color: blue) or (color: lime)", false),
        ("(color: red) or (color: blue) or (frob: x)", true),
        ("not not (color: red)", false), ("frob(x)", false), ("not frob(x)", true), ("(frob(x))", false),
        ("(color:red)", true),
        ("(--x: )", true), ("(color: red !important)", true), ("selector(p, q)", false),
        ("selector(::selection)", true),
        ("selector(:is(frob|p))", true), ("selector(frob|p)", false), ("font-format(opentype)", true),
        ("font-format(svg)", false),
        ("font-tech(variations)", true), ("font-tech(color-SVG)", false), ("at-rule(@page)", true),
        ("at-rule(@container)", false),
        ("(width: hypot(3pt, 4pt))", true), ("(color: color-mix(in lch, red, blue))", true), ("(gap: 1em)", true),
        ("(-webkit-hyphens: auto)", true), ("(color: var(--x))", true), ("()", false), ("", false),
        ("(width: round(up, 1em, 3pt))", true), ("not selector(::frob)", true),
    ])
    func knowsWhatItSupports(condition: String, holds: Bool) {
        #expect((style("@supports \(condition) { p { color: red } }").color == Color(css: "red")) == holds)
    }

    /// CSS Values 4: units and calculations, in points, on A4 with a root of 10pt and an element of 20pt.
    @Test(arguments: [
        ("1in", 72), ("2.54cm", 72), ("25.4mm", 72), ("101.6q", 72), ("1pc", 12), ("96px", 72), ("1em", 20),
        ("1rem", 10),
        ("1ex", 10), ("1ch", 10), ("1cap", 14), ("1ic", 20), ("1lh", 30), ("1rlh", 15), ("1rex", 5), ("1rch", 5),
        ("100vw", 595.2756), ("100vh", 841.8898), ("100vmin", 595.2756), ("100vmax", 841.8898), ("1EM", 20),
        ("calc(1em + 2 * 3pt)", 26), ("calc((1em - 4pt) / 2)", 8), ("calc(-1 * -5pt)", 5), ("min(1em, 1in, 5pt)", 5),
        ("max(1em, 5pt)", 20), ("clamp(1pt, 9pt, 5pt)", 5), ("clamp(6pt, 1pt, 9pt)", 6), ("round(7pt, 5pt)", 5),
        ("round(up, 6pt, 5pt)", 10), ("round(down, 1em, 6pt)", 18), ("round(to-zero, 9pt, 5pt)", 5),
        ("mod(17pt, 5pt)", 2),
        ("rem(17pt, 5pt)", 2), ("abs(-3pt)", 3), ("calc(2pt * sign(-3) + 5pt)", 3), ("calc(10pt * round(1.4))", 10),
        ("calc(1pt + max(2pt, calc(3pt)))", 4), ("hypot(3pt, 4pt)", 5), ("hypot(1em)", 20),
        ("calc(2pt * pow(2, 3))", 16),
        ("calc(1pt * sqrt(81))", 9), ("calc(1pt * hypot(3, 4))", 5), ("calc(1pt * log(8, 2))", 3),
        ("calc(1pt * log(e))", 1),
        ("calc(1pt * exp(0))", 1), ("calc(10pt * sin(30deg))", 5), ("calc(10pt * cos(pi / 3))", 5),
        ("calc(10pt * tan(0.125turn))", 10),
        ("calc(2pt * sin(asin(0.5)))", 1), ("calc(1pt * cos(acos(1)))", 1), ("calc(4pt * (atan(1) / 45deg))", 4),
        ("calc(1pt * (atan2(1pt, 1pt) / 15deg))", 3), ("calc(1pt * (10pt / 2pt))", 5),
        ("clamp(none, 9pt, 5pt)", 5), ("clamp(6pt, 1pt, none)", 6), ("clamp(9pt, 5pt, 3pt)", 9),
        ("calc(10pt + 1pt * round(-2.5))", 8),
        ("calc(1pt * mod(-18, 5))", 2), ("calc(10pt + 1pt * rem(-18, 5))", 7), ("calc(10pt + 1pt * mod(18, -5))", 8),
        ("calc(10pt + 1pt * round(up, -1.5))", 9), ("calc(10pt + 1pt * round(to-zero, -1.5))", 9),
        ("round(7pt, -5pt)", 5),
        ("calc(1px/0)", 100_000), ("calc(-1pt / 0 + 5pt)", 0), ("calc(NaN * 1pt)", 0),
        ("calc(1pt * infinity)", 100_000),
        ("calc(1pt * -infinity)", 0), ("min(infinity * 1pt, 3pt)", 3), ("calc(1pt * (1 - 3) + 5pt)", 3),
        ("1e99pt", 100_000),
        ("1E1pt", 10), (".5e1pt", 5), ("+3pt", 3), ("100svw", 595.2756), ("100dvh", 841.8898), ("100lvmin", 595.2756),
        ("100cqw", 595.2756), ("1vi", 5.952756), ("1vb", 8.418898), ("40Q", 28.3465), ("1rcap", 7), ("1ric", 10),
        ("calc( (1pt + 2pt) * 3 )", 9), ("calc(1pt - -2pt)", 3), ("calc(2 * (1em / 4))", 10), ("abs(1em - 30pt)", 10),
        ("max(1pt, 2pt, 3pt)", 3), ("-webkit-calc(1pt + 1pt)", 2), ("env(frob, 4pt)", 4),
        ("calc(env(safe-area-inset-top) + 1pt)", 1),
        ("calc(pi * 1pt)", 3.14159), ("calc(100% - 100% + 3pt)", 3), ("0", 0),
    ])
    func measures(length: String, points: Double) {
        let css = "html { font-size: 10pt; line-height: 1.5 } p { font-size: 20pt; width: \(length) }"
        guard case .length(let width) = style(css).box.width else {
            Issue.record("\(length) is not read")
            return
        }
        #expect(abs(width.resolved(against: 0) - points) < 0.001)
    }

    @Test(arguments: [
        "calc(1pt+2pt)", "calc(1pt * 2pt)", "calc(1 + 1pt)", "min()", "clamp(1pt, 2pt)", "round(1pt)", "1frob", "5",
        "mod(1pt, 2)", "calc()", "pow(2pt, 2)", "sin(1pt)", "hypot(1pt, 1)", "atan2(1pt, 1em)", "calc(1deg)",
        "calc(1pt / 1em)", "clamp(1pt, none, 3pt)", "min(1pt, 2)", "log(1, 2, 3)", "sqrt()", "sign(1pt)",
        "calc(sin(30deg))",
        "round(nearest, 1pt)", "round(mod, 1pt, 2pt)", "calc(1pt + 2)", "calc(1pt * 2deg)", "calc(frob * 1pt)", "-3pt",
        "1pt 2pt", "round(sideways, 1pt, 2pt)",
    ])
    func refusesLengths(length: String) {
        #expect(style("p { width: \(length) }").box.width == .auto)
    }

    /// Selectors 4, §17 and the specification's remarks on what counts.
    @Test(arguments: [
        ("p.x, #p", 11), ("* p", 1), ("p:is(.x, #q)", 101), ("p:where(#p)", 1), ("p:not(#q)", 101),
        ("p:has(+ q.x)", 12),
        (":root > p.x", 21), ("p::before", 2), ("p:first-letter", 2), ("[id]", 10), ("p:nth-child(1 of .x)", 21),
        ("p:lang(en)", 11), ("p:dir(ltr)", 11), ("p#p.x[id]:empty", 131),
    ])
    func weighs(selector: String, weight: Int) throws {
        let found = try #require(try Selector(parsing: selector).specificities.first)
        #expect(Int(found.ids) * 100 + Int(found.classes) * 10 + Int(found.types) == weight)
    }
}
