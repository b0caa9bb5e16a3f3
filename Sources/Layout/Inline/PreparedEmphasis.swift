import CSS
import Geometry
import Pages
import Shaping
import TextAnalysis

/// A mark of emphasis ready to be set at letters of one span (CSS Text Decoration 4, §3).
struct PreparedEmphasis {
    /// An outline, so that the text is read without marks; glyphs where the font has pictures.
    let content: InlineFragment.Content
    /// Points.
    let width: Double
    /// Nil is the text's own.
    let color: Color?
    let isUnder: Bool
    /// What the letters, and what the mark, reach above and below their baselines; points.
    let letter: (above: Double, below: Double)
    let mark: (above: Double, below: Double)

    /// Marks are half as large as the text (§3.1).
    private static let scale = 0.5

    /// Nil where the mark has no glyph.
    init?(
        _ emphasis: TextStyle.Emphasis, like span: ShapingSpan, font: StyledFont, isIdeographic: Bool,
        _ context: LayoutContext
    ) {
        guard let mark = emphasis.mark else { return nil }
        let text = Array(mark.utf16)
        var span = span
        span.range = 0..<text.count
        span.isObject = false
        span.size *= Self.scale
        span.letterSpacing = 0
        let shaped = context.shaper.shape(text: text, spans: [span], base: .leftToRight)
        guard let run = context.shaper.lineRuns(of: shaped, range: text.indices).first, run.face != nil else {
            return nil
        }
        let outline = Self.outline(of: run)
        content = outline.isEmpty ? .mark(run) : .shape(outline)
        width = run.width
        color = emphasis.color
        isUnder = emphasis.isUnder
        letter = font.letterExtent(isIdeographic: isIdeographic)
        self.mark = (0.88 * span.size, 0.12 * span.size)
    }

    /// The outlines of a run's glyphs, in points downwards.
    private static func outline(of run: VisualRun) -> [Path.Segment] {
        guard let face = run.face else { return [] }
        var segments: [Path.Segment] = []
        var pen = 0.0
        for index in run.glyphs.indices {
            let (x, y) = (pen + run.xOffsets[index], run.yOffsets[index])
            func place(_ point: Point) -> Point { Point(x: x + point.x * run.size, y: -y - point.y * run.size) }
            for segment in face.outline(of: run.glyphs[index]) {
                switch segment {
                case .move(let point): segments.append(.move(place(point)))
                case .line(let point): segments.append(.line(place(point)))
                case .curve(let first, let second, let end):
                    segments.append(.curve(place(first), place(second), place(end)))
                case .close: segments.append(.close)
                }
            }
            pen += run.advances[index]
        }
        return segments
    }

    /// Points that the mark's baseline stands above that of the letters, with an annotation of so many points between.
    func shift(beyond annotation: Double) -> Double {
        isUnder ? -(letter.below + annotation + mark.above) : letter.above + annotation + mark.below
    }

    /// §3.1: no mark at white space, controls and punctuation but what is read as a word.
    static func marks(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .unassigned, .surrogate: false
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            readPunctuation.contains(scalar)
        default: true
        }
    }

    private static let readPunctuation: Set<Unicode.Scalar> = [
        "#", "%", "&", "@", "§", "¶", "٪", "؉", "؊", "‰", "‱", "⁊", "⁋", "⁓", "〽", "＃", "％", "＆", "＠", "﹟", "﹠", "﹪",
        "﹫",
    ]
}
