internal import ArticleModel
internal import TextAnalysis

/// Leaves out quotations that say once more what the text says: pull quotes are for the eye that turns the pages.
struct PullQuotes: Sendable {
    /// Letters; shorter repetitions are chance.
    static let leastLetters = 20
    /// Bytes that are read in all to look for quotations; those beyond stay.
    static let mostReading = 1 << 28

    func removed(from blocks: [Block]) -> [Block] {
        guard blocks.contains(where: Self.isQuote) else { return blocks }
        let running = blocks.filter { !Self.isQuote($0) }.map { Self.letters($0.plainText) }.joined(separator: " ")
        var quotesLeft = Self.mostReading / max(running.utf8.count, 1)
        return blocks.filter { block in
            guard Self.isQuote(block), quotesLeft > 0 else { return true }
            quotesLeft -= 1
            let quotation = Self.quotation(of: block)
            return quotation.utf8.count < Self.leastLetters || !Self.holds(running, quotation)
        }
    }

    private static func isQuote(_ block: Block) -> Bool {
        switch block.content {
        case .blockQuote, .aside: true
        case .figure(let figure):
            figure.blocks.count == 1 && figure.blocks[0].isBlockQuote
        default: false
        }
    }

    /// The words without a last line that names who said them.
    private static func quotation(of block: Block) -> String {
        let blocks: [Block] =
            switch block.content {
            case .blockQuote(let inside), .aside(let inside): inside
            case .figure(let figure): figure.blocks
            default: [block]
            }
        guard blocks.count > 1, let last = blocks.last, last.plainText.count < 60 else {
            return letters(blocks.plainText)
        }
        return letters(blocks.dropLast().map(\.plainText).joined(separator: " "))
    }

    /// Letters and digits in lower case.
    private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func holds(_ text: String, _ part: String) -> Bool {
        text.utf8.count >= part.utf8.count && text.holds(part)
    }
}

extension Block {
    fileprivate var isBlockQuote: Bool {
        if case .blockQuote = content { return true }
        return false
    }
}
