/// A date of the properties and of XMP, from its ISO 8601 form; what is missing at its end stays missing.
struct PDFDate: Hashable {
    /// Year, month, day, hour, minute, second as digits: as many as there are.
    private var fields: [String]
    /// `Z`, `+02:00` or empty.
    private var zone: String

    /// Nil where the text does not begin with a year.
    init?(iso text: String) {
        let widths = [4, 2, 2, 2, 2, 2]
        var fields: [String] = []
        var rest = Substring(text)
        while fields.count < widths.count {
            let digits = rest.prefix(widths[fields.count])
            guard digits.utf8.count == widths[fields.count], digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
                break
            }
            fields.append(String(digits))
            rest = rest.dropFirst(widths[fields.count - 1])
            if let separator = rest.first, "-:T ".contains(separator), fields.count < 3 || separator != "-" {
                guard rest.dropFirst().first?.isNumber == true else { break }
                rest = rest.dropFirst()
            } else if fields.count < 6, rest.first?.isNumber != true {
                break
            }
        }
        guard !fields.isEmpty else { return nil }
        if rest.first == "." { rest = rest.dropFirst().drop(while: \.isNumber) }
        self.fields = fields
        zone = ""
        // XMP and PDF give a time with its minutes or not at all.
        if fields.count == 4 { self.fields.append("00") }
        if fields.count > 3 { zone = Self.zone(rest) }
    }

    private static func zone(_ text: Substring) -> String {
        let digits = text.dropFirst().filter(\.isNumber)
        guard let sign = text.first, sign == "+" || sign == "-", digits.utf8.count == 4 else { return "Z" }
        return "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
    }

    /// `D:20260102030405+02'00'` (PDF 32000-1, §7.9.4).
    var pdf: String {
        var text = "D:" + fields.joined()
        if zone == "Z" { text += "Z" }
        if zone.utf8.count == 6 { text += zone.replacing(":", with: "'") + "'" }
        return text
    }

    /// `2026-01-02T03:04:05+02:00`
    var xmp: String {
        fields.prefix(3).joined(separator: "-")
            + (fields.count > 3 ? "T" + fields.dropFirst(3).joined(separator: ":") : "") + zone
    }
}
