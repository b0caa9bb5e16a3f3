/// A page's printed number as PDF counts it: a style, a number and words in front (PDF 32000-1, §12.4.2).
struct PageLabel: Hashable {
    /// `D`, `r` or `R`; nil for words alone.
    var style: Character?
    var number: Int
    var prefix: String

    /// Reads `12`, `iv`, `IV`, `A-3` or any words.
    init(_ text: String) {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        if digits > 0, digits < 9, let number = Int(text.suffix(digits)), number > 0,
            String(number).count == digits
        {
            (style, self.number, prefix) = ("D", number, String(text.dropLast(digits)))
        } else if let number = Self.roman(text.uppercased()), text == text.lowercased() || text == text.uppercased() {
            (style, self.number, prefix) = (text == text.lowercased() ? "r" : "R", number, "")
        } else {
            (style, number, prefix) = (nil, 0, text)
        }
    }

    /// Whether the label is the one that a reader counts to after the other.
    func follows(_ other: PageLabel) -> Bool {
        style != nil && style == other.style && prefix == other.prefix && number == other.number + 1
    }

    /// The value of a Roman numeral below 4,000 in capitals, nil where it is not in its usual form.
    private static func roman(_ text: String) -> Int? {
        let table: [(Int, String)] = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var value = 0
        var rest = Substring(text)
        for (worth, letters) in table {
            let limit = letters.count == 1 && worth.description.first == "1" ? 3 : 1
            for _ in 0..<limit where rest.hasPrefix(letters) {
                rest = rest.dropFirst(letters.count)
                value += worth
            }
        }
        return rest.isEmpty && value > 0 ? value : nil
    }
}
