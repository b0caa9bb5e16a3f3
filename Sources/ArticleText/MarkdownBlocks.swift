internal import ArticleModel

/// Writes blocks as lines of Markdown.
struct MarkdownBlocks {
    var inlines: MarkdownInlines

    /// The blocks with an empty line between each two.
    func lines(of blocks: [Block]) -> [String] { lines(of: blocks, isTight: false) }

    private func lines(of blocks: [Block], isTight: Bool) -> [String] {
        var lines: [String] = []
        var previousList: List?
        var useSecondMarker = false
        for block in blocks {
            if case .list(let list) = block.content {
                // Two lists of one kind in a row would run together: the second has the other marker.
                useSecondMarker = previousList.map { $0.isOrdered == list.isOrdered && !useSecondMarker } ?? false
                previousList = list
            } else {
                previousList = nil
            }
            let next = self.lines(of: block, useSecondMarker: useSecondMarker && previousList != nil)
            if next.isEmpty { continue }
            if !lines.isEmpty, !isTight || !block.content.interruptsParagraph { lines.append("") }
            lines += next
        }
        return lines
    }

    private func lines(of block: Block, useSecondMarker: Bool) -> [String] {
        switch block.content {
        case .paragraph(let text): return inlines.lines(of: text)
        case .heading(let level, let text): return heading(level, text)
        case .blockQuote(let blocks): return lines(of: blocks).map { $0.isEmpty ? ">" : "> \($0)" }
        case .list(let list): return lines(of: list, useSecondMarker: useSecondMarker)
        case .definitionList(let groups): return ["<dl>"] + groups.flatMap(lines) + ["</dl>"]
        case .code(let code): return fenced(code.text, code.language ?? "")
        case .table(let table): return MarkdownTable(blocks: self).lines(of: table)
        case .figure(let figure):
            let caption = figure.caption + (figure.caption.isEmpty ? [] : [.text(" ")]) + figure.credit
            // A title of a picture that stands alone would be taken for its caption.
            let pictures = figure.blocks.mappingImages { image in
                var image = image
                image.title = nil
                return image
            }
            return lines(of: pictures + (caption.plainText.isEmpty ? [] : [Block(.paragraph(caption))]))
        case .thematicBreak: return ["---"]
        case .division(let blocks): return lines(of: blocks)
        case .aside(let blocks): return ["<aside>", ""] + lines(of: blocks) + ["", "</aside>"]
        case .verse(let lines): return inlines.lines(of: Array(lines.joined(separator: [Inline(.lineBreak)])))
        case .math(let math): return fenced(math.tex ?? math.text, "math")
        case .media(let media):
            let title = Inline.text(media.title ?? media.address)
            return inlines.lines(of: [Inline(.link(Link(address: media.address), [title]))])
        }
    }

    private func heading(_ level: Int, _ text: [Inline]) -> [String] {
        let line = inlines.lines(of: text.mappingInlines { $0.content == .lineBreak ? [.text(" ")] : [$0] })
            .joined(separator: " ")
        // A run of # at the end would be taken for the closing sequence.
        let run = line.reversed().prefix { $0 == "#" }.count
        let closing = run > 0 ? "\\" + line.suffix(run) : ""
        return [String(repeating: "#", count: level) + " " + line.dropLast(run) + closing]
    }

    // MARK: Lists

    private func lines(of list: List, useSecondMarker: Bool) -> [String] {
        let markers: [String] =
            switch list.marker {
            case .unordered: list.items.map { _ in useSecondMarker ? "* " : "- " }
            case .ordered(let ordered):
                ListNumbering.ordinals(of: list.items, ordered).map {
                    // CommonMark 0.31, §5.2: a marker has at most nine digits and no sign.
                    "\(min(max($0, 0), 999_999_999))\(useSecondMarker ? ")" : ".") "
                }
            }
        let isTight = list.items.allSatisfy { item in
            item.blocks.dropFirst().allSatisfy { $0.content.isList } && item.blocks.first?.content.isList != true
        }
        var result: [String] = []
        for (marker, item) in zip(markers, list.items) {
            let check = item.checked.map { $0 ? "[x] " : "[ ] " } ?? ""
            if !isTight, !result.isEmpty { result.append("") }
            var content = lines(of: item.blocks, isTight: isTight)
            if content.isEmpty { content = [""] }
            content[0] = check + content[0]
            result += hanging(marker, content, indentation: marker.count)
        }
        return result
    }

    /// The marker before the first line, room before the others.
    func hanging(_ marker: String, _ lines: [String], indentation: Int) -> [String] {
        let room = String(repeating: " ", count: indentation)
        let rest = lines.dropFirst().map { $0.isEmpty ? "" : room + $0 }
        return [(marker + (lines.first ?? "")).trimmedEnd] + rest
    }

    private func lines(of group: DefinitionGroup) -> [String] {
        group.terms.flatMap { ["<dt>", ""] + inlines.lines(of: $0) + ["", "</dt>"] }
            + group.definitions.flatMap { ["<dd>", ""] + lines(of: $0) + ["", "</dd>"] }
    }

    // MARK: Code

    /// A fence longer than any run of backticks in the text.
    private func fenced(_ text: String, _ language: String) -> [String] {
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
        let info = language.filter { !$0.isWhitespace && $0 != "`" }
        let lines = text.trimmedNewlines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return [fence + info] + lines + [fence]
    }
}

extension List {
    fileprivate var isOrdered: Bool { if case .ordered = marker { true } else { false } }
}

extension Block.Content {
    fileprivate var isList: Bool { if case .list = self { true } else { false } }

    /// CommonMark 0.31, §5.3: only a list that begins with 1 and with a word may follow a paragraph directly.
    fileprivate var interruptsParagraph: Bool {
        guard case .list(let list) = self else { return true }
        if case .ordered(let ordered) = list.marker, (list.items.first?.value ?? ordered.start) != 1 { return false }
        return list.items.first.map { !$0.blocks.plainText.isEmpty } ?? true
    }
}

/// How often a character stands in a row at most.
func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for current in text {
        run = current == character ? run + 1 : 0
        longest = max(longest, run)
    }
    return longest
}
