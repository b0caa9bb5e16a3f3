/// What lengths a property takes.
struct LengthRange: OptionSet, Sendable {
    var rawValue: Int
    static let percentages = LengthRange(rawValue: 1)
    static let negative = LengthRange(rawValue: 2)
    /// Numbers stand for pixels, as in attributes and old quirks; not used by properties.
    static let all: LengthRange = [.percentages, .negative]
}

/// A calculation's result: CSS tells numbers from lengths by type.
enum CalculationResult {
    case number(Double)
    case length(Calculation)
}

extension ValueParser {
    /// `<length>` or `<length-percentage>`.
    mutating func length(_ range: LengthRange = .percentages) -> Length? {
        guard let token else { return nil }
        switch token.kind {
        case .number where token.number == 0:
            advance()
            return .zero
        case .percentage where range.contains(.percentages):
            guard token.number >= 0 || range.contains(.negative) else { return nil }
            advance()
            return .fixed(.percent(token.number))
        case .dimension:
            guard token.number >= 0 || range.contains(.negative), let length = dimension(token) else { return nil }
            advance()
            return length
        case .function:
            return attempt { parser in
                guard case .length(let calculation)? = parser.calculation() else { return nil }
                guard range.contains(.percentages) || !calculation.hasPercentage else { return nil }
                if case .leaf(let length) = calculation { return length }
                return .calculation(calculation)
            }
        default: return nil
        }
    }

    private func dimension(_ token: Token) -> Length? {
        let unit = buffer.unit(token).asciiLowercased
        if let points = LengthUnit.points(in: unit) { return .points(token.number * points) }
        return LengthUnit(rawValue: unit).map { .relative(token.number, $0) }
    }

    /// `calc()`, `min()`, `max()`, `clamp()`, `round()`, `mod()`, `rem()`, `abs()` or `sign()`.
    mutating func calculation() -> CalculationResult? {
        guard let name = functionName, var inner = block() else { return nil }
        switch name {
        case "calc", "-webkit-calc":
            guard let sum = inner.sum(), inner.isAtEnd else { return nil }
            return sum
        case "min", "max", "clamp":
            guard let terms = inner.commaList({ $0.sum() }), inner.isAtEnd else { return nil }
            return Self.comparison(name, terms)
        case "abs", "sign":
            guard let term = inner.sum(), inner.isAtEnd else { return nil }
            return Self.magnitude(name, term)
        case "round", "mod", "rem":
            var rounding = Rounding(rawValue: name) ?? .nearest
            if name == "round", let strategy = inner.keyword(Rounding.self) {
                guard strategy != .mod, strategy != .rem, inner.comma() else { return nil }
                rounding = strategy
            }
            guard let terms = inner.commaList({ $0.sum() }), inner.isAtEnd else { return nil }
            return Self.rounded(terms, rounding)
        default: return nil
        }
    }

    /// `abs()` and `sign()`.
    private static func magnitude(_ name: String, _ term: CalculationResult) -> CalculationResult? {
        switch term {
        case .number(let number):
            return .number(name == "abs" ? abs(number) : number == 0 ? 0 : number < 0 ? -1 : 1)
        case .length(let length):
            // The sign of a length is not known before the element's fonts are.
            return name == "abs" && !length.hasPercentage ? .length(.absolute(length)) : nil
        }
    }

    /// `round()`, `mod()` and `rem()`; a number alone is rounded to whole ones.
    private static func rounded(_ terms: [CalculationResult], _ rounding: Rounding) -> CalculationResult? {
        switch (terms.first, terms.count > 1 ? terms[1] : nil) {
        case (.number(let number)?, nil) where terms.count == 1 && rounding != .mod && rounding != .rem:
            return .number(rounding.round(number, to: 1))
        case (.number(let number)?, .number(let step)?) where terms.count == 2:
            return .number(rounding.round(number, to: step))
        case (.length(let length)?, .length(let step)?) where terms.count == 2:
            guard !length.hasPercentage, !step.hasPercentage else { return nil }
            return .length(.rounded(length, to: step, rounding))
        default: return nil
        }
    }

    private static func comparison(_ name: String, _ terms: [CalculationResult]) -> CalculationResult? {
        guard name != "clamp" || terms.count == 3 else { return nil }
        var numbers: [Double] = []
        var lengths: [Calculation] = []
        for term in terms {
            switch term {
            case .number(let number): numbers.append(number)
            case .length(let length): lengths.append(length)
            }
        }
        if lengths.isEmpty {
            return .number(
                name == "min"
                    ? numbers.min()! : name == "max" ? numbers.max()! : max(numbers[0], min(numbers[1], numbers[2])))
        }
        guard numbers.isEmpty else { return nil }
        return .length(
            name == "min"
                ? .least(lengths)
                : name == "max" ? .greatest(lengths) : .greatest([lengths[0], .least([lengths[1], lengths[2]])]))
    }

    /// `<calc-sum>`; plus and minus need white space round them, which makes them delimiters.
    private mutating func sum() -> CalculationResult? {
        guard var total = product() else { return nil }
        while true {
            let sign: Double
            if takeDelimiter("+") {
                sign = 1
            } else if takeDelimiter("-") {
                sign = -1
            } else {
                return total
            }
            guard let term = product() else { return nil }
            switch (total, term) {
            case (.number(let a), .number(let b)): total = .number(a + sign * b)
            case (.length(let a), .length(let b)): total = .length(.sum([a, sign < 0 ? .scaled(b, -1) : b]))
            default: return nil
            }
        }
    }

    private mutating func product() -> CalculationResult? {
        guard var total = factor() else { return nil }
        while true {
            if takeDelimiter("*") {
                guard let other = factor() else { return nil }
                switch (total, other) {
                case (.number(let a), .number(let b)): total = .number(a * b)
                case (.length(let a), .number(let b)), (.number(let b), .length(let a)): total = .length(.scaled(a, b))
                case (.length, .length): return nil
                }
            } else if takeDelimiter("/") {
                guard case .number(let divisor)? = factor(), divisor != 0 else { return nil }
                switch total {
                case .number(let a): total = .number(a / divisor)
                case .length(let a): total = .length(.scaled(a, 1 / divisor))
                }
            } else {
                return total
            }
        }
    }

    private mutating func factor() -> CalculationResult? {
        guard let token else { return nil }
        switch token.kind {
        case .number:
            advance()
            return .number(token.number)
        case .openParenthesis:
            guard var inner = block(), let sum = inner.sum(), inner.isAtEnd else { return nil }
            return sum
        case .function: return calculation()
        case .ident:
            switch keyword() {
            case "pi": return .number(.pi)
            case "e": return .number(2.718281828459045)
            default: return nil
            }
        default: return length(.all).map { .length(.leaf($0)) }
        }
    }
}
