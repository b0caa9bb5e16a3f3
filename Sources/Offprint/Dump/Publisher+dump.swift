import ArticleModel
public import Diagnostics
import Extraction
import FoundationEssentials
import HTML
import Layout
import Pages
public import Readers

extension Publisher {
    /// What a stage makes of an input, as text that ends in a newline.
    public func dump(_ source: Source, stage: DumpStage) async throws(PublicationError) -> Diagnosed<String> {
        if stage == .dom { return try dom(of: source) }
        if stage == .explanation { return try explanation(of: source) }
        if stage == .candidates { return try candidates(of: source) }
        let spool = options.images.wantsBytes ? try SpoolFolder() : nil
        defer { spool?.remove() }
        let read = try await edition(of: [source], picturesIn: spool)
        var press = Press(edition: read.output, options: options)
        press.reportsType = stage == .pages
        var diagnostics = read.diagnostics + press.diagnostics
        if let spool, stage.laysOut {
            press.pictures = try await collectPictures(press.pictureAddresses(for: [.pdf]), spool: spool)
                .collect(into: &diagnostics)
        }
        let text: String
        switch stage {
        case .dom, .explanation, .candidates, .article: text = ArticleDump.text(of: read.output.articles[0])
        case .styles: text = StyleDump.text(of: press.printMarkup, styles: press.printStyles)
        case .boxes:
            let boxes = BoxGenerator(styles: press.printStyles, pictures: press.pictures).boxes(for: press.printMarkup)
            text = BoxDump.text(of: boxes.collect(into: &diagnostics))
        case .pages: text = PagesDump.text(of: try press.document().collect(into: &diagnostics))
        case .findings:
            let document = try press.document().collect(into: &diagnostics)
            text = DocumentChecker().findings(in: document).map { "\($0)\n" }.joined()
        }
        return Diagnosed(text, diagnostics.map { $0.speaking(of: source.name) }.withoutRepetition)
    }

    /// The page as it was parsed.
    private func dom(of source: Source) throws(PublicationError) -> Diagnosed<String> {
        guard ReaderRegistry.format(of: source) == .html else {
            throw PublicationError(.usage, subject: source.name, "only web pages have the stage dom")
        }
        do {
            let document = try HTMLParser().parse(bytes: source.bytes, encodingHint: source.encoding)
            return Diagnosed(HTMLSerializer().string(document.output) + "\n", document.diagnostics)
        } catch {
            throw PublicationError(.badInput, subject: source.name, error.message)
        }
    }

    /// What the extraction chose from, as JSON.
    private func candidates(of source: Source) throws(PublicationError) -> Diagnosed<String> {
        guard ReaderRegistry.format(of: source) == .html else {
            throw PublicationError(.usage, subject: source.name, "only web pages have the stage candidates")
        }
        do {
            let document = try HTMLParser().parse(bytes: source.bytes, encodingHint: source.encoding).output
            let found = MetadataExtractor().extract(document, address: source.address)
            let samples = ContentExtractor().samples(
                document, metadata: found.metadata, articleBody: found.articleBody)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let lines = samples.compactMap { try? encoder.encode($0) }.map { String(decoding: $0, as: UTF8.self) }
            return Diagnosed(lines.map { $0 + "\n" }.joined())
        } catch {
            throw PublicationError(.badInput, subject: source.name, error.message)
        }
    }

    private func explanation(of source: Source) throws(PublicationError) -> Diagnosed<String> {
        let reading = try reading(of: source, explains: true)
        let text =
            reading.output.report?.text ?? "\(source.name): nothing was extracted; the whole input is the article\n"
        let pages = reading.output.continuation?.pages.sorted { $0.key < $1.key } ?? []
        let list = pages.map { "page \($0.key): \($0.value.joined(separator: " or "))\n" }.joined()
        return Diagnosed(text + list, reading.diagnostics.map { $0.speaking(of: source.name) })
    }
}
