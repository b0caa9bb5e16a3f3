/// `var()` (CSS Custom Properties 1, §3) and `env()` (CSS Environment Variables 1, §3).
enum VariableSubstitution {
    /// Bytes of the longest value; what variables make longer is invalid, lest ten lines fill the memory (§3.3).
    private static let maximumLength = 100_000

    /// What is replaced before a value is parsed.
    enum Function {
        case variable, environment

        /// The function that this token begins; nil where it is another.
        init?(_ buffer: TokenBuffer, _ index: Int) {
            let token = buffer.tokens[index]
            let length = token.textEnd - token.textStart
            guard length == 3 || token.flags.contains(.escaped) else { return nil }
            switch buffer.lowercasedText(token) {
            case "var": self = .variable
            case "env": self = .environment
            default: return nil
            }
        }
    }

    /// The text with every function replaced, or nil where one has neither value nor fallback.
    static func substitute(_ text: String, _ lookup: (String) -> String?) -> String? {
        let buffer = TokenBuffer(text)
        return substitute(buffer, buffer.all, lookup)
    }

    static func substitute(_ buffer: TokenBuffer, _ range: Range<Int>, _ lookup: (String) -> String?) -> String? {
        guard !range.isEmpty else { return "" }
        var output: [UInt8] = []
        var copied = Int(buffer.tokens[range.lowerBound].start)
        var index = range.lowerBound
        while index < range.upperBound {
            let token = buffer.tokens[index]
            guard token.kind == .function, let function = Function(buffer, index) else {
                index += 1
                continue
            }
            output += buffer.bytes[copied..<Int(token.start)]
            let inside = index + 1..<max(index + 1, min(Int(token.mate), range.upperBound))
            guard let value = value(function, buffer, inside, lookup) else { return nil }
            join(&output, value)
            guard output.count <= maximumLength else { return nil }
            index = buffer.next(after: index)
            copied = Int(buffer.tokens[index - 1].end)
        }
        let end = Int(buffer.tokens[range.upperBound - 1].end)
        if copied < end { join(&output, String(decoding: buffer.bytes[copied..<end], as: UTF8.self)) }
        return String(decoding: output, as: UTF8.self)
    }

    /// What `var(--name, fallback)` or `env(name index*, fallback)` stands for.
    private static func value(
        _ function: Function, _ buffer: TokenBuffer, _ inside: Range<Int>, _ lookup: (String) -> String?
    ) -> String? {
        let inside = buffer.trimmed(inside)
        guard let first = inside.first, buffer.tokens[first].kind == .ident else { return nil }
        let name = buffer.text(buffer.tokens[first])
        switch function {
        case .variable:
            guard name.hasPrefix("--") else { return nil }
            if let value = lookup(name) { return value }
        case .environment: if let value = environment[name] { return value }
        }
        guard let comma = inside.first(where: { buffer.tokens[$0].kind == .comma }) else { return nil }
        return substitute(buffer, buffer.trimmed(comma + 1..<inside.upperBound), lookup)
    }

    /// Paper has no rounded corners and no keyboard over it (§2).
    private static let environment: [String: String] = [
        "safe-area-inset-top": "0px", "safe-area-inset-right": "0px", "safe-area-inset-bottom": "0px",
        "safe-area-inset-left": "0px", "safe-area-max-inset-top": "0px", "safe-area-max-inset-right": "0px",
        "safe-area-max-inset-bottom": "0px", "safe-area-max-inset-left": "0px",
    ]

    /// Appends a piece so that no two tokens become one.
    private static func join(_ output: inout [UInt8], _ piece: String) {
        if let last = output.last, let first = piece.utf8.first, last.isName,
            first.isName || first == UInt8(ascii: "%") || first == UInt8(ascii: "(")
        {
            output += Array("/**/".utf8)
        }
        output += Array(piece.utf8)
    }
}
