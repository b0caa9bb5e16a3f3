import ArticleMarkup
import CSS
import HTML
import Stylesheets

/// Writes what the style sheets say of each element into its `style` attribute.
struct StyleInliner {
    let styles: [StyleSheet]

    func document(_ document: HTMLDocument) -> HTMLDocument {
        let own = [
            StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base),
            StyleSheet(parsing: Stylesheets.email, name: "email.css", origin: .base),
        ]
        let resolver = StyleResolver(own + styles, medium: .screen)
        var builder = HTMLDocumentBuilder()
        builder.copyChildren(of: HTMLDocument.root, in: document) { element in
            let declarations = resolver.declarations(of: Element(element.node, in: document))
            // Without a style sheet a class says nothing.
            element[attribute: "class"] = nil
            let style = declarations.filter { !Self.isForPages($0.name) }.map { "\($0.name): \($0.value)" }
            if !style.isEmpty { element[attribute: "style"] = style.joined(separator: "; ") }
        }
        return builder.document()
    }

    /// Properties that speak of printed pages, and those of our own.
    private static func isForPages(_ name: String) -> Bool {
        name.hasPrefix("-") || name.hasPrefix("break-") || name.hasPrefix("bookmark-") || name.hasPrefix("footnote-")
            || ["orphans", "widows", "string-set", "page", "hyphens", "content"].contains(name)
    }
}
