internal import HTML

/// The page's `<meta>`, `<link>`, `<title>` and microdata, by name.
struct MetaTags: Sendable {
    /// First value of each `name`, `property` or `http-equiv`, in lower case.
    private var values: [String: String] = [:]
    private(set) var articleAuthors: [String] = []
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var base: String?
    private(set) var language: String?
    private(set) var direction: String?
    private(set) var license: String?
    /// The `href` of `rel=image_src`.
    private(set) var pictureLink: String?
    /// First `h1`s, collapsed.
    private(set) var headings: [String] = []
    private(set) var times: [String] = []
    /// Values of `itemprop`s that metadata come from, in order.
    private(set) var properties: [(name: String, value: String)] = []

    subscript(names: String...) -> String? {
        for name in names { if let value = values[name], !value.isEmpty { return value } }
        return nil
    }

    init(_ document: HTMLDocument) {
        for index in 0..<document.nodeCount {
            let node = NodeID(index)
            switch document.tag(of: node) {
            case .meta: readMeta(node, document)
            case .link: readLink(node, document)
            case .a: readLicense(node, document)
            case .base: base = base ?? document.attribute(.href, of: node)
            case .html, .body: readRoot(node, document)
            case .title:
                if title == nil, !Self.isInForeign(node, document) {
                    title = HTMLText.collapsed(document.firstChild(of: node).map(document.text(of:)) ?? "")
                }
            case .h1:
                if headings.count < 4 { headings.append(Self.text(of: node, document)) }
            case .time:
                if times.count < 4 {
                    times.append(document.attribute(.datetime, of: node) ?? Self.text(of: node, document))
                }
            default: break
            }
            readProperty(node, document)
        }
    }

    private static func isInForeign(_ node: NodeID, _ document: HTMLDocument) -> Bool {
        document.parent(of: node).map { document.has(.svg, at: $0) } ?? false
    }

    static func text(of node: NodeID, _ document: HTMLDocument) -> String {
        var text = ""
        var current = node
        var end = document.lastChild(of: node) ?? node
        while let child = document.lastChild(of: end) { end = child }
        while current <= end {
            if document.kind(of: current) == .text { text += document.text(of: current) }
            current = NodeID(current.position + 1)
        }
        return HTMLText.collapsed(text)
    }

    private mutating func readMeta(_ node: NodeID, _ document: HTMLDocument) {
        guard let content = document.attribute(.content, of: node) else { return }
        for attribute in [AttributeName.property, .name, .httpEquiv, .itemprop] {
            guard let names = document.attribute(attribute, of: node) else { continue }
            for name in names.lowercased().split(separator: " ") {
                let name = String(name)
                let plain = HTMLText.plain(content)
                if Self.authorNames.contains(name), !plain.isEmpty { articleAuthors.append(plain) }
                if values[name]?.isEmpty != false { values[name] = plain }
            }
        }
    }

    private static let authorNames: Set<String> = ["article:author", "og:article:author", "author"]

    private mutating func readLink(_ node: NodeID, _ document: HTMLDocument) {
        guard let rel = document.attribute(.rel, of: node)?.lowercased(), let href = document.attribute(.href, of: node)
        else { return }
        let rels = rel.split(separator: " ")
        if rels.contains("canonical"), canonical == nil { canonical = href.trimmed }
        if rels.contains("license"), license == nil { license = href.trimmed }
        if rels.contains("image_src"), pictureLink == nil { pictureLink = href.trimmed }
    }

    /// A link in the text to the licence of the page.
    private mutating func readLicense(_ node: NodeID, _ document: HTMLDocument) {
        guard license == nil, let rel = document.attribute(.rel, of: node)?.lowercased(),
            rel.split(separator: " ").contains("license"), let href = document.attribute(.href, of: node)
        else { return }
        license = href.trimmed
    }

    private mutating func readRoot(_ node: NodeID, _ document: HTMLDocument) {
        language = language ?? document.attribute(.lang, of: node) ?? document.attribute(.xmlLang, of: node)
        direction = direction ?? document.attribute(.dir, of: node)
    }

    private static let propertyNames: Set<String> = [
        "author", "creator", "datepublished", "datemodified", "date", "issued", "created", "modified", "headline",
        "name",
        "title", "articlesection", "inlanguage", "language", "license", "image",
    ]

    /// Microdata's `itemprop` and RDFa's `property`, whatever vocabulary its prefix names.
    private mutating func readProperty(_ node: NodeID, _ document: HTMLDocument) {
        let isMeta = document.has(.meta, at: node)
        guard properties.count < 64,
            let names = document.attribute(.itemprop, of: node) ?? document.attribute(.property, of: node)
        else { return }
        for name in names.lowercased().split(whereSeparator: \.isWhitespace) {
            let name = String(name.split { $0 == ":" || $0 == "/" || $0 == "#" }.last ?? name)
            // What stands in the head is read by its full name.
            guard Self.propertyNames.contains(name), !isMeta || document.attribute(.itemprop, of: node) != nil else {
                continue
            }
            properties.append((name, HTMLText.collapsed(value(of: node, name, document))))
        }
    }

    private func value(of node: NodeID, _ name: String, _ document: HTMLDocument) -> String {
        if let content = document.attribute(.content, of: node) ?? document.attribute(.datetime, of: node) {
            return content
        }
        if name == "image" || name == "license" {
            return document.attribute(.src, of: node) ?? document.attribute(.href, of: node) ?? ""
        }
        // A person is a thing with a name of its own.
        if name == "author" || name == "creator" {
            var current = node.position + 1
            let end = document.end(of: node)
            while current < end {
                let inner = NodeID(current)
                let property = document.attribute(.itemprop, of: inner) ?? document.attribute(.property, of: inner)
                if let property, property.lowercased().hasSuffix("name") {
                    return document.attribute(.content, of: inner) ?? Self.text(of: inner, document)
                }
                current += 1
            }
        }
        return Self.text(of: node, document)
    }
}

extension HTMLDocument {
    /// The position after the last node of a subtree.
    fileprivate func end(of node: NodeID) -> Int {
        var last = node
        while let child = lastChild(of: last) { last = child }
        return last.position + 1
    }
}
