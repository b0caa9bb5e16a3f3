import ArticleMarkup
import ArticleModel
import CSS
import Diagnostics
import HTML

/// The HTML of a message: simple elements that carry their own styles, since mail programs drop style sheets.
struct MessageDocument {
    let styles: [StyleSheet]

    func html(of articles: [Article], title: String, _ pictures: [Resource.ID: InlinePicture]) -> Diagnosed<String> {
        let tree = MarkupTree(
            of: articles,
            options: MarkupOptions { image in
                image.resource.flatMap { pictures[$0] }.map { .shown(address: "cid:\($0.id)") }
                    ?? .replacedByAlternative
            })
        let conforming = MarkupConformer().document(of: tree.document)
        let styled = StyleInliner(styles: styles).document(conforming.output)
        return Diagnosed(HTMLSerializer().string(inMessage(styled, title: title)), conforming.diagnostics)
    }

    /// The document with a head, its text in one column: mail programs drop `body`, so its style stands on a `div` too.
    private func inMessage(_ document: HTMLDocument, title: String) -> HTMLDocument {
        var builder = HTMLDocumentBuilder()
        let root = document.firstChild(of: HTMLDocument.root) ?? HTMLDocument.root
        let rootAttributes = document.attributes(of: root).filter { $0.name == "lang" || $0.name == "dir" }
        builder.open("html", rootAttributes)
        builder.element("head") { head in
            head.element("meta", [("http-equiv", "Content-Type"), ("content", "text/html; charset=utf-8")])
            head.element("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
            head.element("title") { $0.text(title) }
        }
        let body = document.firstElement(named: "body") ?? root
        let style = [document.attribute("style", of: root), document.attribute("style", of: body)]
            .compactMap(\.self).joined(separator: "; ")
        builder.open("body", [("style", "margin: 0; padding: 0")])
        builder.open("div", rootAttributes + [("style", style.isEmpty ? Self.column : style + "; " + Self.column)])
        builder.copyChildren(of: body, in: document)
        builder.close()
        builder.close()
        builder.close()
        return builder.document()
    }

    /// Last, so that no style widens it.
    private static let column = "max-width: 640px; margin: 0 auto; padding: 16px"
}
