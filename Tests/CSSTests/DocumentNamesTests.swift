import Testing

@testable import CSS

@Suite struct DocumentNamesTests {
    private static let tree = TestTree(
        """
        <html lang="en"><body class="wide"><article id="a"><h2 title="t">t</h2><p class="lead">t<em>t</em></p>
        <ul><li data-x="1">t</li><li>t</li></ul></article></body></html>
        """)
    private static let selectors = [
        "p", "aside", ".lead", ".absent", "#a p", "#absent p", "p.lead > em", "p.absent > em", "[title]", "[lang]",
        "[absent]", "h2[title=t]", ":is(.lead, .absent)", ":is(.absent, aside)", ":not(.absent)", "p:has(em)",
        "p:has(.absent)",
        "li:nth-child(1 of [data-x])", "li:nth-child(1 of .absent)", "li:hover", ".wide li:last-child", "p::before",
        ".absent::before", "h2 + p", "h2 ~ ul li", "* > li", ":root", "li:lang(en)",
    ]

    /// The law: a resolver that knows the document's names gives every element the style that one without them gives.
    @Test func changeNoStyle() {
        let css = Self.selectors.enumerated().map { "\($1) { content: 'x'; letter-spacing: \($0 + 1)pt }" }
        let sheets = [StyleSheet(parsing: css.joined(separator: "\n"), name: "", origin: .user)]
        let root = Self.tree.all[0]
        let plain = StyleResolver(sheets, medium: .print)
        let knowing = StyleResolver(sheets, medium: .print, for: DocumentNames(in: root))
        for element in Self.tree.all {
            #expect(
                plain.style(of: element, inheriting: .initial) == knowing.style(of: element, inheriting: .initial),
                "\(element.localName)")
            #expect(
                plain.style(of: element, pseudo: .before, inheriting: .initial)
                    == knowing.style(of: element, pseudo: .before, inheriting: .initial), "\(element.localName)::before"
            )
        }
    }

    @Test(arguments: [
        (".lead em", true), (".absent em", false), ("p#absent", false), ("aside", false), ("[data-x]", true),
        ("[data-y]", false), ("p:hover", false), ("p:not(.absent)", true), ("ul:has(> .absent)", false),
        (":is(.absent, p)", true),
    ])
    func admitWhatCouldMatch(selector: String, admitted: Bool) throws {
        let names = DocumentNames(in: Self.tree.all[0])
        #expect(try Selector(parsing: selector).alternatives.contains(where: names.admit) == admitted)
    }
}
