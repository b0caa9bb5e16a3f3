import ArticleMarkup
import CSS
import Pages

/// Elements that leave the flow: footnotes, and running elements of margin boxes (GCPM 3, §1.3 and §2).
extension BoxWalk {
    /// Takes an element out of the flow where its style says so; what stands for it there is added to the flow.
    mutating func takeOut(_ element: MarkupElement, _ style: SharedStyle, from flow: inout Flow) -> Bool {
        guard !isRepeated else { return false }
        if case .running(let name) = style.box.position {
            run(element, style, as: name, into: &flow)
            return true
        }
        guard style.box.float == .footnote else { return false }
        if let id = element.id, let index = footnoteIndices[id] {
            footnotes[index] = note(element, style, identifier: id)
            return true
        }
        // A note of the article that nothing calls stays where it is.
        guard element.attribute("role") != "doc-footnote" else { return false }
        placeMarker(into: &flow)
        floatAsFootnote(element, style, into: &flow)
        return true
    }

    // MARK: Footnotes

    /// The box of a footnote, which stands at the page's foot instead of in the flow.
    private mutating func note(_ element: MarkupElement, _ style: SharedStyle, identifier: String) -> BlockBox {
        let owner = structure.add(
            StructureElement(
                role: .note, parent: noteSection(), identifier: identifier, attributes: .init(placement: "Block")))
        enterCounters(element, style)
        countNote(element)
        defer { counters.leave() }
        return noteBox(element, style, owner, anchor: element.id)
    }

    private mutating func noteBox(
        _ element: MarkupElement, _ style: SharedStyle, _ owner: StructureElement.ID, anchor: String?
    ) -> BlockBox {
        let outer = (pendingMarker, pendingFirstLetter, pendingFirstLine)
        (pendingMarker, pendingFirstLetter, pendingFirstLine) = (nil, nil, nil)
        var box = BlockBox(name: element.dumpName, style: style, element: owner, content: .blocks([]))
        box.anchors = anchor.map { [$0] } ?? []
        if let marker = styles.style(of: element, pseudo: .footnoteMarker, inheriting: style.value),
            case .items(let items) = marker.generated.content
        {
            let own = SharedStyle(marker)
            let content = pieces(of: items, element: element, style: own)
            pendingMarker = InsideMarker(
                content: content, style: own, speech: content.speech(alternative(of: element, own)))
        }
        box.content = flowContent(element, style, owner, decorations: [])
        (pendingMarker, pendingFirstLetter, pendingFirstLine) = outer
        return box
    }

    private mutating func noteSection() -> StructureElement.ID {
        if let last = structure[StructureTree.root].children.last, case .element(let id) = last,
            structure[id].role == .section
        {
            return id
        }
        return structure.add(StructureElement(role: .section, parent: StructureTree.root))
    }

    /// Makes a footnote of any element of the text: its call stands in its place (GCPM 3, §2.4).
    private mutating func floatAsFootnote(_ element: MarkupElement, _ style: SharedStyle, into flow: inout Flow) {
        let index = footnotes.count
        let id = element.id ?? "footnote-\(index + 1)"
        targets.insert(id)
        floatedNoteCount += 1
        let number = references.noteNumbers[id] ?? floatedNoteCount
        var context = flow.inline.current
        context.element = flow.inline.add(StructureElement(role: .reference, parent: nil), parent: context.element)
        context.element = flow.inline.add(StructureElement(role: .link, parent: nil), parent: context.element)
        context.link = flow.inline.add(
            InlineLink(target: .destination(id), description: String(number), element: context.element ?? 0))
        enterCounters(element, style)
        let ownNumber = counters.value(of: "footnote")
        counters.set("footnote", to: number)
        defer {
            counters.set("footnote", to: ownNumber)
            counters.leave()
        }
        var content = [GeneratedPiece.text(String(number))]
        if let call = styles.style(of: element, pseudo: .footnoteCall, inheriting: context.style.value) {
            context.style = SharedStyle(call)
            context.decorations += context.style.ownDecorations
            if case .items(let items) = call.generated.content {
                content = pieces(of: items, element: element, style: context.style)
            }
        }
        flow.inline.openBox(context)
        for piece in content { flow.inline.add(piece) }
        flow.inline.close()
        footnotes.append(BlockBox(name: "note", style: style, element: StructureTree.root, content: .blocks([])))
        flow.inline.addFootnoteCall(index)
        let owner = structure.add(
            StructureElement(
                role: .note, parent: noteSection(), identifier: id, attributes: .init(placement: "Block")))
        footnotes[index] = noteBox(element, style, owner, anchor: id)
    }

    // MARK: Running elements

    /// Lays an element's box aside for margin boxes; a mark in the flow says from which page on.
    ///
    /// What is shown on many pages is of none in the structure tree, so its elements go into a tree that is thrown away.
    private mutating func run(_ element: MarkupElement, _ style: SharedStyle, as name: String, into flow: inout Flow) {
        let outer = (pendingMarker, pendingFirstLetter, pendingFirstLine, headings)
        (pendingMarker, pendingFirstLetter, pendingFirstLine) = (nil, nil, nil)
        var ownTree = StructureTree()
        swap(&structure, &ownTree)
        isRepeated = true
        let box = block(element, style.inMarginBox, parent: StructureTree.root, decorations: [])
        isRepeated = false
        swap(&structure, &ownTree)
        (pendingMarker, pendingFirstLetter, pendingFirstLine, headings) = outer
        for id in box.anchors where targets.contains(id) { flow.inline.add(.anchor(id)) }
        for string in box.strings { flow.inline.add(.string(string)) }
        if let bookmark = box.bookmark { flow.inline.add(.bookmark(bookmark)) }
        for counter in box.counters { flow.inline.add(.counter(counter)) }
        flow.inline.add(.running(runningElements.count))
        runningElements.append(RunningElement(name: name, box: box))
    }
}

extension SharedStyle {
    /// A running element's: it is a block in its margin box, whatever it would be in the flow.
    fileprivate var inMarginBox: SharedStyle {
        var style = value
        style.box.position = .static
        style.box.float = .none
        style.page.breakBefore = .auto
        style.page.breakAfter = .auto
        return SharedStyle(style)
    }
}
