/// Validity of UTF-8, and what to do where there is none.
enum UTF8Repair {
    /// Whether the bytes are UTF-8 from end to end.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var position = 0
            let count = buffer.count
            while position < count {
                if unsafe buffer[position] < 0x80 {
                    position += 1
                    continue
                }
                let length = unsafe sequenceLength(buffer, at: position)
                if length == 0 { return false }
                position += length
            }
            return true
        }
    }

    /// The bytes with each maximal broken part replaced by U+FFFD (Unicode, §3.9).
    static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    static func utf8(_ units: [UInt16]) -> [UInt8] { Array(String(decoding: units, as: UTF16.self).utf8) }

    /// How many whole sequences of two bytes or more there are, counted to 16.
    static func multibyteCount(_ bytes: [UInt8]) -> Int {
        var count = 0
        for byte in bytes where byte >= 0xC2 {
            count += 1
            if count == 16 { break }
        }
        return count
    }

    /// Whether most of what is not ASCII is whole UTF-8.
    static func isMostlyValid(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var whole = 0
            var broken = 0
            var position = 0
            while position < buffer.count {
                if unsafe buffer[position] < 0x80 {
                    position += 1
                    continue
                }
                let length = unsafe sequenceLength(buffer, at: position)
                if length == 0 { broken += 1 } else { whole += 1 }
                position += max(1, length)
            }
            return whole > 4 * broken
        }
    }

    /// How many U+FFFD the text holds.
    static func replacementCount(_ utf8: [UInt8]) -> Int {
        var count = 0
        var position = 0
        while position + 2 < utf8.count {
            if utf8[position] == 0xEF, utf8[position + 1] == 0xBF, utf8[position + 2] == 0xBD {
                count += 1
                position += 3
            } else {
                position += 1
            }
        }
        return count
    }

    /// Length of the well-formed sequence that begins here with a byte beyond ASCII, or 0 (Unicode, table 3-7).
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let lead = unsafe bytes[position]
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, position + length <= bytes.count else { return 0 }
        let second = unsafe bytes[position + 1]
        let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard second >= low, second <= high else { return 0 }
        for offset in 2..<max(2, length) where unsafe bytes[position + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
