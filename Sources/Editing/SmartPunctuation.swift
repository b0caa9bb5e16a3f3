public import ArticleModel

/// Sets the marks of typewritten prose as a typesetter would: quotation marks by language, dashes, ellipses, primes,
/// apostrophes, and spaces that no line ends at.
///
/// Code, keys, formulas and addresses stay as they are. Done twice it changes nothing more.
public struct SmartPunctuation: Sendable {
    public init() {}

    /// The article with its prose edited, titles and notes included.
    public func edited(_ article: Article) -> Article {
        var article = article
        let language = article.metadata.language
        article.metadata.title = article.metadata.title.map { edited($0, language: language) }
        article.metadata.subtitle = article.metadata.subtitle.map { edited($0, language: language) }
        article.blocks = edited(article.blocks, language)
        for index in article.notes.indices {
            let note = article.notes[index]
            article.notes[index].blocks = edited(note.blocks, note.attributes.language ?? language)
        }
        return article
    }

    /// One line of text.
    public func edited(_ text: String, language: String?) -> String {
        edited([.text(text)], language).map(\.plainText).joined()
    }

    private func edited(_ inlines: [Inline], _ language: String?) -> [Inline] {
        var text = RunningText(inlines, language: language)
        guard !text.units.isEmpty else { return inlines }
        text.apply(DashRules.edits(of: text))
        text.apply(PrimeRules.edits(of: text))
        text.apply(QuotationRules.edits(of: text))
        text.apply(FrenchSpacing.edits(of: text))
        text.apply(NoBreakSpaces.edits(of: text))
        return text.inlines(like: inlines)
    }

    // MARK: Blocks

    private func edited(_ blocks: [Block], _ language: String?) -> [Block] {
        blocks.map { block in
            var block = block
            let language = block.attributes.language ?? language
            block.content = edited(block.content, language)
            return block
        }
    }

    private func edited(_ content: Block.Content, _ language: String?) -> Block.Content {
        switch content {
        case .paragraph(let inlines): return .paragraph(edited(inlines, language))
        case .heading(let level, let inlines): return .heading(level: level, edited(inlines, language))
        case .verse(let lines): return .verse(lines.map { edited($0, language) })
        case .blockQuote(let blocks): return .blockQuote(edited(blocks, language))
        case .division(let blocks): return .division(edited(blocks, language))
        case .aside(let blocks): return .aside(edited(blocks, language))
        case .list(var list):
            for index in list.items.indices {
                let item = list.items[index]
                list.items[index].blocks = edited(item.blocks, item.attributes.language ?? language)
            }
            return .list(list)
        case .definitionList(let groups):
            return .definitionList(
                groups.map { group in
                    DefinitionGroup(
                        terms: group.terms.map { edited($0, language) },
                        definitions: group.definitions.map { edited($0, language) })
                })
        case .table(let table): return .table(edited(table, language))
        case .figure(var figure):
            figure.blocks = edited(figure.blocks, language)
            figure.caption = edited(figure.caption, language)
            figure.credit = edited(figure.credit, language)
            return .figure(figure)
        case .code, .thematicBreak, .math, .media: return content
        }
    }

    private func edited(_ table: Table, _ language: String?) -> Table {
        func edited(_ rows: [Table.Row]) -> [Table.Row] {
            rows.map { row in
                Table.Row(
                    row.cells.map { cell in
                        var cell = cell
                        cell.blocks = self.edited(cell.blocks, cell.attributes.language ?? language)
                        return cell
                    })
            }
        }
        var table = table
        table.caption = self.edited(table.caption, language)
        (table.head, table.body, table.foot) = (edited(table.head), edited(table.body), edited(table.foot))
        return table
    }
}
