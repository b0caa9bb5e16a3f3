internal import ArticleModel
public import Diagnostics
internal import MIME
internal import Transport

/// Reads pages that were saved with their pictures in one file (RFC 2557): the root part is the page, the others are what
/// it shows.
public struct MHTMLReader: Reader {
    public static let formats: [SourceFormat] = [.mhtml]

    public init() {}

    public func read(_ source: Source, options: ReadingOptions) throws(ReaderError) -> Diagnosed<Reading> {
        var diagnostics: [Diagnostic] = []
        let message = try MIMEParser().message(in: source, options).collect(into: &diagnostics)
        guard let root = Self.root(of: message) else {
            // A message with such an ending, or one that was sent and not saved.
            let reading = try MailReader().reading(of: message, source, options)
            return Diagnosed(reading.output, diagnostics + reading.diagnostics)
        }
        let base = Self.base(of: root, in: message)
        let page = Source(
            name: source.name, bytes: root.body ?? [], address: base, mediaType: root.mediaType.name,
            encoding: root.parameter("charset"))
        var reading = try HTMLReader().read(page, options: options).collect(into: &diagnostics)
        if !base.hasPrefix("http"), reading.article.metadata.address?.hasPrefix("http") != true {
            reading.article.metadata.address = nil
        }
        if reading.article.metadata.title == nil { reading.article.metadata.title = message.headers.text("Subject") }
        // What was saved in one file is all there is to read.
        reading.continuation = nil
        reading.embedded = EmbeddedParts(message, base: base).resources
        return Diagnosed(reading, diagnostics)
    }

    /// The page: the part that `start` names (RFC 2387, §3.2), else the first page there is.
    static func root(of message: MIMEEntity) -> MIMEEntity? {
        guard case .parts(let parts) = message.content else { return isPage(message) ? message : nil }
        let start = message.parameter("start").map { $0.filter { $0 != "<" && $0 != ">" && $0 != " " } }
        if let start, let part = parts.first(where: { $0.contentID == start }) {
            if let page = part.leaves.first(where: isPage) { return page }
        }
        return message.leaves.first(where: isPage)
    }

    private static func isPage(_ entity: MIMEEntity) -> Bool {
        ["text/html", "application/xhtml+xml"].contains(entity.mediaType.name) && entity.body != nil
    }

    /// What the page's addresses start from (RFC 2557, §5): where it was, else nowhere that anybody could go.
    static func base(of root: MIMEEntity, in message: MIMEEntity) -> String {
        let candidates = [
            root.contentLocation, root.headers["Content-Base"], message.headers["Snapshot-Content-Location"],
            message.contentLocation, message.headers["Content-Base"],
        ]
        let web = candidates.lazy.compactMap { $0?.trimmed }.first {
            $0.lowercased().hasPrefix("http://") || $0.lowercased().hasPrefix("https://")
        }
        return web ?? EmbeddedParts.nowhere
    }
}

extension MIMEParser {
    /// The message in a source; what is too large or empty is refused.
    func message(in source: Source, _ options: ReadingOptions) throws(ReaderError) -> Diagnosed<MIMEEntity> {
        guard source.bytes.count <= options.maximumBytes else {
            throw ReaderError(
                code: .tooLarge, subject: source.name,
                message: "\(source.bytes.count) bytes are more than the limit of \(options.maximumBytes)")
        }
        guard source.bytes.contains(where: { $0 > 0x20 }) else {
            throw ReaderError(code: .empty, subject: source.name, message: "there is nothing in it")
        }
        guard !SourceText.isBinary(source) else {
            throw ReaderError(code: .binary, subject: source.name, message: "this is not text")
        }
        return parse(source.bytes)
    }
}
