internal import ArticleModel

/// GitHub's alerts: a quotation that begins with `[!NOTE]` and the like is a box of that kind.
enum MarkdownAlert {
    /// The box, or nil where the quotation is one. Its first words are the kind's, as GitHub shows them.
    static func box(_ blocks: [Block]) -> (blocks: [Block], kind: String)? {
        guard let first = blocks.first, case .paragraph(var inlines) = first.content,
            case .text(let text)? = inlines.first?.content, text.hasPrefix("[!"), let end = text.firstIndex(of: "]"),
            let kind = kinds.first(where: { text[..<end].dropFirst(2).uppercased() == $0.uppercased() })
        else { return nil }
        let rest = text[text.index(after: end)...]
        // A word that goes on behind the bracket is part of a sentence.
        guard rest.first.map(\.isWhitespace) ?? true else { return nil }
        inlines[0] = .text(String(rest.drop(while: \.isWhitespace)))
        while let next = inlines.first, isBlank(next) { inlines.removeFirst() }
        var result = blocks
        if inlines.isEmpty { result.removeFirst() } else { result[0].content = .paragraph(inlines) }
        result.insert(Block(.paragraph([Inline(.strong([.text(kind)]))]), source: first.source), at: 0)
        return (result, kind.lowercased())
    }

    private static func isBlank(_ inline: Inline) -> Bool {
        switch inline.content {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .lineBreak: true
        default: false
        }
    }

    private static let kinds = ["Note", "Tip", "Important", "Warning", "Caution"]
}
