/// The micro-syntax of CSS Syntax 3, §6: which numbers `an+b` gives for n from 0.
@usableFromInline
struct AnPlusB: Hashable, Sendable {
    @usableFromInline var step: Int
    @usableFromInline var offset: Int

    /// Whether `index`, counted from 1, is one of them.
    @usableFromInline
    func contains(_ index: Int) -> Bool {
        let distance = index - offset
        return step == 0 ? distance == 0 : distance % step == 0 && distance / step >= 0
    }

    /// A whole text.
    init?(_ text: String) {
        let buffer = TokenBuffer(text)
        self.init(buffer, buffer.all)
    }

    /// Works on the source's characters, since the tokens (`n-1`, `+3`, `-n`) cut it anywhere.
    init?(_ buffer: TokenBuffer, _ range: Range<Int>) {
        let range = buffer.trimmed(range)
        guard !range.isEmpty else { return nil }
        var text: [UInt8] = []
        var previousEndsNumber = false
        for index in range {
            let token = buffer.tokens[index]
            switch token.kind {
            case .whitespace: if text.last != 0x20 { text.append(0x20) }
            case .ident, .number:
                // `2 3` or `n -1` glued by a comment are not one number.
                if previousEndsNumber, token.kind == .ident { return nil }
                text += Array(buffer.text(token).utf8)
            case .dimension: text += Array((buffer.source(index..<index + 1)).utf8)
            case .delimiter where token.number == 0x2B || token.number == 0x2D: text.append(UInt8(token.number))
            default: return nil
            }
            previousEndsNumber = token.kind == .number
        }
        guard let (step, offset) = Self.parse(text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }) else {
            return nil
        }
        self.step = step
        self.offset = offset
    }

    private static func parse(_ text: [UInt8]) -> (Int, Int)? {
        if text == Array("odd".utf8) { return (2, 1) }
        if text == Array("even".utf8) { return (2, 0) }
        var index = 0
        guard let step = coefficient(text, &index) else { return nil }
        guard index < text.count, text[index] == UInt8(ascii: "n") else {
            // A lone integer.
            return index == text.count && step.hasDigits ? (0, step.value) : nil
        }
        index += 1
        let spaced = skipSpace(text, &index)
        guard index < text.count else { return (step.value, 0) }
        guard text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") else { return nil }
        let sign = text[index] == UInt8(ascii: "-") ? -1 : 1
        index += 1
        let spacedAfter = skipSpace(text, &index)
        // `n +1` is allowed, `n+ 1` and `n + 1` too; a sign of its own in front of the digits is not.
        _ = (spaced, spacedAfter)
        let start = index
        var value = 0
        while index < text.count, text[index].isDigit {
            value = min(100_000_000, value * 10 + Int(text[index] - 0x30))
            index += 1
        }
        return index > start && index == text.count ? (step.value, sign * value) : nil
    }

    private static func coefficient(_ text: [UInt8], _ index: inout Int) -> (value: Int, hasDigits: Bool)? {
        var sign = 1
        if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
            sign = text[index] == UInt8(ascii: "-") ? -1 : 1
            index += 1
        }
        let start = index
        var value = 0
        while index < text.count, text[index].isDigit {
            value = min(100_000_000, value * 10 + Int(text[index] - 0x30))
            index += 1
        }
        return (sign * (index > start ? value : 1), index > start)
    }

    private static func skipSpace(_ text: [UInt8], _ index: inout Int) -> Bool {
        let start = index
        while index < text.count, text[index] == 0x20 { index += 1 }
        return index > start
    }
}
