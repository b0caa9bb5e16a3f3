/// CSS Multi-column 1.
public struct ColumnStyle: Hashable, Sendable {
    /// nil is `auto`.
    public var count: Int?
    /// Points; nil is `auto`.
    public var width: Double?
    /// nil is `normal`.
    public var gap: LengthPercentage?
    public var rule = BoxStyle.BorderSide()
    public var spansAll = false
    public var balances = true

    public init() {}
}
