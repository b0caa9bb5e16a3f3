internal import ArticleModel
public import Diagnostics
internal import Extraction
internal import HTML
internal import MIME
internal import TextAnalysis
internal import Transport

/// Reads saved messages: newsletters most often, and what friends forward.
///
/// The best form of the text is the article; subject, sender and date are its metadata. What a newsletter has round its
/// text (the line for a mail program's list, the link to its copy on the web, how to unsubscribe) is left out.
public struct MailReader: Reader {
    public static let formats: [SourceFormat] = [.mail]

    public init() {}

    public func read(_ source: Source, options: ReadingOptions) throws(ReaderError) -> Diagnosed<Reading> {
        var diagnostics: [Diagnostic] = []
        let message = try MIMEParser().message(in: source, options).collect(into: &diagnostics)
        if MHTMLReader.root(of: message) != nil, MessageSigns.isArchive(message.headers) {
            return try MHTMLReader().read(source, options: options)
        }
        let reading = try reading(of: message, source, options)
        return Diagnosed(reading.output, diagnostics + reading.diagnostics)
    }

    /// The article in a message.
    func reading(
        of message: MIMEEntity, _ source: Source, _ options: ReadingOptions
    ) throws(ReaderError) -> Diagnosed<Reading> {
        var text = MessageText(source: source, options: options)
        text.read(message, depth: 0)
        guard !text.blocks.isEmpty else {
            let isEncrypted = MessageBody(message).isEncrypted
            throw ReaderError(
                code: isEncrypted ? .malformed : .notAnArticle, subject: source.name,
                message: isEncrypted ? "the message is encrypted" : "there is no text in this message")
        }
        var metadata = text.metadata
        if options.extract { ForwardedText.unwrap(&text.blocks, &metadata, &text.diagnostics) }
        text.blocks = BlockFinishing(title: metadata.title).finish(text.blocks)
        metadata.language =
            options.language ?? metadata.language ?? LanguageGuess.language(of: text.blocks.plainText)
        metadata.completeDirection()
        if metadata.summary == nil { metadata.summary = .firstParagraph(of: text.blocks) }
        let article = Article(metadata: metadata, blocks: text.blocks, notes: text.notes)
        let reading = Reading(
            article: article, report: options.extract ? text.report : nil, embedded: EmbeddedParts(message).resources)
        return Diagnosed(reading, text.diagnostics)
    }
}

/// The text of a message as it is put together from its pieces.
struct MessageText {
    let source: Source
    let options: ReadingOptions
    var metadata = Metadata()
    var blocks: [Block] = []
    var notes: [Note] = []
    var report = ExtractionReport()
    var diagnostics: [Diagnostic] = []
    /// Addresses of parts that the text shows.
    private var shown: Set<String> = []

    init(source: Source, options: ReadingOptions) {
        self.source = source
        self.options = options
    }

    /// A message in a message that says little itself is what was meant.
    private static let fewCharacters = 300
    private static let maximumDepth = 8

    /// Reads a message's pieces; its header is the metadata.
    mutating func read(_ message: MIMEEntity, depth: Int) {
        metadata = Self.metadata(of: message)
        let body = MessageBody(message)
        var messages: [MIMEEntity] = []
        var pictures: [MIMEEntity] = []
        for piece in body.pieces {
            switch piece {
            case .html(let entity): readPage(entity)
            case .text(let entity): readText(entity)
            case .message(let inner): messages.append(inner)
            case .picture(let entity): pictures.append(entity)
            }
        }
        addUnshown(pictures)
        for inner in messages where depth < Self.maximumDepth { add(inner, depth: depth) }
    }

    static func metadata(of message: MIMEEntity) -> Metadata {
        let headers = message.headers
        var metadata = Metadata()
        metadata.title = headers.text("Subject").map(Subject.withoutForwarding).flatMap { $0.isEmpty ? nil : $0 }
        metadata.authors = headers.addresses("From").prefix(5).compactMap {
            $0.name ?? ($0.address.isEmpty ? nil : $0.address)
        }
        metadata.published = headers.date("Date")?.text
        metadata.language = headers["Content-Language"]?.split(separator: ",").first.map { String($0).trimmed }
            .flatMap(ArticleBuilder.language)
        // RFC 5064: where a list keeps the message.
        let archived = headers["Archived-At"]?.filter { $0 != "<" && $0 != ">" && !$0.isWhitespace }
        if let archived, archived.hasPrefix("http") { metadata.address = archived }
        return metadata
    }

    // MARK: Pieces

    private mutating func readPage(_ entity: MIMEEntity) {
        let document: HTMLDocument
        do {
            document = try HTMLParser().parse(bytes: entity.body ?? [], encodingHint: entity.parameter("charset"))
                .collect(into: &diagnostics)
        } catch {
            diagnostics.append(Diagnostic(.warning, .unreadablePart(error.message)))
            return
        }
        let (metadata, options) = (metadata, options)
        var parts = PartSelection()
        do {
            parts = try PartSelection.matching(
                keep: options.keep, drop: options.drop, in: document, source: source.name
            ).collect(into: &diagnostics)
        } catch {
            diagnostics.append(Diagnostic(.warning, .unreadablePart(error.message)))
        }
        let chosen = parts
        let page = LargeStack.run { MessagePage(document, metadata, options, chosen) }
        guard let page = page.flatMap(\.self) else { return }
        blocks += page.blocks
        notes += page.notes
        report.entries += page.report.entries
        diagnostics += page.diagnostics
        self.metadata.language = metadata.language ?? page.language
        self.metadata.direction = metadata.direction ?? page.direction
        if metadata.summary == nil, let preheader = page.preheader {
            self.metadata.summary = Metadata.Summary(text: preheader)
        }
        shown.formUnion(page.blocks.flatMap(\.imageAddresses))
    }

    private mutating func readText(_ entity: MIMEEntity) {
        let text = entity.text().collect(into: &diagnostics)
        guard text.contains(where: { $0 > 0x20 }) else { return }
        var lines = SourceText.normalizedLines(text)
        if options.extract { lines = MessageFooter.removed(from: lines, &diagnostics) }
        let read = PlainTextReader().article(from: lines, title: metadata.title, options: options)
        blocks += read.output.article.blocks
        report.entries += read.output.report?.entries ?? []
        diagnostics += read.diagnostics
        let head = read.output.article.metadata
        metadata.title = metadata.title ?? head.title
    }

    /// Pictures that came in the text's line and that no page shows: each stands at the end.
    private mutating func addUnshown(_ pictures: [MIMEEntity]) {
        for (index, picture) in pictures.enumerated() {
            let addresses = [picture.contentID.map { "cid:" + $0 }, picture.contentLocation].compactMap { $0 }
            guard !addresses.contains(where: shown.contains), let bytes = picture.body, !bytes.isEmpty else { continue }
            let name = picture.parameter("name")
            guard let address = addresses.first else {
                diagnostics.append(Diagnostic(.note, .unplacedPicture(name ?? "\(index + 1)")))
                continue
            }
            blocks.append(
                Block(
                    .figure(
                        Figure(blocks: [
                            Block(
                                .paragraph([
                                    Inline(.image(Image(address: address, alternative: name)))
                                ]))
                        ]))))
        }
    }

    /// A message in this one: the article, where this one only passes it on, else a section of its own.
    private mutating func add(_ inner: MIMEEntity, depth: Int) {
        var text = MessageText(source: source, options: options)
        text.read(inner, depth: depth + 1)
        guard !text.blocks.isEmpty else { return }
        let words = blocks.plainText
        diagnostics += text.diagnostics
        if words.count < Self.fewCharacters {
            if words.contains(where: \.isLetter) {
                diagnostics.append(Diagnostic(.note, .remarkLeftOut(String(words.prefix(60)))))
            }
            (metadata, blocks, notes, report) = (text.metadata, text.blocks, text.notes, text.report)
        } else {
            if let title = text.metadata.title { blocks.append(Block(.heading(level: 2, [.text(title)]))) }
            blocks += text.blocks
            notes += text.notes
        }
    }
}

/// What stands before a subject when a message is passed on.
enum Subject {
    static func withoutForwarding(_ subject: String) -> String {
        var subject = subject.trimmed[...]
        while let colon = subject.firstIndex(where: { $0 == ":" || $0 == "：" }),
            prefixes.contains(subject[..<colon].lowercased().filter { !$0.isWhitespace })
        {
            subject = subject[subject.index(after: colon)...].drop(while: \.isWhitespace)
        }
        return String(subject)
    }

    private static let prefixes: Set<String> = [
        "fwd", "fw", "wg", "tr", "rv", "enc", "i", "doorst", "vs", "vb", "pd", "转发", "転送", "fwd[2]",
    ]
}

extension Block {
    /// Addresses of the pictures in it.
    var imageAddresses: [String] { Article(blocks: [self]).images.compactMap(\.address) }
}

extension Diagnostic.Message {
    static func unreadablePart(_ reason: String) -> Self { "a part of the message cannot be read: \(reason)" }
    static func unplacedPicture(_ name: String) -> Self { "left out (attached picture): \(name)" }
    static func remarkLeftOut(_ sample: String) -> Self { "left out (remark above a forwarded message): \(sample)" }
}
