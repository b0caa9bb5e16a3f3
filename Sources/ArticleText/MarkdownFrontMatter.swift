internal import ArticleModel

/// Metadata as YAML between two lines of dashes.
enum MarkdownFrontMatter {
    /// The lines, dashes included; none where nothing is known.
    static func lines(for metadata: Metadata) -> [String] {
        var fields: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { fields.append("\(name): \(quoted(value))") }
        }
        func add(_ name: String, list values: [String]) {
            if !values.isEmpty { fields.append("\(name): [\(values.map(quoted).joined(separator: ", "))]") }
        }
        add("title", metadata.title)
        add("subtitle", metadata.subtitle)
        if metadata.authors.count == 1 {
            add("author", metadata.authors[0])
        } else {
            add("author", list: metadata.authors)
        }
        add("date", metadata.published)
        add("modified", metadata.modified)
        add("site", metadata.site)
        add("section", metadata.section)
        add("lang", metadata.language)
        add("dir", metadata.direction?.rawValue)
        if let summary = metadata.summary, !summary.isFirstParagraph { add("description", summary.text) }
        add("address", metadata.address)
        add("image", metadata.leadImage?.address)
        add("license", metadata.license)
        add("keywords", list: metadata.keywords)
        return fields.isEmpty ? [] : ["---"] + fields + ["---"]
    }

    /// YAML 1.2, §7.3.1: a double-quoted scalar, which can hold anything.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
