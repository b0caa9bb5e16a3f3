internal import ArticleModel

/// The article's text as JSON-LD gives it, for pages that show it only to scripts.
enum StructuredBody {
    /// Texts this short are teasers themselves.
    static let leastCharacters = 600

    /// Whether the text is much longer than what the page shows.
    static func isFuller(_ body: String, than blocks: [Block]) -> Bool {
        guard body.utf8.count > leastCharacters else { return false }
        let shown = blocks.reduce(0) { $0 + $1.plainText.utf8.count }
        return body.utf8.count > 2 * shown
    }

    /// A paragraph for each line.
    static func blocks(of body: String) -> [Block] {
        body.split(whereSeparator: \.isNewline).compactMap { line in
            let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.isEmpty ? nil : Block(.paragraph([.text(text)]))
        }
    }
}
