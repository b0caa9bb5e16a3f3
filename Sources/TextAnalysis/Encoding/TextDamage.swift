/// What in a text tells that its bytes were once read in a wrong encoding.
public struct TextDamage: Hashable, Sendable {
    /// U+FFFD: characters that were lost, here or before.
    public private(set) var replacements = 0
    /// U+0080 to U+009F: letters of windows-1252 that were taken for controls.
    public private(set) var controls = 0
    /// Characters of UTF-8 that were taken for several of another encoding each.
    public private(set) var doublyEncoded = 0
    /// The first words in which something of it stands.
    public private(set) var sample: String?
    private var letters = 0

    public init() {}

    public init(of text: String) {
        add(text)
    }

    /// Nothing that need be said.
    public var isNone: Bool { replacements == 0 && controls == 0 && !isDoublyEncoded }

    /// Whether the text is UTF-8 that was read as windows-1252 or windows-1251 and written as UTF-8 again: `Ã©`, `â€™`, `Рђ`.
    /// Single pairs of such letters also come about by themselves.
    public var isDoublyEncoded: Bool { doublyEncoded >= 2 && doublyEncoded * 3 >= letters }

    /// Looks at more text.
    public mutating func add(_ text: String) {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return }
        let scalars = Array(text.unicodeScalars)
        let before = (replacements, controls, doublyEncoded)
        var first: Int?
        for (index, scalar) in scalars.enumerated() where scalar.value >= 0x80 {
            letters += 1
            if scalar.value == 0xFFFD {
                replacements += 1
            } else if scalar.value < 0xA0 {
                controls += 1
            } else {
                continue
            }
            first = min(first ?? index, index)
        }
        for table in [Self.western, Self.cyrillic] {
            guard let place = countSequences(in: scalars, table) else { continue }
            first = min(first ?? place, place)
        }
        if sample == nil, let first, before != (replacements, controls, doublyEncoded) {
            let range = max(0, first - 20)..<min(scalars.count, first + 20)
            sample = String(String.UnicodeScalarView(scalars[range]))
        }
    }

    /// Counts whole sequences of UTF-8 among the bytes that characters have in an encoding; where the first one is.
    private mutating func countSequences(in scalars: [Unicode.Scalar], _ table: [UInt8]) -> Int? {
        var index = 0
        var first: Int?
        while index < scalars.count {
            let lead = Self.byte(of: scalars[index], table)
            let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
            guard length > 0, index + length <= scalars.count,
                (index + 1..<index + length).allSatisfy({ Self.byte(of: scalars[$0], table) & 0xC0 == 0x80 })
            else {
                index += 1
                continue
            }
            doublyEncoded += 1
            // The characters that follow in a sequence are no letters of their own.
            letters -= length - 1
            first = first ?? index
            index += length
        }
        return first
    }

    /// The byte beyond ASCII that a character has; 0 where it has none.
    private static func byte(of scalar: Unicode.Scalar, _ table: [UInt8]) -> UInt8 {
        scalar.value >= 0x80 && scalar.value < table.count ? table[Int(scalar.value)] : 0
    }

    /// The bytes from 0x80 on that characters have in windows-1252.
    private static let western = table(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ", from: (0xA0...0xFF).map { UInt32($0) })

    /// Those in windows-1251.
    private static let cyrillic = table(
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ",
        from: Array("\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї".unicodeScalars.map(\.value)) + (0x410...0x44F))

    /// Bytes by code point; no character of either encoding lies beyond U+21FF.
    private static func table(_ first: String, from rest: [UInt32]) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: 0x2200)
        for (value, byte) in zip(first.unicodeScalars.map(\.value) + rest, UInt8(0x80)...0xFF) {
            table[Int(value)] = byte
        }
        return table
    }
}
