/// What the lines of a paragraph lose of their measure to what stands at their sides: floats and initial letters.
///
/// Who places them knows them by height; a paragraph is broken by line number. `ParagraphLayout.lines(beside:)` goes
/// from one to the other.
struct LineInsets: Hashable {
    /// What one line loses at its two edges; points.
    struct Inset: Hashable {
        var left = 0.0
        var right = 0.0

        var isZero: Bool { left == 0 && right == 0 }
        var width: Double { left + right }
    }

    /// For the first lines, from the top; every later line has its whole measure.
    var first: [Inset] = []

    static let none = LineInsets()

    var isEmpty: Bool { first.isEmpty }

    /// What a line, counted from 0, loses.
    subscript(line: Int) -> Inset { line < first.count ? first[line] : Inset() }
}

/// What stands at the sides of a paragraph's lines, by height.
struct LineExclusions {
    /// Points below the paragraph's top from which on nothing stands at its sides.
    var bottom: Double
    /// What a line loses whose box reaches from one height to another, in points below the paragraph's top.
    var inset: (_ top: Double, _ bottom: Double) -> LineInsets.Inset
}
