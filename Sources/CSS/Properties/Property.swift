/// Writes one computed value into a style.
typealias StyleSetter = @Sendable (inout StyleValues, ComputationContext) -> Void

/// Where a property's computed value stands in a style.
typealias StylePath<Value> = any WritableKeyPath<StyleValues, Value> & Sendable

/// One longhand property: how its values are parsed, and where its computed value stands.
struct Property: Sendable {
    let name: String
    let isInherited: Bool
    /// Parses a specified value up to where it ends; whoever calls checks that nothing is left.
    let parse: @Sendable (inout ValueParser) -> StyleSetter?
    /// Copies the property's value from one style to another, for `inherit`, `initial` and the like.
    let copy: @Sendable (inout StyleValues, StyleValues) -> Void

    /// A property whose computed value needs nothing but the specified one.
    static func value<Value: Sendable>(
        _ name: String, _ path: StylePath<Value>, inherited: Bool = false,
        _ parse: @escaping @Sendable (inout ValueParser) -> Value?
    ) -> Property {
        Property(
            name: name, isInherited: inherited,
            parse: { parser in
                guard let value = parse(&parser) else { return nil }
                return { values, _ in values[keyPath: path] = value }
            },
            copy: { $0[keyPath: path] = $1[keyPath: path] })
    }

    /// A property of keywords that are the cases of an enum: `pre-wrap` is `preWrap`.
    static func keyword<Value: RawRepresentable<String> & Sendable>(
        _ name: String, _ path: StylePath<Value>, inherited: Bool = false
    ) -> Property {
        value(name, path, inherited: inherited) { parser in parser.keyword(Value.self) }
    }

    /// A property whose lengths are computed against the element's fonts.
    static func computed<Specified: Sendable, Value: Sendable>(
        _ name: String, _ path: StylePath<Value>, inherited: Bool = false,
        _ parse: @escaping @Sendable (inout ValueParser) -> Specified?,
        _ compute: @escaping @Sendable (Specified, ComputationContext) -> Value
    ) -> Property {
        Property(
            name: name, isInherited: inherited,
            parse: { parser in
                guard let specified = parse(&parser) else { return nil }
                return { values, context in values[keyPath: path] = compute(specified, context) }
            },
            copy: { $0[keyPath: path] = $1[keyPath: path] })
    }
}

/// A shorthand: the longhands it sets, and how its value is dealt out to them.
struct Shorthand: Sendable {
    let name: String
    let longhands: [String]
    /// Parses the value into declarations; longhands it does not name get their initial values.
    let expand: @Sendable (inout ValueParser) -> [(name: String, setter: StyleSetter)]?
}

extension ValueParser {
    /// A keyword that is a case of an enum, `small-caps` being `smallCaps`.
    mutating func keyword<Value: RawRepresentable<String>>(_ type: Value.Type) -> Value? {
        attempt { parser in parser.keyword().flatMap { Value(rawValue: $0.camelCased) } }
    }
}

extension String {
    /// `pre-wrap` as `preWrap`.
    var camelCased: String {
        guard utf8.contains(UInt8(ascii: "-")) else { return self }
        var result: [UInt8] = []
        var raises = false
        for byte in utf8 {
            if byte == UInt8(ascii: "-") {
                raises = true
            } else {
                result.append(raises && byte.isLetter ? byte & ~0x20 : byte)
                raises = false
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
