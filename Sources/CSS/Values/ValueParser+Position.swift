/// `<position>` and `<resolution>`.
extension ValueParser {
    /// A `<position>` before its lengths are computed.
    struct Position: Sendable {
        var horizontal: Length
        var vertical: Length

        func computed(in context: ComputationContext) -> BackgroundPosition {
            BackgroundPosition(horizontal: horizontal.computed(in: context), vertical: vertical.computed(in: context))
        }
    }

    /// One, two or four components: keywords, lengths, and offsets from the edges that are named
    /// (CSS Backgrounds 3, §2.6).
    ///
    /// Backgrounds take three as well: an edge with its offset, and another keyword.
    mutating func position(takesThree: Bool = false) -> Position? {
        attempt { parser in
            var parts: [PositionPart] = []
            while parts.count < 4, let part = parser.positionPart() { parts.append(part) }
            return switch parts.count {
            case 1: PositionPart.position(parts[0], .center)
            case 2: PositionPart.position(parts[0], parts[1])
            case 3 where takesThree: PositionPart.position(offset: parts)
            case 4: PositionPart.position(offset: parts)
            default: nil
            }
        }
    }

    private mutating func positionPart() -> PositionPart? {
        if let length = length(.all) { return .length(length) }
        return attempt { parser in
            switch parser.keyword() {
            case "left": .edge(isHorizontal: true, isFar: false)
            case "right": .edge(isHorizontal: true, isFar: true)
            case "top": .edge(isHorizontal: false, isFar: false)
            case "bottom": .edge(isHorizontal: false, isFar: true)
            case "center": .center
            default: nil
            }
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

/// One component of a `<position>`.
private enum PositionPart {
    case edge(isHorizontal: Bool, isFar: Bool)
    case center
    case length(Length)

    /// Two components: the horizontal one first, but that keywords may change places with each other.
    static func position(_ first: PositionPart, _ second: PositionPart) -> ValueParser.Position? {
        switch (first, second) {
        case (.edge(true, _), .edge(true, _)), (.edge(false, _), .edge(false, _)), (.edge(false, _), .length),
            (.length, .edge(true, _)):
            nil
        case (.edge(false, _), _), (_, .edge(true, _)):
            ValueParser.Position(horizontal: second.length, vertical: first.length)
        default: ValueParser.Position(horizontal: first.length, vertical: second.length)
        }
    }

    /// Three or four components: edges with offsets from them, one of which may be missing.
    static func position(offset parts: [PositionPart]) -> ValueParser.Position? {
        var pairs: [(edge: PositionPart, offset: Length?)] = []
        for part in parts {
            if case .length(let length) = part {
                guard let last = pairs.last, last.offset == nil, case .edge = last.edge else { return nil }
                pairs[pairs.count - 1].offset = length
            } else {
                pairs.append((part, nil))
            }
        }
        guard pairs.count == 2 else { return nil }
        let isTurned: Bool
        switch (pairs[0].edge, pairs[1].edge) {
        case (.edge(true, _), .edge(false, _)), (.edge(true, _), .center), (.center, .edge(false, _)): isTurned = false
        case (.edge(false, _), .edge(true, _)), (.edge(false, _), .center), (.center, .edge(true, _)): isTurned = true
        default: return nil
        }
        let lengths = pairs.map { $0.edge.length(offset: $0.offset) }
        return ValueParser.Position(horizontal: lengths[isTurned ? 1 : 0], vertical: lengths[isTurned ? 0 : 1])
    }

    private var length: Length { length(offset: nil) }

    /// The share of the room that is free, moved inwards by an offset.
    private func length(offset: Length?) -> Length {
        switch self {
        case .length(let length): length
        case .center: .fixed(.percent(50))
        case .edge(_, isFar: false): offset ?? .fixed(.percent(0))
        case .edge(_, isFar: true):
            offset.map {
                .calculation(.sum([.leaf(.fixed(.percent(100))), .scaled(.leaf($0), -1)]))
            } ?? .fixed(.percent(100))
        }
    }
}
