public import ArticleModel
import TextAnalysis

/// Finds the direction of articles that do not say it: Markdown in Arabic, or a page that leaves it to its style sheet.
public enum TextDirection {
    /// Paragraphs that are looked at.
    private static let mostParagraphs = 50

    /// The article with its direction, where most of its paragraphs begin with a letter that runs from right to left
    /// (UAX 9, P2); else as it is.
    public static func found(in article: Article) -> Article {
        guard article.metadata.direction == nil else { return article }
        var isRightToLeft: [Bool] = []
        article.blocks.forEachBlock { block in
            switch block.content {
            case .paragraph, .heading:
                guard isRightToLeft.count < mostParagraphs else { return }
                let text = Array(block.plainText.utf16)
                guard text.contains(where: \.isLetter) else { return }
                isRightToLeft.append(BidiLevels.resolve(text, base: .auto).paragraph == 1)
            default: break
            }
        }
        guard isRightToLeft.count(where: \.self) * 2 > isRightToLeft.count else { return article }
        var article = article
        article.metadata.direction = .rightToLeft
        return article
    }
}
