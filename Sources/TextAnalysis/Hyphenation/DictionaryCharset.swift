internal import CICU

/// The character set that a hyphenation dictionary is written in.
enum DictionaryCharset {
    case utf8
    /// One byte for each character.
    case singleByte([UInt16: UInt8])

    /// Nil for a set that ICU does not know.
    init?(named name: String) {
        guard name != "UTF-8" else {
            self = .utf8
            return
        }
        let converter = name.hasPrefix("microsoft-") ? String(name.dropFirst("microsoft-".count)) : name
        let bytes = Array(UInt8(0)...255)
        var count = 0
        guard let units = unsafe icu_decode(converter, bytes, bytes.count, &count) else { return nil }
        defer { unsafe free(units) }
        guard count == bytes.count else { return nil }
        var table: [UInt16: UInt8] = [:]
        for byte in bytes { table[unsafe units[Int(byte)]] = byte }
        self = .singleByte(table)
    }

    /// The word's bytes, or nil if it has characters that the set lacks.
    func encode(_ word: [UInt16]) -> [CChar]? {
        switch self {
        case .utf8:
            var bytes: [CChar] = []
            bytes.reserveCapacity(word.count * 3)
            var offset = 0
            while offset < word.count {
                let (scalar, length) = word.scalar(at: offset)
                offset += length
                if scalar < 0x80 {
                    bytes.append(CChar(scalar))
                } else if let scalar = Unicode.Scalar(scalar) {
                    bytes += UTF8.encode(scalar)!.map { CChar(bitPattern: $0) }
                }
            }
            return bytes
        case .singleByte(let table):
            var bytes: [CChar] = []
            bytes.reserveCapacity(word.count)
            for unit in word {
                guard let byte = table[unit] else { return nil }
                bytes.append(CChar(bitPattern: byte))
            }
            return bytes
        }
    }
}
