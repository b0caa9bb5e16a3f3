public import Geometry

/// A gradient before it is known how large it is (CSS Images 3, §3; CSS Images 4, §3).
public struct GradientImage: Hashable, Sendable {
    public var shape: Shape
    public var stops: [Stop]
    public var isRepeating: Bool
    public var interpolation: Interpolation

    public init(shape: Shape, stops: [Stop], isRepeating: Bool = false, interpolation: Interpolation = .srgb) {
        self.shape = shape
        self.stops = stops
        self.isRepeating = isRepeating
        self.interpolation = interpolation
    }

    public enum Shape: Hashable, Sendable {
        case linear(Direction)
        case radial(Ending, BackgroundPosition)
        /// Degrees clockwise from upwards.
        case conic(from: Double, BackgroundPosition)
    }

    public enum Direction: Hashable, Sendable {
        /// Degrees clockwise from upwards.
        case angle(Double)
        /// Towards a corner, along a line on which the two other corners have the same colour.
        case corner(isRight: Bool, isBottom: Bool)
    }

    /// The ending shape of a radial gradient.
    public enum Ending: Hashable, Sendable {
        case circle(Extent)
        case ellipse(Extent)
        /// Points.
        case radius(Double)
        case radii(LengthPercentage, LengthPercentage)
    }

    public enum Extent: String, Hashable, Sendable { case closestSide, farthestSide, closestCorner, farthestCorner }

    /// A colour stop, or between two of them a hint.
    public struct Stop: Hashable, Sendable {
        /// nil for a hint: where the two colours beside it meet half-way.
        public var color: Color?
        /// Of the gradient line, or of a turn; nil is evenly spaced.
        public var position: LengthPercentage?

        public init(_ color: Color?, at position: LengthPercentage? = nil) {
            self.color = color
            self.position = position
        }
    }

    /// The space in which colours are mixed, and which way round its hues (CSS Color 4, §12).
    public struct Interpolation: Hashable, Sendable {
        let colors: ColorMix

        public static let srgb = Interpolation(colors: ColorMix(space: .srgb))
        public static let oklab = Interpolation(colors: ColorMix(space: .oklab))

        /// Mixed colours times their alpha; `share` is that of the second.
        public func mix(_ a: Color, _ b: Color, share: Double) -> Color {
            colors.mix(AbsoluteColor(a), AbsoluteColor(b), share: share).color
        }
    }
}
