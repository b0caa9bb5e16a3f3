internal import ArticleModel

/// Finds what signs in the text say outright: quotation marks of mail, bullets, numbers, underlines, rules, fences, tabs.
///
/// What is left are paragraphs, of which `TextInference` finds out what they are.
struct TextStructure {
    let wrapping: TextWrapping

    /// A part of the text: settled, or a paragraph still to be understood.
    enum Part {
        case block(Block)
        case paragraph(TextParagraph)
        /// A heading by its underline or number signs; `rank` counts from 1 as the signs do.
        case heading(rank: Int, TextLine)
    }

    /// The parts of the lines in order.
    func parts(of lines: [TextLine]) -> [Part] {
        var parts: [Part] = []
        var rest = lines[...]
        while let line = rest.first {
            if line.isBlank {
                rest.removeFirst()
            } else if let part = part(&rest) {
                parts.append(part)
            } else {
                // At least one line is taken, so that this ends.
                var end = rest.startIndex + 1
                while end < rest.endIndex, !rest[end].isBlank, startsNothing(rest[end...]) { end += 1 }
                parts += paragraphs(Array(rest[..<end]))
                rest = rest[end...]
            }
        }
        return parts
    }

    /// The part that signs at the front of the lines begin; nil where there are none.
    private func part(_ rest: inout ArraySlice<TextLine>) -> Part? {
        fence(&rest) ?? rule(&rest) ?? heading(&rest) ?? quotation(&rest) ?? list(&rest) ?? table(&rest)
            ?? indented(&rest)
    }

    /// Whether a paragraph goes on with the first of these lines.
    private func startsNothing(_ lines: ArraySlice<TextLine>) -> Bool {
        guard let line = lines.first else { return false }
        if line.text.hasPrefix(">") || line.text.hasPrefix("```") { return false }
        var rest = lines
        return rule(&rest) == nil && heading(&rest) == nil && list(&rest) == nil
    }

    // MARK: Paragraphs and verse

    private func paragraphs(_ lines: [TextLine]) -> [Part] {
        let paragraphs = wrapping.paragraphs(of: lines)
        if paragraphs.count >= 3, Self.isVerse(paragraphs) {
            return [.block(Block(.verse(lines.map { [.text($0.text)] }), source: TextParagraph(lines: lines).range))]
        }
        return paragraphs.map { .paragraph($0) }
    }

    /// Three or more short lines that stand together and are no sentences of their own.
    private static func isVerse(_ paragraphs: [TextParagraph]) -> Bool {
        let lines = paragraphs.map(\.text)
        guard lines.allSatisfy({ $0.count <= 60 }) else { return false }
        let sentences = lines.count { $0.last.map { ".!?:。".contains($0) } ?? false }
        return sentences * 2 <= lines.count
    }

    // MARK: Signs

    private func fence(_ rest: inout ArraySlice<TextLine>) -> Part? {
        guard let first = rest.first, first.text.hasPrefix("```"), !first.text.dropFirst(3).contains("`"),
            let end = rest.dropFirst().firstIndex(where: { $0.text == "```" })
        else { return nil }
        let code = rest[(rest.startIndex + 1)..<end]
        let text = code.map { String(repeating: " ", count: $0.indentation) + $0.text }.joined(separator: "\n")
        rest = rest[(end + 1)...]
        let language = first.text.dropFirst(3).trimmed
        return .block(
            Block(.code(CodeBlock(text: text, language: language.isEmpty ? nil : language)), source: first.range))
    }

    /// `* * *`, `-----`, `⁂`: three or more of one sign and nothing else.
    private func rule(_ rest: inout ArraySlice<TextLine>) -> Part? {
        guard let line = rest.first else { return nil }
        let signs = line.text.filter { !$0.isWhitespace }
        guard let sign = signs.first, "*-_=~•·—–#".contains(sign) || sign == "⁂" || sign == "※" else { return nil }
        guard signs.allSatisfy({ $0 == sign }), signs.count >= 3 || sign == "⁂" else { return nil }
        rest.removeFirst()
        return .block(Block(.thematicBreak, source: line.range))
    }

    /// A line above a row of `=` or `-`, or behind number signs.
    private func heading(_ rest: inout ArraySlice<TextLine>) -> Part? {
        guard let line = rest.first, line.text.count <= 200 else { return nil }
        let signs = line.text.prefix { $0 == "#" }.count
        if (1...6).contains(signs), line.text.dropFirst(signs).first == " " {
            rest.removeFirst()
            var heading = line.dropping(signs)
            heading.text = heading.text.trimmed
            return .heading(rank: signs, heading)
        }
        guard let under = rest.dropFirst().first?.text, let sign = under.first, "=-~^".contains(sign), under.count >= 3,
            under.allSatisfy({ $0 == sign }), under.count * 5 >= line.text.count * 2,
            line.text.contains(where: \.isLetter), !line.text.hasPrefix(">")
        else { return nil }
        rest = rest.dropFirst(2)
        return .heading(rank: sign == "=" ? 1 : 2, line)
    }

    /// Lines behind `>`, as mail quotes them.
    private func quotation(_ rest: inout ArraySlice<TextLine>) -> Part? {
        let quoted = rest.prefix { $0.text.hasPrefix(">") }
        guard let first = quoted.first else { return nil }
        rest = rest.dropFirst(quoted.count)
        let inner = quoted.map { TextLine(String($0.text.dropFirst()), number: $0.number, start: $0.start) }
        return .block(Block(.blockQuote(blocks(of: inner)), source: first.range))
    }

    /// Two or more lines with the same number of tabs: a table, as browsers copy one.
    private func table(_ rest: inout ArraySlice<TextLine>) -> Part? {
        guard let first = rest.first, first.text.contains("\t") else { return nil }
        let tabs = first.text.count { $0 == "\t" }
        let lines = rest.prefix { $0.text.count { $0 == "\t" } == tabs }
        guard lines.count >= 2 else { return nil }
        rest = rest.dropFirst(lines.count)
        let rows = lines.map { $0.text.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed) }
        // A first row without figures above rows with some is the head.
        let hasFigures = { (row: [String]) in row.dropFirst().contains { $0.contains(where: \.isNumber) } }
        let hasHead = !hasFigures(rows[0]) && rows.dropFirst().contains(where: hasFigures)
        let cells = rows.enumerated().map { index, row in
            Table.Row(row.map { cell(LinkedText.inlines(of: $0), isHeader: hasHead && index == 0) })
        }
        let table = Table(head: hasHead ? [cells[0]] : [], body: Array(cells.dropFirst(hasHead ? 1 : 0)))
        return .block(Block(.table(table), source: first.range))
    }

    private func cell(_ text: [Inline], isHeader: Bool) -> Table.Cell {
        Table.Cell(text.isEmpty ? [] : [Block(.paragraph(text))], isHeader: isHeader, scope: isHeader ? .column : nil)
    }

    /// Lines that all stand four columns in, in a text whose paragraphs do not: code, or a quotation set apart.
    private func indented(_ rest: inout ArraySlice<TextLine>) -> Part? {
        let lines = rest.prefix { $0.indentation >= 4 || $0.isBlank }
        let group = Array(lines.reversed().drop(while: \.isBlank).reversed())
        guard let first = group.first else { return nil }
        let text = group.map(\.text).joined(separator: " ")
        let signs = text.count { "{}()[];=<>/\\|$#_\"".contains($0) }
        if signs * 12 > text.count {
            rest = rest.dropFirst(group.count)
            let margin = group.filter { !$0.isBlank }.map(\.indentation).min() ?? 4
            let code = group.map { String(repeating: " ", count: max($0.indentation - margin, 0)) + $0.text }
            return .block(Block(.code(CodeBlock(text: code.joined(separator: "\n"))), source: first.range))
        }
        // One indented line is a paragraph's first or a centred title; a passage is a quotation.
        let words = text.split(whereSeparator: \.isWhitespace).count
        guard wrapping.width != nil, group.count >= 2, words >= 12 else { return nil }
        rest = rest.dropFirst(group.count)
        let inner = group.map { line in
            var line = line
            line.indentation = 0
            return line
        }
        return .block(Block(.blockQuote(blocks(of: inner)), source: first.range))
    }

    // MARK: Lists

    private func list(_ rest: inout ArraySlice<TextLine>) -> Part? {
        guard let first = rest.first, let marker = ListMarker(first) else { return nil }
        var items: [[TextLine]] = []
        var numbers: [Int] = []
        var lines = rest
        while let line = lines.first {
            if let next = ListMarker(line), next.kind == marker.kind, line.indentation <= first.indentation + 1 {
                if case .number = marker.kind, let last = numbers.last, next.number != last + 1 { break }
                items.append([line.dropping(next.length)])
                numbers.append(next.number)
                lines.removeFirst()
            } else if line.isBlank {
                // An empty line ends the list unless it goes on behind it.
                guard let next = lines.first(where: { !$0.isBlank }) else { break }
                let continues = next.indentation > first.indentation + 1 || ListMarker(next)?.kind == marker.kind
                guard continues else { break }
                items[items.count - 1].append(line)
                lines.removeFirst()
            } else if line.indentation > first.indentation || goesOn(items[items.count - 1], line) {
                items[items.count - 1].append(line)
                lines.removeFirst()
            } else {
                break
            }
        }
        guard items.count >= marker.fewestItems else { return nil }
        rest = lines
        let content = items.map { ListItem(blocks(of: Self.outdented($0))) }
        let kind: List.Marker =
            switch marker.kind {
            case .bullet: .unordered
            case .number: .ordered(.init(start: numbers[0]))
            case .letter: .ordered(.init(start: numbers[0], style: .lowerAlpha))
            }
        return .block(Block(.list(List(marker: kind, items: content)), source: first.range))
    }

    /// A wrapped item's next line may stand at the margin.
    private func goesOn(_ item: [TextLine], _ line: TextLine) -> Bool {
        guard wrapping.width != nil, let last = item.last, !last.isBlank, ListMarker(line) == nil else { return false }
        return wrapping.paragraphs(of: [last, line]).count == 1
    }

    /// An item's lines with their common indentation taken off; the first, behind its marker, has none.
    private static func outdented(_ lines: [TextLine]) -> [TextLine] {
        let margin = lines.dropFirst().filter { !$0.isBlank }.map(\.indentation).min() ?? 0
        return lines.enumerated().map { index, line in
            var line = line
            line.text = line.text.trimmed
            line.indentation = index == 0 ? 0 : max(line.indentation - margin, 0)
            return line
        }
    }

    /// The blocks of a quotation or an item, whose paragraphs are taken as they are.
    private func blocks(of lines: [TextLine]) -> [Block] {
        parts(of: lines).map { part in
            switch part {
            case .block(let block): block
            case .paragraph(let paragraph):
                Block(.paragraph(LinkedText.inlines(of: paragraph.text)), source: paragraph.range)
            case .heading(_, let line): Block(.paragraph([Inline(.strong([.text(line.text)]))]), source: line.range)
            }
        }
    }
}

/// What stands before an item.
struct ListMarker {
    var kind: Kind
    /// An ordered item's number, from 1.
    var number = 1
    /// Characters that the marker takes.
    var length: Int

    enum Kind: Equatable {
        case bullet(Character)
        case number(Character)
        case letter(Character)
    }

    /// A round bullet says that it is one; a hyphen may also open a line of dialogue, and a number a sentence.
    var fewestItems: Int {
        if case .bullet(let sign) = kind, !"-*+–".contains(sign) { 1 } else { 2 }
    }

    init?(_ line: TextLine) {
        let text = line.text
        guard let first = text.first else { return nil }
        if "-*+–•‣◦▪●○■□➤►✓✔".contains(first) {
            let rest = text.dropFirst()
            guard rest.first?.isWhitespace == true else { return nil }
            self.kind = .bullet(first)
            self.length = 1 + rest.prefix(while: \.isWhitespace).count
            return
        }
        let opening = first == "(" ? 1 : 0
        let label = text.dropFirst(opening).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let rest = text.dropFirst(opening + label.count)
        guard let sign = rest.first, opening == 1 ? sign == ")" : sign == "." || sign == ")",
            rest.dropFirst().first?.isWhitespace == true
        else { return nil }
        length = opening + label.count + 1 + rest.dropFirst().prefix(while: \.isWhitespace).count
        if label.count <= 3, let number = Int(label) {
            kind = .number(sign)
            self.number = number
        } else if label.count == 1, let letter = label.first?.asciiValue, letter >= 97, letter <= 122, sign == ")" {
            kind = .letter(sign)
            number = Int(letter) - 96
        } else {
            return nil
        }
    }
}
