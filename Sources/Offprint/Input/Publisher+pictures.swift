import ArticleModel
import Diagnostics
import Readers
import Transport

extension Publisher {
    /// The article with the pictures that could be had; the others are warnings.
    func collectPictures(
        of article: Article, source: Source, spool: SpoolFolder
    ) async -> Diagnosed<Article> {
        let collector = ResourceCollector(
            loader: FileLoader(root: options.root ?? folder(of: source, else: spool), extraRoots: extraRoots(source)),
            spool: spool.path)
        // The lead picture is shown by no output, so that its absence is no loss.
        var shown = article
        shown.metadata.leadImage = nil
        var collected = await collector.collect(shown)
        collected.output.metadata.leadImage = article.metadata.leadImage
        return collected
    }

    /// The folder that a page stands in; standard input stands in none, and may name no file.
    private func folder(of source: Source, else spool: SpoolFolder) -> String {
        source.name == "-" ? spool.path : splitPath(source.name).folder
    }

    /// Where a root is named, the page's own folder may still be read.
    private func extraRoots(_ source: Source) -> [String] {
        options.root == nil || source.name == "-" ? [] : [splitPath(source.name).folder]
    }
}
