import CSS
import Shaping
import TextAnalysis

/// Makes a line as wide as its measure: letters give way a little, then the spaces, and last the room between letters.
struct LineJustification {
    let paragraph: PreparedParagraph
    /// Offsets of the line's text up to the white space at its end.
    let visible: Range<Int>

    private var text: [UInt16] { paragraph.content.text }

    /// Between letters, in ems of the run: more is seen as spacing (R. Bringhurst, "The Elements of Typographic
    /// Style", §2.1.9).
    private static let widestLetterSpacing = 0.03
    /// Spaces that grow by more than this share of theirs share the rest with the letters: half of what the breaker calls 1.
    private static let comfortableGrowth = 0.25

    /// Shares a gap, in points and negative where the text is too wide, among the runs' advances.
    ///
    /// - Returns: False where nothing in the line can take it.
    func fill(_ runs: inout [VisualRun], gap: Double) -> Bool {
        var gap = gap
        gap -= expand(&runs, by: gap)
        let total = weights(runs, gap)
        let excess = gap - comfortable(total)
        if excess > 0, paragraph.style.text.justify == .auto { gap -= spaceLetters(&runs, by: excess) }
        guard total > 0 else { return abs(gap) < 0.01 }
        let share = gap / total
        for index in runs.indices where !runs[index].isObject {
            for glyph in runs[index].glyphUnits.indices {
                let weight = weight(runs[index].glyphUnits[glyph], gap)
                if weight > 0 { runs[index].advances[glyph] += weight * share }
            }
        }
        return true
    }

    /// True if room must be put between the letters to fill a gap.
    func spacesLetters(_ runs: [VisualRun], gap: Double) -> Bool {
        guard paragraph.style.text.justify == .auto, gap > 0, gap > comfortable(weights(runs, gap)) else {
            return false
        }
        var runs = runs
        let gap = gap - expand(&runs, by: gap)
        return gap > comfortable(weights(runs, gap))
    }

    /// What all places of a line take of a gap, counted in spaces.
    private func weights(_ runs: [VisualRun], _ gap: Double) -> Double {
        var total = 0.0
        for run in runs where !run.isObject { for unit in run.glyphUnits { total += weight(unit, gap) } }
        return total
    }

    /// By how much places may grow before they are loose; points.
    private func comfortable(_ weights: Double) -> Double {
        weights * paragraph.blockFont.face.spaceAdvance * paragraph.blockFont.size * Self.comfortableGrowth
    }

    /// What a place takes of the gap beside a space: all, or less between ideographs.
    private func weight(_ unit: Int, _ gap: Double) -> Double {
        guard visible.contains(unit) else { return 0 }
        if isSpace(unit) { return 1 }
        guard gap > 0, unit + 1 < visible.upperBound, paragraph.opportunities[unit + 1] == .allowed else { return 0 }
        return text[unit].isIdeographic || text[unit + 1].isIdeographic ? 0.4 : 0
    }

    private func isSpace(_ unit: Int) -> Bool { text[unit] == 0x20 || text[unit] == 0xA0 }

    /// Draws letters wider or narrower, as far as their styles allow; returns what that makes up.
    ///
    /// Source: H. T. Thành, "Micro-typographic extensions to the TeX typesetting system", 2000, §3.2.
    private func expand(_ runs: inout [VisualRun], by gap: Double) -> Double {
        var give = 0.0
        for run in runs where limit(of: run) > 0 {
            for glyph in run.glyphUnits.indices where isExpanded(run.glyphUnits[glyph]) {
                give += run.advances[glyph] * limit(of: run)
            }
        }
        guard give > 0 else { return 0 }
        let share = max(-1, min(1, gap / give))
        for index in runs.indices where limit(of: runs[index]) > 0 {
            let scale = 1 + share * limit(of: runs[index])
            runs[index].horizontalScale = scale
            for glyph in runs[index].glyphUnits.indices {
                runs[index].xOffsets[glyph] *= scale
                if isExpanded(runs[index].glyphUnits[glyph]) { runs[index].advances[glyph] *= scale }
            }
        }
        return share * give
    }

    private func limit(of run: VisualRun) -> Double {
        run.isObject ? 0 : paragraph.content.spans[run.span].style.text.fontExpansion
    }

    private func isExpanded(_ unit: Int) -> Bool { visible.contains(unit) && !isSpace(unit) }

    /// Puts room between letters, up to the limit; returns what that makes up.
    private func spaceLetters(_ runs: inout [VisualRun], by excess: Double) -> Double {
        var room = 0.0
        for run in runs where !run.isObject {
            for glyph in run.glyphUnits.indices where isBetweenLetters(glyph, run) {
                room += run.size * Self.widestLetterSpacing
            }
        }
        guard room > 0 else { return 0 }
        let share = min(1, excess / room)
        for index in runs.indices where !runs[index].isObject {
            for glyph in runs[index].glyphUnits.indices where isBetweenLetters(glyph, runs[index]) {
                runs[index].advances[glyph] += share * runs[index].size * Self.widestLetterSpacing
            }
        }
        return share * room
    }

    /// The glyph and the one to its right are letters of a script that is not joined, and no marks on letters.
    private func isBetweenLetters(_ glyph: Int, _ run: VisualRun) -> Bool {
        guard glyph + 1 < run.glyphs.count, run.advances[glyph + 1] > 0 else { return false }
        let (unit, next) = (run.glyphUnits[glyph], run.glyphUnits[glyph + 1])
        return unit != next && visible.contains(unit) && visible.contains(next) && text[unit].standsAlone
            && text[next].standsAlone
    }
}

extension UInt16 {
    /// A character of Latin, Greek, Cyrillic, Armenian or of what they share, or of a script of South-East Asia that has no
    /// spaces between words; but no space.
    fileprivate var standsAlone: Bool {
        switch self {
        case 0xA0: false
        case 0x21..<0x0590, 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
        default: false
        }
    }
}
