/// Marks and small text beside letters (CSS Text Decoration 4, §3; CSS Ruby 1, §4).
extension Property {
    static let annotations: [Property] = [
        .value("text-emphasis-style", \.text.emphasis.mark, inherited: true) { $0.emphasisMark() },
        .computed(
            "text-emphasis-color", \.text.emphasis.color, inherited: true, { $0.color() }, { $0.computed($1.color) }),
        .value("text-emphasis-position", \.text.emphasis.isUnder, inherited: true) { $0.emphasisIsUnder() },
        .value("ruby-position", \.text.rubyIsUnder, inherited: true) { $0.rubyIsUnder() },
        .keyword("ruby-align", \.text.rubyAlign, inherited: true),
    ]
}

extension ValueParser {
    /// The mark itself: a text's first character, or what the keywords stand for in horizontal text (§3.1).
    fileprivate mutating func emphasisMark() -> String?? {
        if take("none") { return .some(nil) }
        if let text = string() { return .some(text.first.map(String.init)) }
        var isOpen: Bool?
        var shape: EmphasisShape?
        while !isAtEnd {
            if isOpen == nil, take("filled") {
                isOpen = false
            } else if isOpen == nil, take("open") {
                isOpen = true
            } else if shape == nil, let keyword = keyword(EmphasisShape.self) {
                shape = keyword
            } else {
                break
            }
        }
        guard isOpen != nil || shape != nil else { return nil }
        return .some((shape ?? .circle).mark(isOpen: isOpen ?? false))
    }

    /// `over` or `under`; the sides are those of vertical text (§3.4).
    fileprivate mutating func emphasisIsUnder() -> Bool? {
        if take("auto") { return false }
        var isUnder: Bool?
        var hasSide = false
        while !isAtEnd {
            if isUnder == nil, take("over") {
                isUnder = false
            } else if isUnder == nil, take("under") {
                isUnder = true
            } else {
                guard !hasSide, take("right") || take("left") else { return nil }
                hasSide = true
            }
        }
        return isUnder
    }

    /// `alternate` begins with its other word's side, or over the base; `inter-character` is of vertical text (CSS Ruby 1,
    /// §4.1).
    fileprivate mutating func rubyIsUnder() -> Bool? {
        if take("inter-character") { return false }
        let alternates = take("alternate")
        if take("under") {
            _ = take("alternate")
            return true
        }
        if take("over") {
            _ = !alternates && take("alternate")
            return false
        }
        return alternates ? false : nil
    }
}

private enum EmphasisShape: String {
    case dot, circle, doubleCircle, triangle, sesame

    func mark(isOpen: Bool) -> String {
        switch self {
        case .dot: isOpen ? "\u{25E6}" : "\u{2022}"
        case .circle: isOpen ? "\u{25CB}" : "\u{25CF}"
        case .doubleCircle: isOpen ? "\u{25CE}" : "\u{25C9}"
        case .triangle: isOpen ? "\u{25B3}" : "\u{25B2}"
        case .sesame: isOpen ? "\u{FE46}" : "\u{FE45}"
        }
    }
}
