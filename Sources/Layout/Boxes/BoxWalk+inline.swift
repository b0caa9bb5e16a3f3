import ArticleMarkup
import ArticleModel
import CSS
import Diagnostics
import Geometry
import Pages

extension BoxWalk {
    /// Adds an inline-level element: a picture, a link, or a styled stretch of text.
    mutating func inline(_ element: MarkupElement, _ style: SharedStyle, into flow: inout Flow) {
        enterCounters(element, style)
        defer { counters.leave() }
        let picture = replacement(of: element, style)
        if element.localName == "img", picture == nil { return inlineImage(element, style, into: &flow) }
        var context = InlineBuilder.Context(style: style)
        let outer = flow.inline.current
        context.element = outer.element
        context.link = outer.link
        context.decorations = outer.decorations + style.ownDecorations
        context.box = outer.box
        openStructure(element, &context, into: &flow)
        if let id = element.id, targets.contains(id) { flow.inline.add(.anchor(id)) }
        for string in namedStrings(of: element, style) { flow.inline.add(.string(string)) }
        if let picture {
            flow.inline.open(context)
            flow.inline.add(picture, style: style)
            flow.inline.close()
            return callFootnote(element, into: &flow)
        }
        flow.inline.openBox(context)
        let isolation = style.text.isolation
        if let isolation { flow.inline.add(isolation.open) }
        generated(.before, of: element, style, into: &flow)
        if style.box.display == .ruby {
            walkRuby(element, style, into: &flow)
        } else if let call = footnoteCall(element, style) {
            flow.inline.open(call.context(in: flow.inline.current))
            for piece in call.content { flow.inline.add(piece) }
            flow.inline.close()
        } else {
            walkChildren(of: element, style, into: &flow)
        }
        generated(.after, of: element, style, into: &flow)
        if let isolation { flow.inline.add(isolation.close) }
        flow.inline.close()
        callFootnote(element, into: &flow)
    }

    /// Structure elements and the link that an inline element makes.
    private mutating func openStructure(
        _ element: MarkupElement, _ context: inout InlineBuilder.Context, into flow: inout Flow
    ) {
        let language = element.attribute("lang")
        if element.localName == "a", let address = element.attribute("href"), !address.isEmpty {
            if element.attribute("role") == "doc-noteref" {
                context.element = flow.inline.add(
                    StructureElement(role: .reference, parent: nil), parent: context.element)
            }
            let link = StructureElement(role: .link, parent: nil, language: language)
            let id = flow.inline.add(link, parent: context.element)
            context.element = id
            let target: LinkAnnotation.Target =
                address.hasPrefix("#") ? .destination(String(address.dropFirst())) : .address(address)
            let text = element.textContent.collapsingSpace
            context.link = flow.inline.add(
                InlineLink(target: target, description: text.isEmpty ? address : text, element: id))
        } else if let role = StructureRoles.role(ofInline: element.localName) {
            let inner = StructureElement(role: role, parent: nil, language: language)
            context.element = flow.inline.add(inner, parent: context.element)
        } else if language != nil {
            let inner = StructureElement(role: .span, parent: nil, language: language)
            context.element = flow.inline.add(inner, parent: context.element)
        }
    }

    private mutating func callFootnote(_ element: MarkupElement, into flow: inout Flow) {
        guard !isRepeated, element.attribute("role") == "doc-noteref", let address = element.attribute("href"),
            let note = tree.note(at: address), let id = note.id
        else { return }
        // A second call of the same note does not set it again.
        guard footnoteIndices[id] == nil, floatsAsFootnote(note) else { return }
        footnoteIndices[id] = footnotes.count
        footnotes.append(BlockBox(name: "note", style: flow.style, element: StructureTree.root, content: .blocks([])))
        flow.inline.addFootnoteCall(footnotes.count - 1)
    }

    private func floatsAsFootnote(_ note: MarkupElement) -> Bool {
        styles.style(of: note, inheriting: .initial).box.float == .footnote
    }

    private mutating func inlineImage(_ element: MarkupElement, _ style: SharedStyle, into flow: inout Flow) {
        guard let replaced = replacedContent(element, style) else {
            return flow.inline.add(element.image?.alternative ?? "")
        }
        flow.inline.add(replaced, style: style)
    }

    // MARK: Pictures

    /// The content of a block-level `img`.
    mutating func leafContent(
        _ element: MarkupElement, _ style: SharedStyle, _ owner: StructureElement.ID
    ) -> BlockBox.Content {
        if let replaced = replacedContent(element, style) { return .replaced(replaced) }
        guard let alternative = element.image?.alternative, !alternative.isEmpty else { return .blocks([]) }
        let paragraph = structure.add(StructureElement(role: .paragraph, parent: owner))
        var inline = InlineBuilder(style: style)
        inline.add(alternative)
        let box = BlockBox(
            name: "alternative", style: SharedStyle(style.value.forAnonymousBlock), element: paragraph,
            content: .inline(inline.finish()))
        return .blocks([box])
    }

    /// The picture of an `img`, or nil where its bytes could not be had.
    private mutating func replacedContent(_ element: MarkupElement, _ style: SharedStyle) -> ReplacedContent? {
        guard let image = element.image, let resource = element.resource else { return nil }
        var replaced = ReplacedContent(
            resource: resource, alternative: alternative(of: element), isDecoration: image.alternative == "",
            style: style.value)
        replaced.attributeWidth = image.width.map { $0 * 0.75 }
        replaced.attributeHeight = image.height.map { $0 * 0.75 }
        return replaced
    }

    /// The alternative text: the page's own, else the caption, else words that say there is none.
    private mutating func alternative(of element: MarkupElement) -> String {
        if let alternative = element.image?.alternative { return alternative.collapsingSpace }
        var ancestor = element.parentElement
        while let current = ancestor {
            if current.localName == "figure" {
                for case .element(let child) in current.children where child.localName == "figcaption" {
                    let caption = child.textContent.collapsingSpace
                    if !caption.isEmpty { return caption }
                }
            }
            ancestor = current.parentElement
        }
        diagnostics.append(
            Diagnostic(.warning, .pictureWithoutDescription(element.image?.address ?? element.attribute("src") ?? "")))
        return "Picture without description"
    }

    // MARK: Generated content

    /// The picture that `content` puts in place of all that is in an element; nil where there is none to be had.
    ///
    /// It stands for the element's own text, unless another alternative is given.
    mutating func replacement(of element: MarkupElement, _ style: SharedStyle) -> ReplacedContent? {
        guard let picture = style.value.generated.replacement else { return nil }
        let text = alternative(of: element, style) ?? element.image?.alternative ?? element.textContent
        return pictures.content(of: picture, in: style.value, alternative: text)
    }

    /// Adds the picture that is all of a pseudo-element's content, as its `display` and `float` say.
    private mutating func add(_ picture: ReplacedContent, _ name: String, _ style: SharedStyle, into flow: inout Flow) {
        func box(in container: StructureElement.ID) -> BlockBox {
            let element = picture.isDecoration ? container : structure.add(picture.figure(in: container))
            return BlockBox(name: name, style: style, element: element, content: .replaced(picture))
        }
        if style.box.floatsBesideLines {
            placeMarker(into: &flow)
            return flow.inline.addFloat(box(in: flow.container))
        }
        switch style.box.display {
        case .none: return
        case .block, .listItem, .flowRoot, .table, .flex, .grid:
            flush(&flow)
            flow.blocks.append(box(in: flow.container))
        case .inline, .inlineBlock, .contents, .inlineTable, .tableRowGroup, .tableHeaderGroup, .tableFooterGroup,
            .tableRow, .tableCell, .tableColumn, .tableColumnGroup, .tableCaption, .ruby, .rubyBase, .rubyText,
            .inlineFlex, .inlineGrid:
            flow.inline.add(picture, style: style)
        }
    }

    /// The content of `::before` or `::after`, where a rule makes it.
    mutating func generated(
        _ pseudo: PseudoElement, of element: MarkupElement, _ style: SharedStyle, into flow: inout Flow
    ) {
        guard let value = styles.style(of: element, pseudo: pseudo, inheriting: style.value),
            case .items(let items) = value.generated.content, value.box.display != .none
        else { return }
        let own = SharedStyle(value)
        counters.enter(value.list)
        defer { counters.leave() }
        if let picture = value.generated.replacement {
            let alternative = alternative(of: element, own)
            if let content = pictures.content(of: picture, in: value, alternative: alternative) {
                return add(content, element.dumpName + "::" + pseudo.rawValue, own, into: &flow)
            }
        }
        var context = flow.inline.current
        context.style = own
        context.decorations += own.ownDecorations
        let pieces = pieces(of: items, element: element, style: own)
        flow.inline.mark(&context, as: pieces.speech(alternative(of: element, own)))
        flow.inline.openBox(context)
        if let id = element.id, targets.contains(id) {
            found[id, default: .init()].set(pieces.text, pseudo)
        }
        for piece in pieces {
            if case .text(let text) = piece { addText(text, own, into: &flow) } else { flow.inline.add(piece) }
        }
        flow.inline.close()
        if value.box.display == .block { flow.inline.addLineBreak() }
    }
}

extension Diagnostic.Message {
    static func pictureWithoutDescription(_ address: String) -> Self {
        "the picture \(address.suffix(80)) has neither a description nor a caption"
    }
}

extension SharedStyle {
    /// The lines that the element's own `text-decoration` adds.
    var ownDecorations: [InlineDecoration] {
        let decoration = value.text.decoration
        let color = decoration.color ?? value.color
        let lines: [(TextStyle.Decoration.Lines, InlineDecoration.Line)] = [
            (.underline, .underline), (.overline, .overline), (.lineThrough, .lineThrough),
        ]
        return lines.filter { decoration.lines.contains($0.0) }.map {
            InlineDecoration(
                line: $0.1, color: color, thickness: decoration.thickness, offset: decoration.underlineOffset,
                style: decoration.style, position: decoration.underlinePosition)
        }
    }
}

extension TextStyle {
    /// The control characters that stand for the element's `unicode-bidi` (CSS Writing Modes 4, §2.4.3).
    fileprivate var isolation: (open: String, close: String)? {
        let isRightToLeft = direction == .rightToLeft
        switch unicodeBidi {
        case .normal: return nil
        case .embed: return (isRightToLeft ? "\u{202B}" : "\u{202A}", "\u{202C}")
        case .isolate: return (isRightToLeft ? "\u{2067}" : "\u{2066}", "\u{2069}")
        case .plaintext: return ("\u{2068}", "\u{2069}")
        case .bidiOverride: return (isRightToLeft ? "\u{202E}" : "\u{202D}", "\u{202C}")
        case .isolateOverride: return ("\u{2068}" + (isRightToLeft ? "\u{202E}" : "\u{202D}"), "\u{202C}\u{2069}")
        }
    }
}
