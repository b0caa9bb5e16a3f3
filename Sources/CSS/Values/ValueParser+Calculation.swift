#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A calculation's result: CSS tells numbers, lengths and angles by type.
enum CalculationResult {
    case number(Double)
    case length(Calculation)
    /// Degrees.
    case angle(Double)
}

/// The functions of CSS Values 4, §10.
extension ValueParser {
    mutating func calculation() -> CalculationResult? {
        guard let name = functionName, var inner = block() else { return nil }
        switch name {
        case "calc", "-webkit-calc", "-moz-calc":
            guard let sum = inner.sum(), inner.isAtEnd else { return nil }
            return sum
        case "clamp": return inner.clamped()
        case "round":
            var rounding = Rounding.nearest
            if let strategy = inner.keyword(Rounding.self) {
                guard strategy != .mod, strategy != .rem, inner.comma() else { return nil }
                rounding = strategy
            }
            return inner.terms().flatMap { Self.rounded($0, rounding) }
        case "mod": return inner.terms().flatMap { Self.rounded($0, .mod) }
        case "rem": return inner.terms().flatMap { Self.rounded($0, .rem) }
        default: return inner.terms().flatMap { Self.value(of: name, $0) }
        }
    }

    /// Arguments up to the end.
    private mutating func terms() -> [CalculationResult]? {
        let terms = commaList { $0.sum() }
        return isAtEnd ? terms : nil
    }

    // MARK: Functions

    private static func value(of name: String, _ terms: [CalculationResult]) -> CalculationResult? {
        switch name {
        case "min": compared(terms, Calculation.least) { $0.min() ?? 0 }
        case "max": compared(terms, Calculation.greatest) { $0.max() ?? 0 }
        case "abs", "sign": terms.count == 1 ? magnitude(name, terms[0]) : nil
        case "sin", "cos", "tan": terms.count == 1 ? trigonometric(name, terms[0]) : nil
        case "asin", "acos", "atan": numbers(terms, 1).map { .angle(inverse(name, $0[0]) * 180 / .pi) }
        case "atan2": same(terms, 2).map { .angle(atan2($0[0], $0[1]) * 180 / .pi) }
        case "pow": numbers(terms, 2).map { .number(pow($0[0], $0[1])) }
        case "sqrt": numbers(terms, 1).map { .number($0[0].squareRoot()) }
        case "exp": numbers(terms, 1).map { .number(exp($0[0])) }
        case "log":
            numbers(terms, 1).map { .number(log($0[0])) } ?? numbers(terms, 2).map { .number(log($0[0]) / log($0[1])) }
        case "hypot": hypotenuse(terms)
        default: nil
        }
    }

    /// So many numbers.
    private static func numbers(_ terms: [CalculationResult], _ count: Int) -> [Double]? {
        let numbers = terms.compactMap { if case .number(let number) = $0 { number } else { nil } }
        return terms.count == count && numbers.count == count ? numbers : nil
    }

    /// So many values of one type, in its own unit; relative lengths are not known yet.
    private static func same(_ terms: [CalculationResult], _ count: Int) -> [Double]? {
        guard terms.count == count else { return nil }
        if let numbers = numbers(terms, count) { return numbers }
        let angles = terms.compactMap { if case .angle(let degrees) = $0 { degrees } else { nil } }
        if angles.count == count { return angles }
        let lengths = terms.compactMap { if case .length(let length) = $0 { length.absolutePoints } else { nil } }
        return lengths.count == count ? lengths : nil
    }

    private static func compared(
        _ terms: [CalculationResult], _ ofLengths: ([Calculation]) -> Calculation, _ choose: ([Double]) -> Double
    ) -> CalculationResult? {
        if case .length? = terms.first {
            let lengths = terms.compactMap { if case .length(let length) = $0 { length } else { nil } }
            return lengths.count == terms.count ? .length(ofLengths(lengths)) : nil
        }
        guard let values = same(terms, terms.count) else { return nil }
        // One that is no number makes all of it none (§10.9.2).
        let value = values.contains(where: \.isNaN) ? .nan : choose(values)
        if case .angle? = terms.first { return .angle(value) }
        return .number(value)
    }

    /// `clamp(min, value, max)`, either limit being `none`.
    private mutating func clamped() -> CalculationResult? {
        var terms: [CalculationResult?] = []
        repeat {
            if take("none") {
                terms.append(nil)
            } else {
                guard let term = sum() else { return nil }
                terms.append(term)
            }
        } while comma()
        guard isAtEnd, terms.count == 3, let value = terms[1] else { return nil }
        let below = terms[2].map { Self.value(of: "min", [value, $0]) } ?? value
        guard let below else { return nil }
        return terms[0].map { Self.value(of: "max", [$0, below]) } ?? below
    }

    private static func magnitude(_ name: String, _ term: CalculationResult) -> CalculationResult? {
        func sign(_ value: Double) -> Double { value.isNaN || value == 0 ? value : value < 0 ? -1 : 1 }
        switch term {
        case .number(let number): return .number(name == "abs" ? abs(number) : sign(number))
        case .angle(let degrees): return name == "abs" ? .angle(abs(degrees)) : .number(sign(degrees))
        case .length(let length):
            if name == "sign" { return length.absolutePoints.map { .number(sign($0)) } }
            return length.hasPercentage ? nil : .length(.absolute(length))
        }
    }

    /// Numbers are radians. Tangents of right angles are what they come to.
    private static func trigonometric(_ name: String, _ term: CalculationResult) -> CalculationResult? {
        let radians: Double
        switch term {
        case .number(let number): radians = number
        case .angle(let degrees): radians = degrees * .pi / 180
        case .length: return nil
        }
        switch name {
        case "sin": return .number(sin(radians))
        case "cos": return .number(cos(radians))
        default: return .number(tan(radians))
        }
    }

    private static func inverse(_ name: String, _ value: Double) -> Double {
        switch name {
        case "asin": asin(value)
        case "acos": acos(value)
        default: atan(value)
        }
    }

    private static func hypotenuse(_ terms: [CalculationResult]) -> CalculationResult? {
        if case .length? = terms.first {
            let lengths = terms.compactMap { if case .length(let length) = $0 { length } else { nil } }
            guard lengths.count == terms.count, !lengths.contains(where: \.hasPercentage) else { return nil }
            return .length(.hypotenuse(lengths))
        }
        guard let values = same(terms, terms.count) else { return nil }
        let value = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if case .angle? = terms.first { return .angle(value) }
        return .number(value)
    }

    /// `round()`, `mod()` and `rem()`; a number alone is rounded to whole ones.
    private static func rounded(_ terms: [CalculationResult], _ rounding: Rounding) -> CalculationResult? {
        if terms.count == 1, rounding != .mod, rounding != .rem, let number = numbers(terms, 1) {
            return .number(rounding.round(number[0], to: 1))
        }
        guard terms.count == 2 else { return nil }
        switch (terms[0], terms[1]) {
        case (.number(let value), .number(let step)): return .number(rounding.round(value, to: step))
        case (.angle(let value), .angle(let step)): return .angle(rounding.round(value, to: step))
        case (.length(let value), .length(let step)):
            guard !value.hasPercentage, !step.hasPercentage else { return nil }
            return .length(.rounded(value, to: step, rounding))
        default: return nil
        }
    }

    // MARK: Arithmetic

    /// `<calc-sum>`; plus and minus need white space round them, which makes them delimiters.
    private mutating func sum() -> CalculationResult? {
        guard var total = product() else { return nil }
        // Lengths are gathered, so that a long sum is no deep one.
        var lengths: [Calculation] = []
        if case .length(let first) = total { lengths = [first] }
        while let sign = additionSign() {
            guard let term = product() else { return nil }
            switch (total, term) {
            case (.number(let a), .number(let b)): total = .number(a + sign * b)
            case (.angle(let a), .angle(let b)): total = .angle(a + sign * b)
            case (.length, .length(let b)): lengths.append(sign < 0 ? b.scaled(by: -1) : b)
            default: return nil
            }
        }
        return lengths.count > 1 ? .length(.sum(lengths)) : total
    }

    private mutating func additionSign() -> Double? { takeDelimiter("+") ? 1 : takeDelimiter("-") ? -1 : nil }

    private mutating func product() -> CalculationResult? {
        guard var total = factor() else { return nil }
        while true {
            if takeDelimiter("*") {
                guard let other = factor() else { return nil }
                switch (total, other) {
                case (.number(let a), .number(let b)): total = .number(a * b)
                case (.length(let a), .number(let b)), (.number(let b), .length(let a)):
                    total = .length(a.scaled(by: b))
                case (.angle(let a), .number(let b)), (.number(let b), .angle(let a)): total = .angle(a * b)
                default: return nil
                }
            } else if takeDelimiter("/") {
                guard let other = factor() else { return nil }
                switch (total, other) {
                case (.number(let a), .number(let b)): total = .number(a / b)
                case (.length(let a), .number(let b)): total = .length(a.scaled(by: 1 / b))
                case (.angle(let a), .number(let b)): total = .angle(a / b)
                case (.angle, .angle), (.length, .length):
                    // Units cancel out where both are known (§10.11).
                    guard let values = Self.same([total, other], 2) else { return nil }
                    total = .number(values[0] / values[1])
                default: return nil
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
        case .ident: return attempt { parser in parser.keyword().flatMap { parser.constant($0) } }
        case .dimension:
            if let degrees = angle() { return .angle(degrees) }
            return length(.all).map { .length(.leaf($0)) }
        default: return length(.all).map { .length(.leaf($0)) }
        }
    }

    /// §10.7.
    private func constant(_ name: String) -> CalculationResult? {
        switch name {
        case "pi": .number(.pi)
        case "e": .number(2.718281828459045)
        case "infinity": .number(.infinity)
        case "-infinity": .number(-.infinity)
        case "nan": .number(.nan)
        default: variables[name].map(CalculationResult.number)
        }
    }

    /// An angle in degrees, also one that is calculated; 0 needs no unit in gradients (CSS Images 4, §3.1.1).
    mutating func angleOrZero() -> Double? {
        guard let token else { return nil }
        if token.kind == .number, token.number == 0 {
            advance()
            return 0
        }
        return angle()
            ?? attempt { parser in
                if case .angle(let degrees)? = parser.calculation() { degrees.bounded(1e9) } else { nil }
            }
    }

    /// An `<angle>` in degrees (§7.1).
    mutating func angle() -> Double? {
        guard let token, token.kind == .dimension else { return nil }
        let degrees: Double
        switch buffer.unit(token).asciiLowercased {
        case "deg": degrees = token.number
        case "grad": degrees = token.number * 0.9
        case "rad": degrees = token.number * 180 / .pi
        case "turn": degrees = token.number * 360
        default: return nil
        }
        advance()
        return degrees
    }
}

extension Calculation {
    /// The calculation times a number; factors are gathered, so that a long product is no deep one.
    func scaled(by factor: Double) -> Calculation {
        switch self {
        case .leaf(.fixed(let length)):
            .leaf(.fixed(length.scaled(by: factor)))
        case .leaf(.relative(let number, let unit)): .leaf(.relative(number * factor, unit))
        case .scaled(let inner, let own): .scaled(inner, own * factor)
        default: .scaled(self, factor)
        }
    }
}
