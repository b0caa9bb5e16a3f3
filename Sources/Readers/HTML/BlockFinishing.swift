internal import ArticleModel

/// The last touches on an article's blocks: title, subtitle and pull quotes are not said twice, bold lines become the
/// headings that they are, headings keep their order below the title.
struct BlockFinishing: Sendable {
    let title: String?
    var subtitle: String?

    func finish(_ blocks: [Block]) -> [Block] {
        var blocks = PullQuotes().removed(from: withoutSubtitle(withoutTitle(blocks)))
        blocks = BoldHeadings().promoted(blocks)
        if blocks.contains(where: { Self.level(of: $0) == 1 }) { blocks = blocks.map(lowered) }
        while let last = blocks.last, isTrailing(last) { blocks.removeLast() }
        while let first = blocks.first, case .thematicBreak = first.content { blocks.removeFirst() }
        return blocks
    }

    /// Without the first heading, where it is the title.
    private func withoutTitle(_ blocks: [Block]) -> [Block] {
        guard let title, let index = blocks.prefix(4).firstIndex(where: { Self.level(of: $0) != nil }),
            case .heading(let level, let inlines) = blocks[index].content, level <= 2,
            Self.key(inlines.plainText) == Self.key(title)
        else { return blocks }
        var blocks = blocks
        blocks.remove(at: index)
        return blocks
    }

    /// Without a first paragraph or heading that is the subtitle, which stands above the text.
    private func withoutSubtitle(_ blocks: [Block]) -> [Block] {
        let key = Self.key(subtitle ?? "")
        guard !key.isEmpty, let index = blocks.prefix(3).firstIndex(where: { Self.text(of: $0) == key }) else {
            return blocks
        }
        var blocks = blocks
        blocks.remove(at: index)
        return blocks
    }

    /// The letters of a paragraph or heading; nil for other blocks.
    private static func text(of block: Block) -> String? {
        switch block.content {
        case .paragraph(let inlines), .heading(_, let inlines): key(inlines.plainText)
        default: nil
        }
    }

    private static func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func level(of block: Block) -> Int? {
        if case .heading(let level, _) = block.content { return level }
        return nil
    }

    /// Level 1 is the title's.
    private func lowered(_ block: Block) -> Block {
        guard case .heading(let level, let inlines) = block.content else { return block }
        var block = block
        block.content = .heading(level: min(6, level + 1), inlines)
        return block
    }

    /// Rules and headings with nothing behind them.
    private func isTrailing(_ block: Block) -> Bool {
        switch block.content {
        case .thematicBreak, .heading: true
        default: false
        }
    }
}
