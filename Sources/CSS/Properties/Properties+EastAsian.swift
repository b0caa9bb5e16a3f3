/// `text-autospace` and `text-spacing-trim` (CSS Text 4, §9).
extension Property {
    static let eastAsian: [Property] = [
        .value("text-autospace", \.text.autospace, inherited: true) { $0.autospace() },
        .value("text-spacing-trim", \.text.spacingTrim, inherited: true) { parser in
            TextStyle.SpacingTrim.keywords.first { parser.take($0.name) }?.trim
        },
    ]
}

extension Shorthand {
    /// `text-spacing` (§9.3).
    static let textSpacing = Shorthand(name: "text-spacing", longhands: ["text-autospace", "text-spacing-trim"]) {
        parser in
        var autospace = TextStyle.Autospace.normal
        var trim = TextStyle.SpacingTrim.normal
        if parser.take("none") {
            autospace = []
            trim = []
        } else if !parser.take("normal"), !parser.take("auto") {
            while !parser.isAtEnd {
                if let keyword = TextStyle.SpacingTrim.keywords.first(where: { parser.take($0.name) }) {
                    trim = keyword.trim
                } else {
                    guard let some = parser.autospace() else { return nil }
                    autospace = some
                }
            }
        }
        return [
            ("text-autospace", { [autospace] values, _ in values.text.autospace = autospace }),
            ("text-spacing-trim", { [trim] values, _ in values.text.spacingTrim = trim }),
        ]
    }
}

extension TextStyle.SpacingTrim {
    /// What the keywords leave out. `normal` and the `trim-…` ones but `trim-both` trim a line's end only where it would
    /// not fit otherwise; a line that is justified never says which that was, so that they all do it.
    static let keywords: [(name: String, trim: Self)] = [
        ("normal", .normal), ("auto", [.adjacent, .start, .end]), ("space-all", []),
        ("space-first", [.adjacent, .start, .end]), ("trim-start", [.adjacent, .start, .end]),
        ("trim-both", [.adjacent, .start, .end]), ("trim-all", [.adjacent, .start, .end]),
    ]

    var cssText: String { self == .normal ? "normal" : isEmpty ? "space-all" : "trim-both" }
}

extension TextStyle.Autospace {
    var cssText: String {
        if self == .normal { return "normal" }
        if isEmpty { return "no-autospace" }
        return contains(.ideographAlpha) ? "ideograph-alpha" : "ideograph-numeric"
    }
}

extension ValueParser {
    /// `normal`, `no-autospace`, or what is to be spaced; `punctuation` and `replace` are read and change nothing.
    fileprivate mutating func autospace() -> TextStyle.Autospace? {
        if take("normal") || take("auto") { return .normal }
        if take("no-autospace") { return [] }
        var result: TextStyle.Autospace = []
        var count = 0
        while true {
            if take("ideograph-alpha") {
                result.insert(.ideographAlpha)
            } else if take("ideograph-numeric") {
                result.insert(.ideographNumeric)
            } else if !take("punctuation"), !take("insert"), !take("replace") {
                return count > 0 ? result : nil
            }
            count += 1
        }
    }
}
