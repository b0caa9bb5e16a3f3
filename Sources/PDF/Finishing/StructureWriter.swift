import Geometry
import Pages

/// Writes the structure tree: its elements, the way back from marks to elements, and the names of elements
/// (PDF 32000-1, §14.7).
struct StructureWriter {
    let document: Document
    let numbers: ObjectNumbers

    /// Writes the tree's root and all elements that have something in them.
    func write(to update: inout PDFUpdate) {
        let kept = keptElements()
        for index in document.structure.elements.indices where kept[index] {
            update.object(numbers.firstElement + index) { write(index, kept, to: &$0) }
        }
        let parents = NumberTree(entries: parentTree()).write(to: &update)
        let names = document.structure.elements.indices.compactMap { index in
            document.structure.elements[index].identifier.map { ($0, index) }
        }.filter { kept[$0.1] }
        let identifiers = NameTree(
            entries: names.map { name, index in (name, { $0.reference(numbers.firstElement + index) }) }
        ).write(to: &update)
        update.object(numbers.structureRoot) { text in
            text.raw("<< /Type /StructTreeRoot /K ")
            text.reference(numbers.element(StructureTree.root))
            text.raw(" /ParentTree \(parents) 0 R /ParentTreeNextKey \(numbers.pages.count + numbers.linkCount)")
            if let identifiers { text.raw(" /IDTree \(identifiers) 0 R") }
            text.raw(" >>")
        }
    }

    /// Elements without content are left out: validators and readers stumble over them. Cells stay, for without them
    /// a table's columns would shift.
    private func keptElements() -> [Bool] {
        let elements = document.structure.elements
        var kept = Array(repeating: false, count: elements.count)
        kept[StructureTree.root.index] = true
        // A child always has a higher index than its parent, since the tree is built from the root.
        for index in elements.indices.reversed() {
            let element = elements[index]
            if element.isCell || element.children.contains(where: \.isContent) { kept[index] = true }
            if kept[index], let parent = element.parent { kept[parent.index] = true }
        }
        return kept
    }

    private func write(_ index: Int, _ kept: [Bool], to text: inout PDFText) {
        let element = document.structure.elements[index]
        text.raw("<< /S /")
        text.raw(element.role.rawValue)
        text.raw(" /P ")
        text.reference(element.parent.map(numbers.element) ?? numbers.structureRoot)
        let page = element.children.lazy.compactMap(\.page).first
        if let page {
            text.raw(" /Pg ")
            text.reference(numbers.pages[page])
        }
        writeChildren(of: element, on: page, kept, to: &text)
        writeTexts(of: element, to: &text)
        AttributeWriter(element: element, pages: document.pages).write(to: &text)
        text.raw(" >>")
    }

    private func writeChildren(of element: StructureElement, on page: Int?, _ kept: [Bool], to text: inout PDFText) {
        let children = element.children.filter { child in
            if case .element(let id) = child { kept[id.index] } else { true }
        }
        if children.isEmpty { return }
        text.raw(children.count == 1 ? " /K " : " /K [")
        for (position, child) in children.enumerated() {
            if position > 0 { text.raw(" ") }
            switch child {
            case .element(let id): text.reference(numbers.element(id))
            case .content(let contentPage, let index) where contentPage == page: text.integer(index)
            case .content(let contentPage, let index):
                text.raw("<< /Type /MCR /Pg ")
                text.reference(numbers.pages[contentPage])
                text.raw(" /MCID \(index) >>")
            case .link(let linkPage, let index):
                text.raw("<< /Type /OBJR /Pg ")
                text.reference(numbers.pages[linkPage])
                text.raw(" /Obj ")
                text.reference(numbers.link(page: linkPage, index: index))
                text.raw(" >>")
            }
        }
        if children.count > 1 { text.raw("]") }
    }

    private func writeTexts(of element: StructureElement, to text: inout PDFText) {
        for (key, value) in [
            ("Alt", element.alternative), ("ActualText", element.actualText), ("Lang", element.language),
            ("T", element.title),
        ] {
            guard let value else { continue }
            text.raw(" /\(key) ")
            text.string(value)
        }
        if let identifier = element.identifier {
            text.raw(" /ID ")
            text.byteString(identifier)
        }
    }

    /// For each page its marks' elements in order, then for each link its element.
    private func parentTree() -> [(PDFText.Writer)] {
        var entries: [PDFText.Writer] = []
        for page in document.pages {
            entries.append { text in
                text.raw("[")
                for content in page.content {
                    switch content.owner {
                    case .element(let id): text.reference(numbers.element(id))
                    case .artifact: text.raw("null")
                    }
                    text.raw(" ")
                }
                text.raw("]")
            }
        }
        for page in document.pages {
            for link in page.links { entries.append { $0.reference(numbers.element(link.element)) } }
        }
        return entries
    }
}

extension StructureElement {
    fileprivate var isCell: Bool { role == .tableDataCell || role == .tableHeaderCell }
}

extension StructureElement.Child {
    fileprivate var isContent: Bool { page != nil }

    fileprivate var page: Int? {
        switch self {
        case .element: nil
        case .content(let page, _), .link(let page, _): page
        }
    }
}
