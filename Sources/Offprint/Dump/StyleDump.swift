import ArticleMarkup
import CSS

/// Each element with the computed values that differ from its parent's, the root's from the initial ones.
struct StyleDump {
    private let styles: StyleResolver
    private var text = ""

    /// The dump of a tree, ending in a newline.
    static func text(of tree: MarkupTree, styles: StyleResolver) -> String {
        var dump = StyleDump(styles: styles)
        dump.write(tree.root, inheriting: .initial, depth: 0)
        return dump.text
    }

    private init(styles: StyleResolver) { self.styles = styles }

    private mutating func write(_ element: MarkupElement, inheriting parent: ComputedStyle, depth: Int) {
        let style = styles.style(of: element, inheriting: parent)
        line(depth, name(of: element))
        write(style, comparedWith: parent, depth: depth + 2)
        for pseudo in PseudoElement.allCases {
            guard let generated = styles.style(of: element, pseudo: pseudo, inheriting: style) else { continue }
            line(depth + 1, "::" + pseudo.rawValue)
            write(generated, comparedWith: style, depth: depth + 3)
        }
        var child = element.firstChildElement
        while let current = child {
            write(current, inheriting: style, depth: depth + 1)
            child = current.nextSiblingElement
        }
    }

    private func name(of element: MarkupElement) -> String {
        element.localName + (element.id.map { "#" + $0 } ?? "") + element.classes.map { "." + $0 }.joined()
    }

    /// The values that differ, named by group and property as the model has them.
    private mutating func write(_ style: ComputedStyle, comparedWith other: ComputedStyle, depth: Int) {
        guard style != other else { return }
        for ((name, group), (_, otherGroup)) in zip(groups(of: style), groups(of: other)) {
            let parts = zip(Mirror(reflecting: group).children, Mirror(reflecting: otherGroup).children)
            for (part, otherPart) in parts {
                difference("\(name).\(part.label ?? "")", part.value, otherPart.value, depth)
            }
        }
        difference("color", style.color, other.color, depth)
        difference("opacity", style.opacity, other.opacity, depth)
        difference("isVisible", style.isVisible, other.isVisible, depth)
        difference("custom", sorted(style.custom), sorted(other.custom), depth)
    }

    private func groups(of style: ComputedStyle) -> [(name: String, values: Any)] {
        [
            ("font", style.font), ("text", style.text), ("box", style.box), ("list", style.list),
            ("table", style.table), ("page", style.page), ("columns", style.columns),
            ("generated", style.generated),
        ]
    }

    private func sorted(_ properties: [String: String]) -> [String] {
        properties.map { "\($0): \($1)" }.sorted()
    }

    private mutating func difference(_ name: String, _ value: Any, _ other: Any, _ depth: Int) {
        let (new, old) = (String(describing: value), String(describing: other))
        if new != old { line(depth, "\(name): \(new)") }
    }

    private mutating func line(_ depth: Int, _ content: String) {
        text += String(repeating: "  ", count: depth) + content + "\n"
    }
}
