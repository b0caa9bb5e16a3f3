extension Document {
    /// The text below an element in reading order, as a reader speaks it: each block on a line, hyphens set at a line's
    /// end gone, an element's replacement text in place of its own.
    public func text(below id: StructureElement.ID = StructureTree.root) -> String {
        var text = ""
        append(id, to: &text)
        return text
    }

    private func append(_ id: StructureElement.ID, to text: inout String) {
        let element = structure[id]
        if !element.role.isInline, !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        if let actualText = element.actualText {
            text += actualText
            return
        }
        for child in element.children {
            switch child {
            case .element(let child): append(child, to: &text)
            case .content(let page, let index): append(pages[page].content[index].items, to: &text)
            case .link: break
            }
        }
        if !element.role.isInline, !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    }

    private func append(_ items: [DisplayItem], to text: inout String) {
        for item in items {
            switch item {
            case .glyphs(let run): text += run.text.filter { $0 != "\u{AD}" }
            case .group(let group): append(group.items, to: &text)
            case .picture, .path: break
            }
        }
    }
}
