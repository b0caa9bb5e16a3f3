/// Text of header fields in ASCII: words as they are, others as RFC 2047's encoded words in UTF-8.
enum EncodedWord {
    /// The words of free text. From the first word that needs encoding to the last, all is encoded, since white space
    /// between two encoded words is not part of the text (RFC 2047, §6.2).
    static func words(ofText text: String, firstLineUsed: Int = 0) -> [String] {
        let plain = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = plain.firstIndex(where: needsEncoding), let last = plain.lastIndex(where: needsEncoding)
        else {
            return plain
        }
        let encoded = encode(plain[first...last].joined(separator: " "))
        return Array(plain[..<first]) + encoded + Array(plain[(last + 1)...])
    }

    /// The words of a phrase: atoms, one quoted string, or encoded words (RFC 5322, §3.2.5).
    static func words(ofPhrase phrase: String) -> [String] {
        let plain = phrase.split(whereSeparator: \.isWhitespace).map(String.init)
        if plain.contains(where: needsEncoding) { return encode(plain.joined(separator: " ")) }
        if plain.allSatisfy({ $0.utf8.allSatisfy(\.isAtomByte) }) { return plain }
        var quoted = "\""
        for character in plain.joined(separator: " ") {
            if character == "\"" || character == "\\" { quoted += "\\" }
            quoted.append(character)
        }
        // A quoted string may be folded at its spaces.
        return (quoted + "\"").split(separator: " ").map(String.init)
    }

    /// The longest encoded word (RFC 2047, §2).
    private static let maximumLength = 75

    /// Not printable ASCII, too long for a line, or to be mistaken for an encoded word.
    private static func needsEncoding(_ word: String) -> Bool {
        word.contains("=?") || word.utf8.count > 76 || word.utf8.contains { $0 < 0x21 || $0 > 0x7e }
    }

    /// Encoded words in whichever of Q and B is shorter for the whole text; none splits a character.
    private static func encode(_ text: String) -> [String] {
        let encodedBytes = text.utf8.count { !$0.isQEncodedPlain && $0 != 0x20 }
        let prefersQ = text.utf8.count + 2 * encodedBytes <= (text.utf8.count + 2) / 3 * 4
        let room = maximumLength - "=?utf-8?q??=".utf8.count
        var words: [String] = []
        var bytes: [UInt8] = []
        var used = 0
        func flush() {
            guard !bytes.isEmpty else { return }
            words.append(prefersQ ? "=?utf-8?q?\(qEncoded(bytes))?=" : "=?utf-8?b?\(Base64.text(of: bytes))?=")
            bytes = []
            used = 0
        }
        for scalar in text.unicodeScalars {
            let utf8 = Array(String(scalar).utf8)
            let cost =
                prefersQ ? utf8.reduce(0) { $0 + ($1.isQEncodedPlain || $1 == 0x20 ? 1 : 3) } : utf8.count
            let total = used + cost
            if prefersQ ? total > room : (total + 2) / 3 * 4 > room { flush() }
            bytes += utf8
            used += cost
        }
        flush()
        return words
    }

    private static func qEncoded(_ bytes: [UInt8]) -> String {
        bytes.map { $0 == 0x20 ? "_" : $0.isQEncodedPlain ? String(UnicodeScalar($0)) : "=" + $0.hexadecimal }.joined()
    }
}

extension UInt8 {
    /// What Q leaves as it is everywhere, phrases included (RFC 2047, §5 (3)).
    fileprivate var isQEncodedPlain: Bool { isASCIILetterOrDigit || "!*+-/".utf8.contains(self) }

    /// RFC 5322's `atext`.
    fileprivate var isAtomByte: Bool { isASCIILetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }
}
