extension Block {
    /// The block's words without markers, alternative texts and addresses; blocks inside stand apart by an empty line,
    /// items and rows by a newline, cells by a tab.
    public var plainText: String {
        switch content {
        case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
        case .blockQuote(let blocks), .division(let blocks), .aside(let blocks): blocks.plainText
        case .list(let list): joinedParts(list.items.map(\.blocks.plainText), by: "\n")
        case .definitionList(let groups):
            joinedParts(groups.flatMap { $0.terms.map(\.plainText) + $0.definitions.map(\.plainText) }, by: "\n")
        case .code(let code): code.text
        case .table(let table): table.plainText
        case .figure(let figure):
            joinedParts([figure.blocks.plainText, figure.caption.plainText, figure.credit.plainText], by: "\n\n")
        case .thematicBreak: ""
        case .verse(let lines): lines.map(\.plainText).joined(separator: "\n")
        case .math(let math): math.text
        case .media(let media): media.title ?? ""
        }
    }
}

extension Sequence<Block> {
    /// The words of several blocks, an empty line between each two; see `Block.plainText`.
    public var plainText: String { joinedParts(map(\.plainText), by: "\n\n") }
}

extension Table {
    /// The rows as lines of tab-separated cells, behind the caption where there is one.
    public var plainText: String {
        let lines = rows.map { row in row.cells.map(\.blocks.plainText).joined(separator: "\t") }
        return joinedParts([caption.plainText] + lines, by: "\n")
    }

    /// All rows in reading order: head, body, foot.
    public var rows: [Row] { head + body + foot }
}

extension Article {
    /// The words of the body, then of the notes; title and other metadata are not among them.
    public var plainText: String { joinedParts([blocks.plainText] + notes.map(\.blocks.plainText), by: "\n\n") }
}

/// The parts that are not empty, joined.
private func joinedParts(_ parts: [String], by separator: String) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
}
