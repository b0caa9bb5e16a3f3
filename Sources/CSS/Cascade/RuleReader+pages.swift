import Diagnostics

/// `@page` and the rules in it (CSS Paged Media 3, §4).
extension RuleReader {
    mutating func pageRule(_ prelude: Range<Int>, _ block: Range<Int>, keyword: Int) {
        guard let selectors = PageSelector.list(ValueParser(buffer, prelude), buffer, prelude) else {
            return warn(.unknownPageSelector(buffer.source(buffer.trimmed(prelude))), at: keyword)
        }
        var rule = PageRule(buffer: buffer, selectors: selectors, media: media, layer: layer)
        var parser = SyntaxParser(buffer, block)
        for item in parser.declarations(nesting: false) {
            switch item {
            case .declaration(let declaration): pageDeclaration(declaration, &rule)
            case .atRule(let inner): marginRule(inner, &rule)
            case .qualifiedRule(let inner): stray(inner.prelude)
            case .error(let range): stray(range)
            }
        }
        pageRules.append(rule)
    }

    private mutating func pageDeclaration(_ declaration: SyntaxItem.Declaration, _ rule: inout PageRule) {
        if let custom = custom(declaration) { return rule.custom.append(custom) }
        let name = PropertyTable.standardName(of: buffer.lowercasedText(buffer.tokens[declaration.name]))
        if let kind = PageDescriptor.Kind(rawValue: name) {
            guard let descriptor = PageDescriptor(kind, buffer, declaration) else {
                return invalidValue(name, declaration)
            }
            rule.descriptors.append(descriptor)
            return
        }
        if let side = ["margin-inside": true, "margin-outside": false][name] {
            rule.declarations += PageRule.facing(
                isInside: side, compiled("margin-left", declaration), compiled("margin-right", declaration))
            return
        }
        rule.source.append(SourceDeclaration(name: name, declaration))
        rule.declarations += compiled(name, declaration).map { PageRule.Entry(declaration: $0) }
    }

    private mutating func marginRule(_ inner: SyntaxItem.AtRule, _ rule: inout PageRule) {
        let name = buffer.lowercasedText(buffer.tokens[inner.keyword])
        guard let block = inner.block else { return warn(.unfinishedRule(name), at: inner.keyword) }
        guard let area = PageRule.Area(ruleName: name) else {
            return log.warn(.unknownRule(name), at: inner.keyword, remedy: UnsupportedCSS.remedy(forRule: name))
        }
        var contents = PageRule.AreaStyle()
        var parser = SyntaxParser(buffer, block)
        for item in parser.declarations(nesting: false) {
            switch item {
            case .declaration(let declaration):
                if let custom = custom(declaration) {
                    contents.custom.append(custom)
                } else {
                    let name = buffer.lowercasedText(buffer.tokens[declaration.name])
                    rule.source.append(SourceDeclaration(name: name, declaration))
                    contents.declarations += compiled(name, declaration)
                }
            case .atRule(let rule): stray(rule.keyword..<rule.prelude.upperBound)
            case .qualifiedRule(let rule): stray(rule.prelude)
            case .error(let range): stray(range)
            }
        }
        rule.areas[area, default: .init()] += contents
    }
}
