/// A walk over an XML document's bytes; what is lenient and what is strict in it is each walk's own.
protocol XMLScanning {
    var bytes: [UInt8] { get }
    /// Index into `bytes`.
    var position: Int { get set }
    /// Moves behind white space, whatever the walk takes for it; whether there was any.
    @discardableResult mutating func skipSpaces() -> Bool
}

extension XMLScanning {
    /// Moves behind a text that stands here; false, and no move, where it does not.
    mutating func skip(_ text: StaticString) -> Bool {
        let part = text.description.utf8
        guard bytes[position...].starts(with: part) else { return false }
        position += part.count
        return true
    }

    /// Moves behind the next place where a text stands; false where there is none.
    mutating func skip(through text: StaticString) -> Bool {
        let part = Array(text.description.utf8)
        while position + part.count <= bytes.count {
            if bytes[position] == part[0], bytes[position...].starts(with: part) {
                position += part.count
                return true
            }
            position += 1
        }
        return false
    }

    /// Moves behind `= "value"` and gives the range between the quotation marks; nil where no such value stands.
    mutating func attributeValue() -> Range<Int>? {
        skipSpaces()
        guard skip("=") else { return nil }
        skipSpaces()
        guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27,
            let end = bytes[(position + 1)...].firstIndex(of: bytes[position])
        else { return nil }
        defer { position = end + 1 }
        return position + 1..<end
    }
}
