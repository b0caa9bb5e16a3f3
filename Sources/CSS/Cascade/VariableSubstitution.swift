/// `var()` and custom properties (CSS Custom Properties 1, §3).
enum VariableSubstitution {
    /// Bytes of the longest value; what variables make longer is invalid, lest ten lines fill the memory (§3.3).
    private static let maximumLength = 100_000

    /// The text with every `var()` replaced, or nil where one has neither value nor fallback.
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
            guard token.kind == .function, buffer.lowercasedText(token) == "var" else {
                index += 1
                continue
            }
            output += buffer.bytes[copied..<Int(token.start)]
            let inside = index + 1..<max(index + 1, min(Int(token.mate), range.upperBound))
            guard let value = value(buffer, inside, lookup) else { return nil }
            join(&output, value)
            guard output.count <= maximumLength else { return nil }
            index = buffer.next(after: index)
            copied = Int(buffer.tokens[index - 1].end)
        }
        let end = Int(buffer.tokens[range.upperBound - 1].end)
        if copied < end { join(&output, String(decoding: buffer.bytes[copied..<end], as: UTF8.self)) }
        return String(decoding: output, as: UTF8.self)
    }

    /// What `var(--name, fallback)` stands for.
    private static func value(_ buffer: TokenBuffer, _ inside: Range<Int>, _ lookup: (String) -> String?) -> String? {
        let inside = buffer.trimmed(inside)
        guard let first = inside.first, buffer.tokens[first].kind == .ident else { return nil }
        if let value = lookup(buffer.text(buffer.tokens[first])) { return value }
        guard let comma = inside.first(where: { buffer.tokens[$0].kind == .comma }) else { return nil }
        return substitute(buffer, buffer.trimmed(comma + 1..<inside.upperBound), lookup)
    }

    /// Appends a piece so that no two tokens become one.
    private static func join(_ output: inout [UInt8], _ piece: String) {
        if let last = output.last, let first = piece.utf8.first, last.isName, first.isName || first == UInt8(ascii: "%")
        {
            output += Array("/**/".utf8)
        }
        output += Array(piece.utf8)
    }

    /// An element's custom properties: what it declares over what it inherits, variables in them replaced.
    static func resolve(_ declared: [String: String], inheriting parent: [String: String]) -> [String: String] {
        var result = parent
        var done: [String: String?] = [:]
        for name in declared.keys {
            result[name] = resolved(name, declared, parent, &done, path: [])
        }
        return result
    }

    /// nil is the guaranteed-invalid value, also of what refers to itself (§2.3).
    private static func resolved(
        _ name: String, _ declared: [String: String], _ parent: [String: String], _ done: inout [String: String?],
        path: [String]
    ) -> String? {
        if path.contains(name) { return nil }
        if let known = done[name] { return known }
        guard let text = declared[name] else { return parent[name] }
        var value: String?
        switch WideKeyword(rawValue: text.asciiLowercased) {
        case .initial: value = nil
        case .inherit, .unset, .revert, .revertLayer: value = parent[name]
        case nil:
            value = substitute(text) { resolved($0, declared, parent, &done, path: path + [name]) }
        }
        done[name] = .some(value)
        return value
    }
}
