/// Selectors with their rules in the order of the cascade, found by the name that their subject must have.
@usableFromInline
struct RuleIndex: Sendable {
    /// One selector of one rule; its place in `entries` is its rank.
    struct Entry: Sendable {
        var selector: ComplexSelector
        var rule: StyleRule
        var origin: StyleSheet.Origin
        /// Where the rule's cascade layer stands among all.
        var level: Int
    }

    let entries: [Entry]
    /// The entries' selectors.
    @usableFromInline let selectors: [ComplexSelector]
    @usableFromInline private(set) var byID: [String: [Candidate]] = [:]
    @usableFromInline private(set) var byClass: [String: [Candidate]] = [:]
    @usableFromInline private(set) var byType: [String: [Candidate]] = [:]
    /// Selectors that ask for no name but for an attribute, by its name.
    @usableFromInline private(set) var byAttribute: [AttributeList] = []
    @usableFromInline private(set) var universal: [Candidate] = []

    @usableFromInline
    struct AttributeList: Sendable {
        @usableFromInline var attribute: String
        @usableFromInline var candidates: [Candidate]
    }

    /// A selector in a list of those whose subject has some name.
    @usableFromInline
    struct Candidate: Sendable, BitwiseCopyable {
        @usableFromInline var rank: Int32
        /// The name that led here is all that the selector asks for.
        @usableFromInline var isCertain: Bool
        @usableFromInline var required: NameSet
    }

    /// `entries` weakest first.
    init(_ entries: [Entry], names: AncestorNames) {
        self.entries = entries
        selectors = entries.map(\.selector)
        for (rank, selector) in selectors.enumerated() {
            let subject = selector.subject
            let isAlone = selector.compounds.count == 1 && subject.conditions.isEmpty
            let parts = (subject.type == nil ? 0 : 1) + subject.classes.count + subject.ids.count
            let candidate = Candidate(
                rank: Int32(rank), isCertain: isAlone && parts <= 1, required: names.required(by: selector))
            if let id = subject.ids.first {
                byID[id, default: []].append(candidate)
            } else if let name = subject.classes.first {
                byClass[name, default: []].append(candidate)
            } else if let type = subject.type {
                byType[type, default: []].append(candidate)
            } else if let attribute = subject.attribute {
                add(candidate, attribute: attribute)
            } else {
                universal.append(candidate)
            }
        }
    }

    private mutating func add(_ candidate: Candidate, attribute: String) {
        if let position = byAttribute.firstIndex(where: { $0.attribute == attribute }) {
            byAttribute[position].candidates.append(candidate)
        } else {
            byAttribute.append(AttributeList(attribute: attribute, candidates: [candidate]))
        }
    }

    /// Appends the ranks of all selectors that match, weakest first; `ancestors` are the names above the element.
    @inlinable
    func match<E: StyledElement>(
        _ element: E, _ facts: ElementFacts, below ancestors: NameSet, into ranks: inout [Int32]
    ) {
        guard !selectors.isEmpty else { return }
        if let list = byType[facts.localName] { test(list, element, facts, ancestors, &ranks) }
        if !universal.isEmpty { test(universal, element, facts, ancestors, &ranks) }
        for list in byAttribute where element.attribute(list.attribute) != nil {
            test(list.candidates, element, facts, ancestors, &ranks)
        }
        if !byID.isEmpty, let id = facts.id, let list = byID[id] { test(list, element, facts, ancestors, &ranks) }
        for (position, name) in facts.classes.enumerated() where !facts.classes[..<position].contains(name) {
            if let list = byClass[name] { test(list, element, facts, ancestors, &ranks) }
        }
        if ranks.count > 1 { ranks.sort() }
    }

    @inlinable
    func test<E: StyledElement>(
        _ list: [Candidate], _ element: E, _ facts: ElementFacts, _ ancestors: NameSet, _ ranks: inout [Int32]
    ) {
        for candidate in list where ancestors.isSuperset(of: candidate.required) {
            if candidate.isCertain || matches(Int(candidate.rank), element, facts) { ranks.append(candidate.rank) }
        }
    }

    @inlinable
    func matches<E: StyledElement>(_ rank: Int, _ element: E, _ facts: ElementFacts) -> Bool {
        selectors[rank].compounds[0].matches(element, facts)
            && (selectors[rank].compounds.count == 1 || selectors[rank].matchesLeft(of: 0, element))
    }
}

/// An element's names, asked for once for all selectors.
@usableFromInline
struct ElementFacts {
    @usableFromInline var localName: String
    @usableFromInline var id: String?
    @usableFromInline var classes: [String]

    @inlinable
    init<E: StyledElement>(_ element: E) {
        localName = element.localName
        id = element.id
        classes = element.classes
    }
}

extension CompoundSelector {
    /// The name of an attribute that the element must have.
    fileprivate var attribute: String? {
        for case .attribute(let condition) in conditions { return condition.name }
        return nil
    }

    /// Like `matches(_:)`, with the names at hand.
    @inlinable
    func matches<E: StyledElement>(_ element: E, _ facts: ElementFacts) -> Bool {
        if let type, type != facts.localName { return false }
        for id in ids where id != facts.id { return false }
        for name in classes where !facts.classes.contains(name) { return false }
        for condition in conditions where !condition.matches(element) { return false }
        return true
    }
}
