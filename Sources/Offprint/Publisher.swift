import ArticleModel
import Diagnostics
import Editing
import Extraction
public import Readers

/// Reads inputs and publishes the article in them: every stage in its order, effects at the two ends.
///
/// Several inputs become one publication of several articles.
public struct Publisher: Sendable {
    public let options: PublicationOptions
    let network = Network()

    public init(options: PublicationOptions = PublicationOptions()) {
        self.options = options
    }

    /// Publishes in one format.
    public func publish(
        _ sources: [Source], as format: OutputFormat, to destination: Destination
    ) async throws(PublicationError) -> Publication {
        try await publish(sources, to: [RequestedOutput(format, to: destination)])
    }

    /// Publishes in several formats, reading once.
    ///
    /// - Parameter typeReport: A file for the report on how well the text is set, as JSON.
    public func publish(
        _ sources: [Source], to requests: [RequestedOutput], typeReport: String? = nil
    ) async throws(PublicationError) -> Publication {
        // Places are looked at first: no work is done for an output that cannot be written.
        for case .file(let path) in requests.map(\.destination) { _ = try OutputFile(path) }
        if let typeReport { _ = try OutputFile(typeReport) }
        let formats =
            (typeReport == nil ? [] : [.pdf])
            + requests.flatMap { [$0.format] + ($0.format == .eml ? options.attachments : []) }
        let spool = options.images.wantsBytes && formats.contains(where: \.holdsPictures) ? try SpoolFolder() : nil
        defer { spool?.remove() }
        let read = try await edition(of: sources, picturesIn: spool)
        var press = Press(edition: read.output, options: options)
        press.reportsType = typeReport != nil
        var publication = Publication(title: read.output.title, diagnostics: read.diagnostics)
        if let spool {
            press.pictures = try await collectPictures(press.pictureAddresses(for: formats), spool: spool)
                .collect(into: &publication.diagnostics)
        }
        for request in requests {
            publication.outputs.append(try write(request, with: &press))
        }
        if let typeReport, let type = try press.output(.pdf).type { try OutputFile(typeReport).write(type.json) }
        publication.dependencies = (spool.map { press.files(outside: $0) } ?? []) + read.output.files
        publication.diagnostics += press.diagnostics.map { $0.speaking(of: sources.first?.name) }
        publication.diagnostics = publication.diagnostics.withoutRepetition
        return publication
    }

    /// Writes one output to its place.
    private func write(
        _ request: RequestedOutput, with press: inout Press
    ) throws(PublicationError) -> Publication.Output {
        let destination = request.destination.resolved(for: press.edition, format: request.format)
        let output = try press.output(request.format)
        switch destination {
        case .file(let path): try OutputFile(path).write(output.bytes)
        case .standardOutput, .namedByTitle, .namedByPattern: try writeToStandardOutput(output.bytes)
        }
        return Publication.Output(format: request.format, destination: destination, pageCount: output.pageCount)
    }

    /// The articles of the inputs, with their pictures where there is a folder for them.
    func edition(
        of sources: [Source], picturesIn spool: SpoolFolder?
    ) async throws(PublicationError) -> Diagnosed<Edition> {
        var edition = Edition(inputs: sources.map(\.name))
        var diagnostics: [Diagnostic] = []
        var furtherPages: Set<String> = []
        for source in sources {
            // A page that an article before it was joined with.
            if let address = source.address, furtherPages.contains(address) {
                diagnostics.append(Diagnostic(.note, "it is a page of the article before", subject: source.name))
                continue
            }
            let reading = try reading(of: source)
            let whole = try await withFurtherPages(reading.output, of: source)
            furtherPages.formUnion(whole.output.addresses)
            edition.files += whole.output.files
            let said = network.diagnostics(of: source.name) + reading.diagnostics + whole.diagnostics
            diagnostics += said.map { $0.speaking(of: source.name) }
            for read in whole.output.reading.articles {
                var article = edited(TextDirection.found(in: overruled(read)), source)
                if let spool {
                    let collected = try await collectPictures(
                        of: article, source: source, embedded: reading.output.embedded, spool: spool)
                    article = collected.output
                    diagnostics += collected.diagnostics.map { $0.speaking(of: source.name) }
                }
                edition.articles.append(article)
            }
            edition.reports.append(reading.output.report)
        }
        let date = PublicationDate.seconds(epoch: options.sourceDateEpoch, articles: edition.articles)
        edition.date = date.output
        diagnostics += date.diagnostics.map { $0.speaking(of: sources.first?.name) }
        return Diagnosed(edition, diagnostics)
    }

    /// The article in one input.
    func reading(of source: Source, explains: Bool = false) throws(PublicationError) -> Diagnosed<Reading> {
        guard !source.bytes.isEmpty else {
            throw PublicationError(.badInput, subject: source.name, "it is empty")
        }
        guard let format = ReaderRegistry.format(of: source), let reader = ReaderRegistry.reader(for: format) else {
            throw PublicationError(.badInput, subject: source.name, "it is no text that could be an article")
        }
        let readingOptions = ReadingOptions(
            extract: options.extract, language: options.language, maximumBytes: options.maximumBytes,
            keep: options.keep, drop: options.drop, explains: explains)
        do {
            let source = recoded(source, format)
            var reading = try reader.read(source.output, options: readingOptions)
            let damage = reading.output.articles.flatMap { ArticleDamage.diagnostics(of: $0) }
            reading.diagnostics = source.diagnostics + reading.diagnostics + damage
            return reading
        } catch {
            throw PublicationError(error)
        }
    }

    /// The article with its punctuation set, where that is wished for.
    private func edited(_ article: Article, _ source: Source) -> Article {
        let isTypewritten =
            switch ReaderRegistry.format(of: source) {
            case .markdown, .plainText: true
            case .html, .articleJSON, .mhtml, .mail, nil: false
            }
        return options.smart ?? isTypewritten ? SmartPunctuation().edited(article) : article
    }

    /// The article with what the user knows better.
    private func overruled(_ article: Article) -> Article {
        var article = article
        if let title = options.title { article.metadata.title = title }
        if !options.authors.isEmpty { article.metadata.authors = options.authors }
        if let address = options.address { article.metadata.address = address }
        if let language = options.language { article.metadata.language = language }
        return article
    }
}

extension Destination {
    /// The destination with its file's name.
    fileprivate func resolved(for edition: Edition, format: OutputFormat) -> Destination {
        if case .namedByPattern(let pattern) = self {
            return .file(pattern.path(title: edition.title, input: edition.inputs.first ?? "", format: format))
        }
        guard case .namedByTitle(let folder) = self else { return self }
        let name = OutputName.name(title: edition.title, input: edition.inputs.first ?? "", format: format)
        switch folder {
        case "", ".": return .file(name)
        case _ where folder.hasSuffix("/"): return .file(folder + name)
        default: return .file(folder + "/" + name)
        }
    }
}

extension PublicationError {
    /// A reader's error with the exit code it means.
    init(_ error: ReaderError) {
        self.init(error.code == .badSelector ? .usage : .badInput, subject: error.subject, error.message)
    }
}

extension Diagnostic {
    /// The diagnostic with a subject: its own, else the input.
    func speaking(of input: String?) -> Diagnostic {
        var diagnostic = self
        diagnostic.subject = subject ?? input
        return diagnostic
    }
}

extension [Diagnostic] {
    /// Each diagnostic once, where it came first.
    var withoutRepetition: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }
    }
}
