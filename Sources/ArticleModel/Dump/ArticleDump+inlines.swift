extension ArticleDump {
    /// Running text on one line, its markup in brackets.
    static func text(of inlines: [Inline]) -> String { inlines.map(text).joined() }

    private static func text(of inline: Inline) -> String {
        let name = inline.content.typeName + description(of: inline.attributes)
        switch inline.content {
        case .text(let string): return inline.attributes.isEmpty ? escaped(string) : "[\(name) \(escaped(string))]"
        case .code(let string), .keyboard(let string): return "[\(name) \(escaped(string))]"
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .underline(let inner),
            .mark(let inner), .subscript(let inner), .superscript(let inner), .smallCaps(let inner),
            .quotation(let inner), .citation(let inner), .span(let inner), .isolate(let inner):
            return "[\(name) \(text(of: inner))]"
        case .abbreviation(let detail, let inner), .time(let detail, let inner):
            return "[\(name)\(detail.map { " \(escaped($0))" } ?? ""): \(text(of: inner))]"
        case .override(let direction, let inner): return "[\(name) \(direction.rawValue): \(text(of: inner))]"
        case .link(let link, let inner):
            let title = link.title.map { " “\(escaped($0))”" } ?? ""
            return "[\(name) \(link.address)\(title): \(text(of: inner))]"
        case .image(let image): return "[\(name) \(description(of: image))]"
        case .ruby(let base, let reading): return "[\(name) \(text(of: base))|\(text(of: reading))]"
        case .math(let math): return "[\(name) \(description(of: math))]"
        case .lineBreak: return "[\(name)]"
        case .noteReference(let id): return "[\(name) \(id)]"
        }
    }

    static func description(of attributes: Attributes) -> String {
        var text = attributes.id.map { " #\($0)" } ?? ""
        for name in attributes.classes { text += " .\(name)" }
        if let language = attributes.language { text += " lang=\(language)" }
        if let direction = attributes.direction { text += " dir=\(direction.rawValue)" }
        return text
    }

    static func description(of image: Image) -> String {
        var parts: [String] = []
        if let resource = image.resource { parts.append("resource=\(resource)") }
        if let address = image.address { parts.append(address.count > 200 ? "\(address.prefix(60))…" : address) }
        if let address = image.screenAddress { parts.append("screen=\(address)") }
        if let width = image.width { parts.append("width=\(number(width))") }
        if let height = image.height { parts.append("height=\(number(height))") }
        if let alternative = image.alternative { parts.append("alt=“\(escaped(alternative))”") }
        if let title = image.title { parts.append("title=“\(escaped(title))”") }
        return parts.joined(separator: " ")
    }

    static func description(of math: Math) -> String {
        let tex = math.tex.map { " tex=“\(escaped($0))”" } ?? ""
        let markup = math.mathML == nil ? "" : " with MathML"
        return "\(escaped(math.text))\(tex)\(markup)\(math.isDisplay ? " display" : "")"
            + (math.picture.map { " picture [\(description(of: $0))]" } ?? "")
    }

    /// Brackets, backslashes and what cannot be seen in a line, escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "[", "]", "\\": result += "\\\(scalar)"
            case "\u{A0}", "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{2069}",
                "\u{FEFF}", "\0"..."\u{1F}":
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A number without a needless fraction.
    static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}
