/// Which reader reads what.
public struct ReaderRegistry {
    /// The format of a source: by its media type, else by its name's ending, else by its first bytes.
    /// nil where none of them tells.
    public static func format(of source: Source) -> SourceFormat? {
        if let type = source.mediaType.flatMap(format(mediaType:)) { return type }
        if let ending = format(ending: source.name) { return ending }
        return format(bytes: source.bytes)
    }

    /// The reader of a format; nil where none is built in.
    public static func reader(for format: SourceFormat) -> (any Reader)? {
        let readers: [any Reader] = [
            HTMLReader(), MarkdownReader(), PlainTextReader(), ArticleJSONReader(), MHTMLReader(), MailReader(),
        ]
        return readers.first { type(of: $0).formats.contains(format) }
    }

    private static func format(mediaType: String) -> SourceFormat? {
        let type = mediaType.prefix { $0 != ";" }.lowercased()
        return switch type.filter({ $0 != " " }) {
        case "text/html", "application/xhtml+xml", "application/xml", "text/xml": .html
        case "text/markdown", "text/x-markdown": .markdown
        case "application/json", "text/json": .articleJSON
        case "multipart/related", "application/x-mimearchive": .mhtml
        case "message/rfc822", "message/global": .mail
        default: nil  // text/plain is what servers say when they do not know
        }
    }

    private static func format(ending name: String) -> SourceFormat? {
        let path = name.prefix { $0 != "?" && $0 != "#" }
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        return switch path[path.index(after: dot)...].lowercased() {
        case "html", "htm", "xhtml", "xht", "shtml": .html
        case "md", "markdown", "mdown", "mkd": .markdown
        case "txt", "text": .plainText
        case "json": .articleJSON
        case "mht", "mhtml": .mhtml
        case "eml": .mail
        default: nil
        }
    }

    /// WHATWG MIME Sniffing, §7.1, in spirit: a tag that only HTML has, near the start.
    private static func format(bytes: [UInt8]) -> SourceFormat? {
        let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
        let start = head.drop { $0.isWhitespace || $0 == "\u{feff}" }
        let signs = [
            "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<!--", "<article", "<div", "<p>", "<?xml",
        ]
        if signs.contains(where: start.hasPrefix) { return .html }
        if start.hasPrefix("{") || start.hasPrefix("[{") { return .articleJSON }
        if let format = MessageSigns.format(bytes) { return format }
        if bytes.prefix(1_024).contains(0) { return nil }
        return head.isEmpty ? nil : .plainText
    }
}
