import CSS
import Geometry
import Pages

/// The shadows of a box (CSS Backgrounds 3, §6.1).
///
/// A blurred edge is a number of translucent shapes, one inside of the other: what they add up to is what the blur's
/// normal distribution makes of the edge.
struct ShadowPainter {
    let piece: BoxPiece

    /// Shadows that are cast on what is behind; nothing of them is seen under the box itself.
    func outside() -> [DisplayItem] {
        let shadows = piece.box.painting.shadows.reversed().filter { !$0.isInset && !$0.color.isTransparent }
        let edge = piece.outline
        return shadows.map { shadow in
            let shape = edge.offset(by: shadow.offset).outset(by: shadow.spread)
            let reach = shape.rect.union(edge.rect).inset(by: Edges(-2 * shadow.blur - 1))
            let items = steps(of: shadow).map { step -> DisplayItem in
                .path(Path(segments: softened(shape, by: step, shadow).outline, paint: .fill(step.color)))
            }
            return .group(DisplayItem.Group(items: items, clip: RoundedRect(reach).outline + edge.hole))
        }
    }

    /// Shadows that the box's edge casts into it.
    func inside() -> [DisplayItem] {
        let shadows = piece.box.painting.shadows.reversed().filter { $0.isInset && !$0.color.isTransparent }
        let edge = piece.edge(of: .paddingBox)
        guard edge.rect.width > 0, edge.rect.height > 0 else { return [] }
        return shadows.map { shadow in
            let hole = edge.offset(by: shadow.offset).outset(by: -shadow.spread)
            let reach = RoundedRect(hole.rect.union(edge.rect).inset(by: Edges(-2 * shadow.blur - 1)))
            let items = steps(of: shadow).map { step -> DisplayItem in
                let light = softened(hole, by: Step(offset: -step.offset, color: step.color), shadow)
                let isOpen = light.rect.width > 0 && light.rect.height > 0
                return .path(
                    Path(segments: reach.outline + (isOpen ? light.hole : []), paint: .fill(step.color)))
            }
            return .group(DisplayItem.Group(items: items, clip: edge.outline))
        }
    }

    // MARK: Blur

    /// One of the shapes that add up.
    private struct Step {
        /// Points that it reaches beyond the edge.
        var offset: Double
        var color: Color
    }

    /// Steps for each point of blur, which are then too small to be seen, and how many there are at most.
    private static let stepsPerPoint = 2.0
    private static let mostSteps = 32

    private func steps(of shadow: BoxShadow) -> [Step] {
        guard shadow.blur > 0 else { return [Step(offset: 0, color: shadow.color)] }
        let count = min(Self.mostSteps, max(6, Int((shadow.blur * Self.stepsPerPoint).rounded())))
        var covered = 0.0
        return (0..<count).map { index in
            // From the outermost shape, where nearly nothing is left of the shadow, inwards.
            let offset = shadow.blur * (1 - 2 * (Double(index) + 0.5) / Double(count))
            let wanted =
                shadow.color.alpha * Self.share(shadow.blur * (1 - 2 * Double(index + 1) / Double(count)), shadow.blur)
            let alpha = covered < 1 ? max(0, (wanted - covered) / (1 - covered)) : 0
            covered = max(covered, wanted)
            var color = shadow.color
            color.alpha = alpha
            return Step(offset: offset, color: color)
        }
    }

    /// How much of a shadow is left so many points beyond its edge; a blur is two standard deviations.
    private static func share(_ distance: Double, _ blur: Double) -> Double {
        // A cubic that has the slope of the normal distribution's integral at the edge, and ends where it nearly does.
        let t = min(1, max(0, (1 - distance / blur) / 2))
        return t * t * (3 - 2 * t)
    }

    /// The shape for a step: a blur rounds corners too, more outside than inside.
    private func softened(_ shape: RoundedRect, by step: Step, _ shadow: BoxShadow) -> RoundedRect {
        let moved = RoundedRect.moved(shape, by: step.offset)
        guard shadow.blur > 0 else { return moved }
        return moved.softened(to: max(0, 0.93 * shadow.blur + 0.6 * step.offset))
    }
}

extension RoundedRect {
    /// The edge outside, with corners of the same middles.
    fileprivate static func moved(_ edge: RoundedRect, by offset: Double) -> RoundedRect {
        offset <= 0 ? edge.inset(by: Edges(-offset)) : edge.outset(by: offset)
    }
}
