import CSS
import Shaping
import TextAnalysis

/// What stands over and under letters: ruby annotations and marks of emphasis.
extension LinePlacer {
    /// Sets ruby annotations over or under their bases.
    func annotate(_ line: inout LineBox) {
        for annotation in paragraph.annotations where line.range.contains(annotation.base.lowerBound) {
            var (left, right, baseline) = (Double.infinity, -Double.infinity, 0.0)
            for fragment in line.fragments where annotation.base.overlaps(fragment.range) {
                left = min(left, fragment.x)
                right = max(right, fragment.x + fragment.width)
                baseline = fragment.shift
            }
            guard left <= right else { continue }
            left -= annotation.room.before
            right += annotation.room.after
            let shift = baseline + annotation.shift
            line.insertions.append(
                LineInsertion(
                    line: annotation.line, content: annotation.content, x: annotation.x(between: left, and: right),
                    shift: shift, offset: min(annotation.base.upperBound, line.range.upperBound),
                    element: annotation.element))
            if annotation.isUnder {
                LineHeight(paragraph).makeRoom(below: annotation.below - shift, in: &line)
            } else {
                LineHeight(paragraph).makeRoom(for: shift + annotation.above, in: &line)
            }
        }
    }

    /// Sets the letters of bases apart that are narrower than what is over or under them.
    func spreadBases(_ runs: inout [VisualRun]) {
        for annotation in paragraph.annotations where annotation.room.between > 0 {
            for index in runs.indices where annotation.base.overlaps(runs[index].textRange) {
                for glyph in runs[index].glyphUnits.indices
                where annotation.base.dropLast().contains(runs[index].glyphUnits[glyph]) {
                    runs[index].advances[glyph] += annotation.room.between
                }
            }
        }
    }

    /// Sets marks of emphasis over or under the middle of letters, beyond ruby annotations.
    func emphasize(_ line: inout LineBox) {
        guard !paragraph.emphases.isEmpty else { return }
        var marks: [InlineFragment] = []
        for fragment in line.fragments {
            guard let emphasis = paragraph.emphases[fragment.span], case .text(let run) = fragment.content else {
                continue
            }
            for (unit, x) in letters(of: run, at: fragment.x) {
                let shift = fragment.shift + emphasis.shift(beyond: annotationHeight(at: unit, emphasis.isUnder))
                marks.append(
                    InlineFragment(
                        x: x - emphasis.width / 2, width: emphasis.width, shift: shift, span: fragment.span,
                        range: unit..<unit + 1, color: emphasis.color ?? fragment.color, content: emphasis.content))
                if emphasis.isUnder {
                    LineHeight(paragraph).makeRoom(below: emphasis.mark.below - shift, in: &line)
                } else {
                    LineHeight(paragraph).makeRoom(for: shift + emphasis.mark.above, in: &line)
                }
            }
        }
        line.fragments += marks
    }

    /// The letters of a run that get marks, by their offsets, and where their middles are.
    private func letters(of run: VisualRun, at start: Double) -> [(unit: Int, x: Double)] {
        var result: [(unit: Int, x: Double)] = []
        var pen = start
        var index = 0
        while index < run.glyphs.count {
            let unit = run.glyphUnits[index]
            var width = 0.0
            while index < run.glyphs.count, run.glyphUnits[index] == unit {
                width += run.advances[index]
                index += 1
            }
            if run.textRange.contains(unit),
                let scalar = Unicode.Scalar(paragraph.content.text.scalar(at: unit).scalar),
                PreparedEmphasis.marks(scalar)
            {
                result.append((unit, pen + width / 2))
            }
            pen += width
        }
        return result
    }

    /// Points that an annotation on the same side takes at an offset.
    private func annotationHeight(at unit: Int, _ isUnder: Bool) -> Double {
        paragraph.annotations.first { $0.isUnder == isUnder && $0.base.contains(unit) }.map { $0.above + $0.below } ?? 0
    }
}
