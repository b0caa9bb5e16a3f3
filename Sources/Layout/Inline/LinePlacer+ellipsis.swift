import CSS
import Diagnostics
import Shaping
import TextAnalysis

/// Lines that end in an ellipsis where not all of their text is shown (CSS Overflow 4, §4).
extension LinePlacer {
    /// The block hides what passes its edges and says that an ellipsis stands for it.
    var endsInEllipsis: Bool {
        paragraph.style.text.overflowsWithEllipsis && paragraph.style.box.overflowHidden
    }

    /// Places as much of a line's text as has room with an ellipsis behind it; all of it counts as the line's, so that its
    /// notes and anchors are on the page.
    func placeCut(_ wanted: Line) -> LineBox {
        let ellipsis = ellipsis()
        let width = ellipsis?.width ?? 0
        var narrow = self
        narrow.width = self.width - width
        var cut = wanted
        cut.isCut = true
        cut.isLast = true
        cut.isHyphenated = false
        cut.range = wanted.range.lowerBound..<end(of: wanted, room: narrow.width - wanted.indent - wanted.inset.width)
        var line = narrow.place(cut)
        // Kerning and the edges of boxes may make the text wider than its letters.
        while line.overflow > 0.01, cut.range.count > 1 {
            cut.range = cut.range.lowerBound..<cut.range.upperBound - 1
            line = narrow.place(cut)
        }
        report(hidden: cut.range.upperBound..<wanted.range.upperBound)
        if isRightToLeft { line.shift(by: width) }
        if let ellipsis { add(ellipsis, after: cut, to: &line) }
        line.range = wanted.range
        line.footnotes = []
        line.marks = []
        attachCalls(&line)
        return line
    }

    private func ellipsis() -> VisualRun? {
        guard var span = paragraph.shaped.spans.last else { return nil }
        span.range = 0..<1
        span.isObject = false
        let shaped = context.shaper.shape(text: [0x2026], spans: [span], base: .leftToRight)
        return context.shaper.lineRuns(of: shaped, range: 0..<1).first
    }

    /// The offset that the letters end before which have room; white space at the end goes, too.
    private func end(of line: Line, room: Double) -> Int {
        var left = room
        var end = line.range.lowerBound
        for offset in line.range {
            let isSpace = paragraph.content.text[offset] == 0x20
            left -=
                paragraph.advances[offset]
                + (isSpace ? paragraph.wordSpacing(of: paragraph.content.spanIndex(at: offset)) : 0)
            if left < 0 { break }
            end = offset + 1
        }
        // The rest of a cluster, whose width is on its first unit.
        while end > line.range.lowerBound, end < line.range.upperBound, paragraph.advances[end] == 0 { end -= 1 }
        while end > line.range.lowerBound + 1, paragraph.hangs(end - 1) { end -= 1 }
        return end
    }

    private func add(_ ellipsis: VisualRun, after cut: Line, to line: inout LineBox) {
        let left = line.fragments.map(\.x).min() ?? cut.indent + cut.inset.left
        let right = line.fragments.map { $0.x + $0.width }.max() ?? left
        let end = cut.range.upperBound
        let span = paragraph.content.spanIndex(at: max(0, end - 1))
        line.fragments.append(
            InlineFragment(
                x: isRightToLeft ? left - ellipsis.width : right, width: ellipsis.width, shift: 0, span: span,
                range: end..<end, color: paragraph.style.value.color, content: .mark(ellipsis)))
    }

    private func report(hidden range: Range<Int>) {
        let text = paragraph.content.excerpt(range)
        guard !text.isEmpty else { return }
        context.report(Diagnostic(.warning, .hiddenText(text)))
    }
}

extension LineBox {
    /// Moves all that is on the line to the right; points.
    fileprivate mutating func shift(by distance: Double) {
        for index in fragments.indices {
            fragments[index].x += distance
            for stroke in fragments[index].decorations.indices { fragments[index].decorations[stroke].x += distance }
        }
        for index in boxes.indices { boxes[index].x += distance }
        for index in insertions.indices { insertions[index].x += distance }
    }
}

extension Diagnostic.Message {
    static func hiddenText(_ text: String) -> Self { "text has no room and is not shown: '\(text)'" }
}
