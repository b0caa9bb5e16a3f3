internal import ArticleModel
internal import Diagnostics

extension MarkdownConverter {
    /// The running text of inline nodes; raw HTML tags that mean something here are honoured, the others dropped.
    mutating func inlines(_ nodes: [MarkdownNode]) -> [Inline] {
        var stack = InlineHTMLStack()
        for node in nodes {
            if node.type == "html_inline" {
                for scrap in HTMLScrap.scraps(of: node.literal) { add(scrap, to: &stack) }
            } else {
                stack.append(inline(node))
            }
        }
        return Self.formulas(in: stack.finish().mergingText)
    }

    /// A code span between two dollar signs is TeX, in the way of GitHub and GitLab.
    private static func formulas(in text: [Inline]) -> [Inline] {
        guard text.count >= 3 else { return text }
        var result = text
        for index in result.indices.dropFirst().dropLast() {
            guard case .code(let tex) = result[index].content, case .text(let before) = result[index - 1].content,
                case .text(let after) = result[index + 1].content, before.hasSuffix("$"), after.hasPrefix("$")
            else { continue }
            result[index - 1].content = .text(String(before.dropLast()))
            result[index].content = .math(Math(tex: tex, text: tex))
            result[index + 1].content = .text(String(after.dropFirst()))
        }
        return result.filter { $0.content != .text("") }
    }

    private mutating func inline(_ node: MarkdownNode) -> [Inline] {
        switch node.type {
        case "text": return [.text(node.literal)]
        case "softbreak": return [.text(" ")]
        case "linebreak": return [Inline(.lineBreak)]
        case "code": return [Inline(.code(node.literal))]
        case "emph": return [Inline(.emphasis(inlines(node.children)))]
        case "strong": return [Inline(.strong(inlines(node.children)))]
        case "strikethrough": return [Inline(.strikethrough(inlines(node.children)))]
        case "link":
            let text = inlines(node.children)
            guard !node.address.isEmpty else { return text }
            return [Inline(.link(Link(address: resolvedLink(node.address), title: node.title.nonEmpty), text))]
        case "image":
            let image = Image(
                address: resolvedPicture(node.address), alternative: inlines(node.children).plainText,
                title: node.title.nonEmpty)
            return [Inline(.image(image))]
        case "footnote_reference":
            // cmark puts the number of the note, from 1, in the place of its label.
            guard let number = Int(node.literal), noteIDs.indices.contains(number - 1) else { return [] }
            return [Inline(.noteReference(noteIDs[number - 1]))]
        default: return inlines(node.children)
        }
    }

    /// Adds a tag or text of raw HTML.
    mutating func add(_ scrap: HTMLScrap, to stack: inout InlineHTMLStack) {
        switch scrap {
        case .text(let text): stack.append([.text(text.collapsingSpace)])
        case .start("br", _): stack.append([Inline(.lineBreak)])
        case .start("wbr", _): stack.append([.text("\u{200B}")])
        case .start("img", let attributes): stack.append(image(attributes))
        case .start("a", var attributes):
            attributes["href"] = attributes["href"].map(resolvedLink)
            stack.open("a", attributes)
        case .start(let name, let attributes):
            if InlineHTMLStack.isKnown(name) { stack.open(name, attributes) } else { reportDropped(name) }
        case .end(let name):
            if InlineHTMLStack.isKnown(name) { stack.close(name) }
        }
    }

    func image(_ attributes: [String: String]) -> [Inline] {
        guard let source = attributes["src"], !source.isEmpty else { return [] }
        let image = Image(
            address: resolvedPicture(source), alternative: attributes["alt"],
            width: attributes["width"].flatMap(Double.init), height: attributes["height"].flatMap(Double.init),
            title: attributes["title"])
        return [Inline(.image(image))]
    }

    /// Says once for each element that its tags are dropped.
    mutating func reportDropped(_ name: String) {
        guard droppedTags.insert(name).inserted else { return }
        diagnostics.append(Diagnostic(.note, .droppedTag(name)))
    }
}

extension Diagnostic.Message {
    static func droppedTag(_ name: String) -> Self { "the HTML element '\(name)' is dropped, its text kept" }
}

/// Running text under construction, with the HTML elements that are open.
struct InlineHTMLStack {
    private var frames: [Frame] = [Frame(name: "", attributes: [:], inlines: [])]

    private struct Frame {
        var name: String
        var attributes: [String: String]
        var inlines: [Inline]
    }

    private static let known: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    ]

    /// Whether the element's tags mean something in running text.
    static func isKnown(_ name: String) -> Bool { known.contains(name) }

    mutating func append(_ inlines: [Inline]) { frames[frames.count - 1].inlines += inlines }

    mutating func open(_ name: String, _ attributes: [String: String]) {
        guard frames.count < 64 else { return }
        frames.append(Frame(name: name, attributes: attributes, inlines: []))
    }

    /// Closes the innermost element of that name, and those left open in it; without one nothing happens.
    mutating func close(_ name: String) {
        guard let index = frames.lastIndex(where: { $0.name == name }), index > 0 else { return }
        while frames.count > index { closeInnermost() }
    }

    /// All text, whatever is open closed.
    mutating func finish() -> [Inline] {
        while frames.count > 1 { closeInnermost() }
        defer { frames[0].inlines = [] }
        return frames[0].inlines
    }

    private mutating func closeInnermost() {
        let frame = frames.removeLast()
        append(Self.wrapped(frame.inlines, frame.name, frame.attributes))
    }

    private static func wrapped(_ text: [Inline], _ name: String, _ values: [String: String]) -> [Inline] {
        let attributes = Attributes(
            id: values["id"] ?? (name == "a" ? values["name"] : nil), language: values["lang"],
            direction: values["dir"].flatMap(Direction.init))
        let content: Inline.Content
        switch name {
        case "em", "i", "var": content = .emphasis(text)
        case "strong", "b": content = .strong(text)
        case "del", "s", "strike": content = .strikethrough(text)
        case "ins", "u": content = .underline(text)
        case "mark": content = .mark(text)
        case "sub": content = .subscript(text)
        case "sup": content = .superscript(text)
        case "q": content = .quotation(text)
        case "cite": content = .citation(text)
        case "abbr": content = .abbreviation(title: values["title"], text)
        case "time": content = .time(datetime: values["datetime"], text)
        case "bdi": content = .isolate(text)
        case "bdo": content = .override(attributes.direction ?? .leftToRight, text)
        case "kbd": content = .keyboard(text.plainText)
        case "code", "samp", "tt": content = .code(text.plainText)
        case "a":
            guard let address = values["href"], !address.isEmpty else { fallthrough }
            content = .link(Link(address: address, title: values["title"]), text)
        case "span", "small":
            if attributes.isEmpty { return text }
            content = .span(text)
        case "rt": return [Inline(.span(text), attributes: Attributes(classes: [rubyTextClass]))]
        case "rp": return []
        case "ruby": return ruby(text)
        default: return text
        }
        return [Inline(content, attributes: attributes)]
    }

    /// Marks an `rt` until the `ruby` around it closes.
    private static let rubyTextClass = "\u{0}rt"

    private static func ruby(_ text: [Inline]) -> [Inline] {
        var result: [Inline] = []
        var base: [Inline] = []
        for inline in text {
            if case .span(let reading) = inline.content, inline.attributes.classes == [rubyTextClass] {
                result.append(Inline(.ruby(base: base.mergingText, text: reading.mergingText)))
                base = []
            } else {
                base.append(inline)
            }
        }
        return result + base
    }
}

extension [Inline] {
    /// Neighbouring texts without attributes joined to one, and the spaces where they meet to one space.
    var mergingText: [Inline] {
        var result: [Inline] = []
        for inline in self {
            guard case .text(let text) = inline.content, inline.attributes.isEmpty, let last = result.last,
                case .text(let before) = last.content, last.attributes.isEmpty
            else {
                result.append(inline)
                continue
            }
            let joined = before.last == " " && text.first == " " ? before + text.dropFirst() : before + text
            result[result.count - 1] = .text(joined)
        }
        return result
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }

    /// Runs of white space as one space, as HTML shows them.
    var collapsingSpace: String {
        var result = ""
        for scalar in unicodeScalars {
            let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
            if !isSpace { result.unicodeScalars.append(scalar) } else if result.last != " " { result.append(" ") }
        }
        return result
    }
}
