import CSS
import Geometry
import Testing

/// Custom Properties 1, Properties and Values 1, Environment Variables 1, and how custom properties cascade.
@Suite struct CustomPropertyTests {
    /// What colour `<html><p id=p>` gets.
    @Test(arguments: [
        // §2.3: all of a cycle is invalid, and nothing outside of it.
        ("p { --a: var(--b, red); --b: var(--a, red); color: var(--a, blue) }", "blue"),
        ("p { --a: var(--a, red); color: var(--a, blue) }", "blue"),
        ("p { --a: var(--b); --b: var(--c); --c: var(--a) red; --d: var(--a, lime); color: var(--d) }", "lime"),
        ("p { --a: var(--x, var(--b)); --b: var(--a); color: var(--a, blue) }", "blue"),
        ("html { --a: var(--b); --b: red } p { --b: var(--a); color: var(--b) }", "red"),
        ("html { --one: red } p { --two: var(--one); --one: blue; color: var(--two) }", "blue"),
        // §3: fallbacks, and values that are empty, invalid or of any form.
        ("p { color: var(--x, red) }", "red"), ("p { color: var( --x , var( --y,red ) ) }", "red"),
        ("html { color: red } p { --x:; color: var(--x) }", "red"), ("p { --x: r; color: var(--x)ed }", "black"),
        ("p { --x: red; color: VAR(--x) }", "red"), ("p { --x: {a:b}; --y: red; color: var(--y) }", "red"),
        ("p { --x: 255, 0; color: rgb(var(--x), 0) }", "red"), ("p { --f: rgb; color: var(--f)(255 0 0) }", "black"),
        ("p { color: red; color: var(--none, 12pt) }", "black"), ("p { --\\61: red; color: var(--a) }", "red"),
        ("p { --x: red; color: v\\61r(--x) }", "red"), ("p { --x: var(--y,); color: red var(--x) }", "red"),
        ("p { color: var(x, red) } ", "black"),
        ("p { --x: red !important; --x: blue; color: var(--x) }", "red"),
        ("p { --x: red; all: initial; color: var(--x) }", "red"),
        ("p { color: red; --all: initial; all: var(--all) }", "black"),
        // The cascade's keywords.
        ("html { --x: red } p { --x: inherit; color: var(--x) }", "red"),
        ("html { --x: red } p { --x: revert; color: var(--x) }", "red"),
        ("@layer a { p { --x: red } } @layer b { p { --x: revert-layer } } p { color: var(--x) }", "red"),
        ("@layer a { p { --x: red } } p { --x: revert-layer; color: var(--x) }", "red"),
        ("@layer a { p { --x: red } } p { --x: blue } p { --x: revert-layer; color: var(--x) }", "red"),
        ("p { --x: revert-layer; color: var(--x, red) }", "red"),
        // `env()`.
        ("p { color: env(frob, red) }", "red"), ("p { color: env(frob) } ", "black"),
        ("p { --x: env(safe-area-inset-top); color: red; margin: var(--x) }", "red"),
        ("p { --x: env(frob 1 2, red); color: var(--x) }", "red"),
        // `@property`.
        ("@property --x { syntax: '*'; inherits: true; initial-value: red } p { color: var(--x) }", "red"),
        (
            "@property --x { syntax: '<color>'; inherits: false; initial-value: red } html { --x: blue } p { color: var(--x) }",
            "red"
        ),
        (
            "@property --x { syntax: '<color>'; inherits: true; initial-value: red } html { --x: blue } p { color: var(--x) }",
            "blue"
        ),
        (
            "@property --x { syntax: '<color>'; inherits: true; initial-value: red } p { --x: initial; color: var(--x) }",
            "red"
        ),
        ("@property --x { inherits: true; initial-value: red } p { color: var(--x, blue) }", "blue"),
        ("@property --x { syntax: '<color>'; inherits: true } p { color: var(--x, blue) }", "blue"),
        (
            "@media screen { @property --x { syntax: '*'; inherits: true; initial-value: red } } p { color: var(--x, blue) }",
            "blue"
        ),
    ])
    func decides(css: String, color: String) {
        #expect(style(css).color == Color(css: color))
    }

    @Test func resolvesLongChains() {
        // Each refers to the one before; no recursion follows them.
        let chain = (1..<20_000).map { "--v\($0): var(--v\($0 - 1));" }.joined()
        #expect(style("p { --v0: red; \(chain) color: var(--v19999) }").color == Color(css: "red"))
        let circle = (0..<20_000).map { "--v\($0): var(--v\(($0 + 1) % 20_000), red);" }.joined()
        #expect(style("p { \(circle) color: var(--v7, blue) }").color == Color(css: "blue"))
    }

    @Test func boundsWhatVariablesMakeOfEachOther() {
        let long = String(repeating: "x", count: 90_000)
        let many = (0..<200).map { "--v\($0): var(--long);" }.joined()
        let custom = style("p { --long: \(long); \(many) }").custom
        #expect(custom.values.reduce(0) { $0 + $1.utf8.count } < 1_500_000)
    }

    @Test func reachesIntoPagesDescriptors() {
        let css =
            ":root { --wide: 100pt; --size: var(--wide) 200pt } @page { size: var(--size); margin: 0 } p { width: 100vw }"
        #expect(style(css).box.width == .length(.points(100)))
        let resolver = StyleResolver([StyleSheet(parsing: css, name: "", origin: .user)], medium: .print)
        _ = TestTree("<html><p id=\"p\">x</p></html>").style("p", resolver)
        let page = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(page.size == Size(width: 100, height: 200))
    }

    @Test func reachesIntoPagesOwnBoxes() {
        let css = "@page { --gap: 7pt; margin: var(--gap); @top-left { --text: 'x'; content: var(--text) } }"
        let resolver = StyleResolver([StyleSheet(parsing: css, name: "", origin: .user)], medium: .print)
        let page = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(page.margin == Edges(7) && page.marginBoxes.first?.content == [.string("x")])
    }
}

/// Layers and origins over several sheets (Cascade 5, §6).
@Suite struct LayerTests {
    private func color(theme: [String] = [], user: [String]) -> Color {
        let sheets =
            theme.map { StyleSheet(parsing: $0, name: "theme", origin: .theme) }
            + user.map { StyleSheet(parsing: $0, name: "user", origin: .user) }
        return TestTree("<html><p id=\"p\">x</p></html>").style("p", StyleResolver(sheets, medium: .print)).color
    }

    @Test func sharesLayersAmongSheetsOfOneOrigin() {
        #expect(
            color(user: ["@layer a, b;", "@layer b { p { color: red } } @layer a { p { color: blue } }"])
                == Color(css: "red"))
        #expect(color(user: ["p { color: red }", "@layer a { p { color: blue } }"]) == Color(css: "red"))
        #expect(
            color(user: ["@layer b { p { color: red } }", "@layer a, b; @layer a { p { color: blue } }"])
                == Color(css: "blue"))
        #expect(color(user: ["@layer { p { color: red } }", "@layer { p { color: blue } }"]) == Color(css: "blue"))
    }

    @Test func keepsLayersOfOriginsApart() {
        #expect(
            color(theme: ["@layer a, b; p { color: red }"], user: ["@layer a { p { color: blue } }"])
                == Color(css: "blue"))
        #expect(
            color(theme: ["p { color: red }"], user: ["@layer a { p { color: revert-layer } }"]) == Color(css: "red"))
        #expect(
            color(theme: ["p { color: red }"], user: ["p { color: lime } p { color: blue; color: revert }"])
                == Color(css: "red"))
    }

    /// §6.4.3: `reset.type` and its like, and what stands in a layer itself.
    @Test(arguments: [
        ("@layer a { @layer b { p { color: red } } } @layer a.b { p { color: blue } }", "blue"),
        ("@layer a.c, a.b; @layer a { @layer b { p { color: red } } @layer c { p { color: blue } } }", "red"),
        ("@layer a { @layer { p { color: blue } } p { color: red } }", "red"),
        ("@layer x { @layer a, b; } @layer y; @layer x.b { p { color: blue } } @layer y { p { color: red } }", "red"),
        ("@layer a { @layer b { p { color: red !important } } p { color: blue !important } }", "red"),
        ("@layer a.b { p { color: blue } } @layer a.b.c { p#p { color: red } }", "blue"),
        ("@layer a b { p { color: red } } p { color: blue }", "blue"), ("@layer a, b { p { color: red } }", "black"),
        ("@media print { @layer a { p { color: red } } } @layer b { p { color: blue } }", "blue"),
    ])
    func nests(css: String, result: String) {
        #expect(color(user: [css]) == Color(css: result))
    }

    @Test func ordersPageRulesAndCounterStyles() {
        let css = "@page { margin: 1pt } @layer a { @page :first { margin: 2pt } }"
        let resolver = StyleResolver([StyleSheet(parsing: css, name: "", origin: .user)], medium: .print)
        let page = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(page.margin == Edges(1))
        let styles = StyleResolver(
            [
                StyleSheet(
                    parsing: """
                        @counter-style x { system: cyclic; symbols: 'a' }
                        @layer l { @counter-style x { system: cyclic; symbols: 'b' } }
                        """, name: "", origin: .user)
            ], medium: .print
        ).counterStyles
        #expect(styles.text(of: 1, style: "x") == "a")
    }

    @Test func prefersImportantDescriptors() {
        let css = "@page { size: 10cm !important; margin: 1pt !important } @page :first { size: 20cm; margin: 2pt }"
        let resolver = StyleResolver([StyleSheet(parsing: css, name: "", origin: .user)], medium: .print)
        let page = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(abs(page.size.width - 283.46) < 0.01 && page.margin == Edges(1))
    }
}
