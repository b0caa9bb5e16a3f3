/// A cursor over a declaration's value that never stands on white space.
///
/// Each method takes one component if it is what is asked for, else returns nil and stays where it is.
struct ValueParser {
    let buffer: TokenBuffer
    private(set) var index: Int
    let end: Int
    /// What words stand for in calculations: the channels of a relative colour's origin (CSS Color 5, §4).
    var variables: [String: Double] = [:]

    init(_ buffer: TokenBuffer, _ range: Range<Int>) {
        self.buffer = buffer
        index = range.lowerBound
        end = range.upperBound
        skipSpace()
    }

    /// The value written in a string, for tests and substituted values.
    init(_ text: String) {
        let buffer = TokenBuffer(text)
        self.init(buffer, buffer.all)
    }

    var isAtEnd: Bool { index >= end }
    var token: Token? { index < end ? buffer.tokens[index] : nil }
    /// What is left.
    var rest: Range<Int> { index..<max(index, end) }

    /// Goes behind the component value at hand.
    mutating func advance() {
        index = buffer.next(after: index)
        skipSpace()
    }

    /// Goes to the end.
    mutating func takeRest() { index = end }

    private mutating func skipSpace() {
        while index < end, buffer.tokens[index].kind == .whitespace { index += 1 }
    }

    // MARK: Words

    /// An identifier in lower case, for keywords.
    mutating func keyword() -> String? {
        guard let token, token.kind == .ident else { return nil }
        advance()
        return buffer.lowercasedText(token)
    }

    /// Whether this keyword stands here; takes it if so.
    mutating func take(_ keyword: String) -> Bool {
        guard let token, token.kind == .ident, buffer.lowercasedText(token) == keyword else { return false }
        advance()
        return true
    }

    /// An identifier as written (`<custom-ident>`).
    mutating func name() -> String? {
        guard let token, token.kind == .ident else { return nil }
        advance()
        return buffer.text(token)
    }

    mutating func string() -> String? {
        guard let token, token.kind == .string else { return nil }
        advance()
        return buffer.text(token)
    }

    /// `url(…)` with or without quotes.
    mutating func address() -> String? {
        if let token, token.kind == .url {
            advance()
            return buffer.text(token)
        }
        return attempt { parser in
            guard var inner = parser.function("url") ?? parser.function("src"), let text = inner.string() else {
                return nil
            }
            return text
        }
    }

    // MARK: Punctuation

    mutating func comma() -> Bool { take(.comma) }
    mutating func slash() -> Bool { takeDelimiter("/") }

    mutating func takeDelimiter(_ scalar: Unicode.Scalar) -> Bool {
        guard let token, token.kind == .delimiter, token.number == Double(scalar.value) else { return false }
        advance()
        return true
    }

    private mutating func take(_ kind: Token.Kind) -> Bool {
        guard let token, token.kind == kind else { return false }
        advance()
        return true
    }

    // MARK: Blocks

    /// The name of the function that begins here, in lower case.
    var functionName: String? {
        guard let token, token.kind == .function else { return nil }
        return buffer.lowercasedText(token)
    }

    /// The arguments of the function of this name; goes behind it.
    mutating func function(_ name: String) -> ValueParser? {
        guard functionName == name else { return nil }
        return block()
    }

    /// The inside of the block or function that begins here; goes behind it.
    mutating func block() -> ValueParser? {
        guard let token, token.mate >= 0 else { return nil }
        let inside = index + 1..<max(index + 1, min(Int(token.mate), end))
        advance()
        var parser = ValueParser(buffer, inside)
        parser.variables = variables
        return parser
    }

    // MARK: Numbers

    /// A number, or a calculation of numbers.
    mutating func number() -> Double? {
        guard let token else { return nil }
        if token.kind == .number {
            advance()
            return token.number.bounded(Self.greatestNumber)
        }
        guard token.kind == .function else { return nil }
        return attempt { parser in
            if case .number(let number)? = parser.calculation() { number.bounded(Self.greatestNumber) } else { nil }
        }
    }

    /// Greater numbers are cut to it (CSS Values 4, §5.1).
    private static let greatestNumber = 1e9

    mutating func integer() -> Int? {
        guard let token else { return nil }
        if token.kind == .number, !token.flags.contains(.integer) { return nil }
        // What is calculated is rounded, halves upwards (§10.12).
        return number().map { Int(($0 + 0.5).rounded(.down)) }
    }

    /// A percentage as its number.
    mutating func percentage() -> Double? {
        guard let token, token.kind == .percentage else { return nil }
        advance()
        return token.number
    }

    /// Runs `body`, and goes back to where it began if it finds nothing.
    mutating func attempt<Result>(_ body: (inout ValueParser) -> Result?) -> Result? {
        let start = self
        if let result = body(&self) { return result }
        self = start
        return nil
    }

    /// Items separated by commas up to the end, or nil if one of them is wrong.
    mutating func commaList<Item>(_ item: (inout ValueParser) -> Item?) -> [Item]? {
        var items: [Item] = []
        repeat {
            guard let next = item(&self) else { return nil }
            items.append(next)
        } while comma()
        return items
    }
}
