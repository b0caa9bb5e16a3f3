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
    init?(_ document: HTMLDocument, title: String?, extract: Bool) {
        let extractor = ContentExtractor()
        guard var extraction = extractor.whole(document) else { return nil }
        if extract {
            var furniture = NewsletterFurniture(document, dropped: extraction.dropped)
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
            document: document, dropped: extraction.dropped, addresses: addresses, title: title)
        builder.isMessage = true
        blocks = builder.blocks(ofRoots: extraction.roots)
        notes = builder.notes
        diagnostics += builder.diagnostics
    }
}
