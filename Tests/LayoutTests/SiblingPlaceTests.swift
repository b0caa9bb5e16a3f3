import ArticleMarkup
import ArticleModel
import CSS
import Testing

/// What a markup tree knows of siblings is what counting them comes to.
@Suite struct SiblingPlaceTests {
    /// An element that does not know its place.
    private struct Counted: StyledElement {
        let element: MarkupElement

        var localName: String { element.localName }
        var id: String? { element.id }
        var classes: [String] { element.classes }
        func attribute(_ name: String) -> String? { element.attribute(name) }
        var attributeNames: [String] { element.attributeNames }
        var parentElement: Counted? { element.parentElement.map(Counted.init) }
        var previousSiblingElement: Counted? { element.previousSiblingElement.map(Counted.init) }
        var nextSiblingElement: Counted? { element.nextSiblingElement.map(Counted.init) }
        var firstChildElement: Counted? { element.firstChildElement.map(Counted.init) }
        var isEmpty: Bool { element.isEmpty }
    }

    private func elements(in root: MarkupElement) -> [MarkupElement] {
        root.children.reduce(into: [root]) { found, child in
            if case .element(let element) = child { found += elements(in: element) }
        }
    }

    @Test(arguments: [
        ":nth-child(2n+1)", "p:nth-child(3n)", "p:nth-last-child(-n+4)", "p:nth-of-type(odd)", "li:nth-last-of-type(2)",
        ":nth-child(2n of p, h2)", ":nth-last-child(2 of p)", "h2:nth-child(n+2 of h2)",
        ":nth-last-child(3n+1 of :not(p))",
        ":only-of-type", "td:nth-child(1 of td)", "tr:nth-last-child(1)", ":nth-child(0n+1)", "p:nth-child(1 of .none)",
    ])
    func agreesWithCounting(text: String) throws {
        let selector = try Selector(parsing: text)
        let all = elements(in: MarkupTree(of: [everyKindOfBlock()]).root)
        #expect(all.filter { selector.matches($0) } == all.filter { selector.matches(Counted(element: $0)) })
    }

    @Test func keepsTreesApart() throws {
        let selector = try Selector(parsing: "p:nth-last-child(1 of p)")
        for count in [3, 900, 5, 40] {
            let article = Article(
                metadata: Metadata(), blocks: (0..<count).map { Block(.paragraph([.text("\($0)")])) })
            let found = elements(in: MarkupTree(of: [article]).root).filter { selector.matches($0) }
            #expect(found.map(\.textContent) == ["\(count - 1)"])
        }
    }

    /// Asked for each of its rules, a long article's siblings are not gone through for each paragraph.
    @Test func looksAtManySiblingsOnce() {
        let article = Article(
            metadata: Metadata(), blocks: (0..<3000).map { Block(.paragraph([.text("\($0)")])) })
        let rules = (2..<40).map {
            "p:nth-child(\($0)n+1), p:nth-last-of-type(\($0)n), :nth-last-child(\($0)n of p) { color: red }"
        }
        let sheet = StyleSheet(parsing: rules.joined(), name: "", origin: .user)
        let tree = MarkupTree(of: [article])
        let styles = StyleResolver([sheet], medium: .print)
        let clock = ContinuousClock()
        let start = clock.now
        for element in elements(in: tree.root) { _ = styles.style(of: element, inheriting: .initial) }
        #expect(clock.now - start < .seconds(30))
    }
}
