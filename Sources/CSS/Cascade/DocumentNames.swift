/// The names of elements, classes, ids and attributes that occur in a document.
///
/// A rule that asks for others matches nothing in it. Sheets that grew over years are mostly such rules; a resolver that
/// knows the names never looks at them again.
public struct DocumentNames: Sendable {
    private var types: Set<String> = []
    private var classes: Set<String> = []
    private var ids: Set<String> = []
    private var attributes: Set<String> = []

    /// The names of an element and of all elements in it.
    public init<E: StyledElement>(in root: E) {
        var open = [root]
        while let element = open.popLast() {
            types.insert(element.localName)
            classes.formUnion(element.classes)
            if let id = element.id { ids.insert(id) }
            attributes.formUnion(element.attributeNames)
            var child = element.firstChildElement
            while let current = child {
                open.append(current)
                child = current.nextSiblingElement
            }
        }
    }

    /// Whether a selector could match something in the document.
    func admit(_ selector: ComplexSelector) -> Bool { selector.compounds.allSatisfy(admit) }

    private func admit(_ compound: CompoundSelector) -> Bool {
        compound.type.map(types.contains) ?? true && compound.classes.allSatisfy(classes.contains)
            && compound.ids.allSatisfy(ids.contains) && compound.conditions.allSatisfy(admit)
    }

    private func admit(_ condition: Condition) -> Bool {
        switch condition {
        case .attribute(let attribute): attributes.contains(attribute.name)
        case .any(let selectors): selectors.contains(where: admit)
        case .has(let selectors): selectors.contains { admit($0.selector) }
        case .nth(let nth): nth.selectors.map { $0.contains(where: admit) } ?? true
        case .never: false
        case .not, .root, .empty, .link, .language, .direction: true
        }
    }
}
