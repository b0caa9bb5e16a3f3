/// An axis-parallel rectangle, in points from the page's top left corner.
public struct Rect: Hashable, Sendable, BitwiseCopyable {
    public var origin: Point
    public var size: Size

    public init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
    }

    public var minX: Double { origin.x }
    public var minY: Double { origin.y }
    public var maxX: Double { origin.x + size.width }
    public var maxY: Double { origin.y + size.height }
    public var width: Double { size.width }
    public var height: Double { size.height }

    /// The rectangle moved by an offset.
    public func offset(by offset: Point) -> Rect { Rect(origin: origin + offset, size: size) }

    /// The rectangle inside edges; its size never falls below zero.
    public func inset(by edges: Edges) -> Rect {
        Rect(origin: Point(x: minX + edges.left, y: minY + edges.top), size: size.inset(by: edges))
    }

    /// The smallest rectangle that holds both.
    public func union(_ other: Rect) -> Rect {
        let x = min(minX, other.minX)
        let y = min(minY, other.minY)
        return Rect(x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
    }
}
