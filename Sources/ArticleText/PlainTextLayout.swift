internal import ArticleModel

/// Lays blocks out as paragraphs of lines.
struct PlainTextLayout {
    /// Lines that stand together; an empty line comes between two of them.
    typealias Paragraph = [String]

    let noteNumbers: [Note.ID: Int]
    let includingCaptions: Bool

    func metadata(_ metadata: Metadata) -> [Paragraph] {
        let heading = [metadata.title, metadata.subtitle].compactMap(\.self)
        let origin = [
            metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: ", "), metadata.published,
            metadata.site, metadata.address,
        ].compactMap(\.self)
        return [heading, origin].filter { !$0.isEmpty }
    }

    func paragraphs(of blocks: [Block]) -> [Paragraph] { blocks.flatMap(paragraphs) }

    func note(number: Int, _ blocks: [Block]) -> [Paragraph] {
        hanging("[\(number)] ", paragraphs(of: blocks))
    }

    private func paragraphs(of block: Block) -> [Paragraph] {
        switch block.content {
        case .paragraph(let text), .heading(_, let text): return paragraph(lines(of: text))
        case .blockQuote(let blocks): return quoted(paragraphs(of: blocks))
        case .division(let blocks), .aside(let blocks): return paragraphs(of: blocks)
        case .list(let list): return paragraphs(of: list)
        case .definitionList(let groups): return groups.flatMap(paragraphs)
        case .code(let code):
            return paragraph(code.text.trimmedNewlines.split(separator: "\n", omittingEmptySubsequences: false))
        case .table(let table): return paragraph(lines(of: table.caption)) + paragraph(table.rows.map(line))
        case .figure(let figure):
            // What is said of a picture means nothing without it; code, verses and tables are there to be read.
            let shown = paragraphs(of: figure.blocks)
            let isText = !shown.isEmpty && !figure.blocks.contains(where: holdsImage)
            guard includingCaptions || isText else { return shown }
            return shown + paragraph(lines(of: figure.caption)) + paragraph(lines(of: figure.credit))
        case .thematicBreak: return []
        case .verse(let lines): return paragraph(lines.flatMap { self.lines(of: $0) })
        case .math(let math): return paragraph(math.text.split(separator: "\n"))
        case .media(let media): return includingCaptions ? paragraph(media.title.map { [$0] } ?? []) : []
        }
    }

    private func holdsImage(_ block: Block) -> Bool {
        var found = false
        _ = [block].mappingInlines { inline in
            if case .image = inline.content { found = true }
            return [inline]
        }
        return found
    }

    private func paragraphs(of list: List) -> [Paragraph] {
        let markers: [String] =
            switch list.marker {
            case .unordered: list.items.map { _ in "- " }
            case .ordered(let ordered):
                ListNumbering.ordinals(of: list.items, ordered).map {
                    ListNumbering.text(of: $0, ordered.style) + ". "
                }
            }
        let items = zip(markers, list.items).map { marker, item in
            hanging(marker + (item.checked.map { $0 ? "[x] " : "[ ] " } ?? ""), paragraphs(of: item.blocks))
        }
        // Items of one paragraph each stand together, as in a tight list of Markdown.
        let isTight = list.items.allSatisfy { item in
            item.blocks.dropFirst().allSatisfy { if case .list = $0.content { true } else { false } }
        }
        return isTight ? paragraph(items.flatMap { $0.flatMap(\.self) }) : items.flatMap(\.self)
    }

    private func paragraphs(of group: DefinitionGroup) -> [Paragraph] {
        var result = paragraph(group.terms.flatMap { lines(of: $0) })
        for definition in group.definitions {
            let paragraphs = paragraphs(of: definition).map { $0.map { "    \($0)" } }
            if let first = paragraphs.first, let last = result.indices.last {
                result[last] += first
                result += paragraphs.dropFirst()
            } else {
                result += paragraphs
            }
        }
        return result
    }

    /// A row as one line, whatever its cells hold.
    private func line(of row: Table.Row) -> String {
        row.cells.map { cell in
            paragraphs(of: cell.blocks).flatMap(\.self).map { $0.replacing("\t", with: " ") }.joined(separator: " ")
        }.joined(separator: "\t")
    }

    private func quoted(_ paragraphs: [Paragraph]) -> [Paragraph] {
        // The empty line between two quoted paragraphs is quoted as well, so that they stay one quotation.
        paragraph(paragraphs.map { $0.map { $0.isEmpty ? ">" : "> \($0)" } }.joined(separator: [">"]).map(\.self))
    }

    /// The marker before the first line, and as much room before the others.
    private func hanging(_ marker: String, _ paragraphs: [Paragraph]) -> [Paragraph] {
        let room = String(repeating: " ", count: marker.count)
        var result = paragraphs.map { $0.map { $0.isEmpty ? "" : room + $0 } }
        guard !result.isEmpty, !result[0].isEmpty else { return [[marker.trimmedEnd]] + result }
        result[0][0] = marker + paragraphs[0][0]
        return result
    }

    private func paragraph(_ lines: [some StringProtocol]) -> [Paragraph] {
        lines.isEmpty ? [] : [lines.map { String($0).trimmedEnd }]
    }

    private func lines(of text: [Inline]) -> [String] {
        let numbered = text.mappingInlines { inline in
            guard case .noteReference(let id) = inline.content else { return [inline] }
            return noteNumbers[id].map { [.text("[\($0)]")] } ?? []
        }
        return numbered.plainText.split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
    }
}
