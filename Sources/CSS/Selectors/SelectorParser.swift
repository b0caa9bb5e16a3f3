/// The grammar of CSS Selectors 4, §18, over a range of tokens.
struct SelectorParser {
    private let buffer: TokenBuffer
    private let range: Range<Int>
    private var index: Int
    /// What `&` stands for: the selectors of the rule round this one.
    var parents: [ComplexSelector]?
    /// A selector that does not name its parent speaks of descendants of it; not so inside of `:is()` and its kin.
    private var impliesParent: Bool

    init(
        _ buffer: TokenBuffer, _ range: Range<Int>, parents: [ComplexSelector]? = nil, impliesParent: Bool = true
    ) {
        self.impliesParent = impliesParent
        self.buffer = buffer
        self.range = range
        index = range.lowerBound
        self.parents = parents
    }

    /// `<complex-selector-list>` up to the end of the range.
    mutating func selectorList() throws(SelectorError) -> [ComplexSelector] {
        var list: [ComplexSelector] = []
        repeat { list.append(try complexSelector()) } while takeComma()
        guard index >= range.upperBound else { throw error("unexpected '\(here)'") }
        return list
    }

    // MARK: Lists in arguments

    /// `<forgiving-selector-list>`: what is wrong is left out.
    private func forgivingList(_ range: Range<Int>) -> [ComplexSelector] {
        parts(of: range).compactMap { part in
            var parser = SelectorParser(buffer, part, parents: parents, impliesParent: false)
            guard let selector = try? parser.complexSelector(), parser.index >= part.upperBound else { return nil }
            return selector
        }
    }

    private func strictList(_ range: Range<Int>) throws(SelectorError) -> [ComplexSelector] {
        var parser = SelectorParser(buffer, range, parents: parents, impliesParent: false)
        return try parser.selectorList()
    }

    private func relativeList(_ range: Range<Int>) throws(SelectorError) -> [RelativeSelector] {
        var list: [RelativeSelector] = []
        for part in parts(of: range) {
            var parser = SelectorParser(buffer, part, parents: parents, impliesParent: false)
            parser.skipSpace()
            let combinator = parser.takeCombinator() ?? .descendant
            let selector = try parser.complexSelector()
            guard parser.index >= part.upperBound else { throw parser.error("unexpected '\(parser.here)'") }
            list.append(RelativeSelector(combinator: combinator, selector: selector))
        }
        return list
    }

    private func parts(of range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            if buffer.tokens[index].kind == .comma {
                parts.append(start..<index)
                start = index + 1
            }
            index = buffer.next(after: index)
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    // MARK: Complex selectors

    private mutating func complexSelector() throws(SelectorError) -> ComplexSelector {
        skipSpace()
        let start = index
        var compounds: [CompoundSelector] = []
        var specificity = Specificity()
        var combinator: CompoundSelector.Combinator?
        if parents != nil, impliesParent, let first = takeCombinator() {  // `> p` in a nested rule
            compounds.append(nesting(&specificity))
            combinator = first
        }
        while true {
            // While reading from left to right, each compound keeps the combinator on its left.
            var compound = try compoundSelector(&specificity)
            compound.combinator = combinator
            compounds.append(compound)
            if let pseudoElement = try pseudoElement() {
                specificity += Specificity(0, 0, 1)
                skipSpace()
                return finished(compounds, pseudoElement, specificity, start)
            }
            let spaced = skipSpace()
            guard let token, token.kind != .comma else { break }
            if let explicit = takeCombinator() {
                combinator = explicit
            } else {
                guard spaced else { throw error("unexpected '\(here)'") }
                combinator = .descendant
            }
        }
        return finished(compounds, nil, specificity, start)
    }

    /// From left-to-right order with each combinator on its right-hand compound, to subject first.
    private func finished(
        _ compounds: [CompoundSelector], _ pseudoElement: PseudoElement?, _ specificity: Specificity, _ start: Int
    ) -> ComplexSelector {
        var compounds = compounds
        var specificity = specificity
        if parents != nil, impliesParent, !usesNesting(from: start) {
            // A nested rule's selector without `&` speaks of descendants of the outer one.
            var outer = Specificity()
            compounds[0].combinator = compounds[0].combinator ?? .descendant
            compounds.insert(nesting(&outer), at: 0)
            specificity += outer
        }
        for position in compounds.indices.dropLast() {
            compounds[position].combinator = compounds[position + 1].combinator
        }
        compounds[compounds.count - 1].combinator = nil
        return ComplexSelector(
            compounds: compounds.reversed(), pseudoElement: pseudoElement, specificity: specificity)
    }

    /// Whether the selector that began at a token names its parent itself, or begins with a combinator.
    private func usesNesting(from start: Int) -> Bool {
        func isDelimiter(_ index: Int, _ scalars: [Double]) -> Bool {
            buffer.tokens[index].kind == .delimiter && scalars.contains(buffer.tokens[index].number)
        }
        return (start..<index).contains { isDelimiter($0, [0x26]) }
            || start < index && isDelimiter(start, [0x3E, 0x2B, 0x7E])
    }

    private func nesting(_ specificity: inout Specificity) -> CompoundSelector {
        specificity += (parents ?? []).map(\.specificity).max() ?? Specificity()
        return CompoundSelector(conditions: [.any(parents ?? [])])
    }

    private mutating func compoundSelector(_ specificity: inout Specificity) throws(SelectorError) -> CompoundSelector {
        let start = index
        var compound = CompoundSelector()
        loop: while let token {
            switch token.kind {
            case .ident where index == start:
                compound.type = buffer.lowercasedText(token)
                specificity += Specificity(0, 0, 1)
                index += 1
            case .delimiter where token.number == 0x2A && index == start:  // *
                index += 1
            case .delimiter where token.number == 0x26 && parents != nil:  // &
                compound.conditions += nesting(&specificity).conditions
                index += 1
            case .hash:
                guard token.flags.contains(.identifier) else { throw error("'\(here)' is no id") }
                compound.ids.append(buffer.text(token))
                specificity += Specificity(1, 0, 0)
                index += 1
            case .delimiter where token.number == 0x2E:  // .
                guard index + 1 < range.upperBound, buffer.tokens[index + 1].kind == .ident else {
                    throw error("'.' without a class")
                }
                compound.classes.append(buffer.text(buffer.tokens[index + 1]))
                specificity += Specificity(0, 1, 0)
                index += 2
            case .openSquare:
                compound.conditions.append(.attribute(try attribute()))
                specificity += Specificity(0, 1, 0)
            case .colon:
                if isPseudoElement { break loop }
                compound.conditions.append(try pseudoClass(&specificity))
            default: break loop
            }
        }
        if index == start, !isPseudoElement {
            throw error(token == nil ? "something is missing at the end" : "unexpected '\(here)'")
        }
        return compound
    }

    // MARK: Simple selectors

    private mutating func attribute() throws(SelectorError) -> AttributeCondition {
        let whole = index
        let inside = index + 1..<max(index + 1, min(Int(buffer.tokens[index].mate), range.upperBound))
        index = buffer.next(after: index)
        var parser = ValueParser(buffer, inside)
        guard let name = parser.keyword() else { throw error("'\(buffer.source(whole..<index))' names no attribute") }
        var condition = AttributeCondition(name: name, operator: .present, value: "", ignoresCase: false)
        if parser.isAtEnd { return condition }
        let operators: [(Unicode.Scalar, AttributeCondition.Operator)] = [
            ("~", .includes), ("|", .dashMatch), ("^", .prefix), ("$", .suffix), ("*", .substring),
        ]
        condition.operator = .equals
        for (sign, kind) in operators where parser.takeDelimiter(sign) { condition.operator = kind }
        guard parser.takeDelimiter("="), let value = parser.string() ?? parser.name() else {
            throw error("'\(buffer.source(whole..<index))' is no attribute test")
        }
        condition.value = value
        if let flag = parser.keyword() { condition.ignoresCase = flag == "i" }
        guard parser.isAtEnd else { throw error("'\(buffer.source(whole..<index))' is no attribute test") }
        return condition
    }

    private var isPseudoElement: Bool {
        guard let token, token.kind == .colon, index + 1 < range.upperBound else { return false }
        let next = buffer.tokens[index + 1]
        if next.kind == .colon { return true }
        return next.kind == .ident
            && ["before", "after", "first-line", "first-letter"].contains(buffer.lowercasedText(next))
    }

    private mutating func pseudoElement() throws(SelectorError) -> PseudoElement? {
        guard isPseudoElement else { return nil }
        index += 1
        if token?.kind == .colon { index += 1 }
        guard let token, token.kind == .ident, let pseudoElement = PseudoElement(rawValue: buffer.lowercasedText(token))
        else {
            throw error("unknown pseudo-element '::\(here)'")
        }
        index += 1
        return pseudoElement
    }

    private mutating func pseudoClass(_ specificity: inout Specificity) throws(SelectorError) -> Condition {
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
        case "link", "any-link": return .link
        case "first-child": return .nth(.init(formula: AnPlusB("1")!))
        case "last-child": return .nth(.init(formula: AnPlusB("1")!, fromEnd: true))
        case "first-of-type": return .nth(.init(formula: AnPlusB("1")!, ofType: true))
        case "last-of-type": return .nth(.init(formula: AnPlusB("1")!, fromEnd: true, ofType: true))
        case "only-child": return .any([Self.both(ofType: false)])
        case "only-of-type": return .any([Self.both(ofType: true)])
        case "hover", "active", "focus", "focus-visible", "focus-within", "visited", "target", "checked", "disabled",
            "enabled":
            return .never
        default: throw error("unknown pseudo-class ':\(name)'")
        }
    }

    private static func both(ofType: Bool) -> ComplexSelector {
        let one = AnPlusB("1")!
        let conditions: [Condition] = [
            .nth(.init(formula: one, ofType: ofType)), .nth(.init(formula: one, fromEnd: true, ofType: ofType)),
        ]
        return ComplexSelector(
            compounds: [CompoundSelector(conditions: conditions)], pseudoElement: nil, specificity: Specificity())
    }

    private func functional(
        _ name: String, _ arguments: Range<Int>, _ specificity: inout Specificity
    ) throws(SelectorError) -> Condition {
        switch name {
        case "is", "where", "matches", "-webkit-any":
            let list = forgivingList(arguments)
            if name != "where" { specificity += list.map(\.specificity).max() ?? Specificity() }
            return .any(list)
        case "not":
            let list = try strictList(arguments)
            specificity += list.map(\.specificity).max() ?? Specificity()
            return .not(list)
        case "has":
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
            return .language(ranges.map(\.asciiLowercased))
        case "dir":
            specificity += Specificity(0, 1, 0)
            var parser = ValueParser(buffer, arguments)
            switch parser.keyword() {
            case "ltr": return .direction(isRightToLeft: false)
            case "rtl": return .direction(isRightToLeft: true)
            default: throw error("':dir()' wants 'ltr' or 'rtl'")
            }
        default: throw error("unknown pseudo-class ':\(name)()'")
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

    // MARK: Tokens

    private var token: Token? { index < range.upperBound ? buffer.tokens[index] : nil }

    /// The token at hand, for messages.
    private var here: String { index < range.upperBound ? buffer.source(index..<index + 1) : "" }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = index
        while token?.kind == .whitespace { index += 1 }
        return index > start
    }

    private mutating func takeComma() -> Bool {
        guard token?.kind == .comma else { return false }
        index += 1
        return true
    }

    private mutating func takeCombinator() -> CompoundSelector.Combinator? {
        guard let token, token.kind == .delimiter else { return nil }
        let combinator: CompoundSelector.Combinator
        switch token.number {
        case 0x3E: combinator = .child
        case 0x2B: combinator = .nextSibling
        case 0x7E: combinator = .subsequentSibling
        default: return nil
        }
        index += 1
        skipSpace()
        return combinator
    }

    private func error(_ message: String) -> SelectorError {
        SelectorError(subject: buffer.source(buffer.trimmed(range)), message: message)
    }
}
