/// What the tokenizer looks ahead for (CSS Syntax 3, §4.3.7 to §4.3.12).
extension Tokenizer {
    /// §4.3.12; tells whether the name holds escapes.
    mutating func consumeName() -> Bool {
        var escaped = false
        while true {
            if bytes[position].isName {
                position += 1
            } else if startsEscape(position) {
                escaped = true
                position = Self.escape(in: bytes, at: position + 1, limit: count).next
            } else {
                return escaped
            }
        }
    }

    /// §4.3.8; at the input's end a backslash counts as an escape for U+FFFD.
    func startsEscape(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "\\") && bytes[index + 1] != UInt8(ascii: "\n")
    }

    /// §4.3.9.
    func startsName(_ index: Int) -> Bool {
        if bytes[index] == UInt8(ascii: "-") {
            return bytes[index + 1].isNameStart || bytes[index + 1] == UInt8(ascii: "-") || startsEscape(index + 1)
        }
        return bytes[index].isNameStart || startsEscape(index)
    }

    /// §4.3.10.
    func startsNumber(_ index: Int) -> Bool {
        var index = index
        if bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
        return bytes[index].isDigit || (bytes[index] == UInt8(ascii: ".") && bytes[index + 1].isDigit)
    }

    func startsUnicodeRange(_ index: Int) -> Bool {
        bytes[index + 1] == UInt8(ascii: "+")
            && (bytes[index + 2].hexValue != nil || bytes[index + 2] == UInt8(ascii: "?"))
    }

    /// §4.3.7: the scalar that an escape stands for; `index` is behind the backslash.
    static func escape(in bytes: [UInt8], at index: Int, limit: Int) -> (scalar: Unicode.Scalar, next: Int) {
        let replacement = Unicode.Scalar(0xFFFD as UInt16)!
        guard index < limit else { return (replacement, limit) }
        var next = index
        var value: UInt32 = 0
        while next < limit, next < index + 6, let digit = bytes[next].hexValue {
            value = value << 4 | UInt32(digit)
            next += 1
        }
        if next > index {
            if next < limit, bytes[next].isSpace { next += 1 }
            return (value == 0 ? replacement : Unicode.Scalar(value) ?? replacement, next)
        }
        var iterator = bytes[index..<limit].prefix(4).makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (replacement, index + 1) }
        return (scalar, index + UTF8.width(scalar))
    }
}

extension UInt8 {
    @usableFromInline
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A }
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
    var isNameStart: Bool { isLetter || self >= 0x80 || self == UInt8(ascii: "_") }
    var isName: Bool { isNameStart || isDigit || self == UInt8(ascii: "-") }
    var hexValue: Int? {
        if isDigit { return Int(self) - 0x30 }
        let lower = self | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f") ? Int(lower) - 0x61 + 10 : nil
    }
}
