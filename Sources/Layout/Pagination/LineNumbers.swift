import CSS
import Geometry
import Pages
import Shaping

/// The numbers beside lines that `--offprint-line-numbers` asks for: lines are counted through the whole document, and the
/// numbers of a page wait until its text is placed, so that they do not part it.
struct LineNumbers {
    /// Left edge, in points from the page area's as content is laid out, and width of the column that is being filled; nil
    /// outside columns.
    var column: (x: Double, width: Double)?
    private var count = 0
    private(set) var waiting: [Waiting] = []

    struct Waiting {
        var number: Int
        /// The edge that the number stands beside, in points from the page's left edge; nil is the page area's.
        var edge: Double?
        var baseline: Double
        var isRightToLeft: Bool
    }

    /// Counts a line whose paragraph stands at a point of a page.
    mutating func count(_ line: LineBox, _ style: SharedStyle, at origin: Point) {
        guard let step = style.text.lineNumbers else { return }
        count += 1
        guard count % step == 0 else { return }
        let isRightToLeft = style.text.direction == .rightToLeft
        let edge = column.map { origin.x + $0.x + (isRightToLeft ? $0.width : 0) }
        waiting.append(
            Waiting(number: count, edge: edge, baseline: origin.y + line.baseline, isRightToLeft: isRightToLeft))
    }

    mutating func takeWaiting() -> [Waiting] {
        defer { waiting = [] }
        return waiting
    }
}

extension DocumentAssembler {
    /// Sets the numbers beside a page's lines, in the style of `@offprint-line-numbers`: as artifacts, on the lines'
    /// baselines, before the start of the lines.
    mutating func placeLineNumbers(_ page: PageContext, _ canvas: inout PageCanvas) throws(FontError) {
        let waiting = lineNumbers.takeWaiting()
        guard !waiting.isEmpty else { return }
        let style = SharedStyle(page.lineNumbers)
        let area = page.area
        let padding = style.value.box.padding
        for number in waiting {
            var inline = InlineBuilder(style: style)
            inline.add("\(number.number)")
            let content = inline.finish()
            let prepared = try PreparedParagraph(
                content, style: style, available: area.width, maximumHeight: area.height, context: context)
            let layout = ParagraphLayout(paragraph: prepared, context: context, width: area.width)
            guard let line = layout.lines().first else { continue }
            let left = line.fragments.map(\.x).min() ?? 0
            let right = line.fragments.map { $0.x + $0.width }.max() ?? 0
            let x =
                number.isRightToLeft
                ? (number.edge ?? area.maxX) + padding.left.resolved(against: area.width) - left
                : (number.edge ?? area.minX) - padding.right.resolved(against: area.width) - right
            place(
                line, content: content, paragraph: nil, owner: .artifact(.layout),
                at: Point(x: x, y: number.baseline - line.baseline), canvas: &canvas)
        }
    }
}
