import Diagnostics

/// A tokenized style sheet or value: the bytes, and the tokens that point into them.
final class TokenBuffer: Sendable {
    /// Preprocessed UTF-8 (CSS Syntax 3, §3.3), followed by zeros that no token covers.
    let bytes: [UInt8]
    let tokens: [Token]
    /// The name of the sheet that addresses in it are relative to.
    let sheet: String

    /// `unicodeRanges` is on where the grammar allows them (§4.3.14), as in `unicode-range` descriptors.
    init(_ text: String, sheet: String = "", unicodeRanges: Bool = false) {
        self.sheet = sheet
        var tokenizer = Tokenizer(text.utf8, unicodeRanges: unicodeRanges)
        tokenizer.run()
        bytes = tokenizer.bytes
        tokens = tokenizer.tokens
    }

    var all: Range<Int> { 0..<tokens.count }

    /// A name, a string's content, an address or a number's digits, with escapes replaced.
    func text(_ token: Token) -> String {
        let range = Int(token.textStart)..<Int(token.textEnd)
        guard token.flags.contains(.escaped) else { return String(decoding: bytes[range], as: UTF8.self) }
        return String(decoding: unescaped(range), as: UTF8.self)
    }

    /// A dimension's unit, which stands behind its digits.
    func unit(_ token: Token) -> String {
        let range = Int(token.textEnd)..<Int(token.end)
        guard token.flags.contains(.escaped) else { return String(decoding: bytes[range], as: UTF8.self) }
        return String(decoding: unescaped(range), as: UTF8.self)
    }

    /// The name in ASCII lower case.
    func lowercasedText(_ token: Token) -> String { text(token).asciiLowercased }

    /// The source of some tokens as it stands, comments included.
    func source(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let start = Int(tokens[range.lowerBound].start)
        return String(decoding: bytes[start..<end(of: range.upperBound - 1)], as: UTF8.self)
    }

    /// Where these tokens stand, for diagnostics.
    func position(of index: Int) -> SourceRange {
        guard index < tokens.count else { return SourceRange(start: 0, end: 0, line: 1, column: 1) }
        let start = Int(tokens[index].start)
        var line = 1
        var lineStart = 0
        for offset in 0..<start where bytes[offset] == UInt8(ascii: "\n") {
            line += 1
            lineStart = offset + 1
        }
        // Columns count characters, not continuation bytes.
        let column = bytes[lineStart..<start].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return SourceRange(start: start, end: Int(tokens[index].end), line: line, column: column)
    }

    /// The range without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, tokens[lower].kind == .whitespace { lower += 1 }
        while upper > lower, tokens[upper - 1].kind == .whitespace { upper -= 1 }
        return lower..<upper
    }

    /// The index behind the component value that begins here: a block or function is skipped as a whole.
    func next(after index: Int) -> Int {
        let mate = Int(tokens[index].mate)
        return mate < 0 ? index + 1 : min(mate + 1, tokens.count)
    }

    private func end(of index: Int) -> Int { Int(tokens[index].end) }

    private func unescaped(_ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                index += 1
                continue
            }
            index += 1
            if index < range.upperBound, bytes[index] == UInt8(ascii: "\n") {  // a string's continued line
                index += 1
                continue
            }
            let (scalar, next) = Tokenizer.escape(in: bytes, at: index, limit: range.upperBound)
            result.append(contentsOf: UTF8.encode(scalar)!)
            index = next
        }
        return result
    }
}

extension String {
    /// A to Z lowered, everything else as it is (CSS compares names so).
    @usableFromInline
    var asciiLowercased: String {
        guard utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return self }
        return String(decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
