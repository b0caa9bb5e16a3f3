/// How a failed match bears on the elements that could be tried next, so that none is tried in vain.
@usableFromInline
enum MatchOutcome { case matches, fails, failsForSiblings, failsForAll }

extension ComplexSelector {
    /// Whether the element is the subject (its pseudo-element apart).
    @inlinable
    func matches<E: StyledElement>(_ element: E) -> Bool {
        compounds[0].matches(element) && matchesLeft(of: 0, element)
    }

    /// Whether what stands to the left of a compound holds, its own element being known to match.
    @inlinable
    func matchesLeft<E: StyledElement>(of position: Int, _ element: E) -> Bool {
        outcomeLeft(of: position, element) == .matches
    }

    @inlinable
    func outcome<E: StyledElement>(_ position: Int, _ element: E) -> MatchOutcome {
        compounds[position].matches(element) ? outcomeLeft(of: position, element) : .fails
    }

    @inlinable
    func outcomeLeft<E: StyledElement>(of position: Int, _ element: E) -> MatchOutcome {
        let next = position + 1
        guard next < compounds.count else { return .matches }
        switch compounds[next].combinator ?? .descendant {
        case .child:
            guard let parent = element.parentElement else { return .failsForAll }
            let result = outcome(next, parent)
            return result == .failsForSiblings ? .fails : result
        case .descendant:
            var ancestor = element.parentElement
            while let current = ancestor {
                let result = outcome(next, current)
                if result == .matches || result == .failsForAll { return result }
                ancestor = current.parentElement
            }
            return .failsForAll
        case .nextSibling:
            guard let sibling = element.previousSiblingElement else { return .failsForSiblings }
            return outcome(next, sibling)
        case .subsequentSibling:
            var sibling = element.previousSiblingElement
            while let current = sibling {
                let result = outcome(next, current)
                if result != .fails { return result }
                sibling = current.previousSiblingElement
            }
            return .failsForSiblings
        }
    }
}

extension CompoundSelector {
    @inlinable
    func matches<E: StyledElement>(_ element: E) -> Bool {
        if let type, type != element.localName { return false }
        for id in ids where element.id != id { return false }
        if !classes.isEmpty {
            let present = element.classes
            for name in classes where !present.contains(name) { return false }
        }
        return conditions.isEmpty || conditions.allSatisfy { $0.matches(element) }
    }
}

extension Condition {
    @inlinable
    func matches<E: StyledElement>(_ element: E) -> Bool {
        switch self {
        case .attribute(let condition): condition.matches(element)
        case .any(let selectors): selectors.contains { $0.pseudoElement == nil && $0.matches(element) }
        case .not(let selectors): !selectors.contains { $0.matches(element) }
        case .has(let selectors): selectors.contains { $0.finds(from: element) }
        case .root: element.parentElement == nil
        case .empty: element.isEmpty
        case .link: element.localName == "a" && element.attribute("href") != nil
        case .nth(let condition): condition.matches(element)
        case .language(let ranges):
            Self.language(of: element).map { language in ranges.contains { $0.matches(language) } } ?? false
        case .direction(let isRightToLeft): Self.isRightToLeft(element) == isRightToLeft
        case .never: false
        }
    }

    @inlinable
    static func language<E: StyledElement>(of element: E) -> String? {
        var current: E? = element
        while let candidate = current {
            if let language = candidate.attribute("lang") ?? candidate.attribute("xml:lang") {
                return language.asciiLowercased
            }
            current = candidate.parentElement
        }
        return nil
    }

    @inlinable
    static func isRightToLeft<E: StyledElement>(_ element: E) -> Bool {
        var current: E? = element
        while let candidate = current {
            switch candidate.attribute("dir")?.asciiLowercased {
            case "rtl": return true
            case "ltr": return false
            default: current = candidate.parentElement
            }
        }
        return false
    }
}

extension AttributeCondition {
    @inlinable
    func matches<E: StyledElement>(_ element: E) -> Bool {
        guard var actual = element.attribute(name) else { return false }
        var value = value
        if ignoresCase {
            actual = actual.asciiLowercased
            value = value.asciiLowercased
        }
        switch `operator` {
        case .present: return true
        case .equals: return actual == value
        case .includes:
            return !value.isEmpty
                && actual.utf8.split(whereSeparator: { $0.isSpace || $0 == 0x0C || $0 == 0x0D }).contains {
                    $0.elementsEqual(value.utf8)
                }
        case .dashMatch: return actual == value || actual.hasPrefix(value + "-")
        case .prefix: return !value.isEmpty && actual.hasPrefix(value)
        case .suffix: return !value.isEmpty && actual.hasSuffix(value)
        case .substring: return !value.isEmpty && actual.containsBytes(of: value)
        }
    }
}

extension String {
    /// Whether the other string's UTF-8 stands somewhere in this one's.
    @inlinable
    func containsBytes(of other: String) -> Bool {
        let text = Array(utf8)
        let pattern = Array(other.utf8)
        guard pattern.count <= text.count else { return false }
        return (0...(text.count - pattern.count)).contains { text[$0..<$0 + pattern.count].elementsEqual(pattern) }
    }
}

extension NthCondition {
    @inlinable
    func matches<E: StyledElement>(_ element: E) -> Bool {
        if let selectors, !selectors.contains(where: { $0.matches(element) }) { return false }
        // First and last are asked most and need one look.
        if formula == AnPlusB.one, !ofType, selectors == nil {
            return (fromEnd ? element.nextSiblingElement : element.previousSiblingElement) == nil
        }
        if let place = element.siblingPlace {
            guard selectors != nil else { return formula.contains(place.index(ofType: ofType, fromEnd: fromEnd)) }
            let counts = counts.known(place.parent) ?? counts.keep(countsOfSiblings(element, place), place.parent)
            let upTo = Int(counts[Int(place.index)])
            return formula.contains(fromEnd ? Int(counts.last ?? 0) - upTo + 1 : upTo)
        }
        let name = ofType ? element.localName : ""
        var index = 1
        var sibling = fromEnd ? element.nextSiblingElement : element.previousSiblingElement
        while let current = sibling {
            let counts = (!ofType || current.localName == name) && (selectors?.contains { $0.matches(current) } ?? true)
            if counts { index += 1 }
            // `-n+2` and `3` end here, so that long tables are not counted through for each row.
            if formula.step <= 0, index > formula.offset { return false }
            sibling = fromEnd ? current.nextSiblingElement : current.previousSiblingElement
        }
        return formula.contains(index)
    }
}

extension NthCondition {
    /// For each sibling how many up to it the selectors match, from none on.
    @inlinable
    func countsOfSiblings<E: StyledElement>(_ element: E, _ place: SiblingPlace) -> [Int32] {
        var counts: [Int32] = [0]
        counts.reserveCapacity(Int(place.count) + 1)
        var sibling = element.parentElement?.firstChildElement ?? element
        while true {
            let isCounted = selectors?.contains { $0.matches(sibling) } ?? true
            counts.append((counts.last ?? 0) + (isCounted ? 1 : 0))
            guard let next = sibling.nextSiblingElement else { return counts }
            sibling = next
        }
    }
}

extension AnPlusB {
    @usableFromInline static let one = AnPlusB("1")!
}

extension RelativeSelector {
    /// Whether an element stands in this relation to `anchor` (Selectors 4, §4.5).
    @inlinable
    func finds<E: StyledElement>(from anchor: E) -> Bool {
        switch combinator {
        case .child, .descendant: return isFound(below: anchor, anchor: anchor)
        case .nextSibling, .subsequentSibling:
            var sibling = anchor.nextSiblingElement
            while let current = sibling {
                if holds(0, current, anchor) || isFound(below: current, anchor: anchor) { return true }
                sibling = combinator == .nextSibling ? nil : current.nextSiblingElement
            }
            return false
        }
    }

    @inlinable
    func isFound<E: StyledElement>(below element: E, anchor: E) -> Bool {
        var child = element.firstChildElement
        while let current = child {
            if holds(0, current, anchor) || isFound(below: current, anchor: anchor) { return true }
            child = current.nextSiblingElement
        }
        return false
    }

    /// Whether the compounds from `position` leftwards hold, the leftmost standing in the relation to the anchor.
    @inlinable
    func holds<E: StyledElement>(_ position: Int, _ element: E, _ anchor: E) -> Bool {
        guard selector.compounds[position].matches(element) else { return false }
        let next = position + 1
        if next == selector.compounds.count {
            return reached(from: element, by: combinator) { $0 == anchor }
        }
        return reached(from: element, by: selector.compounds[next].combinator ?? .descendant) {
            holds(next, $0, anchor)
        }
    }

    /// Whether an element on the left side of a combinator fulfils a test.
    @inlinable
    func reached<E: StyledElement>(
        from element: E, by combinator: CompoundSelector.Combinator, _ test: (E) -> Bool
    ) -> Bool {
        switch combinator {
        case .child: return element.parentElement.map(test) ?? false
        case .nextSibling: return element.previousSiblingElement.map(test) ?? false
        case .descendant, .subsequentSibling:
            let step: (E) -> E? = combinator == .descendant ? { $0.parentElement } : { $0.previousSiblingElement }
            var current = step(element)
            while let candidate = current {
                if test(candidate) { return true }
                current = step(candidate)
            }
            return false
        }
    }
}
