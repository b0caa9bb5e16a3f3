/// The values that HTML allows in `time`'s `datetime` (HTML, §4.5.14), as far as dates and times of day go.
public enum HTMLTime {
    /// Whether the text is a month, a date, or a date and time with or without its zone.
    public static func isValid(_ text: String) -> Bool {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        guard parts.count > 0, let date = numbers(parts[0], separator: "-", widths: [4, 2, 2]) else { return false }
        guard date.count > 1, date[0] > 0, (1...12).contains(date[1]) else {
            return date.count == 1 && date[0] > 0 && parts.count == 1
        }
        if date.count == 3, !(1...days(inMonth: date[1], of: date[0])).contains(date[2]) { return false }
        if parts.count == 1 { return true }
        return date.count == 3 && isTimeWithZone(parts[1])
    }

    private static func isTimeWithZone(_ text: Substring) -> Bool {
        var time = text
        if time.hasSuffix("Z") {
            time = time.dropLast()
        } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let zone = time[time.index(after: sign)...]
            let hours = zone.contains(":") ? numbers(zone, separator: ":", widths: [2, 2]) : hoursAndMinutes(zone)
            guard let hours, hours.count == 2, hours[0] < 24, hours[1] < 60 else { return false }
            time = time[..<sign]
        }
        let halves = time.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let clock = numbers(halves[0], separator: ":", widths: [2, 2, 2]), clock.count >= 2 else { return false }
        if halves.count == 2 {
            guard clock.count == 3, (1...3).contains(halves[1].count), halves[1].utf8.allSatisfy(\.isDigit) else {
                return false
            }
        }
        return clock[0] < 24 && clock.dropFirst().allSatisfy { $0 < 60 }
    }

    private static func hoursAndMinutes(_ text: Substring) -> [Int]? {
        guard text.count == 4, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return [Int(text.prefix(2)) ?? 0, Int(text.suffix(2)) ?? 0]
    }

    /// Numbers of these widths, at most as many as there are widths; nil where one is none.
    private static func numbers(_ text: Substring, separator: Character, widths: [Int]) -> [Int]? {
        let pieces = text.split(separator: separator, omittingEmptySubsequences: false)
        guard pieces.count <= widths.count else { return nil }
        var result: [Int] = []
        for (piece, width) in zip(pieces, widths) {
            guard piece.utf8.count == width, piece.utf8.allSatisfy(\.isDigit), let number = Int(piece) else {
                return nil
            }
            result.append(number)
        }
        return result
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
