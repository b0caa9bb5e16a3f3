/// Dates as pages give them → ISO 8601.
enum DateText {
    /// The date in ISO 8601, or nil where it is none or could be either of two days.
    static func date(_ text: String?) -> String? {
        guard let text = text.map(HTMLText.collapsed), !text.isEmpty else { return nil }
        if isISO(text) { return text }
        if let date = ideographic(text) { return date }
        let words = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
        return numeric(words, isDotted: text.contains(".")) ?? named(words)
    }

    /// `2020-05-03` with anything behind it.
    private static func isISO(_ text: String) -> Bool {
        let head = Array(text.utf8.prefix(10))
        guard head.count == 10 else { return false }
        return head.indices.allSatisfy { index in
            index == 4 || index == 7 ? head[index] == 0x2D : head[index] >= 0x30 && head[index] <= 0x39
        }
    }

    /// Year, month, day in figures: the year first, or last behind a day that no month could be.
    private static func numeric(_ words: [String], isDotted: Bool) -> String? {
        if let first = words.first, first.utf8.count == 8, let number = Int(first) {
            return iso(number / 10_000, number / 100 % 100, number % 100)
        }
        guard words.count >= 3, let a = Int(words[0]), let b = Int(words[1]), let c = Int(words[2]) else { return nil }
        if a > 1_000 { return iso(a, b, c) }
        guard c > 1_000 else { return nil }
        if a > 12 || isDotted || a == b { return iso(c, b, a) }
        return b > 12 ? iso(c, a, b) : nil
    }

    /// A month by name, with a day and a year round it.
    private static func named(_ words: [String]) -> String? {
        for (position, word) in words.enumerated() {
            guard let month = MonthNames.month(word) else { continue }
            let near = words[max(0, position - 2)...].prefix(5).compactMap {
                Int($0.prefix { $0.isASCII && $0.isNumber })
            }
            guard let year = near.first(where: { $0 > 1_000 && $0 < 10_000 }),
                let day = near.first(where: { $0 > 0 && $0 < 32 })
            else { continue }
            return iso(year, month, day)
        }
        return nil
    }

    /// `2020年5月3日`, `2020년 5월 3일`.
    private static func ideographic(_ text: String) -> String? {
        let numbers = text.split { !($0.isASCII && $0.isNumber) }.prefix(3).compactMap { Int($0) }
        guard numbers.count == 3, text.contains("年") && text.contains("月") || text.contains("년") && text.contains("월")
        else { return nil }
        return iso(numbers[0], numbers[1], numbers[2])
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1_000...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
