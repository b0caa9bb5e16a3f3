internal import ArticleModel
public import Diagnostics

/// Reads CommonMark with GitHub's tables, strikethrough, task lists, autolinks and footnotes, under YAML or TOML front matter.
public struct MarkdownReader: Reader {
    public static let formats: [SourceFormat] = [.markdown]

    public init() {}

    /// The article that the source holds. The title is the front matter's, else the first heading of level 1; pictures
    /// are resolved against the source's address.
    public func read(_ source: Source, options: ReadingOptions) throws(ReaderError) -> Diagnosed<Reading> {
        let text = try SourceText.decode(source, options)
        let frontMatter = FrontMatter(text.utf8)
        let document = MarkdownNode.document(text.utf8[frontMatter.bodyStart...])
        var converter = MarkdownConverter(
            text: text.utf8, bodyStart: frontMatter.bodyStart, bodyLine: frontMatter.bodyLine,
            base: source.address, linkBase: frontMatter.metadata.address ?? source.address)
        var article = converter.article(document)
        article.metadata = frontMatter.metadata
        takeTitle(from: &article)
        if let address = article.metadata.leadImage?.address {
            article.metadata.leadImage?.address = converter.resolvedPicture(address)
        }
        article.metadata.language =
            options.language ?? article.metadata.language ?? LanguageGuess.language(of: article.blocks.plainText)
        article.metadata.completeDirection()
        try article.checkNotEmpty(source)
        if article.metadata.summary == nil { article.metadata.summary = .firstParagraph(of: article.blocks) }
        let linked = LocalLinks.checked(article)
        return Diagnosed(
            Reading(article: linked.output),
            text.diagnostics + frontMatter.diagnostics + converter.diagnostics + linked.diagnostics)
    }

    /// Moves the title out of the text, and makes room above the headings if some are still of the title's rank.
    private func takeTitle(from article: inout Article) {
        if let index = article.blocks.firstIndex(where: { $0.headingLevel == 1 }) {
            let title = article.blocks[index].plainText.trimmed
            let isRepeated = article.metadata.title.map { $0.lowercased() == title.lowercased() } ?? false
            // A heading of level 1 far down is a part of the text, not what the whole is called.
            let isFirst = article.blocks[..<index].allSatisfy { $0.headingLevel == nil }
            if isRepeated || (article.metadata.title == nil && isFirst && !title.isEmpty) {
                article.metadata.title = article.metadata.title ?? title
                article.blocks.remove(at: index)
            }
        }
        guard article.blocks.contains(where: { $0.headingLevel == 1 }) else { return }
        article = article.mappingBlocks { block in
            guard case .heading(let level, let text) = block.content else { return [block] }
            var block = block
            block.content = .heading(level: min(level + 1, 6), text)
            return [block]
        }
    }
}

extension Block {
    fileprivate var headingLevel: Int? {
        if case .heading(let level, _) = content { level } else { nil }
    }
}
