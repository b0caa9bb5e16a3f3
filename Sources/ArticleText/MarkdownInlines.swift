internal import ArticleModel
internal import TextAnalysis

/// Writes running text as Markdown.
struct MarkdownInlines {
    var noteNumbers: [Note.ID: Int]
    var pictureAddress: @Sendable (Image) -> String?

    /// The text as lines, a backslash before each hard break; no line can be taken for the start of a block.
    func lines(of text: [Inline]) -> [String] {
        var run = MarkdownRun(settings: self)
        run.write(text, next: nil)
        var lines = run.output.split(separator: "\n").map { MarkdownEscaping.lineStart(of: $0.trimmed) }
        lines.removeAll { $0.isEmpty || $0 == "\\" }
        // A break at the very end breaks nothing and would show as a backslash.
        if let last = lines.last, last.hasSuffix("\\"), !last.hasSuffix("\\\\") { lines[lines.count - 1].removeLast() }
        return lines
    }
}

/// One stretch of running text while it is written.
struct MarkdownRun {
    let settings: MarkdownInlines
    /// Inside strong text emphasis is better marked by underscores, whose stars cannot run together with the others.
    let isInStrong: Bool
    private(set) var output = ""

    init(settings: MarkdownInlines, isInStrong: Bool = false) {
        self.settings = settings
        self.isInStrong = isInStrong
    }

    /// Writes the inlines; `next` is the first character that will follow them.
    mutating func write(_ inlines: [Inline], next: Character?) {
        for (index, inline) in inlines.enumerated() {
            let rest = inlines[(index + 1)...].lazy.compactMap(\.firstCharacter).first
            write(inline, next: rest ?? next)
        }
    }

    private mutating func write(_ inline: Inline, next: Character?) {
        let attributes = inline.attributes
        guard attributes.language != nil || attributes.direction != nil else { return writeContent(of: inline, next) }
        let language = attributes.language.map { " lang=\"\(MarkdownEscaping.attribute($0))\"" } ?? ""
        let direction = attributes.direction.map { " dir=\"\($0.rawValue)\"" } ?? ""
        output += "<span\(language)\(direction)>"
        writeContent(of: inline, "<")
        output += "</span>"
    }

    private mutating func writeContent(of inline: Inline, _ next: Character?) {
        switch inline.content {
        case .text(let text): output += MarkdownEscaping.text(text, next: next)
        case .emphasis(let inner): delimit(inner, .emphasis, next)
        case .strong(let inner): delimit(inner, .strong, next)
        case .strikethrough(let inner): delimit(inner, .strikethrough, next)
        case .underline(let inner): tag("u", inner)
        case .mark(let inner): tag("mark", inner)
        case .subscript(let inner): tag("sub", inner)
        case .superscript(let inner): tag("sup", inner)
        case .quotation(let inner): tag("q", inner)
        case .citation(let inner): tag("cite", inner)
        case .abbreviation(let title, let inner): tag("abbr", attribute: "title", title, inner)
        case .time(let datetime, let inner): tag("time", attribute: "datetime", datetime, inner)
        case .isolate(let inner): tag("bdi", inner)
        case .override(let direction, let inner): tag("bdo", attribute: "dir", direction.rawValue, inner)
        case .smallCaps(let inner), .span(let inner): write(inner, next: next)
        case .code(let text): output += MarkdownEscaping.codeSpan(text)
        case .keyboard(let text): tag("kbd", [.text(text)])
        case .link(let link, let inner): write(link, inner)
        case .image(let image): write(image)
        case .ruby(let base, let text):
            output += "<ruby>"
            write(base, next: "<")
            tag("rt", text)
            output += "</ruby>"
        case .math(let math):
            output += math.tex.map { "$\(MarkdownEscaping.codeSpan($0))$" } ?? MarkdownEscaping.text(math.text)
        case .lineBreak: output += "\\\n"
        case .noteReference(let id): if let number = settings.noteNumbers[id] { output += "[^\(number)]" }
        }
    }

    private mutating func tag(_ name: String, _ inner: [Inline]) { tag(name, attribute: "", nil, inner) }

    /// An HTML element, with the attribute where it has a value.
    private mutating func tag(_ name: String, attribute: String, _ value: String?, _ inner: [Inline]) {
        let detail = value.map { " \(attribute)=\"\(MarkdownEscaping.attribute($0))\"" } ?? ""
        output += "<\(name)\(detail)>"
        write(inner, next: "<")
        output += "</\(name)>"
    }

    // MARK: Emphasis

    /// A pair of delimiters, and the HTML element that says the same.
    private enum Delimiter: String {
        case emphasis = "em"
        case strong = "strong"
        case strikethrough = "del"
    }

    /// CommonMark 0.31, §6.2: delimiters stand directly at words, and between a letter and punctuation they are none; there
    /// the HTML element takes their place.
    private mutating func delimit(_ inner: [Inline], _ delimiter: Delimiter, _ next: Character?) {
        // A break at either end stands outside.
        if inner.first?.content == .lineBreak || inner.last?.content == .lineBreak {
            let leading = inner.prefix { $0.content == .lineBreak }
            let trailing = inner.dropFirst(leading.count).reversed().prefix { $0.content == .lineBreak }
            write(Array(leading), next: nil)
            delimit(
                Array(inner.dropFirst(leading.count).dropLast(trailing.count)), delimiter, trailing.isEmpty ? next : nil
            )
            write(Array(trailing), next: next)
            return
        }
        var run = MarkdownRun(settings: settings, isInStrong: isInStrong || delimiter == .strong)
        run.write(inner, next: nil)
        // Only the ends are looked at: nested text passes here once for each level.
        guard let start = run.output.firstIndex(where: { !$0.isWhitespace }),
            let end = run.output.lastIndex(where: { !$0.isWhitespace })
        else {
            output += run.output
            return
        }
        let content = String(run.output[start...end])
        output += run.output[..<start]
        defer { output += run.output[run.output.index(after: end)...] }
        guard let first = content.first, let last = content.last else { return }
        let before = output.last
        let opens = !first.isMarkdownPunctuation || before?.isWordCharacter != true
        let closes =
            !last.isMarkdownPunctuation || next?.isWordCharacter != true || run.output.last?.isWhitespace == true
        let sign = sign(for: delimiter, content: content, before: before, next: next)
        if let sign, opens, closes, last != "\\", !content.holds("\n\n") {
            output += sign + content + sign
        } else {
            output += "<\(delimiter.rawValue)>\(content)</\(delimiter.rawValue)>"
        }
    }

    /// The delimiter that cannot run together with one beside it; nil where there is none.
    private func sign(for delimiter: Delimiter, content: String, before: Character?, next: Character?) -> String? {
        let touching = [content.first, content.last, before]
        switch delimiter {
        case .strikethrough: return touching.contains("~") ? nil : "~~"
        case .strong: return touching.contains("*") ? nil : "**"
        case .emphasis:
            let isIntraword = before?.isWordCharacter == true || next?.isWordCharacter == true
            let mayUnderscore = !isIntraword && !touching.contains("_")
            if isInStrong, mayUnderscore { return "_" }
            if !touching.contains("*") { return "*" }
            return mayUnderscore ? "_" : nil
        }
    }

    // MARK: Links and pictures

    private mutating func write(_ link: Link, _ inner: [Inline]) {
        if inner.plainText == link.address, link.title == nil, MarkdownEscaping.isAutolink(link.address),
            inner.allSatisfy({ if case .text = $0.content { true } else { false } })
        {
            output += "<\(link.address)>"
            return
        }
        output += "["
        write(inner, next: "]")
        output += "](\(MarkdownEscaping.destination(link.address, title: link.title)))"
    }

    private mutating func write(_ image: Image) {
        let alternative = MarkdownEscaping.text(image.alternative ?? "", next: "]")
        guard let address = settings.pictureAddress(image) else {
            output += alternative
            return
        }
        output += "![\(alternative)](\(MarkdownEscaping.destination(address, title: image.title)))"
    }
}

extension Inline {
    /// The first character that writing this gives, as far as delimiters must know it.
    fileprivate var firstCharacter: Character? {
        switch content {
        case .text(let text): text.first
        case .span(let inner), .smallCaps(let inner): inner.lazy.compactMap(\.firstCharacter).first
        case .lineBreak: "\n"
        // Everything else begins with a sign of its own.
        case .emphasis, .strong, .strikethrough, .underline, .mark, .subscript, .superscript, .quotation, .citation,
            .abbreviation, .time, .isolate, .override, .code, .keyboard, .link, .image, .ruby, .math, .noteReference:
            "<"
        }
    }
}

extension Character {
    fileprivate var isWordCharacter: Bool { !isWhitespace && !isMarkdownPunctuation }

    /// CommonMark 0.31, §2.1: Unicode's categories P and S.
    fileprivate var isMarkdownPunctuation: Bool { isPunctuation || isSymbol }
}
