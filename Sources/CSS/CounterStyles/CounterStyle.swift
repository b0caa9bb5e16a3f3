/// How numbers are written (CSS Counter Styles 3, §3): a `@counter-style` rule or one of the predefined styles.
public struct CounterStyle: Hashable, Sendable {
    var system = System.symbolic
    /// What stands before and after the representation of a negative value.
    var negative = Pair(before: "-", after: "")
    /// What stands before and after a marker's representation.
    var prefix = ""
    var suffix = ". "
    /// Values that the style can write; nil is what its system can (`auto`).
    var range: [ClosedRange<Int>]?
    /// Least length in characters, and what fills it up.
    var padLength = 0
    var padSymbol = ""
    var fallback = "decimal"
    var symbols: [String] = []
    /// Weights from the greatest.
    var additiveSymbols: [Weighted] = []

    enum System: Hashable, Sendable {
        case cyclic, numeric, alphabetic, symbolic, additive
        /// The first symbol's value.
        case fixed(Int)
        case ethiopic
        case chinese(isFormal: Bool)
    }

    struct Pair: Hashable, Sendable {
        var before: String
        var after: String
    }

    struct Weighted: Hashable, Sendable {
        var weight: Int
        var symbol: String
    }

    /// No representation is longer (§2 lets a style end at 60 characters); a hostile one cannot fill the memory.
    static let longest = 120

    /// The representation of a value, or nil where the style cannot write it and its fallback has to (§2).
    func text(of value: Int) -> String? {
        guard holds(value), value != .min else { return nil }
        let isNegative = value < 0 && signs
        guard var text = isNegative ? initial(of: -value) : initial(of: value) else { return nil }
        let length = text.count + (isNegative ? negative.before.count + negative.after.count : 0)
        if length < padLength, !padSymbol.isEmpty {
            text = String(repeating: padSymbol, count: min(padLength, Self.longest) - length) + text
        }
        return isNegative ? negative.before + text + negative.after : text
    }

    private func holds(_ value: Int) -> Bool {
        if let range { return range.contains { $0.contains(value) } }
        switch system {
        case .cyclic, .numeric, .fixed: return true
        case .alphabetic, .symbolic, .ethiopic: return value >= 1
        case .additive: return value >= 0
        case .chinese: return (-9999...9999).contains(value)
        }
    }

    /// Whether negative values are written as positive ones with a sign.
    private var signs: Bool {
        switch system {
        case .numeric, .alphabetic, .symbolic, .additive, .chinese: true
        case .cyclic, .fixed, .ethiopic: false
        }
    }

    // MARK: Systems

    private func initial(of value: Int) -> String? {
        switch system {
        case .cyclic:
            guard !symbols.isEmpty else { return nil }
            let index = (value - 1) % symbols.count
            return symbols[index < 0 ? index + symbols.count : index]
        case .fixed(let first):
            let index = value.subtractingReportingOverflow(first).partialValue
            return symbols.indices.contains(index) ? symbols[index] : nil
        case .numeric: return numeric(value)
        case .alphabetic: return alphabetic(value)
        case .symbolic:
            guard !symbols.isEmpty, value >= 1 else { return nil }
            let count = (value - 1) / symbols.count + 1
            guard count <= Self.longest else { return nil }
            return String(repeating: symbols[(value - 1) % symbols.count], count: count)
        case .additive: return additive(value)
        case .ethiopic: return EthiopicNumber.text(of: value)
        case .chinese(let isFormal): return ChineseNumber(symbols, isFormal: isFormal).text(of: value)
        }
    }

    private func numeric(_ value: Int) -> String? {
        guard symbols.count > 1 else { return nil }
        if value == 0 { return symbols[0] }
        var rest = value
        var digits: [String] = []
        while rest > 0 {
            digits.append(symbols[rest % symbols.count])
            rest /= symbols.count
        }
        return digits.reversed().joined()
    }

    private func alphabetic(_ value: Int) -> String? {
        guard symbols.count > 1, value >= 1 else { return nil }
        var rest = value
        var digits: [String] = []
        while rest > 0 {
            rest -= 1
            digits.append(symbols[rest % symbols.count])
            rest /= symbols.count
        }
        return digits.reversed().joined()
    }

    private func additive(_ value: Int) -> String? {
        if value == 0 { return additiveSymbols.last { $0.weight == 0 }?.symbol }
        var rest = value
        var text = ""
        for item in additiveSymbols where item.weight > 0 && item.weight <= rest {
            let count = rest / item.weight
            guard count <= Self.longest, text.utf8.count < 8 * Self.longest else { return nil }
            text += String(repeating: item.symbol, count: count)
            rest -= count * item.weight
        }
        return rest == 0 ? text : nil
    }
}

/// Ethiopic numbers (CSS Counter Styles 3, §7.2): groups of two digits with a mark of hundreds or ten thousands.
enum EthiopicNumber {
    static func text(of value: Int) -> String {
        if value == 1 { return "\u{1369}" }
        var groups: [Int] = []
        var rest = value
        while rest > 0 {
            groups.append(rest % 100)
            rest /= 100
        }
        var text = ""
        for (index, group) in groups.enumerated().reversed() {
            let isFirst = index == groups.count - 1
            if group != 0, !(group == 1 && (isFirst || index % 2 == 1)) {
                append(0x1371, group / 10, to: &text)
                append(0x1368, group % 10, to: &text)
            }
            if index % 2 == 1 {
                if group != 0 { text += "\u{137B}" }
            } else if index > 0 {
                text += "\u{137C}"
            }
        }
        return text
    }

    /// The digit's sign, counted from the one before its first; nothing for zero.
    private static func append(_ base: UInt32, _ digit: Int, to text: inout String) {
        guard digit > 0, let scalar = Unicode.Scalar(base + UInt32(digit)) else { return }
        text.unicodeScalars.append(scalar)
    }
}

/// Chinese numbers up to 9999 (CSS Counter Styles 3, §7.1): digits with the marks of ten, hundred and thousand.
struct ChineseNumber {
    /// Ten digits, then the marks.
    private let symbols: [String]
    private let isFormal: Bool

    init(_ symbols: [String], isFormal: Bool) {
        self.symbols = symbols
        self.isFormal = isFormal
    }

    func text(of value: Int) -> String {
        if value == 0 { return symbols[0] }
        let digits = String(value).utf8.map { Int($0 - UInt8(ascii: "0")) }
        var text = ""
        var skipsZero = true
        for (index, digit) in digits.enumerated() {
            let place = digits.count - 1 - index
            if digit == 0 {
                // Zeros in a row are one, and those at the end none.
                if !skipsZero, digits[index...].contains(where: { $0 != 0 }) { text += symbols[0] }
                skipsZero = true
                continue
            }
            skipsZero = false
            let dropsOne = !isFormal && place == 1 && digit == 1 && digits.count == 2
            if !dropsOne { text += symbols[digit] }
            if place > 0 { text += symbols[9 + place] }
        }
        return text
    }
}
