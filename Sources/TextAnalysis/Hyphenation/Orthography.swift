/// Rules of spelling at a hyphen that a language's dictionary does not have.
enum Orthography: String, Sendable {
    /// A trema that only says where a syllable begins goes with the hyphen: *reëel*, *re-eel*.
    case dutch
    /// German before 1996 (the BCP 47 variant `1901`): *ck* becomes *k-k*, and *st* is not divided.
    case german1901

    init?(ofLanguage tag: String) {
        let parts = tag.lowercased().split(separator: "-")
        switch parts.first {
        case "nl": self = .dutch
        case "de" where parts.contains("1901"): self = .german1901
        default: return nil
        }
    }

    /// The break that the dictionary's break becomes; nil where the word is not divided there.
    func point(at offset: Int, in word: [UInt16]) -> HyphenationPoint? {
        let plain = HyphenationPoint(offset: offset)
        switch self {
        case .dutch:
            guard let letter = Self.withoutTrema[word[offset]], Self.vowels.contains(word[offset - 1]) else {
                return plain
            }
            return HyphenationPoint(offset: offset, start: Respelling(count: 1, text: [letter]))
        case .german1901:
            let (s, t, c, k) = (UInt16(0x73), UInt16(0x74), UInt16(0x63), UInt16(0x6B))
            if word[offset - 1] == s, word[offset] == t { return nil }
            guard offset + 2 < word.count, word[offset] == c, word[offset + 1] == k else { return plain }
            return HyphenationPoint(offset: offset + 1, end: Respelling(count: 1, text: [k]))
        }
    }

    private static let withoutTrema: [UInt16: UInt16] = [0xE4: 0x61, 0xEB: 0x65, 0xEF: 0x69, 0xF6: 0x6F, 0xFC: 0x75]
    private static let vowels = Set("aeiouyéèêáóú".utf16)
}
