internal import ArticleModel
internal import Diagnostics
internal import Transport

/// Turns cmark's tree into an article's blocks.
struct MarkdownConverter {
    /// What pictures are relative to, and what links are.
    let base: String?
    let linkBase: String?
    var diagnostics: [Diagnostic] = []
    var noteIDs: [Note.ID] = []
    private var headingIDs = HeadingIDs()
    private let bodyLine: Int
    /// Where each line of the body begins in the source.
    private let lineStarts: [Int]
    /// Tags already reported as dropped.
    var droppedTags: Set<String> = []

    init(text: [UInt8], bodyStart: Int, bodyLine: Int, base: String?, linkBase: String?) {
        self.base = base
        self.linkBase = linkBase
        self.bodyLine = bodyLine
        self.lineStarts = [bodyStart] + text.indices[bodyStart...].lazy.filter { text[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The document's blocks and notes, without metadata.
    mutating func article(_ document: MarkdownNode) -> Article {
        let definitions = document.children.filter { $0.type == "footnote_definition" }
        noteIDs = Self.noteIDs(definitions)
        let blocks = blocks(document.children.filter { $0.type != "footnote_definition" })
        let notes = zip(noteIDs, definitions).map { Note(id: $0, blocks: self.blocks($1.children)) }
        return Article(blocks: blocks, notes: notes)
    }

    /// The labels as ids where they can be, else the notes' numbers.
    private static func noteIDs(_ definitions: [MarkdownNode]) -> [Note.ID] {
        var used: Set<String> = []
        return definitions.enumerated().map { index, definition in
            let isPlain = definition.literal.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            let id = isPlain && !definition.literal.isEmpty ? definition.literal : "\(index + 1)"
            return used.insert(id).inserted ? id : "note-\(index + 1)"
        }
    }

    // MARK: Blocks

    /// The blocks of sibling nodes. Raw HTML may open an element in one node and close it in a later one.
    mutating func blocks(_ nodes: [MarkdownNode]) -> [Block] {
        var stack = MarkdownHTMLStack()
        for node in nodes {
            if node.type == "html_block" { add(html: node, to: &stack) } else { stack.append(blocks(node)) }
        }
        return stack.finish()
    }

    private mutating func blocks(_ node: MarkdownNode) -> [Block] {
        switch node.type {
        case "paragraph": return paragraph(node)
        case "heading": return [heading(node)]
        case "block_quote":
            let quoted = blocks(node.children)
            guard let (box, kind) = MarkdownAlert.box(quoted) else { return [block(.blockQuote(quoted), node)] }
            return [block(.aside(box), node, Attributes(classes: [kind]))]
        case "list": return [list(node)]
        case "code_block":
            let language = node.info.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }
            var text = node.literal
            if text.last == "\n" { text.removeLast() }
            if language == "math" { return [block(.math(Math(tex: text, text: text, isDisplay: true)), node)] }
            let code = CodeBlock(text: text, language: language.isEmpty ? nil : String(language))
            return [block(.code(code), node)]
        case "thematic_break": return [block(.thematicBreak, node)]
        case "table": return [table(node)]
        // What the depth limit left of nodes that held blocks.
        case "text": return [block(.paragraph([.text(node.literal)]), node)]
        default: return blocks(node.children)
        }
    }

    private func block(_ content: Block.Content, _ node: MarkdownNode, _ attributes: Attributes = .none) -> Block {
        Block(content, attributes: attributes, source: range(of: node))
    }

    private mutating func paragraph(_ node: MarkdownNode) -> [Block] {
        let text = inlines(node.children)
        let seen = text.filter { !$0.isBlank }
        guard !seen.isEmpty else { return [] }
        // Pictures that stand alone are figures; a picture's title is what is said below it.
        guard seen.allSatisfy({ $0.soleImage != nil }) else { return [block(.paragraph(text), node)] }
        return seen.map { picture in
            let caption = picture.soleImage?.title.map { [Inline.text($0)] } ?? []
            return block(
                .figure(Figure(blocks: [Block(.paragraph([picture.withoutImageTitle]))], caption: caption)), node)
        }
    }

    private mutating func heading(_ node: MarkdownNode) -> Block {
        var text = inlines(node.children)
        let given = Self.takeID(from: &text)
        let id = given ?? headingIDs.id(for: text.plainText)
        return block(.heading(level: min(max(node.number, 1), 6), text), node, Attributes(id: id))
    }

    /// Takes an id off a heading's end that is given in the way of pandoc and kramdown: `{#id}`.
    private static func takeID(from text: inout [Inline]) -> String? {
        guard case .text(let last)? = text.last?.content, last.hasSuffix("}"),
            let open = last.lastIndex(of: "{"), last[open...].hasPrefix("{#")
        else { return nil }
        let id = last[open...].dropFirst(2).dropLast()
        guard !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) }) else { return nil }
        text[text.count - 1] = .text(last[..<open].trimmedEnd)
        return String(id)
    }

    private mutating func list(_ node: MarkdownNode) -> Block {
        let items = node.children.map { ListItem(blocks($0.children), checked: $0.isChecked) }
        let marker: List.Marker = node.isOrdered ? .ordered(.init(start: node.number)) : .unordered
        return block(.list(List(marker: marker, items: items)), node)
    }

    private mutating func table(_ node: MarkdownNode) -> Block {
        var head: [Table.Row] = []
        var body: [Table.Row] = []
        for row in node.children {
            let cells = row.children.enumerated().map { index, cell in
                let text = inlines(cell.children)
                return Table.Cell(
                    text.isEmpty ? [] : [Block(.paragraph(text))], isHeader: row.isHeaderRow,
                    scope: row.isHeaderRow ? .column : nil,
                    alignment: Self.alignment(node.alignments.indices.contains(index) ? node.alignments[index] : 0))
            }
            if row.isHeaderRow { head.append(.init(cells)) } else { body.append(.init(cells)) }
        }
        // A table needs a header row in Markdown; one without words stands for none.
        if head.allSatisfy({ $0.cells.allSatisfy(\.blocks.isEmpty) }) { head = [] }
        return block(.table(Table(head: head, body: body)), node)
    }

    private static func alignment(_ sign: UInt8) -> Table.Alignment? {
        switch sign {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: nil
        }
    }

    private func range(of node: MarkdownNode) -> SourceRange? {
        guard lineStarts.indices.contains(node.start.line - 1), lineStarts.indices.contains(node.end.line - 1) else {
            return nil
        }
        let start = lineStarts[node.start.line - 1] + max(node.start.column - 1, 0)
        let end = max(start, lineStarts[node.end.line - 1] + node.end.column)
        return SourceRange(start: start, end: end, line: node.start.line + bodyLine, column: max(node.start.column, 1))
    }

    // MARK: Addresses

    /// The absolute address of a picture, or what was written where there is nothing to resolve it against.
    func resolvedPicture(_ address: String) -> String { AddressReference.resolve(address, against: base) ?? address }

    /// The absolute address of a link; places in this text stay as they are.
    func resolvedLink(_ address: String) -> String {
        address.hasPrefix("#") ? address : AddressReference.resolve(address, against: linkBase) ?? address
    }
}

extension Inline {
    /// The picture that this is, or the only thing that this link holds.
    fileprivate var soleImage: Image? {
        switch content {
        case .image(let image): image
        case .link(_, let inner) where inner.count == 1: inner[0].soleImage
        default: nil
        }
    }

    fileprivate var withoutImageTitle: Inline {
        switch content {
        case .image(var image):
            image.title = nil
            return Inline(.image(image), attributes: attributes)
        case .link(let link, let inner):
            return Inline(.link(link, inner.map(\.withoutImageTitle)), attributes: attributes)
        default: return self
        }
    }

    fileprivate var isBlank: Bool {
        switch content {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .lineBreak: true
        default: false
        }
    }
}
