/// Many phrases looked for in one pass over a text.
public struct PhraseSet: Sendable {
    /// Phrases by their first byte.
    private let phrases: [[[UInt8]]]

    /// Phrases in lower case.
    public init(_ phrases: [String]) {
        var byFirst = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            if let first = bytes.first { byFirst[Int(first)].append(bytes) }
        }
        self.phrases = byFirst
    }

    /// Whether one of the phrases occurs in a lower-case text, from the start of a word on.
    public func occurs(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for start in bytes.indices {
                let candidates = unsafe phrases[Int(bytes[start])]
                guard !candidates.isEmpty, unsafe start == 0 || !Self.isLetter(bytes[start - 1]) else { continue }
                for phrase in candidates
                where unsafe bytes.count - start >= phrase.count && Self.begins(bytes, start, phrase) {
                    return true
                }
            }
            return false
        }
    }

    /// Whether a lower-case text begins with one of the phrases.
    public func begin(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first else { return false }
            return unsafe phrases[Int(first)].contains { unsafe bytes.count >= $0.count && Self.begins(bytes, 0, $0) }
        }
    }

    private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ phrase: [UInt8]) -> Bool {
        for offset in phrase.indices where unsafe bytes[start + offset] != phrase[offset] { return false }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
