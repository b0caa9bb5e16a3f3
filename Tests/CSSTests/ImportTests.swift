import CSS
import Diagnostics
import Geometry
import Testing

/// `@import` (CSS Cascade 5, §2), from a table of sheets.
@Suite struct StyleSheetImportTests {
    private static let files = [
        "red.css": "p { color: red; text-indent: 1pt }", "deep/a.css": "@import 'b.css'; p { text-indent: 2pt }",
        "b.css": "p { color: blue }", "self.css": "@import 'self.css'; p { color: green }",
        "bad.css": "p { colr: x }", "layers.css": "@layer x { p { color: red } } @page { margin: 1pt }",
        "chain.css": "@import 'chain2.css';", "chain2.css": "@import 'chain.css'; p { color: lime }",
        "counter.css": "@counter-style x { system: cyclic; symbols: '+' }",
    ]

    private func sheet(_ css: String) -> StyleSheet {
        StyleSheet(parsing: css, name: "main.css", origin: .user) { address, _ throws(StyleSheetImportError) in
            guard let text = Self.files[address] else { throw StyleSheetImportError("there is no such file") }
            return ImportedStyleSheet(name: address, text: text)
        }
    }

    private func color(_ css: String) -> Color {
        let resolver = StyleResolver([sheet(css)], medium: .print)
        return TestTree("<html><p id=\"p\">x</p></html>").style("p", resolver).color
    }

    @Test(arguments: [
        ("@import 'red.css';", "red"), ("@import url(red.css);", "red"), ("@import url('red.css') print;", "red"),
        ("@import 'red.css'; p { color: blue }", "blue"), ("@import 'red.css'; @import 'b.css';", "blue"),
        ("@charset 'utf-8'; @layer one; @import 'red.css';", "red"), ("@import 'deep/a.css';", "blue"),
        ("@import 'red.css' screen;", "black"), ("@import 'red.css' (min-width: 10in);", "black"),
        ("@import 'red.css' (width > 1in) and (orientation: portrait);", "red"),
        ("@import 'red.css' layer; p { color: blue }", "blue"),
        ("@layer strong, weak; @import 'red.css' layer(strong); @import 'b.css' layer(weak);", "blue"),
        ("@layer a, b; @import 'b.css' layer(b); @import 'red.css' layer(a);", "blue"),
        ("@import 'red.css' layer(a.b); @layer a { p { color: blue } }", "blue"),
        ("@import 'red.css' supports(display: block);", "red"),
        ("@import 'red.css' supports(display: frob);", "black"),
        ("@import 'red.css' supports((display: block) and (not (float: frob))) print;", "red"),
        ("p { color: blue } @import 'red.css';", "blue"), ("@import 'self.css';", "green"),
        ("@import 'chain.css';", "lime"),
    ])
    func reads(css: String, color: String) {
        #expect(self.color(css) == Color(css: color))
    }

    @Test(arguments: [
        ("@import 'none.css';", "main.css:1:1: warning: '@import 'none.css'' is not read: there is no such file"),
        (
            "p { color: red }\n@import 'red.css';",
            "main.css:2:1: warning: '@import 'red.css'' is not read: it has to stand before all other rules"
        ),
        ("@import 'self.css';", "self.css:1:1: warning: '@import 'self.css'' is not read: the sheet imports itself"),
        ("@import 12;", "main.css:1:1: warning: '@import 12' is not read: it names no sheet"),
        ("@import 'bad.css';", "bad.css:1:5: warning: unknown property 'colr' (did you mean 'color'?)"),
    ])
    func warns(css: String, line: String) {
        #expect(sheet(css).diagnostics.map { $0.line(input: "") } == [line])
    }

    @Test func importsNothingWithoutALoader() {
        let sheet = StyleSheet(parsing: "@import 'red.css';", name: "x", origin: .user)
        #expect(sheet.diagnostics.count == 1)
    }

    @Test func takesPageRulesAndCounterStylesToo() {
        let resolver = StyleResolver([sheet("@import 'layers.css'; @import 'counter.css';")], medium: .print)
        let page = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(page.margin == Edges(1))
        #expect(resolver.counterStyles.text(of: 3, style: "x") == "+")
    }

    @Test func comesToAnEndWhereSheetsImportEachOtherWildly() {
        // Each sheet imports two that have not been met yet.
        let sheet = StyleSheet(parsing: "@import 'a'; @import 'b';", name: "x", origin: .user) {
            address, _ throws(StyleSheetImportError) in
            ImportedStyleSheet(name: address, text: "@import '\(address)a'; @import '\(address)b'; p { color: red }")
        }
        #expect(sheet.diagnostics.contains { $0.message.text.hasSuffix("there are too many of them") })
    }

    @Test func putsImportedTextsInTheirPlaces() {
        let text = sheet("@charset 'utf-8'; @import 'b.css' layer(x) print; p { color: red }").text
        #expect(text == "@charset 'utf-8'; @media print {\n@layer x {\np { color: blue }\n}\n} p { color: red }")
    }
}
