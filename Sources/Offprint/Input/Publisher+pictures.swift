import ArticleModel
import Diagnostics
import Readers

extension Publisher {
    private static let picturesAtATime = 6

    /// The article with the pictures that could be had; the others are warnings.
    func collectPictures(
        of article: Article, source: Source, spool: SpoolFolder
    ) async throws(PublicationError) -> Diagnosed<Article> {
        let collector = ResourceCollector(
            loader: try loader(for: source, emptyFolder: spool.path), spool: spool.path,
            concurrency: Self.picturesAtATime)
        // The lead picture is shown by no output, so that its absence is no loss.
        var shown = article
        shown.metadata.leadImage = nil
        var collected = await collector.collect(shown)
        collected.output.metadata.leadImage = article.metadata.leadImage
        return collected
    }
}
