/// Which face of a family answers a request: width first, then style, then weight (CSS Fonts 4, §5.2).
struct FontMatching {
    var request: FontRequest

    /// The nearest face; of equal ones the last, as later `@font-face` rules win over earlier ones.
    func best(of faces: [FontFamilyFace]) -> FontFamilyFace? {
        var remaining = faces
        for distance in [stretchDistance, slantDistance, weightDistance] {
            guard remaining.count > 1, let nearest = remaining.map(distance).min() else { break }
            remaining.removeAll { distance($0) > nearest }
        }
        return remaining.last
    }

    /// Step 4: narrower faces first for normal and condensed text, wider ones first for expanded text.
    private func stretchDistance(_ face: FontFamilyFace) -> Double {
        let (nearest, isBelow) = Self.nearest(face.stretches, to: request.stretch)
        return Self.distance(request.stretch, nearest, isPreferred: isBelow == (request.stretch <= 1))
    }

    /// Step 5.
    private func slantDistance(_ face: FontFamilyFace) -> Double {
        let order: [FontSlant] =
            switch request.slant {
            case .normal: [.normal, .oblique, .italic]
            case .italic: [.italic, .oblique, .normal]
            case .oblique: [.oblique, .italic, .normal]
            }
        return Double(order.firstIndex { face.slants.contains($0) } ?? order.count)
    }

    /// Step 6: from 400 to 500 upwards within that range first, then downwards, then upwards; lighter weights look
    /// downwards first and heavier ones upwards.
    private func weightDistance(_ face: FontFamilyFace) -> Double {
        let weight = request.weight
        let (nearest, isBelow) = Self.nearest(face.weights, to: weight)
        if (400...500).contains(weight), nearest > 500 { return 2 * Self.otherSide + nearest - weight }
        let isPreferred = (400...500).contains(weight) ? !isBelow : isBelow == (weight < 400)
        return Self.distance(weight, nearest, isPreferred: isPreferred)
    }

    /// More than any two weights are apart.
    private static let otherSide = 1_000.0

    private static func distance(_ wanted: Double, _ nearest: Double, isPreferred: Bool) -> Double {
        let distance = abs(nearest - wanted)
        return distance == 0 || isPreferred ? distance : otherSide + distance
    }

    private static func nearest(_ range: ClosedRange<Double>, to value: Double) -> (value: Double, isBelow: Bool) {
        let nearest = value.clamped(to: range)
        return (nearest, nearest < value)
    }
}
