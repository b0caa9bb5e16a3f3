import CSS
import Diagnostics
import Geometry
import Stylesheets
import Testing

@Suite struct CascadeTests {
    @Test func givesInitialValuesWithoutSheets() {
        let resolver = StyleResolver([], medium: .print)
        let tree = TestTree("<html><body><h1>a</h1><p>b <em>c</em></p><table><tr><td>d</td></tr></table></body></html>")
        for element in tree.all { #expect(tree.style(of: element, resolver) == .initial) }
        let page = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(page.margin == .zero && page.marginBoxes.isEmpty)
    }

    @Test func readsItsOwnSheetsWithoutComplaint() {
        let sheets =
            [
                ("base.css", Stylesheets.base), ("print.css", Stylesheets.print), ("screen.css", Stylesheets.screen),
                ("epub.css", Stylesheets.epub), ("email.css", Stylesheets.email),
            ] + Stylesheets.themes.map { ($0.key, $0.value) }
        for (name, text) in sheets {
            let sheet = StyleSheet(parsing: text, name: name, origin: .base)
            #expect(sheet.diagnostics.isEmpty, "\(sheet.diagnostics.map { $0.line(input: name) })")
        }
    }

    @Test func prefersSpecificityThenOrder() {
        #expect(style("#p { color: red } p { color: blue }").color == Color(css: "red"))
        #expect(style("p { color: red } p { color: blue }").color == Color(css: "blue"))
        #expect(style("p { color: red !important } #p { color: blue }").color == Color(css: "red"))
    }

    @Test func prefersLaterOriginsWhateverTheirSpecificity() {
        let resolver = StyleResolver(
            [
                StyleSheet(parsing: "p { color: green }", name: "user", origin: .user),
                StyleSheet(parsing: "html #p { color: red }", name: "base", origin: .base),
                StyleSheet(parsing: "html p { color: blue }", name: "theme", origin: .theme),
            ], medium: .print)
        #expect(TestTree("<html><p id=\"p\"></p></html>").style("p", resolver).color == Color(css: "green"))
    }

    @Test func computesRelativeLengths() {
        let style = style(
            "html { font-size: 20pt } p { font-size: 0.5em; margin: 1em 2rem; padding-top: 1vw; width: 50% }")
        #expect(style.font.size == 10)
        #expect(style.box.margin.top == .length(.points(10)))
        #expect(style.box.margin.left == .length(.points(40)))
        #expect(abs(style.box.padding.top.points - 210 / 25.4 * 72 / 100) < 1e-9)
        #expect(style.box.width == .length(.percent(50)))
    }

    @Test func substitutesCustomProperties() {
        #expect(style("html { --c: red } p { color: var(--c) }").color == Color(css: "red"))
        #expect(style("p { color: var(--none, var(--neither, blue)) }").color == Color(css: "blue"))
        #expect(
            style("html { --a: var(--b); --b: var(--a) } p { color: var(--a, green) }").color == Color(css: "green"))
        #expect(style("html { --w: 2pt } p { border: var(--w) solid }").box.border.left.width == 2)
        #expect(style("p { color: red; color: var(--none) }").color == .black)
    }

    @Test func calculates() {
        let style = style(
            "p { width: calc(100% - 2 * (10pt + 5pt)); height: min(10pt, 1in); margin: max(1pt, 2pt) clamp(1pt, 5pt, 3pt) }"
        )
        #expect(style.box.width == .length(LengthPercentage(points: -30, fraction: 1)))
        #expect(style.box.height == .length(.points(10)))
        #expect(style.box.margin.top == .length(.points(2)))
        #expect(style.box.margin.right == .length(.points(3)))
    }

    @Test func hearsInheritInitialAndUnset() {
        #expect(
            style("html { margin: 3pt; color: red } p { margin: inherit; color: initial }").box.margin.top
                == .length(.points(3)))
        #expect(style("html { color: red } p { color: initial }").color == .black)
        #expect(style("html { color: red } p { color: blue; color: unset }").color == Color(css: "red"))
    }

    @Test func rollsBackToTheOriginBelow() {
        let resolver = StyleResolver(
            [
                StyleSheet(parsing: "p { display: block; color: red }", name: "base", origin: .base),
                StyleSheet(parsing: "p { display: none } #p { display: revert }", name: "user", origin: .user),
            ], medium: .print)
        #expect(TestTree("<html><p id=\"p\"></p></html>").style("p", resolver).box.display == .block)
    }

    @Test func readsLayersAsWeakerThanWhatStandsOutside() {
        #expect(
            style("@layer a, b; @layer b { p { color: red } } @layer a { #p { color: blue } }").color
                == Color(css: "red"))
        #expect(style("p { color: green } @layer a { #p { color: blue } }").color == Color(css: "green"))
    }

    @Test func takesRulesOfItsMediumOnly() {
        #expect(
            style("@media screen { p { color: red } } @media print { p { color: blue } }").color == Color(css: "blue"))
        #expect(
            style("@media not print { p { color: red } } @media print and (min-width: 10mm) { p { color: blue } }")
                .color == Color(css: "blue"))
    }

    @Test func nestsRules() {
        #expect(style("html { & p { color: red } p#p { color: blue } }").color == Color(css: "blue"))
        #expect(style("html { > p { color: red } }").color == Color(css: "red"))
    }

    @Test func takesLanguageFromTheAttribute() {
        #expect(style("", element: "<div lang=\"de\"><p id=\"p\"></p></div>").text.language == "de")
    }

    @Test func mapsLogicalSidesByDirection() {
        let css = "p { margin: 0; margin-inline-start: 5pt } [dir=rtl] { direction: rtl }"
        #expect(style(css).box.margin.left == .length(.points(5)))
        #expect(style(css, element: "<p id=\"p\" dir=\"rtl\"></p>").box.margin.right == .length(.points(5)))
        #expect(style("p { margin-inline-start: 5pt; margin: 0 }").box.margin.left == .length(.zero))
    }

    @Test func warnsOnceWithPlaceAndWords() {
        let sheet = StyleSheet(
            parsing: "p { colr: red }\n  q { color: 12pt; colr: red }\n@frob x;", name: "my.css", origin: .user)
        #expect(
            sheet.diagnostics.map { $0.line(input: "") } == [
                "my.css:1:5: warning: unknown property 'colr' (did you mean 'color'?)",
                "my.css:2:7: warning: 'color' cannot be '12pt'",
                "my.css:3:1: warning: unknown rule '@frob'",
            ])
    }

    @Test func sharesResultsOfEqualElements() {
        let resolver = StyleResolver([StyleSheet(parsing: "p { color: red }", name: "", origin: .user)], medium: .print)
        let tree = TestTree("<html><p id=\"a\"></p><p id=\"b\"></p></html>")
        #expect(tree.style("a", resolver) == tree.style("b", resolver))
    }
}

@Suite struct FlatteningTests {
    private let css = """
        :root { --ink: #111; --gap: 4pt } @media (prefers-color-scheme: dark) { :root { --ink: #eee } }
        @page { margin: 1cm }
        p { color: var(--ink); margin: calc(2 * var(--gap)) 0; direction: rtl }
        @media print { p { color: black } }
        """

    @Test func replacesVariablesAndSaysThemAgainForMedia() {
        let resolver = StyleResolver([StyleSheet(parsing: css, name: "", origin: .base)], medium: .screen)
        #expect(
            resolver.flattened() == """
                p {
                    color: #111;
                    margin: 8pt 0;
                }
                @media print {
                p {
                    color: black;
                }
                }
                @media (prefers-color-scheme: dark) {
                p {
                    color: #eee;
                }
                }

                """)
    }

    @Test func listsWhatAnElementIsGiven() {
        let resolver = StyleResolver(
            [StyleSheet(parsing: css + "p { margin-top: 1pt } p { margin: 2pt }", name: "", origin: .base)],
            medium: .screen)
        let tree = TestTree("<html><p id=\"p\"></p></html>")
        let list = resolver.declarations(of: tree.all[1]).map { "\($0.name): \($0.value)" }
        #expect(list == ["color: #111", "direction: rtl", "margin: 2pt"])
    }
}
