internal import ArticleModel
internal import Diagnostics
internal import Yams

/// YAML between lines of dashes at the top of a Markdown file, or TOML between lines of plus signs.
struct FrontMatter {
    var metadata = Metadata()
    var diagnostics: [Diagnostic] = []
    /// Where the Markdown begins, in bytes and in lines.
    var bodyStart = 0
    var bodyLine = 0

    /// Reads the front matter; a text without any gives empty metadata.
    init(_ utf8: [UInt8]) {
        guard let (yaml, end, lines) = Self.block(utf8) else { return }
        do {
            if let node = try Yams.compose(yaml: yaml) {
                // A rule, then text, then a rule is no front matter: only a mapping is.
                guard let mapping = node.mapping else { return }
                fill(mapping)
            }
        } catch {
            let reason = (error as? YamlError).map(Self.reason) ?? "\(error)"
            diagnostics.append(Diagnostic(.warning, .frontMatterUnreadable(reason)))
        }
        bodyStart = end
        bodyLine = lines
    }

    /// The lines between `---` and `---` or `...`, or as YAML those between `+++` and `+++`; the byte behind them, and the
    /// number of lines they take.
    private static func block(_ utf8: [UInt8]) -> (yaml: String, end: Int, lines: Int)? {
        var start = 0
        var lines = 0
        var yamlStart: Int?
        var isTOML = false
        while start < utf8.count, lines < 1_000 {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
            let line = String(decoding: utf8[start..<end], as: UTF8.self).trimmedEnd
            lines += 1
            let next = min(end + 1, utf8.count)
            if let yamlStart {
                if isTOML ? line == "+++" : line == "---" || line == "..." {
                    let text = String(decoding: utf8[yamlStart..<start], as: UTF8.self)
                    return (isTOML ? yaml(fromTOML: text) : text, next, lines)
                }
            } else {
                guard line == "---" || line == "+++" else { return nil }
                isTOML = line == "+++"
                yamlStart = next
            }
            start = next
        }
        return nil
    }

    /// TOML's keys, strings, arrays and dates look like YAML's but for the sign between key and value. Tables below the
    /// first keys are the site's own business.
    private static func yaml(fromTOML text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("[") { break }
            let key = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "\"" }
            let rest = line[key.endIndex...].drop { $0 == " " || $0 == "\t" }
            lines.append(key.isEmpty || rest.first != "=" ? String(line) : "\(key): \(rest.dropFirst().trimmed)")
        }
        return lines.joined(separator: "\n")
    }

    private mutating func fill(_ mapping: Node.Mapping) {
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            if let name = key.scalar?.string { fields[name.lowercased().replacing("-", with: "_")] = value }
        }
        func first(_ names: String...) -> Node? { names.lazy.compactMap { fields[$0] }.first { $0.null == nil } }
        func text(_ node: Node?) -> String? {
            guard let text = node?.scalar?.string.trimmed, !text.isEmpty else { return nil }
            return text
        }
        metadata.title = text(first("title"))
        metadata.subtitle = text(first("subtitle"))
        metadata.authors = first("author", "authors", "by", "creator").map(Self.names) ?? []
        metadata.published = text(first("date", "published", "publish_date", "pubdate"))
        metadata.modified = text(first("modified", "updated", "lastmod", "last_modified_at"))
        metadata.site = text(first("site", "site_name", "publication", "publisher"))
        metadata.section = text(first("section", "category"))
        metadata.language = text(first("lang", "language", "locale"))?.replacing("_", with: "-")
        metadata.direction = text(first("dir", "direction")).flatMap(Direction.init)
        metadata.summary = text(first("description", "summary", "abstract", "excerpt")).map { .init(text: $0) }
        metadata.address = text(first("address", "url", "canonical", "canonical_url", "link"))
        let image = first("image", "cover", "featured_image", "thumbnail", "header_image")
        let address = text(image) ?? image?.mapping.flatMap { text($0["url"] ?? $0["src"] ?? $0["path"]) }
        metadata.leadImage = address.map {
            Image(address: $0, alternative: image?.mapping.flatMap { text($0["alt"]) })
        }
        metadata.license = text(first("license", "licence", "rights"))
        metadata.keywords = first("keywords", "tags").map(Self.words) ?? []
    }

    /// One name, a list of names, or of mappings with a name.
    private static func names(_ node: Node) -> [String] {
        if let text = node.scalar?.string.trimmed { return text.isEmpty ? [] : [text] }
        if let name = node.mapping?["name"]?.scalar?.string { return [name.trimmed] }
        return node.sequence?.flatMap(names) ?? []
    }

    /// A list, or a text of words apart by commas.
    private static func words(_ node: Node) -> [String] {
        if let list = node.sequence { return list.compactMap { $0.scalar?.string.trimmed } }
        return node.scalar?.string.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty } ?? []
    }

    private static func reason(_ error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            // The line of the opening dashes is counted, too.
            "\(problem) in line \(mark.line + 1)"
        default: "\(error)"
        }
    }
}

extension Diagnostic.Message {
    static func frontMatterUnreadable(_ reason: String) -> Self { "the front matter is not YAML: \(reason)" }
}
