import Diagnostics
import Shaping

/// The characters of a document that no font has, each with the first place that it stands in.
struct MissingCharacters {
    private struct Entry {
        var place: String
        var count = 1
    }

    private var entries: [UInt32: Entry] = [:]
    /// Characters in the order in which they were found.
    private var order: [UInt32] = []

    /// Text on either side of a character that says where it is, in UTF-16 units.
    private static let context = 16

    mutating func note(_ paragraph: ShapedParagraph) {
        for missing in paragraph.missing {
            if entries[missing.scalar] != nil {
                entries[missing.scalar]!.count += 1
                continue
            }
            let text = paragraph.text
            var start = max(0, missing.offset - Self.context)
            var end = min(text.count, missing.offset + Self.context)
            // Whole words, if they are near.
            while start < missing.offset, start > 0, text[start - 1] != 0x20 { start += 1 }
            while end > missing.offset + 2, end < text.count, text[end] != 0x20 { end -= 1 }
            entries[missing.scalar] = Entry(place: String(decoding: text[start..<end], as: UTF16.self))
            order.append(missing.scalar)
        }
    }

    /// One error a character, with the package that would help.
    func diagnostics(_ fonts: FontBook) -> [Diagnostic] {
        order.map { scalar in
            let entry = entries[scalar]!
            let remedy = fonts.package(for: scalar).map { "install the package \($0)" }
            return Diagnostic(.error, .missingGlyph(scalar, place: entry.place, count: entry.count), remedy: remedy)
        }
    }
}

extension Diagnostic.Message {
    /// The character by number and name, and where it stands.
    static func missingGlyph(_ scalar: UInt32, place: String, count: Int) -> Self {
        let digits = String(scalar, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let properties = Unicode.Scalar(scalar)?.properties
        let name =
            switch properties?.generalCategory {
            case .privateUse: "a private character, which only the font has that it was written in"
            case .unassigned, nil: "no character of Unicode"
            default: properties?.name ?? properties?.nameAlias ?? "without a name"
            }
        let more = count > 1 ? ", \(count) times" : ""
        let text = place.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Self("no font has the character \(number) (\(name)) in '\(text)'\(more)")
    }
}
