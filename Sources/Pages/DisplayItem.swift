public import Geometry

/// One thing to draw. Coordinates are points from the page's top left corner, y downwards.
public indirect enum DisplayItem: Hashable, Sendable {
    case glyphs(GlyphRun)
    case picture(Picture)
    case path(Path)
    case group(Group)

    /// A picture, stretched to fill its rectangle.
    public struct Picture: Hashable, Sendable {
        /// Index into `Document.pictures`.
        public var source: Int
        public var rect: Rect

        public init(source: Int, rect: Rect) {
            self.source = source
            self.rect = rect
        }
    }

    /// Items drawn together: clipped, made translucent, moved.
    public struct Group: Hashable, Sendable {
        public var items: [DisplayItem]
        /// A closed outline; nothing outside of it is seen. Empty for no clip.
        public var clip: [Path.Segment]
        /// 0 to 1.
        public var opacity: Double
        public var transform: Transform

        public init(
            items: [DisplayItem], clip: [Path.Segment] = [], opacity: Double = 1, transform: Transform = .identity
        ) {
            self.items = items
            self.clip = clip
            self.opacity = opacity
            self.transform = transform
        }
    }
}

/// An outline that is filled, by the nonzero winding rule, or stroked.
public struct Path: Hashable, Sendable {
    public var segments: [Segment]
    public var paint: Paint

    public init(segments: [Segment], paint: Paint) {
        self.segments = segments
        self.paint = paint
    }

    /// A filled rectangle.
    public static func rectangle(_ rect: Rect, fill: Color) -> Path {
        Path(segments: [.rectangle(rect)], paint: .fill(fill))
    }

    public enum Segment: Hashable, Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case rectangle(Rect)
        case close
    }

    public enum Paint: Hashable, Sendable {
        case fill(Color)
        case gradient(Gradient)
        case tiling(Tiling)
        case stroke(Stroke)
    }

    public struct Stroke: Hashable, Sendable {
        public var color: Color
        /// Points.
        public var width: Double
        /// Lengths of strokes and gaps in points; empty for a solid line.
        public var dashes: [Double]
        public var cap: Cap

        public init(color: Color, width: Double, dashes: [Double] = [], cap: Cap = .butt) {
            self.color = color
            self.width = width
            self.dashes = dashes
            self.cap = cap
        }
    }

    public enum Cap: String, Hashable, Sendable { case butt, round, square }
}
