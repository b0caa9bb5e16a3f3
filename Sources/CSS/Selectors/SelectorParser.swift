/// The grammar of CSS Selectors 4, §18, over a range of tokens.
struct SelectorParser {
    let buffer: TokenBuffer
    let range: Range<Int>
    var index: Int
    /// What `&` stands for: the selectors of the rule round this one.
    var parents: [ComplexSelector]?
    var namespaces: Namespaces
    /// Where the selector stands: at the top of a rule, or in a function's arguments.
    private var place = Place.rule

    /// What may stand in a selector depends on the function that it is an argument of.
    enum Place {
        /// A selector that does not name its parent speaks of descendants of it.
        case rule
        /// `:is()`, `:where()`, `:not()` and `of`: no pseudo-elements.
        case argument
        /// `:has()`: neither pseudo-elements nor another `:has()` (Selectors 4, §4.5).
        case relative
    }

    init(
        _ buffer: TokenBuffer, _ range: Range<Int>, parents: [ComplexSelector]? = nil,
        namespaces: Namespaces = Namespaces()
    ) {
        self.buffer = buffer
        self.range = range
        index = range.lowerBound
        self.parents = parents
        self.namespaces = namespaces
    }

    /// A parser for a function's argument.
    private func inner(_ range: Range<Int>, _ place: Place) -> SelectorParser {
        var parser = SelectorParser(buffer, range, parents: parents, namespaces: namespaces)
        parser.place = self.place == .relative ? .relative : place
        return parser
    }

    var isInHas: Bool { place == .relative }

    /// `<complex-selector-list>` up to the end of the range.
    mutating func selectorList() throws(SelectorError) -> [ComplexSelector] {
        var list: [ComplexSelector] = []
        repeat { list.append(try complexSelector()) } while takeComma()
        guard index >= range.upperBound else { throw error("unexpected '\(here)'") }
        return list
    }

    // MARK: Lists in arguments

    /// `<forgiving-selector-list>`: what is wrong is left out.
    func forgivingList(_ range: Range<Int>) -> [ComplexSelector] {
        parts(of: range).compactMap { part in
            var parser = inner(part, .argument)
            guard let selector = try? parser.complexSelector(), parser.index >= part.upperBound else { return nil }
            return selector
        }
    }

    func strictList(_ range: Range<Int>) throws(SelectorError) -> [ComplexSelector] {
        var parser = inner(range, .argument)
        return try parser.selectorList()
    }

    func relativeList(_ range: Range<Int>) throws(SelectorError) -> [RelativeSelector] {
        var list: [RelativeSelector] = []
        for part in parts(of: range) {
            var parser = inner(part, .relative)
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
        if parents != nil, place == .rule, let first = takeCombinator() {  // `> p` in a nested rule
            compounds.append(nesting(&specificity))
            combinator = first
        }
        while true {
            // While reading from left to right, each compound keeps the combinator on its left.
            var compound = try compoundSelector(&specificity)
            compound.combinator = combinator
            compounds.append(compound)
            if isPseudoElement {
                guard place == .rule else { throw error("no pseudo-element can stand here") }
                let pseudoElement = try pseudoElements(&compounds[compounds.count - 1], &specificity)
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
        if parents != nil, place == .rule, !usesNesting(from: start) {
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
        try typeSelector(&compound, &specificity)
        loop: while let token {
            switch token.kind {
            case .delimiter where token.number == 0x26:  // &
                // Outside of all rules it is the root and weighs nothing (CSS Nesting 1, §3).
                compound.conditions += parents == nil ? [.root] : nesting(&specificity).conditions
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
                compound.conditions.append(try attribute())
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

    /// `p`, `*`, and the namespace before either.
    private mutating func typeSelector(
        _ compound: inout CompoundSelector, _ specificity: inout Specificity
    ) throws(SelectorError) {
        let isInNamespace = try takeNamespace() ?? namespaces.admitsPlainTypes
        guard let token else { return }
        if token.kind == .ident {
            compound.type = buffer.lowercasedText(token)
            specificity += Specificity(0, 0, 1)
        } else if !isDelimiter(index, 0x2A) {
            return
        }
        index += 1
        if !isInNamespace { compound.conditions.append(.never) }
    }

    /// `ns|`, `*|` or `|` before a type: whether elements of articles are in it; nil where none stands here.
    private mutating func takeNamespace() throws(SelectorError) -> Bool? {
        let isAny = isDelimiter(index, 0x2A)
        let prefix = token.flatMap { $0.kind == .ident ? buffer.text($0) : nil }
        let bar = isAny || prefix != nil ? index + 1 : index
        guard isDelimiter(bar, 0x7C), bar + 1 < range.upperBound,
            buffer.tokens[bar + 1].kind == .ident || isDelimiter(bar + 1, 0x2A)
        else { return nil }
        index = bar + 1
        if isAny { return true }
        guard let prefix else { return false }
        guard let means = namespaces.meansElements(prefix) else {
            throw error("the namespace '\(prefix)' is not declared")
        }
        return means
    }

    // MARK: Tokens

    var token: Token? { index < range.upperBound ? buffer.tokens[index] : nil }

    /// The token at hand, for messages.
    var here: String { index < range.upperBound ? buffer.source(index..<index + 1) : "" }

    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = index
        while token?.kind == .whitespace { index += 1 }
        return index > start
    }

    /// Whether this token is the delimiter of a code point.
    private func isDelimiter(_ index: Int, _ scalar: Double) -> Bool {
        index < range.upperBound && buffer.tokens[index].kind == .delimiter && buffer.tokens[index].number == scalar
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

    func error(_ message: String, isQuiet: Bool = false) -> SelectorError {
        SelectorError(subject: buffer.source(buffer.trimmed(range)), message: message, isQuiet: isQuiet)
    }
}
