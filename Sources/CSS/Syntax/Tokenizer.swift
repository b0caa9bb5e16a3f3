/// The tokenizer of CSS Syntax 3, §4.3, over bytes.
///
/// It also marries brackets: `mate` of what opens is the index of what closes it, which is all the nesting that parsers
/// need, so no tree of component values is built.
struct Tokenizer {
    private(set) var bytes: [UInt8]
    private(set) var tokens: [Token] = []
    let count: Int
    private let unicodeRanges: Bool
    var position = 0
    /// Indices of the blocks and functions that are open.
    private var open: [Int] = []

    /// What opens deeper than this stays without a mate, so that no parser's recursion is deeper.
    private static let maximumDepth = 256

    init(_ text: String.UTF8View, unicodeRanges: Bool) {
        bytes = Self.preprocessed(text)
        count = bytes.count
        self.unicodeRanges = unicodeRanges
        bytes.append(contentsOf: [0, 0, 0, 0])  // so that looking ahead needs no bounds
        tokens.reserveCapacity(count / 3 + 4)
    }

    /// Consumes the whole input.
    mutating func run() {
        while true {
            skipComments()
            guard position < count else { break }
            consumeToken()
        }
        for index in open { tokens[index].mate = Int32(tokens.count) }
    }

    /// §3.3: newlines become U+000A, U+0000 becomes U+FFFD.
    private static func preprocessed(_ text: String.UTF8View) -> [UInt8] {
        var source = Array(text)
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { source.removeFirst(3) }
        guard source.contains(where: { $0 == 0 || $0 == 0x0C || $0 == 0x0D }) else { return source }
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            switch source[index] {
            case 0: result += [0xEF, 0xBF, 0xBD]
            case 0x0C: result.append(0x0A)
            case 0x0D:
                result.append(0x0A)
                if index + 1 < source.count, source[index + 1] == 0x0A { index += 1 }
            default: result.append(source[index])
            }
            index += 1
        }
        return result
    }

    private mutating func skipComments() {
        while bytes[position] == UInt8(ascii: "/"), bytes[position + 1] == UInt8(ascii: "*") {
            position += 2
            while position < count, !(bytes[position] == UInt8(ascii: "*") && bytes[position + 1] == UInt8(ascii: "/"))
            {
                position += 1
            }
            position = min(position + 2, count)
        }
    }

    /// §4.3.1.
    private mutating func consumeToken() {
        let start = position
        let byte = bytes[start]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
            while bytes[position].isSpace { position += 1 }
            append(.whitespace, from: start)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): consumeString(start, quote: byte)
        case UInt8(ascii: "#"): consumeHash(start)
        case UInt8(ascii: "("): punctuation(.openParenthesis)
        case UInt8(ascii: ")"): punctuation(.closeParenthesis)
        case UInt8(ascii: "["): punctuation(.openSquare)
        case UInt8(ascii: "]"): punctuation(.closeSquare)
        case UInt8(ascii: "{"): punctuation(.openCurly)
        case UInt8(ascii: "}"): punctuation(.closeCurly)
        case UInt8(ascii: ","): punctuation(.comma)
        case UInt8(ascii: ":"): punctuation(.colon)
        case UInt8(ascii: ";"): punctuation(.semicolon)
        case UInt8(ascii: "+"), UInt8(ascii: "."):
            startsNumber(start) ? consumeNumeric(start) : delimiter(start)
        case UInt8(ascii: "-"):
            if startsNumber(start) {
                consumeNumeric(start)
            } else if bytes[start + 1] == UInt8(ascii: "-"), bytes[start + 2] == UInt8(ascii: ">") {
                position += 3
                append(.cdc, from: start)
            } else {
                startsName(start) ? consumeIdentLike(start) : delimiter(start)
            }
        case UInt8(ascii: "<"):
            if bytes[start + 1] == UInt8(ascii: "!"), bytes[start + 2] == UInt8(ascii: "-"),
                bytes[start + 3] == UInt8(ascii: "-")
            {
                position += 4
                append(.cdo, from: start)
            } else {
                delimiter(start)
            }
        case UInt8(ascii: "@"): startsName(start + 1) ? consumeAtKeyword(start) : delimiter(start)
        case UInt8(ascii: "\\"): startsEscape(start) ? consumeIdentLike(start) : delimiter(start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): consumeNumeric(start)
        default:
            if unicodeRanges, byte | 0x20 == UInt8(ascii: "u"), startsUnicodeRange(start) {
                consumeUnicodeRange(start)
            } else {
                byte.isNameStart ? consumeIdentLike(start) : delimiter(start)
            }
        }
    }

    // MARK: Kinds

    private mutating func consumeAtKeyword(_ start: Int) {
        position += 1
        let escaped = consumeName()
        append(.atKeyword, from: start, text: start + 1..<position, escaped ? .escaped : [])
    }

    private mutating func consumeHash(_ start: Int) {
        guard bytes[start + 1].isName || startsEscape(start + 1) else { return delimiter(start) }
        var flags: Token.Flags = startsName(start + 1) ? .identifier : []
        position += 1
        if consumeName() { flags.insert(.escaped) }
        append(.hash, from: start, text: start + 1..<position, flags)
    }

    /// §4.3.4: an identifier, a function or an address without quotes.
    private mutating func consumeIdentLike(_ start: Int) {
        let escaped = consumeName()
        let nameEnd = position
        guard bytes[position] == UInt8(ascii: "(") else {
            return append(.ident, from: start, text: start..<nameEnd, escaped ? .escaped : [])
        }
        position += 1
        if isURL(start..<nameEnd) {
            var ahead = position
            while bytes[ahead].isSpace { ahead += 1 }
            if bytes[ahead] != UInt8(ascii: "\""), bytes[ahead] != UInt8(ascii: "'") {
                position = ahead
                return consumeURL(start)
            }
        }
        openBlock()
        append(.function, from: start, text: start..<nameEnd, escaped ? .escaped : [])
    }

    private func isURL(_ range: Range<Int>) -> Bool {
        range.count == 3 && bytes[range.lowerBound] | 0x20 == UInt8(ascii: "u")
            && bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "r")
            && bytes[range.lowerBound + 2] | 0x20 == UInt8(ascii: "l")
    }

    /// §4.3.5.
    private mutating func consumeString(_ start: Int, quote: UInt8) {
        var flags: Token.Flags = []
        position += 1
        while true {
            let byte = bytes[position]
            if position >= count {
                flags.insert(.unfinished)
                return append(.string, from: start, text: start + 1..<position, flags)
            } else if byte == quote {
                position += 1
                return append(.string, from: start, text: start + 1..<position - 1, flags)
            } else if byte == UInt8(ascii: "\n") {
                return append(.badString, from: start)
            } else if byte == UInt8(ascii: "\\") {
                guard position + 1 < count else {  // a lone backslash at the end says nothing
                    position = count
                    flags.insert(.unfinished)
                    return append(.string, from: start, text: start + 1..<count - 1, flags)
                }
                flags.insert(.escaped)
                position += 2
            } else {
                position += 1
            }
        }
    }

    /// §4.3.6.
    private mutating func consumeURL(_ start: Int) {
        let textStart = position
        var flags: Token.Flags = []
        while position < count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: ")"):
                position += 1
                return append(.url, from: start, text: textStart..<position - 1, flags)
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
                let textEnd = position
                while bytes[position].isSpace { position += 1 }
                if bytes[position] == UInt8(ascii: ")") {
                    position += 1
                } else if position >= count {
                    flags.insert(.unfinished)
                } else {
                    return consumeBadURL(start)
                }
                return append(.url, from: start, text: textStart..<textEnd, flags)
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), 1...8, 0x0B, 0x0E...0x1F, 0x7F:
                return consumeBadURL(start)
            case UInt8(ascii: "\\"):
                guard startsEscape(position) else { return consumeBadURL(start) }
                flags.insert(.escaped)
                position += 1
                position = Self.escape(in: bytes, at: position, limit: count).next
            default: position += 1
            }
        }
        flags.insert(.unfinished)
        append(.url, from: start, text: textStart..<position, flags)
    }

    /// §4.3.15.
    private mutating func consumeBadURL(_ start: Int) {
        while position < count, bytes[position] != UInt8(ascii: ")") {
            position += startsEscape(position) ? 2 : 1
        }
        position = min(position + 1, count)
        append(.badURL, from: start)
    }

    /// §4.3.3.
    private mutating func consumeNumeric(_ start: Int) {
        var flags: Token.Flags = .integer
        if bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
            flags.insert(.signed)
            position += 1
        }
        while bytes[position].isDigit { position += 1 }
        if bytes[position] == UInt8(ascii: "."), bytes[position + 1].isDigit {
            flags.remove(.integer)
            position += 2
            while bytes[position].isDigit { position += 1 }
        }
        if bytes[position] | 0x20 == UInt8(ascii: "e") {
            let sign = bytes[position + 1] == UInt8(ascii: "+") || bytes[position + 1] == UInt8(ascii: "-") ? 1 : 0
            if bytes[position + 1 + sign].isDigit {
                flags.remove(.integer)
                position += 1 + sign
                while bytes[position].isDigit { position += 1 }
            }
        }
        let digits = start..<position
        let value = number(digits)
        var kind = Token.Kind.number
        if bytes[position] == UInt8(ascii: "%") {
            position += 1
            kind = .percentage
        } else if startsName(position) {
            if consumeName() { flags.insert(.escaped) }
            kind = .dimension
        }
        append(kind, from: start, text: digits, flags)
        tokens[tokens.count - 1].number = value
    }

    /// §4.3.13; digits beyond what a `Double` tells apart go through the standard library.
    private func number(_ range: Range<Int>) -> Double {
        var mantissa: UInt64 = 0
        var scale = 0
        var seenPoint = false
        var negative = false
        for index in range {
            let byte = bytes[index]
            if byte.isDigit, mantissa < 1_000_000_000_000_000 {
                mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
                if seenPoint { scale += 1 }
            } else if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if index == range.lowerBound, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
                negative = byte == UInt8(ascii: "-")
            } else {
                return Double(String(decoding: bytes[range], as: UTF8.self)) ?? 0
            }
        }
        var divisor = 1.0  // powers of ten up to 10²² are exact
        for _ in 0..<scale { divisor *= 10 }
        return (negative ? -1 : 1) * Double(mantissa) / divisor
    }

    /// §4.3.14: `U+` and up to six hexadecimal digits, question marks standing for any.
    private mutating func consumeUnicodeRange(_ start: Int) {
        position += 2
        var first = 0
        var last = 0
        var digits = 0
        while digits < 6, let digit = bytes[position].hexValue {
            first = first << 4 | digit
            digits += 1
            position += 1
        }
        last = first
        var hasWildcard = false
        while digits < 6, bytes[position] == UInt8(ascii: "?") {
            hasWildcard = true
            first = first << 4
            last = last << 4 | 0xF
            digits += 1
            position += 1
        }
        if !hasWildcard, bytes[position] == UInt8(ascii: "-"), bytes[position + 1].hexValue != nil {
            position += 1
            last = 0
            digits = 0
            while digits < 6, let digit = bytes[position].hexValue {
                last = last << 4 | digit
                digits += 1
                position += 1
            }
        }
        append(.unicodeRange, from: start)
        tokens[tokens.count - 1].number = Double(first)
        tokens[tokens.count - 1].textStart = Int32(truncatingIfNeeded: last)
    }

    private mutating func punctuation(_ kind: Token.Kind) {
        position += 1
        switch kind {
        case .openParenthesis, .openSquare, .openCurly: openBlock()
        case .closeParenthesis, .closeSquare, .closeCurly:
            if let last = open.last, tokens[last].closingKind == kind {
                tokens[last].mate = Int32(tokens.count)
                open.removeLast()
            }
        default: break
        }
        append(kind, from: position - 1)
    }

    private mutating func openBlock() {
        if open.count < Self.maximumDepth { open.append(tokens.count) }
    }

    private mutating func delimiter(_ start: Int) {
        position += 1
        while position < count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        append(.delimiter, from: start)
        tokens[tokens.count - 1].number = Double(bytes[start])
    }

    private mutating func append(_ kind: Token.Kind, from start: Int) {
        append(kind, from: start, text: start..<position, [])
    }

    private mutating func append(_ kind: Token.Kind, from start: Int, text: Range<Int>, _ flags: Token.Flags) {
        tokens.append(
            Token(
                kind: kind, flags: flags, start: Int32(start), end: Int32(position),
                textStart: Int32(text.lowerBound), textEnd: Int32(text.upperBound)))
    }
}
