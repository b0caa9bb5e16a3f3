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
            let style = declarations.filter { !Self.isForPages($0.name) && !Self.isDefault($0, of: element.name) }
            guard !style.isEmpty else { return }
            element[attribute: "style"] = style.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
        }
        return builder.document()
    }

    /// What every mail program does unasked, which would only make messages longer.
    private static func isDefault(_ declaration: (name: String, value: String), of element: String) -> Bool {
        switch (declaration.name, declaration.value) {
        case ("display", let value): !(element == "img" && value == "block") && value != "none"
        case ("font-style", "italic"): ["em", "cite", "i"].contains(element)
        case ("font-weight", "bold"): ["strong", "b", "th", "h1", "h2", "h3", "h4", "h5", "h6"].contains(element)
        case ("text-decoration", "underline"): element == "u"
        case ("text-decoration", "line-through"): element == "s"
        case ("vertical-align", let value): element == value
        case ("list-style-type", "disc"): element == "ul"
        case ("list-style-type", "decimal"): element == "ol"
        default: false
        }
    }

    /// Properties that speak of printed pages, and those of our own.
    private static func isForPages(_ name: String) -> Bool {
        name.hasPrefix("-") || name.hasPrefix("break-") || name.hasPrefix("bookmark-") || name.hasPrefix("footnote-")
            || ["orphans", "widows", "string-set", "page", "hyphens", "content"].contains(name)
    }
}
