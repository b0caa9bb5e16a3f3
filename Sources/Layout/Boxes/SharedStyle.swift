public import CSS

/// A computed style held once and named from many boxes and spans; identity stands for equality.
@dynamicMemberLookup
public final class SharedStyle: Sendable, Hashable {
    public let value: ComputedStyle

    public init(_ value: ComputedStyle) { self.value = value.isGray ? value.inGray : value }

    public subscript<Value>(dynamicMember path: KeyPath<ComputedStyle, Value>) -> Value { value[keyPath: path] }

    public static func == (a: SharedStyle, b: SharedStyle) -> Bool { a === b }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
