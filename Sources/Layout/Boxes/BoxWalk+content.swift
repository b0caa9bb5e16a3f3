import ArticleMarkup
import CSS
import Diagnostics

/// What `content` lists stand for on an element (CSS Generated Content 3, GCPM 3).
extension BoxWalk {
    /// The text that a `content` list stands for on an element.
    mutating func text(of items: [ContentItem], element: MarkupElement, style: SharedStyle) -> String {
        var text = ""
        for item in items { text += self.text(of: item, element: element, style: style) }
        return text
    }

    /// The texts, leaders and pictures that a `content` list stands for on an element; `style` is that of what shows them.
    mutating func pieces(of items: [ContentItem], element: MarkupElement, style: SharedStyle) -> [GeneratedPiece] {
        var pieces: [GeneratedPiece] = []
        // Where text is among the pictures, the alternative stands for all of it.
        let hasText = items.contains { if case .picture = $0 { false } else { true } }
        var alternative = hasText ? nil : self.alternative(of: element, style)
        for item in items {
            switch item {
            case .leader(let pattern): pieces.append(.leader(pattern))
            case .picture(let picture):
                pieces += self.pictures.pieces(of: picture, in: style, alternative: alternative)
                // One of several pictures speaks for all.
                alternative = alternative.map { _ in "" }
            default: pieces.append(text: text(of: item, element: element, style: style))
            }
        }
        return pieces
    }

    /// What is read aloud in place of an element's generated content; nil where nothing is said.
    mutating func alternative(of element: MarkupElement, _ style: SharedStyle) -> String? {
        style.value.generated.alternative.map { text(of: $0, element: element, style: style) }
    }

    private mutating func text(of item: ContentItem, element: MarkupElement, style: SharedStyle) -> String {
        switch item {
        case .string(let string): return string
        case .counter(let name, let counterStyle):
            return counterText(name, counterStyle, of: element)
        case .counters(let name, let separator, let counterStyle):
            return counters.values(of: name).map { styles.counterStyles.text(of: $0, style: counterStyle) }.joined(
                separator: separator)
        case .attribute(let name, let fallback): return element.attribute(name) ?? fallback
        case .openQuote: return quote(style, opening: true)
        case .closeQuote: return quote(style, opening: false)
        case .noOpenQuote:
            quoteDepth += 1
            return ""
        case .noCloseQuote:
            quoteDepth = max(0, quoteDepth - 1)
            return ""
        case .elementContent(let part): return self.text(of: part, of: element)
        case .targetCounter(let address, let name, let counterStyle):
            guard let id = target(address, of: element) else { return "" }
            return targetCounters(name, of: id).last.map { styles.counterStyles.text(of: $0, style: counterStyle) }
                ?? ""
        case .targetCounters(let address, let name, let separator, let counterStyle):
            guard let id = target(address, of: element) else { return "" }
            return targetCounters(name, of: id).map { styles.counterStyles.text(of: $0, style: counterStyle) }.joined(
                separator: separator)
        case .targetText(let address, let part):
            guard let id = target(address, of: element) else { return "" }
            return targetText(part, of: id)
        case .namedString, .leader, .running, .picture: return ""
        }
    }

    private mutating func counterText(_ name: String, _ style: String, of element: MarkupElement) -> String {
        guard CrossReferences.isOfPages(name) else {
            return styles.counterStyles.text(of: counters.value(of: name), style: style)
        }
        if name == "pages" {
            references.asksPageCount = true
            return styles.counterStyles.text(of: references.pageCount, style: style)
        }
        guard let id = element.id else { return "" }
        return targetCounters(name, of: id).last.map { styles.counterStyles.text(of: $0, style: style) } ?? ""
    }

    // MARK: Footnotes

    /// The text that `::footnote-call` puts where a note is called, and its style (GCPM 3, §2.4).
    struct NoteCallText {
        var content: [GeneratedPiece]
        var style: SharedStyle

        func context(in outer: InlineBuilder.Context) -> InlineBuilder.Context {
            var context = outer
            context.style = style
            return context
        }
    }

    /// What stands in a link to a footnote in place of its own text; nil where no rule says anything.
    mutating func footnoteCall(_ element: MarkupElement, _ style: SharedStyle) -> NoteCallText? {
        guard element.attribute("role") == "doc-noteref", let address = element.attribute("href"),
            let note = tree.note(at: address), let id = note.id,
            let call = styles.style(of: note, pseudo: .footnoteCall, inheriting: style.value)
        else { return nil }
        guard case .items(let items) = call.generated.content else {
            // Where pages count their notes, the article's own number would be wrong.
            guard references.numbersNotesByPage, let number = references.noteNumbers[id] else { return nil }
            return NoteCallText(content: [.text(String(number))], style: style)
        }
        let number = references.noteNumbers[id] ?? noteNumber(note)
        let before = counters
        counters.enter(.resetting("footnote", to: number))
        let own = SharedStyle(call)
        let content = pieces(of: items, element: element, style: own)
        counters = before
        return NoteCallText(content: content, style: own)
    }

    /// Which one of the notes it is, from 1.
    private func noteNumber(_ note: MarkupElement) -> Int {
        var number = 1
        var previous = note.previousSiblingElement
        while let current = previous {
            if current.localName == note.localName { number += 1 }
            previous = current.previousSiblingElement
        }
        return number
    }

    /// Brings the counter of the notes to what their page says of this one.
    mutating func countNote(_ element: MarkupElement) {
        guard references.numbersNotesByPage, let id = element.id, let number = references.noteNumbers[id] else {
            return
        }
        counters.set("footnote", to: number)
    }

    // MARK: Parts of elements

    /// `content(text | before | after | first-letter | marker)` of the element itself (GCPM 3, §1.1.1).
    private mutating func text(of part: ContentItem.ElementPart, of element: MarkupElement) -> String {
        switch part {
        case .text: return element.textContent
        case .firstLetter: return element.textContent.firstLetter
        case .before, .after, .marker:
            guard let pseudo = part.pseudo else { return "" }
            let style = styles.style(of: element, inheriting: styleChain(of: element))
            guard let own = styles.style(of: element, pseudo: pseudo, inheriting: style),
                case .items(let items) = own.generated.content
            else { return "" }
            // Each of the three would ask for itself only by a style that is in error.
            let plain = items.filter { if case .elementContent = $0 { false } else { true } }
            return text(of: plain, element: element, style: SharedStyle(own))
        }
    }

    /// The style of an element's parent, its ancestors styled first.
    private func styleChain(of element: MarkupElement) -> ComputedStyle {
        guard let parent = element.parentElement else { return .initial }
        return styles.style(of: parent, inheriting: styleChain(of: parent))
    }

    // MARK: Other elements

    /// The counters that an element's style names, with their values after it has been entered.
    func counterMarks(of style: SharedStyle) -> [CounterMark] {
        let list = style.value.list
        var marks: [CounterMark] = []
        for change in list.counterReset + list.counterSet where change.name == "page" {
            marks.append(.pageSet(change.value))
        }
        for change in list.counterIncrement where change.name == "page" { marks.append(.pageIncrement(change.value)) }
        let names = (list.counterReset + list.counterIncrement + list.counterSet).map(\.name)
        for (index, name) in names.enumerated()
        where !CrossReferences.isOfPages(name) && !names[..<index].contains(name) {
            marks.append(.value(name: name, counters.value(of: name)))
        }
        return marks
    }

    /// Remembers the counters of an element that others speak of.
    mutating func noteTarget(_ element: MarkupElement) {
        guard let id = element.id, targets.contains(id) else { return }
        found[id, default: .init()].counters = counters.all
    }

    /// The id that a target's address leads to; nil, with a warning, for what leads out of the document.
    private mutating func target(_ address: ContentItem.TargetAddress, of element: MarkupElement) -> String? {
        let written: String
        switch address {
        case .address(let text): written = text
        case .attribute(let name):
            guard let value = element.attribute(name) else { return nil }
            written = value
        }
        guard written.hasPrefix("#"), written.utf8.count > 1 else {
            diagnostics.append(Diagnostic(.warning, .noTarget(written)))
            return nil
        }
        let id = String(written.dropFirst())
        guard self.element(withID: id) != nil else {
            diagnostics.append(Diagnostic(.warning, .noTarget(written)))
            return nil
        }
        references.asked.insert(id)
        targets.insert(id)
        return id
    }

    private mutating func targetCounters(_ name: String, of id: String) -> [Int] {
        if CrossReferences.isOfPages(name) {
            targets.insert(id)
            references.asked.insert(id)
            references.askedPages.insert(id)
            return references.pages[id]?[name].map { [$0] } ?? []
        }
        return references.targets[id].map { $0.counters[name] ?? [0] } ?? []
    }

    private mutating func targetText(_ part: ContentItem.ElementPart, of id: String) -> String {
        switch part {
        case .text: return self.element(withID: id)?.textContent.collapsingSpace ?? ""
        case .firstLetter: return self.element(withID: id)?.textContent.firstLetter ?? ""
        case .before: return references.targets[id]?.before ?? ""
        case .after: return references.targets[id]?.after ?? ""
        case .marker: return references.targets[id]?.marker ?? ""
        }
    }

    private mutating func element(withID id: String) -> MarkupElement? {
        if let known = elementsByID { return known[id] }
        var all: [String: MarkupElement] = [:]
        func collect(_ element: MarkupElement) {
            if let id = element.id, all[id] == nil { all[id] = element }
            for case .element(let child) in element.children { collect(child) }
        }
        collect(tree.root)
        elementsByID = all
        return all[id]
    }

    // MARK: Quotation marks

    private mutating func quote(_ style: SharedStyle, opening: Bool) -> String {
        let pairs = style.text.quotes ?? Quotes.pairs(for: style.text.language)
        if !opening { quoteDepth = max(0, quoteDepth - 1) }
        guard !pairs.isEmpty else { return "" }
        let pair = pairs[min(quoteDepth, pairs.count - 1)]
        if opening { quoteDepth += 1 }
        return opening ? pair.open : pair.close
    }
}

extension ContentItem.ElementPart {
    fileprivate var pseudo: PseudoElement? {
        switch self {
        case .before: .before
        case .after: .after
        case .marker: .marker
        case .text, .firstLetter: nil
        }
    }
}

extension String {
    /// The first letter with the punctuation before it, as `::first-letter` has it (CSS Pseudo-Elements 4, §2.2).
    fileprivate var firstLetter: String {
        var result = ""
        for character in self where !(result.isEmpty && character.isWhitespace) {
            result.append(character)
            if !character.isPunctuation { return result }
        }
        return result
    }
}

extension Diagnostic.Message {
    static func noTarget(_ address: String) -> Self { "'\(address)' is no place in the document that could be named" }
}
