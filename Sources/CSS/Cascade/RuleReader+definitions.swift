import Diagnostics

/// The rules that define what others name: `@counter-style` and `@property`.
extension RuleReader {
    mutating func counterStyleRule(_ prelude: Range<Int>, _ block: Range<Int>, keyword: Int) {
        var parser = ValueParser(buffer, prelude)
        guard let name = parser.name(), parser.isAtEnd, var rule = CounterStyleRule(name: name, media: media) else {
            return warn(.noCounterStyle(buffer.source(buffer.trimmed(prelude))), at: keyword)
        }
        rule.layer = layer
        var contents = SyntaxParser(buffer, block)
        for case .declaration(let declaration) in contents.declarations(nesting: false) {
            let descriptor = buffer.lowercasedText(buffer.tokens[declaration.name])
            switch rule.set(descriptor, ValueParser(buffer, declaration.value)) {
            case .known: break
            case .unknown: warn(.unknownDescriptor(descriptor), at: declaration.name)
            case .invalid: invalidValue(descriptor, declaration)
            }
        }
        guard rule.isComplete else { return warn(.incompleteCounterStyle(name), at: keyword) }
        counterStyles.append(rule)
    }

    mutating func propertyRule(_ prelude: Range<Int>, _ block: Range<Int>, keyword: Int) {
        var parser = ValueParser(buffer, prelude)
        let written = buffer.source(buffer.trimmed(prelude))
        guard let name = parser.name(), parser.isAtEnd, name.hasPrefix("--") else {
            return warn(.noCustomProperty(written), at: keyword)
        }
        var registration = PropertyRegistration(name: name)
        var contents = SyntaxParser(buffer, block)
        for case .declaration(let declaration) in contents.declarations(nesting: false) {
            let descriptor = buffer.lowercasedText(buffer.tokens[declaration.name])
            switch registration.set(descriptor, ValueParser(buffer, declaration.value)) {
            case .known: break
            case .unknown: warn(.unknownDescriptor(descriptor), at: declaration.name)
            case .invalid: invalidValue(descriptor, declaration)
            }
        }
        guard registration.isComplete else { return warn(.noCustomProperty(written), at: keyword) }
        registration.media = media
        registrations.append(registration)
    }
}
