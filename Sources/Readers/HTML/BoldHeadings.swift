internal import ArticleModel

/// Paragraphs in bold type that stand for headings → headings.
///
/// Pages written without styles set a section's heading as a paragraph that is bold as a whole. It counts as one where
/// it is short, ends like no sentence, stands between paragraphs of text, and is no question of an interview.
struct BoldHeadings: Sendable {
    /// Characters; longer ones are emphasis.
    static let maximumLength = 90

    /// Bold questions beyond this number are an interview's.
    static let maximumQuestions = 2

    func promoted(_ blocks: [Block]) -> [Block] {
        let candidates = blocks.indices.filter { isHeading(at: $0, in: blocks) }
        let questions = candidates.count { Self.text(of: blocks[$0])?.hasSuffix("?") ?? false }
        var blocks = blocks
        var level = 1
        for index in blocks.indices {
            if case .heading(let own, _) = blocks[index].content { level = own }
            guard candidates.contains(index), let inlines = Self.bold(blocks[index]) else { continue }
            let isQuestion = inlines.plainText.hasSuffix("?")
            if isQuestion, questions > Self.maximumQuestions { continue }
            blocks[index].content = .heading(level: min(6, level + 1), inlines)
        }
        return blocks
    }

    private func isHeading(at index: Int, in blocks: [Block]) -> Bool {
        guard let text = Self.text(of: blocks[index]), text.count <= Self.maximumLength, text.count >= 3,
            text.contains(where: \.isLetter), let last = text.last(where: { !"»”’\"')".contains($0) }),
            !".,;:!…".contains(last), index + 1 < blocks.count, index > 0
        else { return false }
        // Bold lines in a row are a list or an address.
        return Self.isText(blocks[index + 1]) && Self.text(of: blocks[index - 1]) == nil
    }

    /// Whether a block is text that a heading can stand over.
    private static func isText(_ block: Block) -> Bool {
        switch block.content {
        case .paragraph: text(of: block) == nil
        case .list, .definitionList, .table, .code, .blockQuote: true
        default: false
        }
    }

    /// The text of a paragraph that is bold as a whole.
    private static func text(of block: Block) -> String? {
        bold(block).map { $0.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    /// What is in the one `strong` that a paragraph consists of, links and emphasis round it apart.
    private static func bold(_ block: Block) -> [Inline]? {
        guard case .paragraph(let inlines) = block.content else { return nil }
        return bold(inlines)
    }

    private static func bold(_ inlines: [Inline]) -> [Inline]? {
        let visible = inlines.filter { if case .lineBreak = $0.content { false } else { $0 != .text(" ") } }
        guard visible.count == 1, let only = visible.first else { return nil }
        switch only.content {
        case .strong(let inside): return inside.contains(where: breaksOrShows) ? nil : inside
        case .emphasis(let inside), .underline(let inside), .span(let inside): return bold(inside)
        default: return nil
        }
    }

    /// A line break or a picture, which no heading of this kind has.
    private static func breaksOrShows(_ inline: Inline) -> Bool {
        switch inline.content {
        case .lineBreak, .image: true
        default: false
        }
    }
}
