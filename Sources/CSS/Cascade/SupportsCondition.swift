/// `@supports` (CSS Conditional 3, §6): whether a declaration would be understood.
enum SupportsCondition {
    static func holds(_ parser: ValueParser) -> Bool {
        var parser = parser
        let result = condition(&parser)
        return result && parser.isAtEnd
    }

    /// The condition in `@import`'s `supports()`, which may be a declaration without parentheses of its own.
    static func holdsInFunction(_ parser: ValueParser) -> Bool { holds(parser) || declaration(parser) }

    private static func declaration(_ parser: ValueParser) -> Bool {
        var parser = parser
        guard let name = parser.name(), let colon = parser.token, colon.kind == .colon else { return false }
        parser.advance()
        if name.hasPrefix("--") { return true }
        return (try? DeclarationCompiler.compile(name.asciiLowercased, parser.buffer, parser.rest)) != nil
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
        return declaration(inner)
    }
}
