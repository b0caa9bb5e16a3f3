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
            case .base: base = base ?? document.attribute(.href, of: node)
            case .html, .body: readRoot(node, document)
            case .title:
                if title == nil, !Self.isInForeign(node, document) {
                    title = HTMLText.collapsed(document.firstChild(of: node).map(document.text(of:)) ?? "")
                }
            case .h1:
                if headings.count < 4 { headings.append(Self.text(of: node, document)) }
            case .time:
                if times.count < 4, let time = document.attribute(.datetime, of: node) { times.append(time) }
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
                if name == "article:author" || name == "author", !plain.isEmpty { articleAuthors.append(plain) }
                if values[name]?.isEmpty != false { values[name] = plain }
            }
        }
    }

    private mutating func readLink(_ node: NodeID, _ document: HTMLDocument) {
        guard let rel = document.attribute(.rel, of: node)?.lowercased(), let href = document.attribute(.href, of: node)
        else { return }
        let rels = rel.split(separator: " ")
        if rels.contains("canonical"), canonical == nil { canonical = href.trimmed }
        if rels.contains("license"), license == nil { license = href.trimmed }
    }

    private mutating func readRoot(_ node: NodeID, _ document: HTMLDocument) {
        language = language ?? document.attribute(.lang, of: node) ?? document.attribute(.xmlLang, of: node)
        direction = direction ?? document.attribute(.dir, of: node)
    }

    private static let propertyNames: Set<String> = ["author", "datepublished", "datemodified", "headline", "name"]

    private mutating func readProperty(_ node: NodeID, _ document: HTMLDocument) {
        guard properties.count < 64, let name = document.attribute(.itemprop, of: node)?.lowercased(),
            Self.propertyNames.contains(name), !document.has(.meta, at: node)
        else { return }
        let value =
            document.attribute(.content, of: node) ?? document.attribute(.datetime, of: node)
            ?? Self.text(of: node, document)
        properties.append((name, HTMLText.collapsed(value)))
    }
}
