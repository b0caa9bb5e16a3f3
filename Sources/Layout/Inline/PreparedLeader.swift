import Shaping
import TextAnalysis

/// A `leader()` ready to be set: its pattern shaped as often as any line has room for
/// (CSS Generated Content 3, §2.5).
struct PreparedLeader {
    /// Points of one pattern, which stands at least once.
    let width: Double
    private let shaped: ShapedParagraph
    /// UTF-16 units of one pattern.
    private let length: Int
    private let count: Int

    /// More marks than stand on any line; a hostile style gets no more.
    private static let mostMarks = 1_000

    /// nil where the pattern has no width.
    init?(_ pattern: String, like span: ShapingSpan, available: Double, _ context: LayoutContext) {
        func shape(_ text: [UInt16]) -> ShapedParagraph {
            var span = span
            span.range = 0..<text.count
            span.isObject = false
            return context.shaper.shape(text: text, spans: [span], base: .leftToRight)
        }
        let one = Array(pattern.utf16.prefix(64))
        guard !one.isEmpty else { return nil }
        // Among its like a pattern has another width than alone: fonts kern full stops, and space three of them as dots.
        let few = Array(repeatElement(one, count: 8).joined())
        let many = few + few
        let width = (shape(many).width(of: many.indices) - shape(few).width(of: few.indices)) / 8
        guard width > 0.01 else { return nil }
        self.width = width
        length = one.count
        count = Int(min(Double(Self.mostMarks), max(1, available / width)))
        shaped = shape(Array(repeatElement(one, count: count).joined()))
    }

    /// The patterns between two places of a line, each a whole number of widths from `edge`, and where they begin; nil where
    /// none fits.
    func fill(
        from start: Double, to end: Double, alignedWith edge: Double, _ context: LayoutContext
    ) -> (runs: [VisualRun], x: Double)? {
        let last = edge - ((edge - end) / width - 0.001).rounded(.up) * width
        let fitting = ((last - start) / width + 0.001).rounded(.down)
        guard fitting >= 1 else { return nil }
        let count = min(self.count, Int(min(fitting, Double(Self.mostMarks))))
        let runs = context.shaper.lineRuns(of: shaped, range: 0..<count * length)
        return (runs, last - Double(count) * width)
    }
}
