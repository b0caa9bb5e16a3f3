import TextAnalysis

/// What a font's `halt` feature takes off a full-width mark, in ems.
struct HalfWidth: Hashable {
    var start: Double
    var end: Double
}

struct HalfWidthKey: Hashable {
    var face: ObjectIdentifier
    var unit: UInt16
}

extension TextShaper {
    /// The room between ideographs and other letters, in ems of the ideograph (CSS Text 4, §9.2: an eighth of an
    /// ideograph's advance).
    private static var autospace: Double { 0.125 }

    /// Marks of a range that are set half as wide because of the mark beside them (CSS Text 4, §9.1).
    mutating func halvedPunctuation(
        in range: Range<Int>, of text: [UInt16], face: FontFace, span: ShapingSpan
    ) -> [Int] {
        let convention = FullWidthPunctuation.Convention(language: language(of: span))
        var halved: [Int] = []
        for offset in range {
            guard text[offset] >= 0x2018, let mark = FullWidthPunctuation(text[offset], convention)
            else { continue }
            let isHalved: Bool
            switch mark {
            case .middle: continue
            case .opening:
                isHalved =
                    offset > 0 && FullWidthPunctuation(text[offset - 1], convention) != nil
                    && isWide(text[offset - 1], face)
            case .closing:
                let next =
                    offset + 1 < text.count ? FullWidthPunctuation(text[offset + 1], convention) : nil
                isHalved = next == .closing || next == .middle
            }
            if isHalved, halfWidth(of: text[offset], face) != nil { halved.append(offset) }
        }
        return halved
    }

    /// A mark that takes a whole em in a face; quotation marks do in some fonts only.
    private func isWide(_ unit: UInt16, _ face: FontFace) -> Bool {
        face.glyph(of: UInt32(unit)).map { face.advance(of: $0) > 0.9 } ?? false
    }

    /// What the font's own half-width form of a mark saves; nil where it has none.
    private mutating func halfWidth(of unit: UInt16, _ face: FontFace) -> HalfWidth? {
        let key = HalfWidthKey(face: ObjectIdentifier(face), unit: unit)
        if let known = halfWidths[key] { return known }
        var result: HalfWidth?
        if isWide(unit, face), let halved = face.placement(of: unit, feature: "halt"),
            let full = face.placement(of: unit, feature: nil), halved.advance < full.advance
        {
            let start = max(0, full.offset - halved.offset)
            result = HalfWidth(start: start, end: max(0, full.advance - halved.advance - start))
        }
        halfWidths[key] = .some(result)
        return result
    }

    /// Notes where ideographs meet other letters, and what marks save at the ends of lines.
    mutating func spaceEastAsian(_ paragraph: inout ShapedParagraph) {
        for run in paragraph.runs {
            guard let index = run.face, run.script.isEastAsian || run.script == .common else { continue }
            let face = paragraph.faces[index]
            let span = paragraph.spans[run.span]
            let halved =
                span.eastAsian.contains(.trimAdjacent)
                ? Set(halvedPunctuation(in: run.textRange, of: paragraph.text, face: face, span: span)) : []
            let convention = FullWidthPunctuation.Convention(language: language(of: span))
            for offset in run.textRange where paragraph.text[offset] >= 0x2018 && !halved.contains(offset) {
                guard let mark = FullWidthPunctuation(paragraph.text[offset], convention),
                    let half = halfWidth(of: paragraph.text[offset], face)
                else { continue }
                switch mark {
                case .opening where span.eastAsian.contains(.trimStart):
                    paragraph.edgeTrims[offset] = .init(start: half.start * run.size, end: 0)
                case .closing where span.eastAsian.contains(.trimEnd):
                    paragraph.edgeTrims[offset] = .init(start: 0, end: half.end * run.size)
                case .opening, .closing, .middle: break
                }
            }
        }
        noteSpacings(&paragraph)
    }

    private func noteSpacings(_ paragraph: inout ShapedParagraph) {
        var offset = 0
        var before: EastAsianClass?
        while offset < paragraph.text.count {
            let (scalar, length) = paragraph.text.scalar(at: offset)
            let run = paragraph.runs[paragraph.runIndex(at: offset)]
            // Marks belong to the letter before them.
            guard !paragraph.spans[run.span].isRaised, let here = EastAsianClass(scalar) else {
                offset += length
                continue
            }
            if let before, before != here, before == .ideograph || here == .ideograph {
                let wanted = paragraph.spans[run.span].eastAsian
                let other = before == .ideograph ? here : before
                if other == .letter && wanted.contains(.ideographAlpha)
                    || other == .figure && wanted.contains(.ideographNumeric)
                {
                    paragraph.spacings[offset] = Self.autospace * paragraph.spans[run.span].size
                }
            }
            before = here
            offset += length
        }
    }
}

/// What a character is for `text-autospace` (CSS Text 4, §9.2).
private enum EastAsianClass {
    case ideograph, letter, figure, other

    /// Nil for marks, which change nothing.
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x30...0x39: self = .figure
        case 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0..<0xAA: self = .other
        case 0x3001...0x3004, 0x3008...0x3020, 0x3030, 0x303D, 0x30A0, 0x30FB, 0xFF00...0xFFEF: self = .other
        default:
            let script = Script(of: scalar)
            if script == .inherited { return nil }
            switch script.description {
            case "Hani", "Hira", "Kana": self = .ideograph
            case "Hang", "Bopo": self = .other
            default:
                if scalar == 0x30FC || scalar == 0x3005 || scalar == 0x3006 {
                    self = .ideograph
                } else {
                    let properties = Unicode.Scalar(scalar)?.properties
                    self =
                        properties?.isAlphabetic ?? false
                        ? .letter : properties?.generalCategory == .decimalNumber ? .figure : .other
                }
            }
        }
    }
}

extension VisualRun {
    /// Puts the room between ideographs and other letters behind the clusters that it follows; none at the line's end.
    mutating func addSpacings(of paragraph: ShapedParagraph, line: Range<Int>) {
        for index in glyphs.indices {
            let isLastOfCluster = index + 1 == glyphs.count || glyphUnits[index + 1] != glyphUnits[index]
            guard isLastOfCluster else { continue }
            let end: Int
            if isRightToLeft {
                end = glyphUnits[..<index].last { $0 != glyphUnits[index] } ?? textRange.upperBound
            } else {
                end = index + 1 < glyphs.count ? glyphUnits[index + 1] : textRange.upperBound
            }
            if end < line.upperBound, let room = paragraph.spacings[end] { advances[index] += room }
        }
    }
}
