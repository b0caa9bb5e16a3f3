/// `@supports` (CSS Conditional 3, §6): whether a declaration would be understood.
enum SupportsCondition {
    static func holds(_ parser: ValueParser) -> Bool {
        var parser = parser
        let result = condition(&parser)
        return result && parser.isAtEnd
    }

    private static func condition(_ parser: inout ValueParser) -> Bool {
        if parser.take("not") { return !inParentheses(&parser) }
        var result = inParentheses(&parser)
        while !parser.isAtEnd {
            if parser.take("and") {
                let next = inParentheses(&parser)
                result = result && next
            } else if parser.take("or") {
                let next = inParentheses(&parser)
                result = result || next
            } else {
                return false
            }
        }
        return result
    }

    private static func inParentheses(_ parser: inout ValueParser) -> Bool {
        if let arguments = parser.function("selector") {
            var selector = SelectorParser(arguments.buffer, arguments.rest)
            return (try? selector.selectorList()) != nil
        }
        guard parser.token?.kind == .openParenthesis, var inner = parser.block() else { return false }
        if inner.token?.kind == .openParenthesis { return condition(&inner) }
        var negation = inner
        if negation.take("not") { return condition(&inner) }
        guard let name = inner.name(), let colon = inner.token, colon.kind == .colon else { return false }
        inner.advance()
        if name.hasPrefix("--") { return true }
        return (try? DeclarationCompiler.compile(name.asciiLowercased, inner.buffer, inner.rest)) != nil
    }
}
