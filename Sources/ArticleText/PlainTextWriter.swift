public import ArticleModel

/// Writes an article's running text, and nothing else.
///
/// What text cannot show is left out with what is said of it: pictures, films and sound with their captions and credits.
/// Blocks stand apart by an empty line; items have `-` or their number before them, quotations `>`, cells a tab between
/// them. Calls of notes are numbers in brackets, and the notes stand at the end. Alternative texts and addresses are left
/// out, and so is the metadata unless it is asked for.
public struct PlainTextWriter: Sendable {
    /// Begin with title, subtitle, authors, date, site and address.
    public var includingMetadata: Bool

    /// Write what is said of pictures and films, too, for those who have them beside the text.
    public var includingCaptions: Bool

    public init(includingMetadata: Bool = false, includingCaptions: Bool = false) {
        self.includingMetadata = includingMetadata
        self.includingCaptions = includingCaptions
    }

    /// The article's text, ending in a newline; empty where the article has no words.
    public func text(of article: Article) -> String {
        let layout = PlainTextLayout(
            noteNumbers: Dictionary(
                article.notes.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first }),
            includingCaptions: includingCaptions)
        var paragraphs = includingMetadata ? layout.metadata(article.metadata) : []
        paragraphs += layout.paragraphs(of: article.blocks)
        for (index, note) in article.notes.enumerated() {
            paragraphs += layout.note(number: index + 1, note.blocks)
        }
        guard !paragraphs.isEmpty else { return "" }
        return paragraphs.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}
