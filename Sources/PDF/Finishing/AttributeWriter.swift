import Geometry
import Pages

/// Writes an element's attributes, one dictionary for each owner (PDF 32000-1, §14.7.5 and §14.8.5).
struct AttributeWriter {
    let element: StructureElement
    let pages: [Page]

    func write(to text: inout PDFText) {
        let owners = [layout, list, table].compactMap { $0() }
        guard !owners.isEmpty else { return }
        text.raw(" /A ")
        if owners.count > 1 { text.raw("[") }
        for owner in owners { text.raw(owner.bytes) }
        if owners.count > 1 { text.raw("]") }
    }

    private func layout() -> PDFText? {
        let attributes = element.attributes
        let box = attributes.boundingBox ?? (element.role == .figure ? pictureBox : nil)
        guard box != nil || attributes.placement != nil else { return nil }
        var text = PDFText()
        text.raw("<< /O /Layout")
        if let placement = attributes.placement { text.raw(" /Placement /\(placement)") }
        if let box, let page = element.firstPage {
            let height = pages[page].size.height
            text.raw(" /BBox ")
            text.array([box.minX, height - box.maxY, box.maxX, height - box.minY])
        }
        text.raw(" >>")
        return text
    }

    private func list() -> PDFText? {
        guard let numbering = element.attributes.listNumbering else { return nil }
        var text = PDFText()
        text.raw("<< /O /List /ListNumbering /\(numbering) >>")
        return text
    }

    private func table() -> PDFText? {
        let attributes = element.attributes
        let isPlain =
            attributes.scope == nil && attributes.columnSpan ?? 1 == 1 && attributes.rowSpan ?? 1 == 1
            && attributes.headers.isEmpty
        guard !isPlain else { return nil }
        var text = PDFText()
        text.raw("<< /O /Table")
        if let scope = attributes.scope { text.raw(" /Scope /\(scope)") }
        if let span = attributes.columnSpan, span > 1 { text.raw(" /ColSpan \(span)") }
        if let span = attributes.rowSpan, span > 1 { text.raw(" /RowSpan \(span)") }
        if !attributes.headers.isEmpty {
            text.raw(" /Headers [")
            for header in attributes.headers { text.byteString(header) }
            text.raw("]")
        }
        text.raw(" >>")
        return text
    }

    /// The area of the pictures in the element's first piece of content.
    private var pictureBox: Rect? {
        for case .content(let page, let index) in element.children {
            let pictures = pages[page].content[index].items.compactMap { item -> Rect? in
                if case .picture(let picture) = item { picture.rect } else { nil }
            }
            return pictures.first.map { pictures.dropFirst().reduce($0) { $0.union($1) } }
        }
        return nil
    }
}

extension StructureElement {
    /// The page of the element's first piece of content.
    fileprivate var firstPage: Int? {
        for case .content(let page, _) in children { return page }
        return nil
    }
}
