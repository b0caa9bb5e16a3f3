extension Inline {
    /// The running text directly inside; empty for text, code, pictures and other leaves.
    public var children: [Inline] {
        switch content {
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .underline(let inner),
            .mark(let inner), .subscript(let inner), .superscript(let inner), .smallCaps(let inner),
            .quotation(let inner), .citation(let inner), .abbreviation(_, let inner), .time(_, let inner),
            .span(let inner), .isolate(let inner), .override(_, let inner), .link(_, let inner):
            inner
        case .ruby(let base, let text): base + text
        case .text, .code, .keyboard, .image, .math, .lineBreak, .noteReference: []
        }
    }

    /// The words a reader sees: no alternative texts, addresses or note numbers.
    ///
    /// A line break is a newline, `q` gets quotation marks, and a ruby text stands in parentheses behind its base.
    public var plainText: String {
        var text = ""
        appendPlainText(to: &text)
        return text
    }

    func appendPlainText(to text: inout String) {
        switch content {
        case .text(let string), .code(let string), .keyboard(let string): text += string
        case .lineBreak: text += "\n"
        case .math(let math): text += math.text
        case .quotation(let inner):
            text += "“"
            for inline in inner { inline.appendPlainText(to: &text) }
            text += "”"
        case .ruby(let base, let reading):
            for inline in base { inline.appendPlainText(to: &text) }
            guard !reading.isEmpty else { return }
            text += "("
            for inline in reading { inline.appendPlainText(to: &text) }
            text += ")"
        case .image, .noteReference: break
        case .emphasis, .strong, .strikethrough, .underline, .mark, .subscript, .superscript, .smallCaps,
            .citation, .abbreviation, .time, .span, .isolate, .override, .link:
            for inline in children { inline.appendPlainText(to: &text) }
        }
    }
}

extension Sequence<Inline> {
    /// The words of a stretch of running text, in order; see `Inline.plainText`.
    public var plainText: String {
        var text = ""
        for inline in self { inline.appendPlainText(to: &text) }
        return text
    }
}
