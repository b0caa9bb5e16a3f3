public import Geometry

/// A picture cut into nine parts round a box, in place of its borders (CSS Backgrounds 3, §5).
public struct BorderImage: Hashable, Sendable {
    public var source = StyleImage.none
    public var slice = BorderImageSlice()
    public var width = Sides<Width>(.multiple(1))
    public var outset = Sides<Outset>(.multiple(0))
    public var repetition = Repetition(horizontal: .stretch, vertical: .stretch)

    public init() {}

    /// `border-image-width` (§5.3).
    public enum Width: Hashable, Sendable {
        /// As wide as the slice by itself.
        case auto
        /// Of the border's width.
        case multiple(Double)
        /// Percentages are of the area's sides.
        case length(LengthPercentage)
    }

    /// `border-image-outset` (§5.4).
    public enum Outset: Hashable, Sendable {
        /// Of the border's width.
        case multiple(Double)
        case points(Double)
    }

    /// `border-image-repeat` (§5.5).
    public struct Repetition: Hashable, Sendable {
        public var horizontal: Kind
        public var vertical: Kind

        public init(horizontal: Kind, vertical: Kind) {
            self.horizontal = horizontal
            self.vertical = vertical
        }
    }

    public enum Kind: String, Hashable, Sendable { case stretch, `repeat`, round, space }
}

/// `border-image-slice` (CSS Backgrounds 3, §5.2): how far from the picture's edges it is cut.
public struct BorderImageSlice: Hashable, Sendable {
    public var offsets = Sides<Offset>(.share(1))
    /// The part in the middle is shown, too.
    public var fills = false

    public init() {}

    public enum Offset: Hashable, Sendable {
        /// Pixels of a picture, units of a drawing's coordinates.
        case pixels(Double)
        /// Of the picture's side, 0 and above.
        case share(Double)
    }
}
