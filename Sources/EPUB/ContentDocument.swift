import ArticleMarkup
import ArticleModel
import Diagnostics
import HTML

/// A content document: one article as XHTML (EPUB 3.3, §6.1).
struct ContentDocument {
    /// Its file's name in the publication.
    var name: String
    var title: String
    /// The document in XML syntax.
    var text: String
    /// What the table of contents leads to.
    var headings: [Heading]
    var hasPictures: Bool
    var describesAllPictures: Bool

    struct Heading {
        var level: Int
        var text: String
        var id: String
    }

    /// Builds the document; `pictures` are the files by the id of the resource they hold.
    static func document(
        of article: Article, named name: String, title: String, pictures: [Resource.ID: PictureFile]
    ) -> Diagnosed<ContentDocument> {
        let tree = MarkupTree(
            of: [article],
            options: MarkupOptions { image in
                image.resource.flatMap { pictures[$0] }.map { .shown(address: $0.path) } ?? .replacedByAlternative
            })
        let conforming = MarkupConformer().document(of: tree.document)
        let document = inEPUB(conforming.output, title: title)
        let pictures = document.elements.filter { document.name(of: $0) == "img" }
        let content = ContentDocument(
            name: name, title: title, text: XHTMLSerializer().string(document), headings: headings(of: document),
            hasPictures: !pictures.isEmpty,
            describesAllPictures: pictures.allSatisfy { document.attribute("alt", of: $0) != undescribed })
        return Diagnosed(content, conforming.diagnostics)
    }

    private static let undescribed = MarkupConformer.undescribedPicture

    /// The conforming document with a head, and with EPUB's words for notes (EPUB Structural Semantics Vocabulary 1.1).
    private static func inEPUB(_ document: HTMLDocument, title: String) -> HTMLDocument {
        var builder = HTMLDocumentBuilder()
        let root = document.firstChild(of: HTMLDocument.root) ?? HTMLDocument.root
        builder.open("html", document.attributes(of: root))
        builder.element("head") { head in
            head.element("meta", [("charset", "utf-8")])
            head.element("title") { $0.text(title) }
            head.element("link", [("rel", "stylesheet"), ("type", "text/css"), ("href", EPUBWriter.styleSheetName)])
        }
        builder.copyChildren(of: root, in: document) { element in
            switch element[attribute: "role"] {
            case "doc-noteref": element[attribute: "epub:type"] = "noteref"
            case "doc-backlink": element[attribute: "epub:type"] = "backlink"
            case "doc-footnote":
                element.name = "aside"
                element[attribute: "epub:type"] = "footnote"
            case "doc-endnotes":
                element[attribute: "role"] = nil
                element[attribute: "epub:type"] = "footnotes"
            default: break
            }
        }
        builder.close()
        return builder.document()
    }

    private static func headings(of document: HTMLDocument) -> [Heading] {
        document.elements.compactMap { node in
            let name = document.name(of: node)
            guard name.utf8.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()),
                let id = document.attribute("id", of: node)
            else { return nil }
            let text = document.spokenText(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.isEmpty ? nil : Heading(level: level, text: text, id: id)
        }
    }
}

extension HTMLDocument {
    /// All elements in document order.
    fileprivate var elements: [NodeID] {
        (0..<nodeCount).map(NodeID.init).filter { kind(of: $0) == .element }
    }
}
