/// A `@counter-style` rule: what it says over the style that it extends (CSS Counter Styles 3, §3).
struct CounterStyleRule: Sendable {
    /// Lower case, as the predefined names are compared.
    var name: String
    var media: [MediaQueryList] = []
    /// The place of its cascade layer in the sheet.
    var layer: Int?
    /// The style whose descriptors count where the rule has none of its own; nil where the rule names a system.
    private var extended: String?
    private var own = CounterStyle()
    /// The descriptors that the rule has.
    private var given: Set<String> = []

    /// Names that no rule may define anew (§3).
    private static let reserved: Set<String> = [
        "none", "decimal", "disc", "circle", "square", "disclosure-open", "disclosure-closed", "initial", "inherit",
        "unset", "revert", "revert-layer", "default",
    ]

    /// nil where the name is none that a rule can have.
    init?(name: String, media: [MediaQueryList]) {
        self.name = name.asciiLowercased
        self.media = media
        if Self.reserved.contains(self.name) { return nil }
    }

    /// Takes a descriptor; returns how well it is known.
    mutating func set(_ descriptor: String, _ parser: ValueParser) -> DescriptorOutcome {
        var parser = parser
        let isRead =
            switch descriptor {
            case "system": readSystem(&parser)
            case "symbols": read(&parser, \.symbols) { $0.counterSymbols() }
            case "additive-symbols": read(&parser, \.additiveSymbols) { $0.weightedSymbols() }
            case "prefix": read(&parser, \.prefix) { $0.counterSymbol() }
            case "suffix": read(&parser, \.suffix) { $0.counterSymbol() }
            case "negative":
                read(&parser, \.negative) { parser in
                    parser.counterSymbol().map { .init(before: $0, after: parser.counterSymbol() ?? "") }
                }
            case "range": read(&parser, \.range) { $0.counterRanges() }
            case "pad": readPad(&parser)
            case "fallback": read(&parser, \.fallback) { $0.name()?.asciiLowercased }
            case "speak-as":
                {
                    parser.takeRest()
                    return true
                }()
            default: Optional<Bool>.none
            }
        guard let isRead else { return .unknown }
        guard isRead, parser.isAtEnd else { return .invalid }
        given.insert(descriptor)
        return .known
    }

    /// Whether the rule has the symbols that its system needs (§3.1).
    var isComplete: Bool {
        if extended != nil { return own.symbols.isEmpty && own.additiveSymbols.isEmpty }
        switch own.system {
        case .cyclic, .symbolic, .fixed: return !own.symbols.isEmpty
        case .numeric, .alphabetic: return own.symbols.count > 1
        case .additive: return !own.additiveSymbols.isEmpty
        case .ethiopic, .chinese: return false
        }
    }

    /// The style, with those that it extends (§3.1.7); a circle of them extends `decimal`.
    func resolved(among rules: [String: CounterStyleRule]) -> CounterStyle {
        var chain = [self]
        var names: Set<String> = [name]
        var base = CounterStyle()
        while let extended = chain[chain.count - 1].extended {
            if names.insert(extended).inserted, let rule = rules[extended] {
                chain.append(rule)
            } else {
                let isCircle = rules[extended] != nil
                base = (isCircle ? nil : PredefinedCounterStyles.table[extended]) ?? PredefinedCounterStyles.decimal
                break
            }
        }
        return chain.reversed().reduce(base) { $1.over($0) }
    }

    private func over(_ base: CounterStyle) -> CounterStyle {
        var style = base
        func take<Value>(_ descriptor: String, _ path: WritableKeyPath<CounterStyle, Value>) {
            if given.contains(descriptor) { style[keyPath: path] = own[keyPath: path] }
        }
        if extended == nil {
            style.system = own.system
            style.symbols = own.symbols
            style.additiveSymbols = own.additiveSymbols
        }
        take("prefix", \.prefix)
        take("suffix", \.suffix)
        take("negative", \.negative)
        take("range", \.range)
        take("pad", \.padLength)
        take("pad", \.padSymbol)
        take("fallback", \.fallback)
        return style
    }

    // MARK: Descriptors

    private mutating func read<Value>(
        _ parser: inout ValueParser, _ path: WritableKeyPath<CounterStyle, Value>,
        _ parse: (inout ValueParser) -> Value?
    ) -> Bool {
        guard let value = parse(&parser) else { return false }
        own[keyPath: path] = value
        return true
    }

    private mutating func readSystem(_ parser: inout ValueParser) -> Bool {
        switch parser.keyword() {
        case "cyclic": own.system = .cyclic
        case "numeric": own.system = .numeric
        case "alphabetic": own.system = .alphabetic
        case "symbolic": own.system = .symbolic
        case "additive": own.system = .additive
        case "fixed": own.system = .fixed(parser.integer() ?? 1)
        case "extends":
            guard let name = parser.name() else { return false }
            extended = name.asciiLowercased
        default: return false
        }
        return true
    }

    /// An integer and a symbol in any order.
    private mutating func readPad(_ parser: inout ValueParser) -> Bool {
        let first = parser.integer()
        guard let symbol = parser.counterSymbol(), let length = first ?? parser.integer(), length >= 0 else {
            return false
        }
        own.padLength = length
        own.padSymbol = symbol
        return true
    }
}

/// How well a descriptor of an at-rule is understood.
enum DescriptorOutcome { case known, unknown, invalid }

extension ValueParser {
    /// A string or an identifier; pictures are no symbols here.
    mutating func counterSymbol() -> String? { string() ?? name() }

    mutating func counterSymbols() -> [String]? {
        var symbols: [String] = []
        while let symbol = counterSymbol() { symbols.append(symbol) }
        return symbols.isEmpty ? nil : symbols
    }

    /// Pairs of weight and symbol, which have to fall from one to the next.
    fileprivate mutating func weightedSymbols() -> [CounterStyle.Weighted]? {
        let pairs = commaList { parser -> CounterStyle.Weighted? in
            let first = parser.integer()
            guard let symbol = parser.counterSymbol(), let weight = first ?? parser.integer(), weight >= 0 else {
                return nil
            }
            return CounterStyle.Weighted(weight: weight, symbol: symbol)
        }
        guard let pairs, zip(pairs, pairs.dropFirst()).allSatisfy({ $0.weight > $1.weight }) else { return nil }
        return pairs
    }

    /// `auto`, or pairs of bounds, `infinite` among them.
    fileprivate mutating func counterRanges() -> [ClosedRange<Int>]?? {
        if take("auto") { return .some(nil) }
        let ranges = commaList { parser -> ClosedRange<Int>? in
            guard let low = parser.take("infinite") ? Int.min : parser.integer(),
                let high = parser.take("infinite") ? Int.max : parser.integer(), low <= high
            else { return nil }
            return low...high
        }
        return ranges.map { .some($0) }
    }

    /// `symbols()`, a counter style without a name (§4).
    mutating func anonymousCounterStyle() -> CounterStyle? {
        guard var arguments = function("symbols") else { return nil }
        var style = CounterStyle()
        style.suffix = " "
        if arguments.take("cyclic") {
            style.system = .cyclic
        } else if arguments.take("numeric") {
            style.system = .numeric
        } else if arguments.take("alphabetic") {
            style.system = .alphabetic
        } else if arguments.take("fixed") {
            style.system = .fixed(1)
        } else {
            _ = arguments.take("symbolic")
        }
        while let symbol = arguments.string() { style.symbols.append(symbol) }
        let least = style.system == .numeric || style.system == .alphabetic ? 2 : 1
        return arguments.isAtEnd && style.symbols.count >= least ? style : nil
    }
}
