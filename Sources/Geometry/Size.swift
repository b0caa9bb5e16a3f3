/// A width and a height, in points unless the owner says otherwise (pictures count pixels).
public struct Size: Hashable, Sendable, BitwiseCopyable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    public static let zero = Size(width: 0, height: 0)

    /// The size left inside edges; never below zero.
    public func inset(by edges: Edges) -> Size {
        Size(
            width: max(0, width - edges.left - edges.right),
            height: max(0, height - edges.top - edges.bottom))
    }
}
