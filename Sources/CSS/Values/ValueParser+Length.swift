/// What lengths a property takes.
struct LengthRange: OptionSet, Sendable {
    var rawValue: Int
    static let percentages = LengthRange(rawValue: 1)
    static let negative = LengthRange(rawValue: 2)
    /// Numbers stand for pixels, as in attributes and old quirks; not used by properties.
    static let all: LengthRange = [.percentages, .negative]
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
            return .fixed(LengthPercentage.percent(token.number).bounded)
        case .dimension:
            guard token.number >= 0 || range.contains(.negative), let length = dimension(token) else { return nil }
            advance()
            return length
        case .function:
            return attempt { parser in
                guard case .length(let calculation)? = parser.calculation() else { return nil }
                guard range.contains(.percentages) || !calculation.hasPercentage else { return nil }
                // What is too small comes to the least that the property takes (CSS Values 4, §10.12).
                if case .leaf(let length) = calculation, range.contains(.negative) { return length.bounded }
                let isBounded = range.contains(.negative) || calculation.hasPercentage
                return .calculation(isBounded ? calculation : .greatest([.leaf(.zero), calculation]))
            }
        default: return nil
        }
    }

    private func dimension(_ token: Token) -> Length? {
        let unit = buffer.unit(token).asciiLowercased
        if let points = LengthUnit.points(in: unit) {
            return .fixed(LengthPercentage.points(token.number * points).bounded)
        }
        return LengthUnit(name: unit).map { .relative(token.number, $0) }
    }
}
