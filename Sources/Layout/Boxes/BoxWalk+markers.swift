import ArticleMarkup
import CSS
import Pages

/// Markers of list items, and those of notes (CSS Lists 3, §3).
extension BoxWalk {
    /// A marker that stands inside the first line of what follows.
    struct InsideMarker {
        var content: [GeneratedPiece]
        var style: SharedStyle
        var speech = GeneratedSpeech.itself
    }

    /// Sets a marker that waits for the first line.
    mutating func placeMarker(into flow: inout Flow) {
        guard let marker = pendingMarker else { return }
        pendingMarker = nil
        var context = flow.inline.current
        context.style = marker.style
        if marker.speech != .nothing {
            context.element = flow.inline.add(StructureElement(role: .label, parent: nil), parent: context.element)
        }
        flow.inline.mark(&context, as: marker.speech)
        flow.inline.openBox(context)
        for piece in marker.content { flow.inline.add(piece) }
        flow.inline.close()
    }

    /// The marker of a list item and the body that its text goes into.
    mutating func listItem(
        _ element: MarkupElement, _ style: SharedStyle, _ item: StructureElement.ID
    ) -> (ListMarker?, StructureElement.ID) {
        let own = styles.style(of: element, pseudo: .marker, inheriting: style.value).map(SharedStyle.init) ?? style
        let content = markerContent(of: element, style, own)
        if let id = element.id, targets.contains(id) { found[id, default: .init()].marker = content.text }
        let speech = content.speech(own === style ? nil : alternative(of: element, own))
        var marker: ListMarker?
        if !content.isEmpty, style.list.isInside {
            pendingMarker = InsideMarker(content: content + [.text(" ")], style: own, speech: speech)
        } else if !content.isEmpty {
            marker = ListMarker(content: content, style: own, element: label(speech, in: item))
        }
        return (marker, structure.add(StructureElement(role: .listBody, parent: item)))
    }

    /// The element of a marker; nil where it is ornament.
    private mutating func label(_ speech: GeneratedSpeech, in item: StructureElement.ID) -> StructureElement.ID? {
        switch speech {
        case .itself: structure.add(StructureElement(role: .label, parent: item))
        case .nothing: nil
        case .words(let words): structure.add(StructureElement(role: .label, parent: item, alternative: words))
        }
    }

    /// CSS Lists 3, §3.2: what `content` says, else the image of the list, else what its counter style makes of the number.
    private mutating func markerContent(
        of element: MarkupElement, _ style: SharedStyle, _ own: SharedStyle
    ) -> [GeneratedPiece] {
        if own !== style {
            switch own.generated.content {
            case .items(let items): return pieces(of: items, element: element, style: own)
            case .none: return []
            case .normal: break
            }
        }
        let text =
            switch style.list.type {
            case .none: ""
            case .string(let string): string
            case .named(let name):
                styles.counterStyles.marker(of: counters.value(of: "list-item"), style: name).withoutLastSpace
            case .symbols(let symbols):
                styles.counterStyles.marker(of: counters.value(of: "list-item"), like: symbols).withoutLastSpace
            }
        // Where the image is missing, its alternative is what the list would have without it.
        if let image = style.list.image { return pictures.pieces(of: image, in: own, alternative: text) }
        return text.isEmpty ? [] : [.text(text)]
    }
}

extension String {
    /// Without the space that ends most suffixes of counter styles: layout puts one of its own there.
    fileprivate var withoutLastSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}
