internal import ArticleModel

extension Metadata.Summary {
    /// The first paragraph's words, where a source describes itself by nothing else; nil where there is none.
    static func firstParagraph(of blocks: [Block]) -> Metadata.Summary? {
        for block in blocks {
            guard case .paragraph(let text) = block.content else { continue }
            let words = text.plainText.split(whereSeparator: \.isWhitespace)
            if words.count < 3 { continue }
            var summary = ""
            for word in words {
                if summary.count + word.count > maximumLength {
                    summary += "…"
                    break
                }
                summary += (summary.isEmpty ? "" : " ") + word
            }
            return Metadata.Summary(text: summary, isFirstParagraph: true)
        }
        return nil
    }

    /// About as much as search engines show.
    private static let maximumLength = 300
}
