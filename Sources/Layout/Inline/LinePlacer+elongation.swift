import CSS
import Shaping

/// Joined scripts fill their lines by longer words, not by spaces alone (CSS Text 4, §8.1: `text-justify: auto`).
extension LinePlacer {
    /// How much wider the spaces of a line may be than the font's before words are made longer.
    private static let comfortableGrowth = 0.25

    /// Makes words longer by what the gap is too large for the spaces; returns the points that it has taken of the gap.
    func elongate(_ runs: inout [VisualRun], gap: Double, line: Range<Int>, visibleEnd: Int) -> Double {
        guard gap > 0, paragraph.shaped.canBeElongated, paragraph.style.text.justify == .auto else { return 0 }
        let text = paragraph.content.text
        var spaces = 0.0
        for offset in line.lowerBound..<visibleEnd where text[offset] == 0x20 || text[offset] == 0xA0 {
            spaces += paragraph.advances[offset]
        }
        let excess = gap - spaces * Self.comfortableGrowth
        guard excess > 0 else { return 0 }
        return context.shaper.elongate(&runs, of: paragraph.shaped, line: line, by: excess)
    }
}
