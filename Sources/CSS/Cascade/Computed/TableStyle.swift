/// CSS 2.2 §17.
public struct TableStyle: Hashable, Sendable {
    public var isFixed = false
    public var collapsesBorders = false
    /// Points.
    public var spacingHorizontal = 0.0
    public var spacingVertical = 0.0
    public var captionAtBottom = false
    public var hidesEmptyCells = false

    public init() {}
}
