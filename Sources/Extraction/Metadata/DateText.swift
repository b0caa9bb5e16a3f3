/// Dates as pages give them → ISO 8601.
enum DateText {
    /// The date in ISO 8601, or nil where it is none or could be either of two days.
    static func date(_ text: String?) -> String? {
        guard let text = text.map(HTMLText.collapsed), !text.isEmpty else { return nil }
        if isISO(text) { return text }
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

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// An English month by name, with a day and a year round it.
    private static func named(_ words: [String]) -> String? {
        guard
            let position = words.firstIndex(where: { word in word.count > 2 && months.contains(String(word.prefix(3))) }
            ),
            let month = months.firstIndex(of: String(words[position].prefix(3)))
        else { return nil }
        let near = words[max(0, position - 1)...].prefix(4).compactMap { Int($0.prefix { $0.isNumber }) }
        guard let year = near.first(where: { $0 > 1_000 && $0 < 10_000 }),
            let day = near.first(where: { $0 > 0 && $0 < 32 })
        else { return nil }
        return iso(year, month + 1, day)
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1_000...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
