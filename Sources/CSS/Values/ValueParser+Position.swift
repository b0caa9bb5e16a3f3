/// `<position>` and `<resolution>`.
extension ValueParser {
    /// A `<position>` before its lengths are computed.
    struct Position: Sendable {
        var horizontal: Length
        var vertical: Length
    }

    /// One or two keywords or lengths (CSS Backgrounds 3, §2.6, without offsets from the far edges).
    mutating func position() -> Position? {
        enum Part {
            case horizontal(Length)
            case vertical(Length)
            case either(Length)
        }
        func part(_ parser: inout ValueParser) -> Part? {
            if let length = parser.length(.all) { return .either(length) }
            return parser.attempt { parser in
                switch parser.keyword() {
                case "left": .horizontal(.fixed(.percent(0)))
                case "right": .horizontal(.fixed(.percent(100)))
                case "top": .vertical(.fixed(.percent(0)))
                case "bottom": .vertical(.fixed(.percent(100)))
                case "center": .either(.fixed(.percent(50)))
                default: nil
                }
            }
        }
        let center = Length.fixed(.percent(50))
        guard let first = part(&self) else { return nil }
        let second = part(&self)
        switch (first, second) {
        case (.horizontal(let x), nil), (.either(let x), nil): return Position(horizontal: x, vertical: center)
        case (.vertical(let y), nil): return Position(horizontal: center, vertical: y)
        case (.horizontal(let x), .vertical(let y)?), (.horizontal(let x), .either(let y)?),
            (.either(let x), .vertical(let y)?), (.either(let x), .either(let y)?),
            (.vertical(let y), .horizontal(let x)?),
            (.vertical(let y), .either(let x)?), (.either(let y), .horizontal(let x)?):
            return Position(horizontal: x, vertical: y)
        case (.horizontal, .horizontal?), (.vertical, .vertical?): return nil
        }
    }

    /// Dots per inch; what a picture says of itself is not known here, so `from-image` leaves the number beside it.
    mutating func imageResolution() -> Double? {
        var dots: Double?
        var seen = false
        while !isAtEnd {
            if take("from-image") || take("snap") {
                seen = true
            } else {
                guard dots == nil, let resolution = resolution() else { return nil }
                dots = resolution
            }
        }
        return dots ?? (seen ? 96 : nil)
    }

    /// A `<resolution>` above zero, in dots per inch (CSS Values 4, §7.4).
    mutating func resolution() -> Double? {
        guard let token, token.kind == .dimension, token.number > 0 else { return nil }
        let dots: Double
        switch buffer.unit(token).asciiLowercased {
        case "dpi": dots = token.number
        case "dpcm": dots = token.number * 2.54
        case "dppx", "x": dots = token.number * 96
        default: return nil
        }
        advance()
        return dots
    }
}
