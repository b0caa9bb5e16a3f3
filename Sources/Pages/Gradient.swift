public import Geometry

/// A change of colour along a line, out from a point or round it (PDF 32000-1, §8.7.4.5).
///
/// What lies before the first stop has its colour, and what lies behind the last one has that one's.
public struct Gradient: Hashable, Sendable {
    public var axis: Axis
    /// By offset, none of which is below the one before; two stops at one place are an edge.
    public var stops: [Stop]

    public init(axis: Axis, stops: [Stop]) {
        self.axis = axis
        self.stops = stops
    }

    public enum Axis: Hashable, Sendable {
        case linear(from: Point, to: Point)
        /// From the centre to an ellipse with these half axes.
        case radial(center: Point, radii: Size)
        /// A turn clockwise; `start` is in degrees from upwards.
        case conic(center: Point, start: Double)
    }

    public struct Stop: Hashable, Sendable {
        /// From 0 to 1 along the axis.
        public var offset: Double
        public var color: Color

        public init(_ offset: Double, _ color: Color) {
            self.offset = offset
            self.color = color
        }
    }
}

/// A cell of pictures and paths that is repeated in both directions (PDF 32000-1, §8.7.3).
public struct Tiling: Hashable, Sendable {
    /// One of the cells: those beside it touch it.
    public var cell: Rect
    /// What one cell shows, in the page's coordinates; no text.
    public var items: [DisplayItem]

    public init(cell: Rect, items: [DisplayItem]) {
        self.cell = cell
        self.items = items
    }
}
