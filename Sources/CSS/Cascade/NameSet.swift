/// A set of up to 64 names of elements, classes and ids; names beyond share places, so that membership may err to yes.
@usableFromInline
struct NameSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let rawValue: UInt64

    @usableFromInline
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// What is assumed where nothing is known.
    static let all = NameSet(rawValue: .max)
}

/// The names that selectors ask ancestors for, each with its place in a `NameSet`.
///
/// A style remembers which of them its element and ancestors have. A selector that asks for more cannot match a child,
/// and most of `blockquote p`, `li > p`, `.note p` is thrown out by one look.
@usableFromInline
struct AncestorNames: Sendable {
    private var types: [String: NameSet] = [:]
    private var classes: [String: NameSet] = [:]
    private var ids: [String: NameSet] = [:]
    private var count: UInt64 = 0

    /// Gives each name in the selectors' ancestor positions its place.
    init(_ selectors: [ComplexSelector]) {
        for selector in selectors {
            for compound in selector.compounds.dropFirst() where compound.combinator?.leadsToAncestor == true {
                if let type = compound.type, types[type] == nil { types[type] = next() }
                for name in compound.classes where classes[name] == nil { classes[name] = next() }
                for name in compound.ids where ids[name] == nil { ids[name] = next() }
            }
        }
    }

    /// What must be among an element's ancestors for the selector to match it.
    func required(by selector: ComplexSelector) -> NameSet {
        var result: NameSet = []
        for compound in selector.compounds.dropFirst() where compound.combinator?.leadsToAncestor == true {
            if let type = compound.type { result.formUnion(types[type] ?? []) }
            for name in compound.classes { result.formUnion(classes[name] ?? []) }
            for name in compound.ids { result.formUnion(ids[name] ?? []) }
        }
        return result
    }

    /// The names of an element that anyone asks for.
    @usableFromInline
    func names(of facts: ElementFacts) -> NameSet {
        var result = types[facts.localName] ?? []
        for name in facts.classes { result.formUnion(classes[name] ?? []) }
        if !ids.isEmpty, let id = facts.id { result.formUnion(ids[id] ?? []) }
        return result
    }

    private mutating func next() -> NameSet {
        defer { count += 1 }
        return NameSet(rawValue: 1 << (count % 64))
    }
}

extension CompoundSelector.Combinator {
    /// Whether the element on its left is an ancestor of the subject.
    fileprivate var leadsToAncestor: Bool {
        switch self {
        case .descendant, .child: true
        case .nextSibling, .subsequentSibling: false
        }
    }
}
