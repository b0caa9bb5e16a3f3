/// One longhand's declared value, ready for the cascade.
struct StyleDeclaration: Sendable {
    /// Its place in `PropertyTable.properties`.
    var property: Int
    var value: DeclaredValue
    var isImportant = false
    /// Set where a logical name means this side in one direction only.
    var direction: TextStyle.Direction?
}

enum DeclaredValue: Sendable {
    case set(StyleSetter)
    case wide(WideKeyword)
    /// Holds `var()` or `env()`: parsed when the custom properties of the element are known.
    case pending(PendingValue)
}

/// The keywords that every property takes (CSS Cascade 5, §7.3).
enum WideKeyword: String, Sendable {
    case initial, inherit, unset, revert
    case revertLayer = "revert-layer"
}

/// A value with `var()` as written, and the property or shorthand that it is for.
struct PendingValue: Hashable, Sendable {
    var name: String
    var text: String
    /// The sheet that addresses in it are relative to.
    var sheet: String
    /// Resolved already, in what `name` and the substituted text declare.
    var property: Int
}

/// Turns declarations as written into longhands.
enum DeclarationCompiler {
    /// Why nothing came of a declaration.
    enum Failure: Error {
        case unknownProperty, invalidValue
        /// It changes how things look elsewhere (`transform`).
        case unsupportedProperty
        /// It says nothing of how pages look (`cursor`).
        case ignoredProperty
    }

    /// The longhands that `name: value` declares; `name` in lower case.
    static func compile(
        _ name: String, _ buffer: TokenBuffer, _ range: Range<Int>
    ) throws(Failure) -> [StyleDeclaration] {
        let standard = PropertyTable.standardName(of: name)
        guard standard == name else {
            do {
                return try compile(standard, buffer, range)
            } catch {
                throw error == .invalidValue && PropertyTable.isBrowserPrefixed(name) ? .ignoredProperty : error
            }
        }
        if let sides = PropertyTable.logical[name] {
            return try compile(sides.leftToRight, buffer, range).map { $0.limited(to: .leftToRight) }
                + compile(sides.rightToLeft, buffer, range).map { $0.limited(to: .rightToLeft) }
        }
        if name == "margin-inline" || name == "padding-inline" { return try inlinePair(name, buffer, range) }
        if let index = PropertyTable.index[name] {
            return [StyleDeclaration(property: index, value: try longhand(index, name, buffer, range))]
        }
        if let shorthand = PropertyTable.shorthands[name] { return try expand(shorthand, buffer, range) }
        if name == "all" { return try all(buffer, range) }
        if name == "writing-mode" {
            // Text runs in lines from the top: all else would be set wrongly, which is worth a warning.
            var parser = ValueParser(buffer, range)
            let isKnown = parser.take("horizontal-tb") && parser.isAtEnd
            throw isKnown || wideKeyword(buffer, range) != nil ? .ignoredProperty : .invalidValue
        }
        if UnsupportedCSS.properties.contains(name) { throw .unsupportedProperty }
        if UnsupportedCSS.isWithoutMeaning(name) || PropertyTable.isBrowserPrefixed(name) { throw .ignoredProperty }
        throw .unknownProperty
    }

    /// CSS Cascade 5, §3.1: every property but `direction` and `unicode-bidi`.
    private static func all(_ buffer: TokenBuffer, _ range: Range<Int>) throws(Failure) -> [StyleDeclaration] {
        let value: DeclaredValue
        if let keyword = wideKeyword(buffer, range) {
            value = .wide(keyword)
        } else if usesVariables(buffer, range) {
            return PropertyTable.ofAll.map { property in
                let text = buffer.source(buffer.trimmed(range))
                return StyleDeclaration(
                    property: property,
                    value: .pending(
                        PendingValue(name: "all", text: text, sheet: buffer.sheet, property: property)))
            }
        } else {
            throw .invalidValue
        }
        return PropertyTable.ofAll.map { StyleDeclaration(property: $0, value: value) }
    }

    private static func longhand(
        _ index: Int, _ name: String, _ buffer: TokenBuffer, _ range: Range<Int>
    ) throws(Failure) -> DeclaredValue {
        if let keyword = wideKeyword(buffer, range) { return .wide(keyword) }
        if usesVariables(buffer, range) {
            let text = buffer.source(buffer.trimmed(range))
            return .pending(PendingValue(name: name, text: text, sheet: buffer.sheet, property: index))
        }
        var parser = ValueParser(buffer, range)
        guard let setter = PropertyTable.properties[index].parse(&parser), parser.isAtEnd else { throw .invalidValue }
        return .set(setter)
    }

    private static func expand(
        _ shorthand: Shorthand, _ buffer: TokenBuffer, _ range: Range<Int>
    ) throws(Failure) -> [StyleDeclaration] {
        let longhands = shorthand.longhands.map { PropertyTable.index[$0]! }
        if let keyword = wideKeyword(buffer, range) {
            return longhands.map { StyleDeclaration(property: $0, value: .wide(keyword)) }
        }
        if usesVariables(buffer, range) {
            let text = buffer.source(buffer.trimmed(range))
            return longhands.map {
                StyleDeclaration(
                    property: $0,
                    value: .pending(
                        PendingValue(name: shorthand.name, text: text, sheet: buffer.sheet, property: $0)))
            }
        }
        var parser = ValueParser(buffer, range)
        guard let parts = shorthand.expand(&parser), parser.isAtEnd else { throw .invalidValue }
        return zip(shorthand.longhands, longhands).map { name, index in
            let setter = parts.last { $0.name == name }?.setter
            return StyleDeclaration(property: index, value: setter.map(DeclaredValue.set) ?? .wide(.initial))
        }
    }

    /// `margin-inline` and `padding-inline`: a start and an end, one value standing for both.
    private static func inlinePair(
        _ name: String, _ buffer: TokenBuffer, _ range: Range<Int>
    ) throws(Failure) -> [StyleDeclaration] {
        let trimmed = buffer.trimmed(range)
        guard !trimmed.isEmpty else { throw .invalidValue }
        let firstEnd = buffer.next(after: trimmed.lowerBound)
        let second = buffer.trimmed(firstEnd..<max(firstEnd, trimmed.upperBound))
        let first = trimmed.lowerBound..<firstEnd
        return try compile("\(name)-start", buffer, first)
            + compile("\(name)-end", buffer, second.isEmpty ? first : second)
    }

    static func wideKeyword(_ buffer: TokenBuffer, _ range: Range<Int>) -> WideKeyword? {
        let trimmed = buffer.trimmed(range)
        guard trimmed.count == 1, buffer.tokens[trimmed.lowerBound].kind == .ident else { return nil }
        return WideKeyword(rawValue: buffer.lowercasedText(buffer.tokens[trimmed.lowerBound]))
    }

    /// Whether `var()` or `env()` stands in a value.
    static func usesVariables(_ buffer: TokenBuffer, _ range: Range<Int>) -> Bool {
        range.contains { buffer.tokens[$0].kind == .function && VariableSubstitution.Function(buffer, $0) != nil }
    }
}

extension StyleDeclaration {
    fileprivate func limited(to direction: TextStyle.Direction) -> StyleDeclaration {
        var copy = self
        copy.direction = direction
        return copy
    }
}
