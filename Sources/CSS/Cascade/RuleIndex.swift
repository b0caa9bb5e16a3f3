/// Selectors with their rules in the order of the cascade, found by the name that their subject must have.
struct RuleIndex: Sendable {
    /// One selector of one rule; its place in `entries` is its rank.
    struct Entry: Sendable {
        var selector: ComplexSelector
        var rule: StyleRule
        /// The place of its sheet among those given.
        var sheet: Int
        var origin: StyleSheet.Origin
        /// Where the rule's cascade layer stands among all.
        var level: Int
    }

    private(set) var entries: [Entry] = []
    private var byID: [String: [Int32]] = [:]
    private var byClass: [String: [Int32]] = [:]
    private var byType: [String: [Int32]] = [:]
    private var universal: [Int32] = []

    /// `entries` weakest first.
    init(_ entries: [Entry]) {
        self.entries = entries
        for (rank, entry) in entries.enumerated() {
            let rank = Int32(rank)
            let subject = entry.selector.subject
            if let id = subject.ids.first {
                byID[id, default: []].append(rank)
            } else if let name = subject.classes.first {
                byClass[name, default: []].append(rank)
            } else if let type = subject.type {
                byType[type, default: []].append(rank)
            } else {
                universal.append(rank)
            }
        }
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Appends the ranks of all selectors that match, weakest first.
    func match<E: StyledElement>(_ element: E, into ranks: inout [Int32]) {
        guard !entries.isEmpty else { return }
        let facts = ElementFacts(element)
        if let list = byType[facts.localName] { test(list, element, facts, into: &ranks) }
        if !universal.isEmpty { test(universal, element, facts, into: &ranks) }
        if let id = facts.id, let list = byID[id] { test(list, element, facts, into: &ranks) }
        for (position, name) in facts.classes.enumerated() where !facts.classes[..<position].contains(name) {
            if let list = byClass[name] { test(list, element, facts, into: &ranks) }
        }
        ranks.sort()
    }

    private func test<E: StyledElement>(_ list: [Int32], _ element: E, _ facts: ElementFacts, into ranks: inout [Int32])
    {
        for rank in list where matches(Int(rank), element, facts) { ranks.append(rank) }
    }

    private func matches<E: StyledElement>(_ rank: Int, _ element: E, _ facts: ElementFacts) -> Bool {
        let compounds = entries[rank].selector.compounds
        return compounds[0].matches(element, facts)
            && (compounds.count == 1 || entries[rank].selector.matchesLeft(of: 0, element))
    }
}

/// An element's names, asked for once for all selectors.
struct ElementFacts {
    var localName: String
    var id: String?
    var classes: [String]

    init(_ element: some StyledElement) {
        localName = element.localName
        id = element.id
        classes = element.classes
    }
}

extension CompoundSelector {
    /// Like `matches(_:)`, with the names at hand.
    func matches<E: StyledElement>(_ element: E, _ facts: ElementFacts) -> Bool {
        if let type, type != facts.localName { return false }
        for id in ids where id != facts.id { return false }
        for name in classes where !facts.classes.contains(name) { return false }
        return conditions.isEmpty || conditions.allSatisfy { $0.matches(element) }
    }
}
