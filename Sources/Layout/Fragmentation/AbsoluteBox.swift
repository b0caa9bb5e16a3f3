import CSS

/// A box with `position: absolute`, laid out, which waits for its containing block to be placed (CSS 2.2, §9.6).
struct AbsoluteBox {
    /// With its margins.
    var flow: Flow
    /// Points.
    var height: Double
    var x: Horizontal
    var top: AutoLength
    var bottom: AutoLength
    /// Index into the flow's decorations of the box whose padding box it is placed in; nil is the page area.
    var container: Int?

    enum Horizontal {
        /// Points from the left edge that the flow is laid out from: where the box would stand in the flow.
        case inFlow(Double)
        /// Points from the containing block's left edge.
        case inContainer(Double)
    }
}
