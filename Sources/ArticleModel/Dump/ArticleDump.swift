/// The stable text form of an article that goldens and `offprint dump --stage article` show.
///
/// One block a line, what is inside a block indented below it; running text on its block's line with its markup in
/// brackets: `paragraph: Set in [emphasis metal], see [link https://example.org/: here].`
public struct ArticleDump {
    private var text = ""

    /// The article's dump, ending in a newline.
    public static func text(of article: Article) -> String {
        var dump = ArticleDump()
        dump.write(article.metadata)
        for block in article.blocks { dump.write(block, 0) }
        for note in article.notes {
            dump.line(0, "note \(note.id)\(description(of: note.attributes))")
            for block in note.blocks { dump.write(block, 1) }
        }
        for resource in article.resources.values.sorted(by: { $0.id < $1.id }) { dump.write(resource) }
        return dump.text
    }

    private mutating func write(_ metadata: Metadata) {
        field("title", metadata.title)
        field("subtitle", metadata.subtitle)
        for author in metadata.authors { field("author", author) }
        field("published", metadata.published)
        field("modified", metadata.modified)
        field("site", metadata.site)
        field("section", metadata.section)
        field("language", metadata.language)
        field("direction", metadata.direction?.rawValue)
        if let summary = metadata.summary {
            field(summary.isFirstParagraph ? "summary (first paragraph)" : "summary", summary.text)
        }
        field("address", metadata.address)
        if let image = metadata.leadImage { field("lead image", Self.description(of: image)) }
        field("license", metadata.license)
        for keyword in metadata.keywords { field("keyword", keyword) }
        if !text.isEmpty { text += "\n" }
    }

    private mutating func field(_ name: String, _ value: String?) {
        if let value { line(0, "\(name): \(Self.escaped(value))") }
    }

    private mutating func write(_ resource: Resource) {
        // The path is left out: it is a spool folder's and differs from run to run.
        let size = "\(Self.number(resource.pixelWidth))×\(Self.number(resource.pixelHeight))"
        let turned = resource.orientation == 1 ? "" : ", orientation \(resource.orientation)"
        line(0, "resource \(resource.id): \(resource.mediaType), \(size), \(resource.byteCount) bytes\(turned)")
    }

    private mutating func write(_ block: Block, _ depth: Int) {
        let name = block.content.typeName + Self.description(of: block.attributes)
        switch block.content {
        case .paragraph(let text): line(depth, "\(name): \(Self.text(of: text))")
        case .heading(let level, let text): line(depth, "\(name) \(level): \(Self.text(of: text))")
        case .blockQuote(let blocks), .division(let blocks), .aside(let blocks):
            line(depth, name)
            for block in blocks { write(block, depth + 1) }
        case .list(let list): write(list, name, depth)
        case .definitionList(let groups):
            line(depth, name)
            for group in groups {
                for term in group.terms { line(depth + 1, "term: \(Self.text(of: term))") }
                for definition in group.definitions {
                    line(depth + 1, "definition")
                    for block in definition { write(block, depth + 2) }
                }
            }
        case .code(let code):
            line(depth, code.language.map { "\(name) in \($0)" } ?? name)
            for codeLine in code.text.split(separator: "\n", omittingEmptySubsequences: false) {
                line(depth + 1, "| \(codeLine)")
            }
        case .table(let table): write(table, name, depth)
        case .figure(let figure):
            line(depth, name)
            for block in figure.blocks { write(block, depth + 1) }
            if !figure.caption.isEmpty { line(depth + 1, "caption: \(Self.text(of: figure.caption))") }
            if !figure.credit.isEmpty { line(depth + 1, "credit: \(Self.text(of: figure.credit))") }
        case .thematicBreak: line(depth, name)
        case .verse(let lines):
            line(depth, name)
            for verse in lines { line(depth + 1, "line: \(Self.text(of: verse))") }
        case .math(let math): line(depth, "\(name): \(Self.description(of: math))")
        case .media(let media):
            let title = media.title.map { ": \(Self.escaped($0))" } ?? ""
            let poster = media.poster.map { " [poster \(Self.description(of: $0))]" } ?? ""
            line(depth, "\(name) \(media.kind.rawValue) \(media.address)\(title)\(poster)")
        }
    }

    private mutating func write(_ list: List, _ name: String, _ depth: Int) {
        switch list.marker {
        case .unordered: line(depth, name)
        case .ordered(let ordered):
            let reversed = ordered.isReversed ? " reversed" : ""
            line(depth, "\(name) ordered \(ordered.style.rawValue) from \(ordered.start)\(reversed)")
        }
        for item in list.items {
            let value = item.value.map { " \($0)" } ?? ""
            let check = item.checked.map { $0 ? " [x]" : " [ ]" } ?? ""
            line(depth + 1, "item\(value)\(check)\(Self.description(of: item.attributes))")
            for block in item.blocks { write(block, depth + 2) }
        }
    }

    private mutating func write(_ table: Table, _ name: String, _ depth: Int) {
        line(depth, name)
        if !table.caption.isEmpty { line(depth + 1, "caption: \(Self.text(of: table.caption))") }
        for (part, rows) in [("head", table.head), ("row", table.body), ("foot", table.foot)] {
            for row in rows {
                line(depth + 1, part)
                for cell in row.cells { write(cell, depth + 2) }
            }
        }
    }

    private mutating func write(_ cell: Table.Cell, _ depth: Int) {
        var name = cell.isHeader ? "header" : "cell"
        name += Self.description(of: cell.attributes)
        if let scope = cell.scope { name += " scope=\(scope.rawValue)" }
        if cell.columnSpan > 1 { name += " columns=\(cell.columnSpan)" }
        if cell.rowSpan > 1 { name += " rows=\(cell.rowSpan)" }
        if let alignment = cell.alignment { name += " \(alignment.rawValue)" }
        if cell.blocks.count == 1, case .paragraph(let text) = cell.blocks[0].content,
            cell.blocks[0].attributes.isEmpty
        {
            line(depth, "\(name): \(Self.text(of: text))")
            return
        }
        line(depth, name)
        for block in cell.blocks { write(block, depth + 1) }
    }

    private mutating func line(_ depth: Int, _ content: String) {
        text += String(repeating: "  ", count: depth) + content + "\n"
    }
}
