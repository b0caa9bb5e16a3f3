import Diagnostics

/// The rules that say something of fonts (CSS Fonts 4, §4 and §6.9).
extension RuleReader {
    mutating func fontFaceRule(_ block: Range<Int>, keyword: Int) {
        var face = FontFaceParser(sheet: buffer.sheet, range: buffer.position(of: keyword), media: media)
        var parser = SyntaxParser(buffer, block)
        for item in parser.declarations(nesting: false) {
            guard case .declaration(let declaration) = item else { continue }
            let name = buffer.lowercasedText(buffer.tokens[declaration.name])
            do {
                try face.take(name, ValueParser(buffer, declaration.value))
            } catch {
                switch error {
                case .unknownProperty: warn(.unknownProperty(name), at: declaration.name)
                case .invalidValue:
                    warn(
                        .invalidValue(name, buffer.source(buffer.trimmed(declaration.value))), at: declaration.name)
                case .ignoredProperty, .unsupportedProperty: break
                }
            }
        }
        if face.rule.family.isEmpty { return warn(.incompleteFontFace("font-family"), at: keyword) }
        if face.rule.sources.isEmpty { return warn(.incompleteFontFace("src"), at: keyword) }
        fontFaces.append(face.rule)
    }

    /// `@font-feature-values Family { @styleset { name: 4 } }`.
    mutating func fontFeatureValuesRule(_ prelude: Range<Int>, _ block: Range<Int>, keyword: Int) {
        var names = ValueParser(buffer, prelude)
        guard let families = names.fontFamilies(), names.isAtEnd else {
            return warn(.unknownFamilies(buffer.source(buffer.trimmed(prelude))), at: keyword)
        }
        var rule = FontFeatureValues.Rule(families: families.map(\.asciiLowercased), media: media)
        var parser = SyntaxParser(buffer, block)
        for item in parser.declarations(nesting: false) {
            guard case .atRule(let inner) = item, let block = inner.block else { continue }
            let name = buffer.lowercasedText(buffer.tokens[inner.keyword])
            guard let kind = FontStyle.Alternate.Kind(ruleName: name) else {
                warn(.unknownRule(name), at: inner.keyword)
                continue
            }
            var contents = SyntaxParser(buffer, block)
            for case .declaration(let declaration) in contents.declarations(nesting: false) {
                var value = ValueParser(buffer, declaration.value)
                var numbers: [Int] = []
                while let number = value.integer(), number >= 0 { numbers.append(number) }
                let name = buffer.text(buffer.tokens[declaration.name])
                guard value.isAtEnd, !numbers.isEmpty else {
                    warn(.invalidValue(name, buffer.source(buffer.trimmed(declaration.value))), at: declaration.name)
                    continue
                }
                rule.values[kind, default: [:]][name] = numbers
            }
        }
        fontFeatureValues.append(rule)
    }
}

extension Diagnostic.Message {
    static func unknownFamilies(_ text: String) -> Self { "'@font-feature-values \(text)' names no families" }
}
