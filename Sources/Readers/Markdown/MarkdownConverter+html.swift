internal import ArticleModel
internal import Diagnostics

extension MarkdownConverter {
    /// Adds a block of raw HTML: its text as paragraphs, its containers opened or closed.
    mutating func add(html node: MarkdownNode, to stack: inout MarkdownHTMLStack) {
        if let blocks = wholeElements(node) { return stack.append(blocks) }
        var run = InlineHTMLStack()
        func flush() {
            let text = run.finish().mergingText.trimmingSpace
            guard !text.isEmpty else { return }
            stack.append([Block(.paragraph(text))])
        }
        for scrap in HTMLScrap.scraps(of: node.literal) {
            switch scrap {
            case .start("img", let attributes):
                flush()
                stack.append(image(attributes).map { Block(.figure(Figure(blocks: [Block(.paragraph([$0]))]))) })
            case .start("hr", _):
                flush()
                stack.append([Block(.thematicBreak)])
            case .start(let name, let attributes) where MarkdownHTMLStack.isContainer(name):
                flush()
                stack.open(name, attributes)
            case .end(let name) where MarkdownHTMLStack.isContainer(name):
                flush()
                stack.close(name)
            case .text, .start, .end: add(scrap, to: &run)
            }
        }
        flush()
    }
}

extension MarkdownConverter {
    /// What `HTMLReader` makes of raw HTML with elements that take more than their tags to understand.
    private mutating func wholeElements(_ node: MarkdownNode) -> [Block]? {
        let html = node.literal.lowercased()
        let elements = ["table", "ul", "ol", "pre", "picture", "video", "audio", "iframe", "math", "svg"]
        guard elements.contains(where: { html.contains("<\($0)") && html.contains("</\($0)>") }) else { return nil }
        let source = Source(name: "HTML", bytes: Array(node.literal.utf8), address: base)
        guard let reading = try? HTMLReader().read(source, options: ReadingOptions(extract: false)) else { return nil }
        diagnostics += reading.diagnostics
        return reading.output.article.blocks
    }
}

/// Blocks under construction, with the HTML containers that are open.
struct MarkdownHTMLStack {
    private var frames: [Frame] = [Frame(name: "", attributes: .none, blocks: [])]

    private struct Frame {
        var name: String
        var attributes: Attributes
        var blocks: [Block]
    }

    private static let containers: Set<String> = [
        "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "p", "section", "summary",
    ]

    static func isContainer(_ name: String) -> Bool { containers.contains(name) }

    mutating func append(_ blocks: [Block]) { frames[frames.count - 1].blocks += blocks }

    mutating func open(_ name: String, _ attributes: [String: String]) {
        guard frames.count < 64 else { return }
        // Two of these in a row need no end tag between them.
        if name == "p" || name == "dt" || name == "dd", frames.last?.name == name { closeInnermost() }
        if name == "dd", frames.last?.name == "dt" { closeInnermost() }
        let kept = Attributes(
            id: attributes["id"], language: attributes["lang"], direction: attributes["dir"].flatMap(Direction.init))
        frames.append(Frame(name: name, attributes: kept, blocks: []))
    }

    /// Closes the innermost container of that name and those left open in it.
    mutating func close(_ name: String) {
        guard let index = frames.lastIndex(where: { $0.name == name }), index > 0 else { return }
        while frames.count > index { closeInnermost() }
    }

    /// All blocks, whatever is open closed.
    mutating func finish() -> [Block] {
        while frames.count > 1 { closeInnermost() }
        return frames[0].blocks
    }

    private mutating func closeInnermost() {
        let frame = frames.removeLast()
        append(wrapped(frame.blocks, frame.name, frame.attributes))
    }

    private func wrapped(_ blocks: [Block], _ name: String, _ attributes: Attributes) -> [Block] {
        switch name {
        case "aside": return [Block(.aside(blocks), attributes: attributes)]
        case "blockquote": return [Block(.blockQuote(blocks), attributes: attributes)]
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let level = name.last?.wholeNumberValue ?? 1
            return blocks.isEmpty ? [] : [Block(.heading(level: level, blocks.joinedText), attributes: attributes)]
        case "figcaption": return [Block(.division(blocks), attributes: Attributes(classes: [Self.mark("caption")]))]
        case "figure": return figure(blocks, attributes)
        case "dt", "dd": return [Block(.division(blocks), attributes: Attributes(classes: [Self.mark(name)]))]
        case "dl": return definitionList(blocks, attributes)
        default: return attributes.isEmpty ? blocks : [Block(.division(blocks), attributes: attributes)]
        }
    }

    /// The class of parts that wait for the element around them to close; no class on a page can have this name.
    private static func mark(_ name: String) -> String { "\u{0}\(name)" }

    private func figure(_ blocks: [Block], _ attributes: Attributes) -> [Block] {
        var figure = Figure(blocks: [])
        for block in blocks {
            if case .division(let inner) = block.content, block.attributes.classes == [Self.mark("caption")] {
                figure.caption = inner.joinedText
            } else if case .figure(let inner) = block.content, inner.caption.isEmpty {
                figure.blocks += inner.blocks
            } else {
                figure.blocks.append(block)
            }
        }
        return [Block(.figure(figure), attributes: attributes)]
    }

    private func definitionList(_ blocks: [Block], _ attributes: Attributes) -> [Block] {
        var groups: [DefinitionGroup] = []
        for block in blocks {
            guard case .division(let inner) = block.content else { continue }
            if block.attributes.classes == [Self.mark("dt")] {
                if let last = groups.last, last.definitions.isEmpty {
                    groups[groups.count - 1].terms.append(inner.joinedText)
                } else {
                    groups.append(DefinitionGroup(terms: [inner.joinedText], definitions: []))
                }
            } else if block.attributes.classes == [Self.mark("dd")] {
                if groups.isEmpty { groups.append(DefinitionGroup(terms: [], definitions: [])) }
                groups[groups.count - 1].definitions.append(inner)
            }
        }
        return groups.isEmpty ? blocks : [Block(.definitionList(groups), attributes: attributes)]
    }
}

extension [Block] {
    /// The running text of the paragraphs, a space between each two.
    fileprivate var joinedText: [Inline] {
        let parts = map { block -> [Inline] in
            if case .paragraph(let text) = block.content { text } else { [.text(block.plainText)] }
        }
        return [Inline](parts.joined(separator: [.text(" ")])).mergingText
    }
}

extension [Inline] {
    /// Without spaces and line breaks at either end.
    var trimmingSpace: [Inline] {
        var result = self
        while let last = result.last {
            if last.content == .lineBreak {
                result.removeLast()
            } else if case .text(let text) = last.content, text.last == " " {
                result.removeLast()
                if let rest = text.trimmedEnd.nonEmpty {
                    result.append(Inline(.text(rest), attributes: last.attributes))
                }
            } else {
                break
            }
        }
        while let first = result.first {
            if first.content == .lineBreak {
                result.removeFirst()
            } else if case .text(let text) = first.content, text.first == " " {
                result.removeFirst()
                let rest = String(text.drop { $0 == " " })
                if !rest.isEmpty { result.insert(Inline(.text(rest), attributes: first.attributes), at: 0) }
            } else {
                break
            }
        }
        return result
    }
}
