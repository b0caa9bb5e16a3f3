/// Authors and a date in the lines below a title.
struct Byline: Equatable {
    var authors: [String] = []
    /// ISO 8601.
    var published: String?

    /// What a short line says of who and when; nil where it says anything else.
    init?(_ line: String) {
        guard line.count <= 150 else { return nil }
        var isByline = false
        for part in line.split(whereSeparator: { "|·•—".contains($0) }).map(\.trimmed) where !part.isEmpty {
            if let date = DateText.date(in: part) {
                published = published ?? date
                isByline = true
            } else if let names = Self.names(in: part) {
                authors += names
                isByline = true
            } else if !Self.isRemark(part) {
                return nil
            }
        }
        guard isByline else { return nil }
    }

    private static let openings = [
        "by ", "written by ", "words by ", "text by ", "story by ", "author: ", "von ", "par ", "por ", "di ", "door ",
        "av ", "autor: ", "auteur : ", "автор: ", "文：", "文/",
    ]

    private static func names(in part: String) -> [String]? {
        let lower = part.lowercased()
        guard let opening = openings.first(where: lower.hasPrefix) else { return nil }
        var rest = String(part.dropFirst(opening.count))
        var date: String?
        // "By A. Writer, 3 March 2020" and "By A. Writer on 3 March 2020".
        for mark in [", ", " on "] {
            if let range = rest.ranges(of: mark).last, DateText.date(in: String(rest[range.upperBound...])) != nil {
                date = String(rest[range.upperBound...])
                rest = String(rest[..<range.lowerBound])
            }
        }
        let names = rest.replacing(" and ", with: ",").replacing(" und ", with: ",").replacing(" et ", with: ",")
            .replacing(" y ", with: ",").replacing(" & ", with: ",").split(separator: ",").map(\.trimmed)
        guard !names.isEmpty, date != nil || names.allSatisfy(isName) else { return nil }
        return names
    }

    /// One to six words, the first and the last with a capital, no full sentence.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...6).contains(words.count), let first = words.first?.first, let last = words.last?.first else {
            return false
        }
        let hasCapitals = (first.isUppercase || !first.isCased) && (last.isUppercase || !last.isCased)
        return hasCapitals && text.last.map { !"?!:".contains($0) } ?? false && !text.contains(where: \.isNumber)
    }

    /// `5 min read`, `Updated`, and other things that stand beside a date and say nothing of the article.
    private static func isRemark(_ part: String) -> Bool {
        let lower = part.lowercased()
        return lower.count < 30
            && ["min read", "minute read", "minutes read", "comments", "lesezeit", "min. lesezeit", "lecture"]
                .contains(where: lower.hasSuffix)
    }
}

/// Dates as people write them below a title.
enum DateText {
    /// The date that a text says and nothing else but a word or a time beside it, in ISO 8601.
    static func date(in text: String) -> String? {
        let words = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" }.map(String.init)
            .filter { !fillers.contains($0) }
        guard (1...6).contains(words.count) else { return nil }
        return isoDate(words) ?? ideographicDate(text) ?? namedMonth(words)
    }

    private static let fillers: Set<String> = [
        "published", "posted", "updated", "created", "date", "date:", "on", "at", "of", "the", "de", "del", "am", "le",
        "il",
        "el", "den", "op", "publié", "veröffentlicht", "publicado", "pubblicato", "gepubliceerd", "published:",
        "posted:",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
        "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi",
        "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "uhr", "gmt", "utc", "pm", "a.m.", "p.m.", "est", "et",
    ]

    private static let months: [String: Int] = {
        let names = [
            "january jan januar jänner janvier enero gennaio janeiro januari styczeń stycznia января",
            "february feb februar février febrero febbraio fevereiro februari luty lutego февраля",
            "march mar märz mars marzo março maart marzec marca марта",
            "april apr avril abril aprile kwiecień kwietnia апреля",
            "may mai mayo maggio maio mei maj maja мая",
            "june jun juni juin junio giugno junho czerwiec czerwca июня",
            "july jul juli juillet julio luglio julho lipiec lipca июля",
            "august aug août agosto augustus augusti sierpień sierpnia августа",
            "september sep sept septembre septiembre settembre setembro wrzesień września сентября",
            "october oct oktober octobre octubre ottobre outubro październik października октября",
            "november nov novembre noviembre novembro listopad listopada ноября",
            "december dec dezember décembre diciembre dicembre dezembro grudzień grudnia декабря",
        ]
        var months: [String: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()

    /// `2026-11-20`, with or without a time behind it; `20.11.2026`.
    private static func isoDate(_ words: [String]) -> String? {
        guard words.count <= 2, let first = words.first else { return nil }
        let day = first.split(separator: "t").first ?? ""
        let parts = day.split { $0 == "-" || $0 == "." || $0 == "/" }.compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        if parts[0] > 1000 { return iso(parts[0], parts[1], parts[2]) }
        // With slashes nobody can tell the day from the month, unless one of them is above twelve.
        guard day.contains(".") || parts[0] > 12 else { return nil }
        return iso(parts[2], parts[1], parts[0])
    }

    private static func ideographicDate(_ text: String) -> String? {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard text.contains("年"), text.contains("月"), numbers.count >= 3, text.count < 30 else { return nil }
        return iso(numbers[0], numbers[1], numbers[2])
    }

    /// `20 November 2026`, `November 20th, 2026`, `20. November 2026`, with a time beside it.
    private static func namedMonth(_ words: [String]) -> String? {
        guard let place = words.firstIndex(where: { months[$0.filter(\.isLetter)] != nil }),
            let month = months[words[place].filter(\.isLetter)]
        else { return nil }
        let numbers = words.enumerated().filter { $0.offset != place && !$0.element.contains(":") }
            .compactMap { Int($0.element.prefix(while: \.isNumber)) }
        let isRest = words.allSatisfy {
            months[$0.filter(\.isLetter)] != nil || $0.first?.isNumber == true || $0.hasPrefix("+")
        }
        guard isRest, let year = numbers.first(where: { (1500...2200).contains($0) }),
            let day = numbers.first(where: { (1...31).contains($0) })
        else { return nil }
        return iso(year, month, day)
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1500...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
