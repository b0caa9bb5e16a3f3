/// `@supports` (CSS Conditional 4, §2, and 5, §3): whether something would be understood and honoured.
struct SupportsCondition {
    private let namespaces: Namespaces

    init(_ namespaces: Namespaces = Namespaces()) { self.namespaces = namespaces }

    /// nil where it is no condition.
    func result(_ parser: ValueParser) -> Bool? {
        var parser = parser
        let result = condition(&parser)
        return parser.isAtEnd ? result : nil
    }

    /// The condition in `@import`'s `supports()`, which may be a declaration without parentheses of its own.
    func resultInFunction(_ parser: ValueParser) -> Bool {
        parser.token?.kind == .ident && !parser.peeksNot ? declaration(parser) : result(parser) ?? false
    }

    private func condition(_ parser: inout ValueParser) -> Bool? {
        if parser.take("not") { return inParentheses(&parser).map { !$0 } }
        guard var result = inParentheses(&parser) else { return nil }
        // One kind of operator only, as in arithmetic without precedence.
        for (word, isConjunction) in [("and", true), ("or", false)] {
            guard parser.take(word) else { continue }
            repeat {
                guard let next = inParentheses(&parser) else { return nil }
                result = isConjunction ? result && next : result || next
            } while parser.take(word)
            break
        }
        return result
    }

    private func inParentheses(_ parser: inout ValueParser) -> Bool? {
        guard let token = parser.token else { return nil }
        if token.kind == .function { return function(&parser) }
        guard token.kind == .openParenthesis, let inner = parser.block() else { return nil }
        if inner.token?.kind == .ident, !inner.peeksNot { return declaration(inner) }
        // What is not known is false (`<general-enclosed>`).
        return result(inner) ?? false
    }

    private func declaration(_ parser: ValueParser) -> Bool {
        let buffer = parser.buffer
        var syntax = SyntaxParser(buffer, parser.rest)
        guard case .declaration(let declaration)? = syntax.oneDeclaration() else { return false }
        let name = buffer.text(buffer.tokens[declaration.name])
        if name.hasPrefix("--") { return true }
        guard (try? DeclarationCompiler.compile(name.asciiLowercased, buffer, declaration.value)) != nil else {
            return false
        }
        return UnsupportedCSS.isHonoured(name.asciiLowercased, ValueParser(buffer, declaration.value))
    }

    private func function(_ parser: inout ValueParser) -> Bool? {
        guard let name = parser.functionName, var arguments = parser.block() else { return nil }
        switch name {
        case "selector":
            var selector = SelectorParser(arguments.buffer, arguments.rest, namespaces: namespaces)
            guard let list = try? selector.selectorList() else { return false }
            return list.count == 1
        case "font-format":
            let format = arguments.keyword() ?? arguments.string()?.asciiLowercased
            return arguments.isAtEnd && format.map(FontFaceRule.readFormats.contains) ?? false
        case "font-tech":
            let technology = arguments.keyword()
            return arguments.isAtEnd && technology.map(FontFaceRule.readTechnologies.contains) ?? false
        case "at-rule":
            guard let token = arguments.token, token.kind == .atKeyword else { return false }
            return Self.rules.contains(arguments.buffer.lowercasedText(token))
        default: return false
        }
    }

    private static let rules: Set<String> = [
        "media", "supports", "page", "counter-style", "font-face", "font-feature-values", "property", "import",
        "layer", "namespace", "charset",
    ]
}

extension ValueParser {
    /// Whether `not` stands here, without taking it.
    var peeksNot: Bool {
        var copy = self
        return copy.take("not")
    }
}
