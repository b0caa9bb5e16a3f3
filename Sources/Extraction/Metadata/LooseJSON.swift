/// JSON as pages write it: line breaks in strings, trailing commas and HTML comments round it are forgiven.
indirect enum LooseJSON: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([LooseJSON])
    case object([(key: String, value: LooseJSON)])

    /// The value in a text, or nil where there is none.
    static func parse(_ utf8: ArraySlice<UInt8>) -> LooseJSON? {
        var parser = Parser(bytes: Array(utf8))
        return parser.value(depth: 0)
    }

    subscript(key: String) -> LooseJSON? {
        if case .object(let members) = self { return members.first { $0.key == key }?.value }
        return nil
    }

    /// A string's or number's text.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .array(let values): values.first?.text
        case .object: self["@value"]?.text
        case .null, .bool: nil
        }
    }

    /// The array's values, or the value alone.
    var values: [LooseJSON] {
        switch self {
        case .array(let values): values
        case .null: []
        case .bool, .number, .string, .object: [self]
        }
    }

    private struct Parser {
        let bytes: [UInt8]
        var position = 0
        static let maximumDepth = 64

        mutating func value(depth: Int) -> LooseJSON? {
            skipSpace()
            guard position < bytes.count, depth < Self.maximumDepth else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "{"): return object(depth)
            case UInt8(ascii: "["): return array(depth)
            case UInt8(ascii: "\""): return string().map(LooseJSON.string)
            default: return word()
            }
        }

        private mutating func object(_ depth: Int) -> LooseJSON? {
            position += 1
            var members: [(key: String, value: LooseJSON)] = []
            while true {
                skipSeparators()
                guard position < bytes.count else { return .object(members) }
                if bytes[position] == UInt8(ascii: "}") {
                    position += 1
                    return .object(members)
                }
                guard bytes[position] == UInt8(ascii: "\""), let key = string() else { return .object(members) }
                skipSpace()
                guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return .object(members) }
                position += 1
                guard let value = value(depth: depth + 1) else { return .object(members) }
                members.append((key, value))
            }
        }

        private mutating func array(_ depth: Int) -> LooseJSON? {
            position += 1
            var values: [LooseJSON] = []
            while true {
                skipSeparators()
                guard position < bytes.count else { return .array(values) }
                if bytes[position] == UInt8(ascii: "]") {
                    position += 1
                    return .array(values)
                }
                guard let value = value(depth: depth + 1) else { return .array(values) }
                values.append(value)
            }
        }

        private mutating func string() -> String? {
            position += 1
            var text: [UInt8] = []
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                if bytes[position] == UInt8(ascii: "\\") {
                    escape(into: &text)
                } else {
                    text.append(bytes[position])
                    position += 1
                }
            }
            position += 1
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func escape(into text: inout [UInt8]) {
            guard position + 1 < bytes.count else {
                position += 1
                return
            }
            let letter = bytes[position + 1]
            position += 2
            switch letter {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
            case UInt8(ascii: "u"): text += String(scalar()).utf8
            default: text.append(letter)
            }
        }

        private mutating func scalar() -> Unicode.Scalar {
            guard let high = unit() else { return "\u{fffd}" }
            if high >= 0xD800, high < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                guard let low = unit(), low >= 0xDC00, low < 0xE000 else { return "\u{fffd}" }
                return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{fffd}"
            }
            return Unicode.Scalar(high) ?? "\u{fffd}"
        }

        private mutating func unit() -> UInt32? {
            guard position + 4 <= bytes.count else { return nil }
            let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
            position += 4
            return UInt32(digits, radix: 16)
        }

        private mutating func word() -> LooseJSON? {
            let start = position
            while position < bytes.count, !",]}:\"[{ \n\r\t".utf8.contains(bytes[position]) { position += 1 }
            guard position > start else { return nil }
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            switch word {
            case "true": return .bool(true)
            case "false": return .bool(false)
            case "null": return .null
            default: return Double(word) == nil ? nil : .number(word)
            }
        }

        private mutating func skipSpace() {
            while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: ";") {
                position += 1
            }
            // `<!--` and `//<![CDATA[` round the whole.
            if position < bytes.count, bytes[position] == UInt8(ascii: "<") || bytes[position] == UInt8(ascii: "/") {
                while position < bytes.count, bytes[position] != UInt8(ascii: "{"),
                    bytes[position] != UInt8(ascii: "[") || previousIsMarkup
                {
                    position += 1
                }
            }
        }

        private var previousIsMarkup: Bool {
            position > 0 && (bytes[position - 1] == UInt8(ascii: "!") || bytes[position - 1] == UInt8(ascii: "A"))
        }

        private mutating func skipSeparators() {
            skipSpace()
            while position < bytes.count, bytes[position] == UInt8(ascii: ",") {
                position += 1
                skipSpace()
            }
        }
    }
}
