internal import ArticleModel
public import Diagnostics
internal import Extraction
internal import HTML

/// Reads web pages: parse, find the article, make it blocks.
public struct HTMLReader: Reader {
    public static let formats: [SourceFormat] = [.html]

    public init() {}

    public func read(_ source: Source, options: ReadingOptions) throws(ReaderError) -> Diagnosed<Reading> {
        guard source.bytes.count <= options.maximumBytes else {
            throw ReaderError(
                code: .tooLarge, subject: source.name,
                message: "the page has \(source.bytes.count) bytes, more than the limit of \(options.maximumBytes)")
        }
        guard source.bytes.contains(where: { $0 > 0x20 }) else {
            throw ReaderError(code: .empty, subject: source.name, message: "the page is empty")
        }
        guard !SourceText.isBinary(source) else {
            throw ReaderError(code: .binary, subject: source.name, message: "this is not text")
        }
        var diagnostics: [Diagnostic] = []
        let document: HTMLDocument
        do {
            document = try HTMLParser().parse(bytes: source.bytes, encodingHint: source.encoding).collect(
                into: &diagnostics)
        } catch {
            throw ReaderError(code: .tooLarge, subject: source.name, message: error.message)
        }
        let parts = try PartSelection.matching(
            keep: options.keep, drop: options.drop, in: document, source: source.name
        ).collect(into: &diagnostics)
        // Blocks nest as deep as the page does.
        let reading = LargeStack.run { Self.reading(document, source, options, parts) }
        guard let reading, let result = reading else {
            throw ReaderError(
                code: .notAnArticle, subject: source.name,
                message: "there is no article in this page: it has no text to speak of")
        }
        return Diagnosed(result.output, diagnostics + result.diagnostics)
    }

    private static func reading(
        _ document: HTMLDocument, _ source: Source, _ options: ReadingOptions, _ parts: PartSelection
    ) -> Diagnosed<Reading>? {
        let found = MetadataExtractor().extract(document, address: source.address)
        var metadata = found.metadata
        let addresses = PageAddresses(source: source.address, base: found.base, canonical: metadata.address)
        let continuation = ContinuationFinder(
            document, source: source.address, canonical: metadata.address, base: found.base
        ).continuation
        let marks = options.extract ? continuation.flatMap { PageMarks($0) } : nil
        if let marks { metadata.title = metadata.title.map(marks.title) }
        let extractor = ContentExtractor(explains: options.explains)
        let extraction =
            options.extract
            ? extractor.extract(document, metadata: metadata, articleBody: found.articleBody, parts: parts)
            : extractor.whole(document, parts: parts)
        guard let extraction else { return nil }
        var builder = ArticleBuilder(
            document: document, dropped: extraction.dropped, addresses: addresses, title: metadata.title)
        let empty = builder
        var blocks = builder.blocks(ofRoots: extraction.roots)
        if !builder.unreachedNotes.isEmpty {
            let unreachable = builder.unreachedNotes
            builder = empty
            builder.unreachable = unreachable
            blocks = builder.blocks(ofRoots: extraction.roots)
        }
        if options.extract, parts.isEmpty, let body = found.articleBody, StructuredBody.isFuller(body, than: blocks) {
            blocks = StructuredBody.blocks(of: body)
        }
        if let marks { blocks = marks.withoutRows(blocks) }
        let finished = BlockFinishing(title: metadata.title, subtitle: metadata.subtitle).finish(blocks)
        guard !finished.isEmpty else { return nil }
        complete(&metadata, document, extraction, addresses, finished, options)
        var diagnostics = builder.diagnostics
        if options.extract, parts.keep.isEmpty, extraction.report.confidence < 0.35 {
            diagnostics.append(Diagnostic(.warning, .unsure))
        }
        let article = Article(metadata: metadata, blocks: finished, notes: builder.notes)
        return Diagnosed(
            Reading(article: article, report: options.extract ? extraction.report : nil, continuation: continuation),
            diagnostics)
    }

    /// Fills in what the text itself tells, and makes addresses absolute.
    private static func complete(
        _ metadata: inout Metadata, _ document: HTMLDocument, _ extraction: Extraction, _ addresses: PageAddresses,
        _ blocks: [Block], _ options: ReadingOptions
    ) {
        if let image = metadata.leadImage?.address { metadata.leadImage?.address = addresses.absolute(image) }
        metadata.language = options.language ?? metadata.language ?? LanguageGuess.language(of: blocks.plainText)
        var node = extraction.roots.first
        while let current = node {
            if let direction = document.attribute(.dir, of: current).flatMap({ Direction(rawValue: $0.lowercased()) }),
                direction != .automatic
            {
                metadata.direction = direction
                break
            }
            node = document.parent(of: current)
        }
        if metadata.title == nil {
            metadata.title =
                blocks.lazy.compactMap { block -> String? in
                    if case .heading(_, let inlines) = block.content { return inlines.plainText }
                    return nil
                }.first
        }
        if metadata.summary == nil {
            metadata.summary =
                blocks.lazy.compactMap { block -> Metadata.Summary? in
                    guard case .paragraph(let inlines) = block.content else { return nil }
                    let text = inlines.plainText
                    return text.count > 20 ? Metadata.Summary(text: text, isFirstParagraph: true) : nil
                }.first
        }
    }
}

extension Diagnostic.Message {
    static let unsure: Self =
        "the article in this page is hard to tell from the rest; look whether something is missing"
}
