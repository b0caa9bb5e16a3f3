/// The navigation document: the table of contents and the landmarks (EPUB 3.3, §7).
struct NavigationDocument {
    var title: String
    var language: String?
    var direction: String?
    var entries: [Entry]
    var styleSheet: String

    /// A line of the table of contents with those below it.
    struct Entry: Hashable {
        var text: String
        var address: String
        var children: [Entry] = []
    }

    /// The document as XHTML.
    var text: String {
        var attributes: [XMLWriter.Attribute] = [
            ("xmlns", "http://www.w3.org/1999/xhtml"), ("xmlns:epub", "http://www.idpf.org/2007/ops"),
        ]
        if let language { attributes += [("lang", language), ("xml:lang", language)] }
        if let direction { attributes.append(("dir", direction)) }
        var writer = XMLWriter()
        writer.element("html", attributes) { writer in
            writer.element("head") { writer in
                writer.element("meta", [("charset", "utf-8")])
                writer.element("title", text: title)
                writer.element("link", [("rel", "stylesheet"), ("type", "text/css"), ("href", styleSheet)])
            }
            writer.element("body", [], writeBody)
        }
        return writer.text
    }

    private func writeBody(to writer: inout XMLWriter) {
        writer.element("nav", [("epub:type", "toc"), ("role", "doc-toc"), ("id", "toc")]) { writer in
            writer.element("h1", text: title)
            Self.write(entries, to: &writer)
        }
        guard let first = entries.first else { return }
        writer.element("nav", [("epub:type", "landmarks"), ("hidden", "hidden")]) { writer in
            writer.element("ol") { writer in
                writer.element("li") { writer in
                    writer.element("a", [("epub:type", "bodymatter"), ("href", first.address)], text: first.text)
                }
            }
        }
    }

    private static func write(_ entries: [Entry], to writer: inout XMLWriter) {
        writer.element("ol") { writer in
            for entry in entries {
                writer.element("li") { writer in
                    writer.element("a", [("href", entry.address)], text: entry.text)
                    if !entry.children.isEmpty { write(entry.children, to: &writer) }
                }
            }
        }
    }
}

extension NavigationDocument.Entry {
    /// Headings in document order as a tree: each below the nearest before it of a higher rank, whatever ranks are skipped.
    static func tree(of headings: [(level: Int, text: String, address: String)]) -> [NavigationDocument.Entry] {
        var index = 0
        return tree(of: headings, &index, below: 0)
    }

    private static func tree(
        of headings: [(level: Int, text: String, address: String)], _ index: inout Int, below level: Int
    ) -> [NavigationDocument.Entry] {
        var entries: [NavigationDocument.Entry] = []
        while index < headings.count, headings[index].level > level {
            let heading = headings[index]
            index += 1
            let children = tree(of: headings, &index, below: heading.level)
            entries.append(.init(text: heading.text, address: heading.address, children: children))
        }
        return entries
    }
}
