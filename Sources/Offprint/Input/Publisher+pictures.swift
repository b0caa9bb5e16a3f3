import ArticleModel
import Diagnostics
import Readers
import Transport

extension Publisher {
    private static let picturesAtATime = 6

    /// The article with the pictures that could be had; the others are warnings.
    ///
    /// - Parameter embedded: What came along in the input, where it is a message.
    func collectPictures(
        of article: Article, source: Source, embedded: [String: LoadedResource]?, spool: SpoolFolder
    ) async throws(PublicationError) -> Diagnosed<Article> {
        var loader: any ResourceLoader = try loader(for: source, emptyFolder: spool.path)
        if let embedded { loader = EmbeddedLoader(embedded, further: loader) }
        let collector = ResourceCollector(loader: loader, spool: spool.path, concurrency: Self.picturesAtATime)
        // The lead picture is shown by the cover only; without one its absence is no loss.
        if options.includesCover { return await collector.collect(article) }
        var shown = article
        shown.metadata.leadImage = nil
        var collected = await collector.collect(shown)
        collected.output.metadata.leadImage = article.metadata.leadImage
        return collected
    }
}
