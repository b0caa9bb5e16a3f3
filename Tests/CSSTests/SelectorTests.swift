import CSS
import Testing

/// Selectors on one small tree: which ids they match.
@Suite struct SelectorTests {
    private let tree = TestTree(
        """
        <html id="html" lang="en"><body id="body"><div id="a" class="x y" title="One Two"><h2 id="b"></h2><p id="c"></p>
        <p id="d" class="x"><em id="e" lang="de-AT">t</em></p><ul id="f"><li id="g"></li><li id="h"></li><li id="i"></li>
        </ul></div><div id="j" dir="rtl"><p id="k"><a id="l" href="/x">t</a></p><a id="m"></a></div></body></html>
        """)

    @Test(arguments: [
        ("p", "c d k"), ("P", "c d k"), ("*", "html body a b c d e f g h i j k l m"), (".x", "a d"), ("div.x.y", "a"),
        ("#c", "c"),
        ("p#c", "c"), (".X", ""), ("[title]", "a"), ("[title='One Two']", "a"), ("[title~=Two]", "a"),
        ("[title^=One]", "a"),
        ("[title$='Two']", "a"), ("[title*='e T']", "a"), ("[title*='']", ""), ("[title='one two']", ""),
        ("[title='one two' i]", "a"),
        ("[lang|=de]", "e"), ("[href^='/'], h2", "b l"),
        ("div p", "c d k"), ("body > p", ""), ("div > p", "c d k"), ("h2 + p", "c"), ("h2 ~ p", "c d"),
        ("div > p em", "e"),
        ("h2 + p + p > em", "e"), ("div div", ""), ("html>body>div>p", "c d k"),
        (":is(h2, ul)", "b f"), (":where(.x) > em", "e"), ("p:not(.x)", "c k"), ("div:not(.x, .y) p", "k"),
        ("p:not(:first-child)", "c d"),
        ("p:has(em)", "d"), ("div:has(> a)", "j"), ("p:has(+ ul)", "d"), ("h2:has(~ ul)", "b"),
        ("div:has(> ul > li)", "a"),
        ("div:has(em, a)", "a j"), ("body:has(> p)", ""), ("p:has(+ ul > li)", "d"), (":is(h2, :frob)", "b"),
        (":root", "html"), ("li:empty", "g h i"), ("p:empty", "c"), ("li:first-child", "g"), ("li:last-child", "i"),
        ("div > p:first-of-type", "c k"), ("p:last-of-type", "d k"), ("em:only-child", "e"), ("a:only-of-type", "l m"),
        ("li:nth-child(odd)", "g i"), ("li:nth-child(2)", "h"), ("li:nth-child(n+2)", "h i"),
        ("li:nth-last-child(1)", "i"),
        ("p:nth-of-type(2)", "d"), ("div > :nth-child(1 of p)", "c k"), ("li:nth-child(-n+2)", "g h"),
        (":lang(de)", "e"), ("p:lang(en)", "c d k"), (":lang('*-AT')", "e"), ("p:dir(rtl)", "k"), ("p:dir(ltr)", "c d"),
        (":link", "l"), (":any-link", "l"), ("a:hover", ""), ("p::before", ""),
        (":is(div > p, li) em, li:is(:last-child)", "e i"),
    ])
    func matches(selector: String, ids: String) throws {
        #expect(tree.ids(try Selector(parsing: selector)).joined(separator: " ") == ids)
    }

    @Test(arguments: [
        "", "p >", "> p", "p,", "p..x", "p:frob", "p::frob", "[", "[=x]", "p[a=]", ":not()", ":nth-child(x)", "#1",
        "p q!",
    ])
    func rejects(selector: String) {
        #expect(throws: SelectorError.self) { try Selector(parsing: selector) }
    }

    /// Selectors 4, §15: the examples of the specification.
    @Test(arguments: [
        ("*", Specificity(0, 0, 0)), ("li", Specificity(0, 0, 1)), ("ul li", Specificity(0, 0, 2)),
        ("ul ol+li", Specificity(0, 0, 3)), ("h1 + *[rel=up]", Specificity(0, 1, 1)),
        ("ul ol li.red", Specificity(0, 1, 3)),
        ("li.red.level", Specificity(0, 2, 1)), ("#x34y", Specificity(1, 0, 0)),
        ("#s12:not(foo)", Specificity(1, 0, 1)),
        (".foo :is(.bar, #baz)", Specificity(1, 1, 0)), (":is(em, #foo)", Specificity(1, 0, 0)),
        (".qux:where(em, #foo#bar#baz)", Specificity(0, 1, 0)), (":nth-child(even of li, .item)", Specificity(0, 2, 0)),
        (":not(em, strong#foo)", Specificity(1, 0, 1)), ("p::before", Specificity(0, 0, 2)),
    ])
    func weighs(selector: String, specificity: Specificity) throws {
        #expect(try Selector(parsing: selector).specificities == [specificity])
    }

    @Test func findsNothingQuicklyInDeepTrees() throws {
        let deep = TestTree(
            String(repeating: "<div>", count: 400) + "<p id=\"p\"></p>" + String(repeating: "</div>", count: 400))
        let selector = try Selector(parsing: "div div div div div div > em div div div p")
        #expect(deep.ids(selector).isEmpty)
    }
}
