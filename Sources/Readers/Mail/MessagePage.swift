internal import ArticleModel
internal import Diagnostics
internal import Extraction
internal import HTML

/// The text of a message that is a page: the whole of it, but for what newsletters have round theirs.
struct MessagePage {
    var blocks: [Block] = []
    var notes: [Note] = []
    var language: String?
    var direction: Direction?
    /// The line that mail programs show beside the subject.
    var preheader: String?
    var report = ExtractionReport()
    var diagnostics: [Diagnostic] = []

    /// nil where there is nothing to see.
    ///
    /// - Parameters:
    ///   - metadata: What the message's header says: its title is not repeated, its sender's own picture is left out.
    ///   - parts: What the user wants kept and dropped, whatever the rules say.
    init?(_ document: HTMLDocument, _ metadata: Metadata, _ options: ReadingOptions, _ parts: PartSelection) {
        let extractor = ContentExtractor()
        guard var extraction = extractor.whole(document, parts: parts) else { return nil }
        if options.extract {
            var furniture = NewsletterFurniture(
                document, dropped: extraction.dropped, spared: parts.keep, sender: metadata.authors.first ?? "")
            furniture.drop()
            extraction.dropped = furniture.dropped
            preheader = furniture.preheader
            report.entries = furniture.entries
            diagnostics = furniture.entries.map { Diagnostic(.note, .leftOut($0)) }
        }
        let found = MetadataExtractor().extract(document, address: nil)
        language = found.metadata.language
        direction = found.metadata.direction
        let addresses = PageAddresses(source: nil, base: found.base, canonical: nil)
        var builder = ArticleBuilder(
            document: document, dropped: extraction.dropped, addresses: addresses, title: metadata.title)
        builder.isMessage = true
        blocks = builder.blocks(ofRoots: extraction.roots)
        notes = builder.notes
        diagnostics += builder.diagnostics
    }
}
