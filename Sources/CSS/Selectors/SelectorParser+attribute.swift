/// `[name op "value" i]` (Selectors 4, §6).
extension SelectorParser {
    mutating func attribute() throws(SelectorError) -> Condition {
        let whole = index
        let inside = index + 1..<max(index + 1, min(Int(buffer.tokens[index].mate), range.upperBound))
        index = buffer.next(after: index)
        var parser = ValueParser(buffer, inside)
        guard let (name, isThere) = try attributeName(&parser) else {
            throw error("'\(buffer.source(whole..<index))' names no attribute")
        }
        var condition = AttributeCondition(name: name, operator: .present, value: "", ignoresCase: false)
        if !parser.isAtEnd {
            let operators: [(Unicode.Scalar, AttributeCondition.Operator)] = [
                ("~", .includes), ("|", .dashMatch), ("^", .prefix), ("$", .suffix), ("*", .substring),
            ]
            condition.operator = .equals
            for (sign, kind) in operators where parser.takeDelimiter(sign) { condition.operator = kind }
            guard parser.takeDelimiter("="), let value = parser.string() ?? parser.name() else {
                throw error("'\(buffer.source(whole..<index))' is no attribute test")
            }
            condition.value = value
            condition.ignoresCase = parser.take("i")
            if !condition.ignoresCase { _ = parser.take("s") }
            guard parser.isAtEnd else { throw error("'\(buffer.source(whole..<index))' is no attribute test") }
        }
        return isThere ? .attribute(condition) : .never
    }

    /// A name with or without a namespace (§6.4), and whether any element of an article can have it.
    private func attributeName(_ parser: inout ValueParser) throws(SelectorError) -> (name: String, isThere: Bool)? {
        if parser.takeDelimiter("*") {
            guard parser.takeDelimiter("|"), let name = parser.keyword() else { return nil }
            return (name, true)
        }
        if parser.takeDelimiter("|") { return parser.keyword().map { ($0, true) } }
        guard let first = parser.name() else { return nil }
        let qualified = parser.attempt { parser in parser.takeDelimiter("|") ? parser.keyword() : nil }
        guard let local = qualified else { return (first.asciiLowercased, true) }
        guard let prefix = namespaces.attributePrefix(first) else {
            throw error("the namespace '\(first)' is not declared")
        }
        return prefix.map { ($0 + local, true) } ?? (local, false)
    }
}
