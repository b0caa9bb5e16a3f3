import ArticleModel
import Diagnostics
import Glibc

/// The time that stands in an output, so that the same input gives the same bytes.
enum PublicationDate {
    /// Where nothing is known: the earliest time that archives can hold.
    static let fallback = 315_532_800

    /// `SOURCE_DATE_EPOCH`, else the article's own date, else the fallback with a note; seconds since 1970.
    static func seconds(epoch: Int?, articles: [Article]) -> Diagnosed<Int> {
        if let epoch { return Diagnosed(epoch) }
        for article in articles {
            for found in [article.metadata.modified, article.metadata.published] {
                if let seconds = found.flatMap(seconds) { return Diagnosed(seconds) }
            }
        }
        return Diagnosed(fallback, [Diagnostic(.note, .noDate)])
    }

    /// ISO 8601 in UTC.
    static func text(secondsSince1970 seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        return padded(Int(parts.tm_year) + 1900, 4) + "-" + padded(Int(parts.tm_mon) + 1, 2) + "-"
            + padded(Int(parts.tm_mday), 2) + "T" + padded(Int(parts.tm_hour), 2) + ":"
            + padded(Int(parts.tm_min), 2) + ":" + padded(Int(parts.tm_sec), 2) + "Z"
    }

    /// Seconds since 1970 of a date or a date with a time; UTC where it names no zone.
    /// nil where the text is no ISO 8601 date of our era.
    static func seconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            return Int(String(decoding: bytes[range], as: UTF8.self))
        }
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            year >= 1000, (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var seconds = daysSince1970(year: year, month: month, day: day) * 86_400
        if bytes.count >= 16, let hour = number(11..<13), let minute = number(14..<16), hour < 24, minute < 60 {
            let second = bytes.count >= 19 && bytes[16] == UInt8(ascii: ":") ? number(17..<19) ?? 0 : 0
            seconds += hour * 3_600 + minute * 60 + min(second, 59) - offset(bytes.dropFirst(16))
        }
        return seconds
    }

    /// Seconds that a zone is ahead of UTC, in either form of ISO 8601 (`+02:00`, `+0200`).
    private static func offset(_ rest: ArraySlice<UInt8>) -> Int {
        guard let sign = rest.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) else {
            return 0
        }
        let digits = rest[(sign + 1)...].filter { $0 != UInt8(ascii: ":") }
        guard digits.count == 4, let number = Int(String(decoding: digits, as: UTF8.self)) else { return 0 }
        let seconds = number / 100 * 3_600 + number % 100 * 60
        return rest[sign] == UInt8(ascii: "+") ? seconds : -seconds
    }

    /// Days from 1970-01-01 to a date of the Gregorian calendar.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        var parts = tm()
        parts.tm_year = Int32(year - 1900)
        parts.tm_mon = Int32(month - 1)
        parts.tm_mday = Int32(day)
        return timegm(&parts) / 86_400
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Diagnostic.Message {
    static let noDate: Self = "the article has no date; its files say 1980-01-01"
}
