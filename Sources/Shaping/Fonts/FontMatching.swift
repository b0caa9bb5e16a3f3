internal import FontFiles

/// Which face of a family answers a request (CSS Fonts 4, §5.2).
struct FontMatching {
    var weight: Double
    var isItalic: Bool

    /// The nearest face: style first, then weight.
    func best(of faces: [FontCatalog.Face]) -> FontCatalog.Face? {
        let sameStyle = faces.filter { $0.isItalic == isItalic }
        return (sameStyle.isEmpty ? faces : sameStyle).min { rank($0.weight) < rank($1.weight) }
    }

    /// What the drawing has to add to a face.
    func synthesis(weight faceWeight: Double, isItalic faceIsItalic: Bool) -> FontInstance.Synthesis {
        var synthesis: FontInstance.Synthesis = []
        if isItalic && !faceIsItalic { synthesis.insert(.oblique) }
        if weight >= 600 && faceWeight < 600 { synthesis.insert(.bold) }
        return synthesis
    }

    /// Lower is better: from 400 to 500 upwards within that range first, then downwards, then upwards; lighter weights
    /// look downwards first and heavier ones upwards.
    private func rank(_ candidate: Double) -> Double {
        let distance = abs(candidate - weight)
        if weight >= 400 && weight <= 500 {
            if candidate >= weight && candidate <= 500 { return distance }
            return candidate < weight ? 1_000 + distance : 2_000 + distance
        }
        let isPreferredSide = weight < 400 ? candidate <= weight : candidate >= weight
        return isPreferredSide ? distance : 1_000 + distance
    }
}
