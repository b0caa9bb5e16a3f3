import CSS
import Geometry
import Testing

/// Sheets that were made to take forever: time and memory stay in proportion to their length.
@Suite struct HostileSheetTests {
    private let tree = TestTree(
        "<html><body><div><p id=\"p\" class=\"a\" title=\"t\">x<em>y</em></p></div></body></html>")

    /// Reads and applies a sheet, in a time that no test machine needs for what is in proportion.
    private func read(_ css: String, seconds: Double = 60) -> StyleSheet {
        let clock = ContinuousClock()
        let start = clock.now
        let sheet = StyleSheet(parsing: css, name: "", origin: .user)
        let resolver = StyleResolver([sheet], medium: .print)
        for element in tree.all { _ = tree.style(of: element, resolver) }
        _ = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(clock.now - start < .seconds(seconds))
        return sheet
    }

    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test func readsManyWrongThings() {
        let sheet = read((0..<60_000).map { "q\($0)! { x\($0): y }\n" }.joined())
        #expect(sheet.diagnostics.count == 101)
    }

    @Test func readsLongSheets() {
        _ = read(repeated("p.x > em:hover { color: red; margin: 1pt 2pt }\n", 40_000))
        _ = read("p { " + repeated("color: red; ", 100_000) + "}")
        _ = read(repeated("a,", 300_000) + "b { color: red }")
        _ = read("p { color: " + repeated("red ", 300_000) + "}")
        _ = read("/*" + repeated("*", 3_000_000))
        _ = read("p { content: '" + repeated("x", 3_000_000))
    }

    @Test func countsManyLayers() {
        _ = read((0..<30_000).map { "@layer l\($0) { p { color: red } }\n" }.joined())
        _ = read(repeated("@layer { ", 300) + "p { color: red }")
        _ = read("@layer " + repeated("a.", 50_000) + "a { p { color: red } }")
        _ = read(repeated("@layer { p { color: red } }\n", 10_000))
    }

    @Test func nestsDeeply() {
        _ = read(repeated("div { ", 2000) + "color: red")
        _ = read(repeated("@media print { ", 2000) + "p { color: red }")
        _ = read("p { " + repeated("& { color: red; ", 2000))
        // Each level names the one round it twice.
        let doubling = read(repeated("& em, & p { ", 200) + "color: red")
        #expect(doubling.diagnostics.count <= 100)
        _ = read(repeated(":is(", 5000) + "p" + repeated(")", 5000) + " { color: red }")
        _ = read(repeated(":not(", 5000) + "p" + repeated(")", 5000) + " { color: red }")
        _ = read("@supports " + repeated("(", 5000) + "color: red" + repeated(")", 5000) + " { p { color: red } }")
        _ = read("@media " + repeated("(not ", 5000) + "(color)" + repeated(")", 5000) + " { p { color: red } }")
    }

    @Test func calculatesAtLength() {
        _ = read("p { width: calc(" + repeated("1pt + ", 100_000) + "1em) }")
        _ = read("p { width: calc(1em" + repeated(" * 1.0001", 100_000) + ") }")
        _ = read("p { width: calc(" + repeated("(", 5000) + "1pt" + repeated(")", 5000) + ") }")
        _ = read("p { width: " + repeated("calc(1em + ", 5000) + "1pt" + repeated(")", 5000) + " }")
        _ = read("p { width: min(" + repeated("1em, ", 100_000) + "1pt) }")
        _ = read("p { color: " + repeated("color-mix(in lch, red, ", 5000) + "red" + repeated(")", 5000) + " }")
        _ = read("p { color: " + repeated("rgb(from ", 200) + "currentcolor" + repeated(" r g b)", 200) + " }")
    }

    @Test func asksManyRelatives() throws {
        let flat = TestTree("<html>" + repeated("<p><em></em></p>", 300) + "</html>")
        for selector in [
            ":has(~ p em)", "p:has(+ p:has(em))", "* * * * * * em", "p ~ p ~ p ~ p ~ p ~ q", ":nth-last-child(2n of p)",
            ":not(:has(q)) ~ :has(em)", ":is(p, q, :is(a, b)) ~ :is(p, q)", "p:has(~ p ~ p ~ p ~ p ~ q)",
        ] {
            guard let parsed = try? Selector(parsing: selector) else { continue }
            let clock = ContinuousClock()
            let start = clock.now
            _ = flat.ids(parsed)
            #expect(clock.now - start < .seconds(60), "\(selector)")
        }
    }

    /// Numbers beyond all measure are cut to what pages have, or refused; nothing is infinite.
    @Test(arguments: [
        "1e9999pt", "-1e9999pt", "1e300em", "calc(1pt / 0)", "calc(-1pt / 0)", "calc(NaN * 1em)",
        "99999999999999999999px",
        "calc(1em * 1e300 * 1e300)", "1e9999%", "calc(1% / 0)", "1e9999vw",
    ])
    func cutsNumbers(length: String) {
        let style = style(
            "p { font-size: \(length); margin: \(length); padding: \(length); width: \(length); height: \(length); text-indent: \(length);"
                + " line-height: \(length); letter-spacing: \(length); border: \(length) solid; column-width: \(length) }"
        )
        func isMeasured(_ length: LengthPercentage) -> Bool { length.points.isFinite && length.fraction.isFinite }
        #expect(style.font.size.isFinite && style.font.size <= 100_000)
        #expect(
            isMeasured(style.box.padding.top) && isMeasured(style.text.indent) && style.box.border.top.width.isFinite)
        if case .length(let margin) = style.box.margin.top { #expect(isMeasured(margin)) }
        if case .length(let width) = style.box.width { #expect(isMeasured(width)) }
    }

    @Test(arguments: ["1e9999", "calc(1 / 0)", "calc(NaN)", "99999999999999999999", "-1e9999"])
    func cutsPlainNumbers(number: String) {
        let style = style(
            "p { orphans: \(number); line-height: \(number); font-weight: \(number); opacity: \(number); counter-reset: x \(number);"
                + " tab-size: \(number); color: rgb(\(number) 0 0); initial-letter: \(number); column-count: \(number) }"
        )
        #expect(style.page.orphans >= 1 && (0...1).contains(style.opacity) && (0...1).contains(style.color.red))
    }
}
