/// Reads the codes that a content stream shows, in order.
struct SpecimenReader {
    /// Codes of one font, one after another.
    struct Shown {
        /// The font resource's name with its slash.
        var font: String
        var bytes: [UInt8]
    }

    private let content: [UInt8]
    private var position = 0

    private init(_ content: [UInt8]) { self.content = content }

    /// The strings of the stream with their fonts; neighbours in the same font are one.
    static func strings(in content: [UInt8]) -> [Shown] {
        var reader = SpecimenReader(content)
        return reader.read()
    }

    private mutating func read() -> [Shown] {
        var shown: [Shown] = []
        var name = ""
        var font = ""
        func add(_ bytes: [UInt8]) {
            if shown.last?.font == font {
                shown[shown.count - 1].bytes += bytes
            } else {
                shown.append(Shown(font: font, bytes: bytes))
            }
        }
        while position < content.count {
            switch content[position] {
            case UInt8(ascii: "("): add(literal())
            case UInt8(ascii: "<"): add(hexadecimal())
            case UInt8(ascii: "/"): name = word()
            case let byte where ByteClass.of[Int(byte)] == .letter: if word() == "Tf" { font = name }
            default: position += 1
            }
        }
        return shown
    }

    /// A name or an operator.
    private mutating func word() -> String {
        let start = position
        position += 1
        while position < content.count {
            switch ByteClass.of[Int(content[position])] {
            case .letter, .number: position += 1
            case .space, .delimiter, .name: return String(decoding: content[start..<position], as: UTF8.self)
            }
        }
        return String(decoding: content[start...], as: UTF8.self)
    }

    /// A string in parentheses, its escapes undone (PDF 32000-1, §7.3.4.2).
    private mutating func literal() -> [UInt8] {
        var bytes: [UInt8] = []
        var depth = 0
        while position < content.count {
            let byte = content[position]
            position += 1
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                if depth > 1 { bytes.append(byte) }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return bytes }
                bytes.append(byte)
            case UInt8(ascii: "\\"): if let byte = escaped() { bytes.append(byte) }
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    /// What stands behind a backslash; nil for a line continued.
    private mutating func escaped() -> UInt8? {
        guard position < content.count else { return nil }
        let byte = content[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "f"): return 12
        case 10: return nil
        case 13:
            if position < content.count, content[position] == 10 { position += 1 }
            return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = Int(byte - 48)
            for _ in 0..<2 {
                guard position < content.count, content[position] >= 48, content[position] < 56 else { break }
                value = value * 8 + Int(content[position] - 48)
                position += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }

    /// A string in angle brackets, or nothing for the begin of a dictionary.
    private mutating func hexadecimal() -> [UInt8] {
        position += 1
        var digits: [UInt8] = []
        while position < content.count {
            let byte = content[position]
            position += 1
            switch byte {
            case UInt8(ascii: ">"):
                if digits.count % 2 == 1 { digits.append(0) }
                return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
            case UInt8(ascii: "<"): return []
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(byte - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(byte - 55)
            default: break
            }
        }
        return []
    }
}
