extension Block.Content {
    /// The content with each list of blocks, each stretch of running text and each picture of its own replaced.
    ///
    /// The one place that knows where a block keeps its children; visiting and mapping are built on it.
    func replacing(
        blocks: ([Block]) -> [Block], inlines: ([Inline]) -> [Inline], image: (Image) -> Image
    ) -> Block.Content {
        switch self {
        case .paragraph(let text): return .paragraph(inlines(text))
        case .heading(let level, let text): return .heading(level: level, inlines(text))
        case .blockQuote(let inner): return .blockQuote(blocks(inner))
        case .division(let inner): return .division(blocks(inner))
        case .aside(let inner): return .aside(blocks(inner))
        case .list(var list):
            for index in list.items.indices { list.items[index].blocks = blocks(list.items[index].blocks) }
            return .list(list)
        case .definitionList(let groups):
            return .definitionList(
                groups.map { DefinitionGroup(terms: $0.terms.map(inlines), definitions: $0.definitions.map(blocks)) })
        case .table(var table):
            table.caption = inlines(table.caption)
            table.head = table.head.map { $0.replacing(blocks) }
            table.body = table.body.map { $0.replacing(blocks) }
            table.foot = table.foot.map { $0.replacing(blocks) }
            return .table(table)
        case .figure(var figure):
            figure.blocks = blocks(figure.blocks)
            figure.caption = inlines(figure.caption)
            figure.credit = inlines(figure.credit)
            return .figure(figure)
        case .verse(let lines): return .verse(lines.map(inlines))
        case .media(var media):
            media.poster = media.poster.map(image)
            return .media(media)
        case .math(var math):
            math.picture = math.picture.map(image)
            return .math(math)
        case .code, .thematicBreak: return self
        }
    }
}

extension Table.Row {
    fileprivate func replacing(_ blocks: ([Block]) -> [Block]) -> Table.Row {
        var row = self
        for index in row.cells.indices { row.cells[index].blocks = blocks(row.cells[index].blocks) }
        return row
    }
}

extension Inline {
    /// The inline with the running text inside it replaced.
    public func replacingChildren(_ inlines: ([Inline]) -> [Inline]) -> Inline {
        let content: Content =
            switch content {
            case .emphasis(let inner): .emphasis(inlines(inner))
            case .strong(let inner): .strong(inlines(inner))
            case .strikethrough(let inner): .strikethrough(inlines(inner))
            case .underline(let inner): .underline(inlines(inner))
            case .mark(let inner): .mark(inlines(inner))
            case .subscript(let inner): .subscript(inlines(inner))
            case .superscript(let inner): .superscript(inlines(inner))
            case .smallCaps(let inner): .smallCaps(inlines(inner))
            case .quotation(let inner): .quotation(inlines(inner))
            case .citation(let inner): .citation(inlines(inner))
            case .abbreviation(let title, let inner): .abbreviation(title: title, inlines(inner))
            case .time(let datetime, let inner): .time(datetime: datetime, inlines(inner))
            case .span(let inner): .span(inlines(inner))
            case .isolate(let inner): .isolate(inlines(inner))
            case .override(let direction, let inner): .override(direction, inlines(inner))
            case .link(let link, let inner): .link(link, inlines(inner))
            case .ruby(let base, let text): .ruby(base: inlines(base), text: inlines(text))
            case .text, .code, .keyboard, .image, .math, .lineBreak, .noteReference: content
            }
        return Inline(content, attributes: attributes)
    }
}
