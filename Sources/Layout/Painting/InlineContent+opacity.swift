import CSS
import Geometry

extension InlineContent {
    /// How much is left of what is in an inline box, by its own `opacity` and those of the boxes round it
    /// (CSS Color 4, §3.2); nil is the root inline box.
    ///
    /// Text and what is painted under it become translucent each for itself, so that text stays text.
    func opacity(ofBox box: Int?) -> Double {
        var opacity = 1.0
        var box = box
        while let index = box {
            opacity *= boxes[index].style.opacity
            box = boxes[index].parent
        }
        return opacity
    }

    /// The same of what is painted of a box.
    func opacity(of source: InlineBoxFragment.Source) -> Double {
        switch source {
        case .box(let box): opacity(ofBox: box)
        case .atom(let offset):
            atoms.first { $0.offset == offset }.map {
                $0.style.opacity * opacity(ofBox: spans[spanIndex(at: offset)].box)
            }
                ?? 1
        }
    }
}

extension Color {
    /// The colour with a part of its alpha.
    func faded(to opacity: Double) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha * opacity) }
}
