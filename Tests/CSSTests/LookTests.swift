import CSS
import Stylesheets
import TestSupport
import Testing

/// The look of the skeleton, so that a change to a sheet shows in a golden what it does to every element.
@Suite struct LookTests {
    private static let skeleton = """
        <html lang="en"><body><article>
        <header><h1 class="title">t</h1><p class="subtitle">t</p><p class="byline"><span class="author">t</span></p>
        <p class="source"><span class="site">t</span><time class="published">t</time><a class="address" href="x">t</a></p></header>
        <p>t<a href="x">t</a><em>t</em><strong>t</strong><code>t</code><mark>t</mark><sub>t</sub><sup>t</sup><q>t</q><del>t</del><u>t</u>
        <span class="small-caps">t</span><a class="noteref" href="#n">1</a><img src="x"/></p><p>t</p>
        <h2>t</h2><h3>t</h3><h4>t</h4><h5>t</h5><h6>t</h6><blockquote><p>t</p></blockquote>
        <ul><li>t<ul><li>t</li></ul></li><li class="task">t</li></ul><ol type="a"><li><p>t</p></li></ol><dl><dt>t</dt><dd>t</dd></dl>
        <pre><code>t</code></pre><hr/><aside><p>t</p></aside><p class="verse">t</p><div class="math">t</div>
        <table><caption>t</caption><thead><tr><th>t</th></tr></thead><tbody><tr><td class="align-right">t</td></tr></tbody></table>
        <figure><img src="x"/><figcaption>t<span class="credit">t</span></figcaption></figure><p class="media"><a href="x">t</a></p>
        <p lang="he" dir="rtl">t</p><section class="notes"><div class="note" id="n"><p>t</p></div></section></article></body></html>
        """

    @Test(
        arguments: Stylesheets.themes.keys.sorted().flatMap { [("print", $0), ("screen", $0)] } + [
            ("print", "none"), ("screen", "none"), ("epub", "none"), ("email", "none"),
        ])
    func looksLikeItsGolden(medium: String, theme: String) {
        var sheets = [StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base)]
        let added = [
            "print": Stylesheets.print, "screen": Stylesheets.screen, "epub": Stylesheets.epub,
            "email": Stylesheets.email,
        ]
        sheets.append(StyleSheet(parsing: added[medium]!, name: medium, origin: .base))
        if let text = Stylesheets.theme(named: theme) {
            sheets.append(StyleSheet(parsing: text, name: theme, origin: .theme))
        }
        let resolver = StyleResolver(sheets, medium: medium == "print" ? .print : .screen)
        var lines: [String] = []
        write(TestTree(Self.skeleton).all[0], .initial, resolver, depth: 0, &lines)
        expectGolden(lines.joined(separator: "\n") + "\n", "CSS/\(medium)-\(theme).txt")
    }

    private func write(
        _ element: TestElement, _ parent: ComputedStyle, _ resolver: StyleResolver, depth: Int, _ lines: inout [String]
    ) {
        let indent = String(repeating: "  ", count: depth)
        let style = resolver.style(of: element, inheriting: parent)
        lines.append(indent + element.localName + element.classes.map { "." + $0 }.joined())
        lines += style.declarations(inheriting: parent).map { "\(indent)    \($0.name): \($0.value)" }
        for pseudo in PseudoElement.allCases where pseudo.exists(on: style) {
            guard let generated = resolver.style(of: element, pseudo: pseudo, inheriting: style) else { continue }
            lines.append("\(indent)  ::\(pseudo.rawValue)")
            lines += generated.declarations(inheriting: style).map { "\(indent)    \($0.name): \($0.value)" }
        }
        var child = element.firstChildElement
        while let current = child {
            write(current, style, resolver, depth: depth + 1, &lines)
            child = current.nextSiblingElement
        }
    }
}
