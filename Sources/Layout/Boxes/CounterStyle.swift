/// The predefined counter styles that need no `@counter-style` (CSS Counter Styles 3, §6).
enum CounterStyle {
    /// The representation of a value, without prefix and suffix.
    static func text(_ value: Int, style: String) -> String {
        switch style {
        case "none": ""
        case "disc": "•"
        case "circle": "◦"
        case "square": "▪"
        case "decimal-leading-zero": value >= 0 && value < 10 ? "0\(value)" : String(value)
        case "lower-alpha", "lower-latin": alphabetic(value, "abcdefghijklmnopqrstuvwxyz")
        case "upper-alpha", "upper-latin": alphabetic(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case "lower-greek": alphabetic(value, "αβγδεζηθικλμνξοπρστυφχψω")
        case "lower-roman": roman(value).lowercased()
        case "upper-roman": roman(value)
        default: String(value)
        }
    }

    /// A marker's text with the style's suffix: a full stop and a space for numbers, a space for symbols.
    static func marker(_ value: Int, style: String) -> String {
        let text = text(value, style: style)
        switch style {
        case "none": return ""
        case "disc", "circle", "square": return text
        default: return text + "."
        }
    }

    private static func alphabetic(_ value: Int, _ symbols: String) -> String {
        let symbols = Array(symbols)
        guard value > 0 else { return String(value) }
        var rest = value
        var digits: [Character] = []
        while rest > 0 {
            rest -= 1
            digits.append(symbols[rest % symbols.count])
            rest /= symbols.count
        }
        return String(digits.reversed())
    }

    private static func roman(_ value: Int) -> String {
        guard (1...3999).contains(value) else { return String(value) }
        var rest = value
        var text = ""
        for (weight, letters) in romanDigits {
            while rest >= weight {
                text += letters
                rest -= weight
            }
        }
        return text
    }

    private static let romanDigits = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
}
