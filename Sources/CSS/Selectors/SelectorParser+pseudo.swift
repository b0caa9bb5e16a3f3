/// Pseudo-classes and pseudo-elements (Selectors 4, §7 to §14, Pseudo-Elements 4).
extension SelectorParser {
    // MARK: Pseudo-elements

    var isPseudoElement: Bool {
        guard let token, token.kind == .colon, index + 1 < range.upperBound else { return false }
        let next = buffer.tokens[index + 1]
        if next.kind == .colon { return true }
        return next.kind == .ident
            && ["before", "after", "first-line", "first-letter"].contains(buffer.lowercasedText(next))
    }

    /// The pseudo-element at the end of a selector; nil, the subject never matching, where it is one that no page has:
    /// a selection, a scroll bar, or a pseudo-element of another.
    mutating func pseudoElements(
        _ subject: inout CompoundSelector, _ specificity: inout Specificity
    ) throws(SelectorError) -> PseudoElement? {
        var result = try pseudoElement()
        specificity += Specificity(0, 0, 1)
        if result == nil { subject.conditions.append(.never) }
        while token?.kind == .colon {
            if isPseudoElement {
                _ = try pseudoElement()
                specificity += Specificity(0, 0, 1)
            } else {
                _ = try pseudoClass(&specificity)
            }
            result = nil
            subject.conditions.append(.never)
        }
        return result
    }

    private mutating func pseudoElement() throws(SelectorError) -> PseudoElement? {
        index += 1
        if token?.kind == .colon { index += 1 }
        guard let token, token.kind == .ident || token.kind == .function else {
            throw error("'::' without a name")
        }
        let name = buffer.lowercasedText(token)
        let written = here
        index = buffer.next(after: index)
        if token.kind == .ident, let known = PseudoElement(rawValue: name) { return known }
        // Compatibility, §2.2: names with this prefix are always understood.
        if Self.pseudoElementsOfScreens.contains(name) || name.hasPrefix("-webkit-") { return nil }
        throw error("unknown pseudo-element '::\(written)'", isQuiet: name.isVendorPrefixed)
    }

    private static let pseudoElementsOfScreens: Set<String> = [
        "selection", "target-text", "search-text", "spelling-error", "grammar-error", "highlight", "placeholder",
        "file-selector-button", "backdrop", "cue", "cue-region", "details-content", "part", "slotted", "checkmark",
        "picker", "picker-icon", "scroll-button", "scroll-marker", "scroll-marker-group", "column", "view-transition",
        "view-transition-group", "view-transition-image-pair", "view-transition-old", "view-transition-new",
    ]

    // MARK: Pseudo-classes

    mutating func pseudoClass(_ specificity: inout Specificity) throws(SelectorError) -> Condition {
        index += 1
        guard let token, token.kind == .ident || token.kind == .function else { throw error("':' without a name") }
        let name = buffer.lowercasedText(token)
        let isFunction = token.kind == .function
        let arguments = index + 1..<max(index + 1, min(Int(token.mate), range.upperBound))
        index = buffer.next(after: index)
        if isFunction { return try functional(name, arguments, &specificity) }
        specificity += Specificity(0, 1, 0)
        switch name {
        case "root", "scope": return .root
        case "empty": return .empty
        case "link", "any-link", "-webkit-any-link", "-moz-any-link": return .link
        case "first-child": return .nth(.init(formula: .one))
        case "last-child": return .nth(.init(formula: .one, fromEnd: true))
        case "first-of-type": return .nth(.init(formula: .one, ofType: true))
        case "last-of-type": return .nth(.init(formula: .one, fromEnd: true, ofType: true))
        case "only-child": return .any([Self.both(ofType: false)])
        case "only-of-type": return .any([Self.both(ofType: true)])
        case "defined", "read-only": return .any([Self.anything])
        default:
            if Self.statesOfScreens.contains(name) { return .never }
            throw error("unknown pseudo-class ':\(name)'", isQuiet: name.isVendorPrefixed)
        }
    }

    /// What no element on a printed page is: pointed at, visited, filled in, played.
    private static let statesOfScreens: Set<String> = [
        "hover", "active", "focus", "focus-visible", "focus-within", "visited", "target", "target-within",
        "target-current", "local-link", "checked", "unchecked", "indeterminate", "disabled", "enabled", "read-write",
        "placeholder-shown", "default", "valid", "invalid", "user-valid", "user-invalid", "in-range", "out-of-range",
        "required", "optional", "autofill", "open", "popover-open", "modal", "fullscreen", "picture-in-picture",
        "playing", "paused", "seeking", "buffering", "stalled", "muted", "volume-locked", "current", "past", "future",
        "host", "has-slotted", "interest-source", "interest-target", "active-view-transition", "xr-overlay",
    ]

    private static let anything = ComplexSelector(
        compounds: [CompoundSelector()], pseudoElement: nil, specificity: Specificity())

    private static func both(ofType: Bool) -> ComplexSelector {
        let conditions: [Condition] = [
            .nth(.init(formula: .one, ofType: ofType)), .nth(.init(formula: .one, fromEnd: true, ofType: ofType)),
        ]
        return ComplexSelector(
            compounds: [CompoundSelector(conditions: conditions)], pseudoElement: nil, specificity: Specificity())
    }

    // MARK: With arguments

    private func functional(
        _ name: String, _ arguments: Range<Int>, _ specificity: inout Specificity
    ) throws(SelectorError) -> Condition {
        switch name {
        case "is", "where", "matches", "-webkit-any", "-moz-any":
            let list = forgivingList(arguments)
            if name != "where" { specificity += list.map(\.specificity).max() ?? Specificity() }
            return .any(list)
        case "not":
            let list = try strictList(arguments)
            specificity += list.map(\.specificity).max() ?? Specificity()
            return .not(list)
        case "has":
            guard !isInHas else { throw error("':has()' cannot stand in another one") }
            let list = try relativeList(arguments)
            specificity += list.map(\.selector.specificity).max() ?? Specificity()
            return .has(list)
        case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
            specificity += Specificity(0, 1, 0)
            return .nth(try nth(name, arguments, &specificity))
        case "lang":
            specificity += Specificity(0, 1, 0)
            var parser = ValueParser(buffer, arguments)
            guard let ranges = parser.commaList({ $0.string() ?? $0.name() }), parser.isAtEnd else {
                throw error("':lang()' without a language")
            }
            return .language(ranges.map { LanguageRange($0) })
        case "dir":
            specificity += Specificity(0, 1, 0)
            var parser = ValueParser(buffer, arguments)
            switch parser.keyword() {
            case "ltr": return .direction(isRightToLeft: false)
            case "rtl": return .direction(isRightToLeft: true)
            default: throw error("':dir()' wants 'ltr' or 'rtl'")
            }
        case "host", "host-context", "state", "current", "active-view-transition-type":
            specificity += Specificity(0, 1, 0)
            return .never
        default: throw error("unknown pseudo-class ':\(name)()'", isQuiet: name.isVendorPrefixed)
        }
    }

    private func nth(
        _ name: String, _ arguments: Range<Int>, _ specificity: inout Specificity
    ) throws(SelectorError) -> NthCondition {
        var formulaEnd = arguments.upperBound
        var selectors: [ComplexSelector]?
        if let of = arguments.first(where: {
            buffer.tokens[$0].kind == .ident && buffer.lowercasedText(buffer.tokens[$0]) == "of"
        }) {
            guard !name.hasSuffix("of-type") else { throw error("':\(name)()' takes no 'of'") }
            formulaEnd = of
            let list = try strictList(of + 1..<arguments.upperBound)
            specificity += list.map(\.specificity).max() ?? Specificity()
            selectors = list
        }
        guard let formula = AnPlusB(buffer, arguments.lowerBound..<formulaEnd) else {
            throw error("'\(buffer.source(arguments))' is no an+b")
        }
        return NthCondition(
            formula: formula, fromEnd: name.contains("last"), ofType: name.hasSuffix("of-type"), selectors: selectors)
    }
}

extension String {
    /// `-webkit-…` and its like, but no custom property.
    var isVendorPrefixed: Bool { hasPrefix("-") && !hasPrefix("--") }
}
