import CSS

/// The floats of a block formatting context (CSS 2.2, §9.5): where they stand, in points from the flow's top and from the page
/// area's left edge.
struct FloatContext {
    /// The margin box of a float.
    struct Placed {
        var isLeft: Bool
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    private(set) var placed: [Placed] = []
    /// The part of the collapsed margin that has been set already: above a float, which stands where the text before it
    /// ends and its margin.
    var settled = 0.0

    var isUsed: Bool { !placed.isEmpty }

    enum Side { case left, right, both }

    /// The foot of the lowest float of a side; minus infinity without any.
    func bottom(of side: Side) -> Double {
        placed.reduce(-.infinity) { bottom, float in
            switch side {
            case .left: float.isLeft ? max(bottom, float.bottom) : bottom
            case .right: float.isLeft ? bottom : max(bottom, float.bottom)
            case .both: max(bottom, float.bottom)
            }
        }
    }

    /// How far floats reach into a containing block between two heights; points from its left and right edge.
    func inset(from top: Double, to bottom: Double, x: Double, width: Double) -> LineInsets.Inset {
        var inset = LineInsets.Inset()
        for float in placed where float.top < bottom - 0.01 && float.bottom > top + 0.01 {
            if float.isLeft {
                inset.left = max(inset.left, float.right - x)
            } else {
                inset.right = max(inset.right, x + width - float.left)
            }
        }
        return inset
    }

    /// The highest place from `top` on where a box has room beside the floats (§9.5.1, rules 1 to 8).
    func place(width: Double, height: Double, from top: Double, isLeft: Bool, x: Double, available: Double) -> Placed {
        // Rule 5: no higher than the float before it.
        var y = max(top, placed.last?.top ?? top)
        while true {
            let inset = inset(from: y, to: y + max(height, 0.1), x: x, width: available)
            let next = placed.map(\.bottom).filter { $0 > y + 0.01 }.min()
            if inset.width + width <= available + 0.01 || inset.isZero || next == nil {
                let left = isLeft ? x + inset.left : x + available - inset.right - width
                return Placed(isLeft: isLeft, left: left, right: left + width, top: y, bottom: y + height)
            }
            y = next ?? y
        }
    }

    mutating func add(_ float: Placed) { placed.append(float) }

    /// Forgets the floats that nothing below a height stands beside.
    mutating func drop(above y: Double) { placed.removeAll { $0.bottom <= y + 0.01 } }

    /// Content that no float from outside reaches into begins.
    mutating func beginContext() -> [Placed] {
        defer { placed = [] }
        return placed
    }

    mutating func endContext(_ outer: [Placed]) { placed = outer }
}
