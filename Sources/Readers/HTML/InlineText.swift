internal import ArticleModel

/// Trimming and splitting of running text through its nesting.
enum InlineText {
    /// Whether nothing would be shown.
    static func isEmpty(_ inlines: [Inline]) -> Bool {
        inlines.allSatisfy { inline in
            switch inline.content {
            case .text(let text): text.allSatisfy { $0.isWhitespace || $0 == "\u{200b}" || $0 == "\u{feff}" }
            case .lineBreak: true
            case .code(let text), .keyboard(let text): text.isEmpty
            case .image, .math, .noteReference: false
            case .ruby(let base, let text): isEmpty(base) && isEmpty(text)
            default: isEmpty(children(of: inline) ?? [])
            }
        }
    }

    /// The running text inside, for the cases that have some.
    static func children(of inline: Inline) -> [Inline]? {
        switch inline.content {
        case .emphasis(let inside), .strong(let inside), .strikethrough(let inside), .underline(let inside),
            .mark(let inside), .subscript(let inside), .superscript(let inside), .smallCaps(let inside),
            .quotation(let inside), .citation(let inside), .abbreviation(_, let inside), .time(_, let inside),
            .span(let inside), .isolate(let inside), .override(_, let inside), .link(_, let inside):
            inside
        case .text, .code, .keyboard, .image, .ruby, .math, .lineBreak, .noteReference: nil
        }
    }

    /// A mark round nothing but the same mark adds nothing: parsers reopen letters that were never closed, over and over.
    static func says(_ wrapper: Inline, onlyWhatIsSaidBy inside: [Inline]) -> Bool {
        guard wrapper.attributes.isEmpty, inside.count == 1, let only = inside.first else { return false }
        return switch (wrapper.content, only.content) {
        case (.strong, .strong), (.emphasis, .emphasis), (.strikethrough, .strikethrough), (.underline, .underline),
            (.mark, .mark), (.smallCaps, .smallCaps):
            true
        default: false
        }
    }

    /// The same inline round other text.
    static func inline(_ inline: Inline, with inside: [Inline]) -> Inline {
        let content: Inline.Content =
            switch inline.content {
            case .emphasis: .emphasis(inside)
            case .strong: .strong(inside)
            case .strikethrough: .strikethrough(inside)
            case .underline: .underline(inside)
            case .mark: .mark(inside)
            case .subscript: .subscript(inside)
            case .superscript: .superscript(inside)
            case .smallCaps: .smallCaps(inside)
            case .quotation: .quotation(inside)
            case .citation: .citation(inside)
            case .abbreviation(let title, _): .abbreviation(title: title, inside)
            case .time(let datetime, _): .time(datetime: datetime, inside)
            case .span: .span(inside)
            case .isolate: .isolate(inside)
            case .override(let direction, _): .override(direction, inside)
            case .link(let link, _): .link(link, inside)
            case .text, .code, .keyboard, .image, .ruby, .math, .lineBreak, .noteReference: inline.content
            }
        return Inline(content, attributes: inline.attributes)
    }

    /// Takes spaces and line breaks off the end.
    static func trimEnd(_ inlines: inout [Inline]) {
        while let last = inlines.last {
            if case .text(let text) = last.content {
                let trimmed = text.utf8.last == 0x20 ? Self.withoutSpace(atEndOf: text) : text
                if !trimmed.isEmpty {
                    inlines[inlines.count - 1].content = .text(trimmed)
                    return
                }
            } else if case .lineBreak = last.content {
            } else if var inside = children(of: last) {
                trimEnd(&inside)
                if !inside.isEmpty {
                    inlines[inlines.count - 1] = inline(last, with: inside)
                    return
                }
            } else {
                return
            }
            inlines.removeLast()
        }
    }

    private static func withoutSpace(atEndOf text: String) -> String {
        var end = text.utf8.endIndex
        while end > text.utf8.startIndex, text.utf8[text.utf8.index(before: end)] == 0x20 {
            end = text.utf8.index(before: end)
        }
        return String(text[..<end])
    }

    /// Takes spaces and line breaks off the start.
    static func trimStart(_ inlines: inout [Inline]) {
        while let first = inlines.first {
            if case .text(let text) = first.content {
                let trimmed = text.utf8.first == 0x20 ? String(text.drop { $0 == " " }) : text
                if !trimmed.isEmpty {
                    inlines[0].content = .text(trimmed)
                    return
                }
            } else if case .lineBreak = first.content {
            } else if var inside = children(of: first) {
                trimStart(&inside)
                if !inside.isEmpty {
                    inlines[0] = inline(first, with: inside)
                    return
                }
            } else {
                return
            }
            inlines.removeFirst()
        }
    }

    /// The pieces between empty lines (two line breaks or more); what is round a break is repeated round each piece.
    static func split(_ inlines: [Inline]) -> [[Inline]] {
        var pieces: [[Inline]] = [[]]
        var breaks = 0
        for inline in inlines {
            if case .lineBreak = inline.content {
                breaks += 1
                if breaks == 2 {
                    pieces.append([])
                } else if breaks == 1 {
                    pieces[pieces.count - 1].append(inline)
                }
                continue
            }
            if case .text(let text) = inline.content, breaks > 0, text.allSatisfy({ $0.isWhitespace }) { continue }
            breaks = 0
            if let inside = children(of: inline), inside.contains(where: containsBreak) {
                let parts = split(inside)
                for (index, part) in parts.enumerated() {
                    if index > 0 { pieces.append([]) }
                    if !part.isEmpty { pieces[pieces.count - 1].append(self.inline(inline, with: part)) }
                }
            } else {
                pieces[pieces.count - 1].append(inline)
            }
        }
        return pieces
    }

    private static func containsBreak(_ inline: Inline) -> Bool {
        if case .lineBreak = inline.content { return true }
        return children(of: inline)?.contains(where: containsBreak) ?? false
    }
}
