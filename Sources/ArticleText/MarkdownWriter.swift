public import ArticleModel

/// Writes an article as CommonMark with GitHub's tables, strikethrough, task lists and footnotes.
///
/// What Markdown has no sign for and HTML has (`sub`, `kbd`, `ruby`, definition lists) is written as HTML, which
/// Markdown allows; `MarkdownReader` reads it back.
public struct MarkdownWriter: Sendable {
    /// Begin with the metadata as YAML front matter.
    public var includingMetadata: Bool
    /// The address that is written for a picture; nil leaves its alternative text.
    public var pictureAddress: @Sendable (Image) -> String?

    public init(
        includingMetadata: Bool = true, pictureAddress: @escaping @Sendable (Image) -> String? = { $0.address }
    ) {
        self.includingMetadata = includingMetadata
        self.pictureAddress = pictureAddress
    }

    /// The article as Markdown, ending in a newline.
    public func text(of article: Article) -> String {
        let inlines = MarkdownInlines(
            noteNumbers: Dictionary(
                article.notes.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first }),
            pictureAddress: pictureAddress)
        let blocks = MarkdownBlocks(inlines: inlines)
        var parts = includingMetadata ? MarkdownFrontMatter.lines(for: article.metadata) : []
        let body = blocks.lines(of: article.blocks)
        if !parts.isEmpty, !body.isEmpty { parts.append("") }
        parts += body
        for (index, note) in article.notes.enumerated() {
            if !parts.isEmpty { parts.append("") }
            parts += blocks.hanging("[^\(index + 1)]: ", blocks.lines(of: note.blocks), indentation: 4)
        }
        return parts.isEmpty ? "" : parts.joined(separator: "\n") + "\n"
    }
}
