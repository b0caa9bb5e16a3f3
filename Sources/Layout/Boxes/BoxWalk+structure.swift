import ArticleMarkup
import CSS
import Pages

/// Which elements of the structure tree blocks belong to (PDF 32000-1, §14.8.4).
extension BoxWalk {
    /// The structure element that a block-level element adds, or its parent's.
    mutating func structureElement(
        of element: MarkupElement, _ name: String, _ style: SharedStyle, parent: StructureElement.ID
    ) -> StructureElement.ID {
        let role: StructureElement.Role
        if name == "dt" || name == "dd", structure[parent].role == .list {
            return definitionPart(name, parent, language: element.attribute("lang"))
        }
        if let level = element.headingLevel {
            role = .heading(headings.closedUp(level))
        } else if let part = StructureRoles.contentsRole(of: element, parent: structure[parent].role) {
            role = part
        } else if style.box.display == .listItem {
            role = .listItem
        } else if let known = StructureRoles.role(ofBlock: name) {
            role = known
        } else if element.attribute("role") == "doc-footnote" {
            role = .note
        } else {
            return parent
        }
        var attributes = StructureElement.Attributes()
        if role == .list { attributes.listNumbering = listNumbering(of: element, style) }
        let id = structure.add(
            StructureElement(
                role: role, parent: parent, language: element.attribute("lang"),
                identifier: role == .note ? element.id : nil, attributes: attributes))
        return id
    }

    /// A term or its definition: label and body of a list item that begins with the term.
    private mutating func definitionPart(
        _ name: String, _ list: StructureElement.ID, language: String?
    ) -> StructureElement.ID {
        var item: StructureElement.ID?
        if case .element(let last)? = structure[list].children.last {
            let hasBody = structure[last].children.contains {
                if case .element(let id) = $0 { structure[id].role == .listBody } else { false }
            }
            if name == "dd" || !hasBody { item = last }
        }
        let owner = item ?? structure.add(StructureElement(role: .listItem, parent: list))
        let role: StructureElement.Role = name == "dt" ? .label : .listBody
        return structure.add(StructureElement(role: role, parent: owner, language: language))
    }

    private func listNumbering(of element: MarkupElement, _ style: SharedStyle) -> String {
        switch style.list.type {
        case .none, .string, .symbols: "None"
        case .named(let name): element.localName == "dl" ? "None" : StructureRoles.listNumbering(name)
        }
    }
}
