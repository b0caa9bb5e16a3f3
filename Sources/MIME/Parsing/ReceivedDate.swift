/// A time as a message's header gives it (RFC 5322, §3.3 and §4.3), with its zone.
public struct ReceivedDate: Hashable, Sendable {
    /// ISO 8601 with the offset that was written: `2024-03-05T08:30:00+01:00`.
    public let text: String

    /// nil where the field holds no date.
    public init?(_ field: String) {
        // A comment says the zone's name again.
        let plain = field.prefix { $0 != "(" }
        var words = plain.split { $0.isWhitespace || $0 == "," }.map(String.init)
        if let first = words.first, Int(first) == nil { words.removeFirst() }
        if words.count >= 2, Int(words[0]) == nil || Int(words[1]) != nil { return nil }
        guard words.count >= 3, let day = Int(words[0]), (1...31).contains(day), let month = Self.month(words[1]),
            var year = Int(words[2])
        else { return nil }
        // §4.3: years of two and three figures.
        if year < 50 { year += 2_000 } else if year < 1_000 { year += 1_900 }
        guard (1_900...9_999).contains(year) else { return nil }
        let date = "\(year)-\(Self.two(month))-\(Self.two(day))"
        let clock = words.count > 3 ? words[3].split(separator: ":").compactMap { Int($0) } : []
        guard clock.count >= 2, (0...23).contains(clock[0]), (0...59).contains(clock[1]) else {
            text = date
            return
        }
        let seconds = clock.count > 2 && (0...59).contains(clock[2]) ? clock[2] : 0
        let time = [clock[0], clock[1], seconds].map(Self.two).joined(separator: ":")
        text = "\(date)T\(time)\(words.count > 4 ? Self.offset(words[4]) : "Z")"
    }

    private static func month(_ word: String) -> Int? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return months.firstIndex(of: String(word.prefix(3).lowercased())).map { $0 + 1 }
    }

    /// `+0100` → `+01:00`; §4.3's names; others, and `-0000`, say nothing but UTC.
    private static func offset(_ zone: String) -> String {
        if let sign = zone.first, sign == "+" || sign == "-", zone.utf8.count == 5,
            zone.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }), zone.dropFirst() != "0000"
        {
            return "\(sign)\(zone.dropFirst().prefix(2)):\(zone.suffix(2))"
        }
        let hours = ["EDT": 4, "EST": 5, "CDT": 5, "CST": 6, "MDT": 6, "MST": 7, "PDT": 7, "PST": 8]
        return hours[zone.uppercased()].map { "-\(two($0)):00" } ?? "Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
