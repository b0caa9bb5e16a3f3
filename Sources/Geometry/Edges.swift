/// Four lengths round a box, in points: a margin, a border's widths or a padding.
public struct Edges: Hashable, Sendable, BitwiseCopyable {
    public var top: Double
    public var right: Double
    public var bottom: Double
    public var left: Double

    public init(top: Double, right: Double, bottom: Double, left: Double) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    /// The same length on all four sides.
    public init(_ all: Double) { self.init(top: all, right: all, bottom: all, left: all) }

    public static let zero = Edges(0)

    public var horizontal: Double { left + right }
    public var vertical: Double { top + bottom }

    /// The same lengths in the other direction.
    public static prefix func - (edges: Edges) -> Edges {
        Edges(top: -edges.top, right: -edges.right, bottom: -edges.bottom, left: -edges.left)
    }

    /// Side by side sums, as of border and padding.
    public static func + (a: Edges, b: Edges) -> Edges {
        Edges(top: a.top + b.top, right: a.right + b.right, bottom: a.bottom + b.bottom, left: a.left + b.left)
    }
}
