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
        return Diagnosed(HTMLSerializer().string(inMessage(styled, title: title, pictures)), conforming.diagnostics)
    }

    /// The document with a head, its text in one column: mail programs drop `body`, so its style stands on a `div` too.
    private func inMessage(
        _ document: HTMLDocument, title: String, _ pictures: [Resource.ID: InlinePicture]
    ) -> HTMLDocument {
        let widths = Dictionary(uniqueKeysWithValues: pictures.values.map { ("cid:\($0.id)", $0.width) })
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
        let style = [document.attribute("style", of: root), document.attribute("style", of: body), Self.column]
            .compactMap(\.self).joined(separator: "; ")
        builder.open("body", [("style", "margin: 0; padding: 0")])
        builder.open("div", rootAttributes + [("style", style)])
        builder.copyChildren(of: body, in: document) { element in
            guard element.name == "img", let width = widths[element[attribute: "src"] ?? ""] else { return }
            // Some mail programs know no maximum width, only this attribute.
            let asked = element[attribute: "width"].flatMap(Double.init) ?? width
            guard asked > Self.columnWidth else { return }
            element[attribute: "width"] = String(Int(Self.columnWidth))
            element[attribute: "height"] = nil
        }
        builder.close()
        builder.close()
        builder.close()
        return builder.document()
    }

    /// What is left of the column inside its padding, in CSS px.
    private static let columnWidth = 608.0

    /// Last, so that no style widens it.
    private static let column = "max-width: 640px; margin: 0 auto; padding: 16px"
}
