/// A computed `<length-percentage>`: points plus a share of some reference length (CSS Values 4, §5.5).
public struct LengthPercentage: Hashable, Sendable, BitwiseCopyable {
    /// Points.
    public var points: Double
    /// 0.5 stands for 50 %.
    public var fraction: Double

    public init(points: Double = 0, fraction: Double = 0) {
        self.points = points
        self.fraction = fraction
    }

    public static let zero = LengthPercentage()
    public static func points(_ points: Double) -> LengthPercentage { LengthPercentage(points: points) }
    public static func percent(_ percent: Double) -> LengthPercentage { LengthPercentage(fraction: percent / 100) }

    /// The longest length, in points: 35 metres, more than a hundred pages. Longer ones are cut to it, and what is no
    /// number is nothing (CSS Values 4, §5.1 and §10.9).
    static let longest = 100_000.0

    /// The same, as long as lengths may be.
    var bounded: LengthPercentage {
        LengthPercentage(points: points.bounded(Self.longest), fraction: fraction.bounded(Self.longest))
    }

    /// The length times a number, which may be infinite: a part that is not there stays away.
    func scaled(by factor: Double) -> LengthPercentage {
        LengthPercentage(
            points: points == 0 ? 0 : points * factor, fraction: fraction == 0 ? 0 : fraction * factor)
    }

    /// The length in points, percentages taken of `reference` points.
    public func resolved(against reference: Double) -> Double { points + fraction * reference }
}

/// A length, `auto` (also `none` for maxima), or what follows from the content (CSS Sizing 3, §3.2).
public enum AutoLength: Hashable, Sendable, BitwiseCopyable {
    case auto
    case length(LengthPercentage)
    case minContent, maxContent, fitContent

    /// Points, or nil where it is no length.
    public func resolved(against reference: Double) -> Double? {
        switch self {
        case .auto, .minContent, .maxContent, .fitContent: nil
        case .length(let length): length.resolved(against: reference)
        }
    }
}

/// Four values round a box.
public struct Sides<Value> {
    public var top: Value
    public var right: Value
    public var bottom: Value
    public var left: Value

    public init(top: Value, right: Value, bottom: Value, left: Value) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    public init(_ all: Value) { self.init(top: all, right: all, bottom: all, left: all) }

    /// A value made of each.
    func map<Other>(_ transform: (Value) -> Other) -> Sides<Other> {
        Sides<Other>(
            top: transform(top), right: transform(right), bottom: transform(bottom), left: transform(left))
    }
}

extension Sides: Equatable where Value: Equatable {}
extension Sides: Hashable where Value: Hashable {}
extension Sides: Sendable where Value: Sendable {}

extension Double {
    /// The number brought between the limit and its negative; what is no number is 0.
    func bounded(_ limit: Double) -> Double { isNaN ? 0 : Swift.min(limit, Swift.max(-limit, self)) }
}
