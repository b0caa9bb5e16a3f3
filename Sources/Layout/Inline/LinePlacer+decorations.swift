import CSS
import Shaping

/// Lines under, over and through text (CSS Text Decoration 4, §2).
extension LinePlacer {
    /// Gives each fragment its strokes, each by the box that it decorates (§2.1), and then takes out what letters cross.
    func decorate(_ line: inout LineBox, visibleEnd: Int) {
        for index in line.fragments.indices {
            guard case .text(let run) = line.fragments[index].content else { continue }
            let fragment = line.fragments[index]
            let trailing = trailingWidth(run, visibleEnd)
            for decoration in paragraph.content.spans[fragment.span].decorations {
                let font = paragraph.boxes.font(of: decoration.box)
                let shift = decoration.box.map { line.shift(of: $0, paragraph.boxes) } ?? 0
                line.fragments[index].decorations.append(
                    DecorationStroke(
                        decoration, font: font, shift: shift, x: fragment.x + (isRightToLeft ? trailing : 0),
                        width: fragment.width - trailing))
            }
        }
        skipInk(&line)
    }

    /// Interrupts strokes where glyphs of their fragment, or of those beside it, reach into them (§2.9.3).
    private func skipInk(_ line: inout LineBox) {
        let whole = line.fragments.map(\.decorations)
        for index in whole.indices where !whole[index].isEmpty && skips(line.fragments[index]) != .none {
            line.fragments[index].decorations = whole[index].flatMap { stroke -> [DecorationStroke] in
                guard stroke.line != .lineThrough else { return [stroke] }
                var gaps: [ClosedRange<Double>] = []
                for neighbour in max(0, index - 1)...min(index + 1, whole.count - 1) {
                    gaps += crossings(of: line.fragments[neighbour], stroke)
                }
                return gaps.isEmpty ? [stroke] : stroke.pieces(without: gaps)
            }
        }
    }

    private func skips(_ fragment: InlineFragment) -> TextStyle.SkipInk {
        paragraph.content.spans[fragment.span].style.text.skipInk
    }

    /// Where the glyphs of a fragment reach into a stroke, with some room at both sides; points of the line.
    private func crossings(of fragment: InlineFragment, _ stroke: DecorationStroke) -> [ClosedRange<Double>] {
        let skip = skips(fragment)
        guard skip != .none, case .text(let run) = fragment.content, let face = run.face, run.size > 0 else {
            return []
        }
        let (reach, core) = (stroke.reach, stroke.core)
        var result: [ClosedRange<Double>] = []
        var pen = fragment.x
        for index in run.glyphs.indices {
            defer { pen += run.advances[index] }
            let unit = paragraph.content.text[min(run.glyphUnits[index], paragraph.content.text.count - 1)]
            if skip == .auto, unit.isIdeographic || unit.isHangul { continue }
            // Heights above the glyph's own baseline.
            let rise = fragment.shift + run.yOffsets[index]
            func ink(_ reach: (top: Double, bottom: Double)) -> ClosedRange<Double>? {
                context.inkCrossings.range(
                    of: run.glyphs[index], in: face, between: (-reach.bottom - rise) / run.size,
                    and: (-reach.top - rise) / run.size)
            }
            // What only grazes the stroke, as round letters do one close to the baseline, does not interrupt it.
            guard ink(core) != nil, let ink = ink(reach) else { continue }
            let (start, scale) = (pen + run.xOffsets[index], run.size * run.horizontalScale)
            result.append(start + ink.lowerBound * scale - stroke.gap...start + ink.upperBound * scale + stroke.gap)
        }
        return result
    }
}

extension DecorationStroke {
    fileprivate init(_ decoration: InlineDecoration, font: StyledFont, shift: Double, x: Double, width: Double) {
        let metrics = font.face.metrics
        let isThrough = decoration.line == .lineThrough
        let thickness =
            decoration.thickness
            ?? (isThrough ? metrics.strikethroughThickness : metrics.underlineThickness) * font.usedSize
        let y: Double =
            switch decoration.line {
            case .lineThrough: -metrics.strikethroughPosition * font.usedSize
            case .overline: -font.ascent - (decoration.offset ?? 0)
            case .underline:
                switch decoration.position {
                case .under: font.descent + (decoration.offset ?? 0) + thickness / 2
                case .auto, .fromFont: decoration.offset ?? metrics.underlinePosition * font.usedSize
                }
            }
        self.init(
            line: decoration.line, style: decoration.style, color: decoration.color, x: x, width: width, y: y - shift,
            thickness: thickness)
    }

    /// Points below the line's baseline that the stroke reaches from and to.
    fileprivate var reach: (top: Double, bottom: Double) {
        let half = thickness / 2
        return switch style {
        case .solid, .dotted, .dashed: (y - half, y + half)
        case .double: line == .overline ? (y - 5 * half, y + half) : (y - half, y + 5 * half)
        case .wavy: (y - 4 * half, y + 4 * half)
        }
    }

    /// The inner half of it.
    fileprivate var core: (top: Double, bottom: Double) {
        let quarter = (reach.bottom - reach.top) / 4
        return (reach.top + quarter, reach.bottom - quarter)
    }

    /// Room between a letter and the stroke that it interrupts; points.
    fileprivate var gap: Double { max(thickness, 0.4) }

    /// What is left of the stroke; crumbs between two gaps go, too.
    fileprivate func pieces(without gaps: [ClosedRange<Double>]) -> [DecorationStroke] {
        var pieces: [DecorationStroke] = []
        let end = x + width
        var start = x
        func add(to limit: Double) {
            guard limit - start >= gap else { return }
            var piece = self
            piece.x = start
            piece.width = limit - start
            pieces.append(piece)
        }
        for gap in gaps.sorted(by: { $0.lowerBound < $1.lowerBound }) where gap.upperBound > start {
            guard gap.lowerBound < end else { break }
            add(to: gap.lowerBound)
            start = gap.upperBound
        }
        add(to: end)
        return pieces
    }
}

extension UInt16 {
    fileprivate var isHangul: Bool { (0xAC00...0xD7A3).contains(self) || (0x1100...0x11FF).contains(self) }
}
