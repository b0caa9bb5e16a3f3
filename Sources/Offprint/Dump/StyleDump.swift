import ArticleMarkup
import CSS

/// Each element with what its computed style says beyond what it inherits, as CSS declarations.
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
        write(style, inheriting: parent, depth: depth + 2)
        for pseudo in PseudoElement.allCases where pseudo.exists(on: style) {
            guard let generated = styles.style(of: element, pseudo: pseudo, inheriting: style) else { continue }
            line(depth + 1, "::" + pseudo.rawValue)
            write(generated, inheriting: style, depth: depth + 3)
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

    private mutating func write(_ style: ComputedStyle, inheriting parent: ComputedStyle, depth: Int) {
        for (name, value) in style.declarations(inheriting: parent) { line(depth, "\(name): \(value)") }
    }

    private mutating func line(_ depth: Int, _ content: String) {
        text += String(repeating: "  ", count: depth) + content + "\n"
    }
}
