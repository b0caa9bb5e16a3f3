import CSS
import Geometry
import Testing

/// Selectors 4, Namespaces 3 and Nesting 1, section by section: which elements a rule's selector makes red.
@Suite struct SelectorExampleTests {
    private static let tree = TestTree(
        """
        <html id="html" lang="en"><body id="body"><section id="s" class="outer"><h2 id="h" title="Ab">t</h2>
        <p id="a" class="x:y 2nd" lang="de-Latn-DE-1996">t</p><p id="b" lang="zh-Hant">t</p><p id="c" lang="">t</p>
        <ul id="u"><li id="i" class="important"></li><li id="j"></li><li id="k" class="important"></li>
        <li id="l"></li></ul><div id="d" dir="rtl" xml:lang="fr"><em id="e">t</em></div></section></body></html>
        """)

    /// The ids of the elements that `RULE { color: red }` colours themselves; `&` rules come whole.
    private func reds(_ css: String) -> String {
        let sheet = StyleSheet(
            parsing: css.contains("{") ? css : css + " { color: red }", name: "", origin: .user)
        let marked = StyleSheet(parsing: "* { color: black }", name: "", origin: .theme)
        let resolver = StyleResolver([marked, sheet], medium: .print)
        return Self.tree.all.filter { Self.tree.style(of: $0, resolver).color == Color(css: "red") }
            .compactMap(\.id).joined(separator: " ")
    }

    @Test(arguments: [
        // §4.2 to §4.5: lists, forgiving ones and strict ones.
        (":is(p, ::before, :frob, !)", "a b c"), (":is()", ""), (":where(:is(#a), li:first-child)", "a i"),
        ("p:not(:is(:frob), #a)", "b c"), (":not(:frob), p", ""), ("p:not(::before)", ""), (":has(:frob, em) ", ""),
        ("section:has(> ul > .important)", "s"), ("p:has(~ ul)", "a b c"), ("p:not(:has(+ ul))", "a b"),
        ("section:has(h2 + p):has(em)", "s"), ("ul:has(:is(li, :has(p)))", "u"), ("section:has(ul:has(li))", ""),
        // §6: attributes.
        ("[title=ab]", ""), ("[title=ab i]", "h"), ("[title=Ab s]", "h"), ("[title=ab S]", ""), ("[title=ab x]", ""),
        ("[title = \"ab\"i]", "h"), ("[lang|=zh]", "b"), ("[lang='']", "c"), ("[class~='']", ""), ("[*|title]", "h"),
        ("[|title]", "h"), ("[*|lang|=zh]", "b"), ("[xlink|href]", ""),
        // §5.3: namespaces; articles' elements are XHTML's.
        ("*|h2", "h"), ("|h2", ""), ("svg|h2", ""), ("*|*:is(em)", "e"),
        ("@namespace h 'http://www.w3.org/1999/xhtml'; h|em { color: red }", "e"),
        ("@namespace svg url(http://www.w3.org/2000/svg); svg|h2, h2 { color: red }", "h"),
        ("@namespace 'http://www.w3.org/2000/svg'; h2, *|em { color: red }", "e"),
        ("@namespace xml 'http://www.w3.org/XML/1998/namespace'; [xml|lang] { color: red }", "d"),
        // Escapes (Syntax 3, §4.3.7).
        (".x\\:y", "a"), (".\\32nd", "a"), (".\\32 nd", "a"), (".\\000032nd", "a"), ("#\\61", "a"), ("\\65m", "e"),
        (".2nd", ""),
        // §7: directions and languages, by extended filtering.
        (":lang(de)", "a"), (":lang(de-DE)", "a"), (":lang(de-1996)", "a"), (":lang(de-Latf)", ""),
        (":lang(\"*-Hant\")", "b"), (":lang('*-DE', fr)", "a d e"), (":lang(DE-latn)", "a"), (":lang('')", "c"),
        ("li:lang(en, de)", "i j k l"), (":dir(rtl)", "d e"), ("em:not(:dir(ltr))", "e"),
        // §13: places among siblings.
        ("li:nth-child(even)", "j l"), ("li:nth-child(2n + 0)", "j l"), ("li:nth-child(ODD)", "i k"),
        ("li:nth-child(-n+ 2)", "i j"), ("li:nth-child(3n - 2)", "i l"), ("li:nth-child(0n+3)", "k"),
        ("li:nth-child(+3)", "k"), ("li:nth-child(n)", "i j k l"), ("li:nth-child(2 of .important)", "k"),
        ("li.important:nth-child(2)", ""), (":nth-child(even of li, .important)", "j l"),
        (":nth-last-child(1 of .important)", "k"), ("p:nth-child(1 of :not(h2))", "a"), ("li:nth-child(2 n)", ""),
        ("li:nth-child(+ 2)", ""), ("li:nth-child(3n + -6)", ""), ("p:nth-of-type(1 of p)", ""),
        ("li:nth-child(99999999999999999999n+2)", "j"), ("p:nth-last-of-type(n+2)", "a b"),
        // §8 to §12: states that no page is in leave the rest of a list alone.
        ("p:hover, #h", "h"), ("em::selection, #h", "h"), ("a:visited:not(.x), #h", "h"), ("#h:not(:hover)", "h"),
        ("#h:not(:target):defined", "h"), ("p:read-write, em:read-only", "e"), ("em::part(x), #h", "h"),
        ("::-webkit-scrollbar, #h", "h"), ("::-moz-focus-inner, #h", ""), ("li::before::marker, #h", "h"),
        ("h2::before:hover, #h", "h"), ("p:frob, #h", ""), ("p::frob, #h", ""),
        // Combinators.
        ("h2 ~ ul > li + li:last-child", "l"), ("section>h2+p", "a"), ("h2 || p", ""), ("section >> p", ""),
        ("p /* x */ + /* y */ p", "b c"), ("h2/**/~/**/ul", "u"),
    ])
    func matches(selector: String, ids: String) {
        #expect(reds(selector) == ids)
    }

    /// CSS Nesting 1, its examples on this tree.
    @Test(arguments: [
        (".outer { h2 { color: red } }", "h"), (".outer { > h2 { color: red } }", "h"),
        (".outer { & > h2 { color: red } }", "h"), ("h2 { .outer & { color: red } }", "h"),
        ("h2 { + p, ~ ul { color: red } }", "a u"), ("li { & + & { color: red } }", "j k l"),
        ("li { &.important { color: red } }", "i k"), ("li { .important& { color: red } }", "i k"),
        ("h2, p { :not(&) > em { color: red } }", "e"),
        (".outer { ul { > li { &:first-child { color: red } } } }", "i"),
        (".outer { @media print { h2 { color: red } } }", "h"), ("h2 { @media screen { color: red } }", ""),
        ("h2 { @layer a { color: red } }", "h"), ("h2 { @supports (color: red) { & { color: red } } }", "h"),
        (".outer { :is(h2, &) em { color: red } }", "e"), ("& h2 { color: red }", "h"), ("& { color: red }", "html"),
        ("h2::before { & { color: red } }", ""), ("p { color: black; & { color: black } color: red }", "a b c"),
        (".outer { h2:hover { color: red } em { color: red } }", "e"),
        ("ul { li:frob { x: y } li#j { color: red } }", "j"),
        ("#u { li & { color: red } } ul { color: black }", ""), ("h2 { em & { color: red } > & { color: red } }", ""),
    ])
    func nests(css: String, ids: String) {
        #expect(reds(css) == ids)
    }

    /// Nesting 1, §3.1: `&` weighs as much as the heaviest of the selectors round it.
    @Test(arguments: [
        ("#u, li { & em, & { color: red } } ul li.important.important { color: black }", "u i j k l"),
        ("li { & { color: red } } li.important { color: black }", "j l"),
        (":is(#zz, p) { color: red } p.2nd, p[lang] { color: black }", "a b c"),
        (":where(#a) { color: red } p { color: black }", ""),
    ])
    func weighsNesting(css: String, ids: String) {
        #expect(reds(css) == ids)
    }

    /// §17 and the remarks beside it.
    @Test(arguments: [
        (":has(#a, p)", Specificity(1, 0, 0)), (":is()", Specificity()), ("p:hover", Specificity(0, 1, 1)),
        ("::selection", Specificity(0, 0, 1)), ("li::before::marker", Specificity(0, 0, 3)),
        (":nth-child(2n of :where(#a))", Specificity(0, 1, 0)), ("*|p", Specificity(0, 0, 1)),
        (":not(:has(em.x, #a))", Specificity(1, 0, 0)), ("[a][b]:lang(en):dir(ltr)", Specificity(0, 4, 0)),
    ])
    func weighs(selector: String, specificity: Specificity) throws {
        #expect(try Selector(parsing: selector).specificities == [specificity])
    }

    @Test func weighsNoMoreThanItCanCount() throws {
        let heavy = try Selector(parsing: String(repeating: ".a", count: 70_000)).specificities
        #expect(heavy == [Specificity(0, .max, 0)])
    }
}
