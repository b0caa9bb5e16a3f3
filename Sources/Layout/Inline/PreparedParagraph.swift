import CSS
import Diagnostics
import Geometry
import Shaping
import TextAnalysis

/// A paragraph's text shaped and analysed once, ready to be broken at any width.
struct PreparedParagraph {
    let content: InlineContent
    let style: SharedStyle
    let shaped: ShapedParagraph
    /// Width of each code unit's cluster on its first unit, pictures included; points.
    let advances: [Double]
    /// Where lines may end.
    let breaks: ParagraphBreaks
    /// Pictures and inline blocks, by their offsets.
    let atoms: [Int: PlacedAtom]
    let boxes: InlineBoxMetrics
    let annotations: [PreparedAnnotation]
    /// Marks of emphasis by span.
    let emphases: [Int: PreparedEmphasis]
    let initialLetter: PreparedInitialLetter?
    let firstLine: FirstLine?
    /// Each leader's pattern and place, by its offset.
    let leaders: [Int: PreparedLeader]
    /// The fonts of the content's spans.
    let fonts: [StyledFont]
    let blockFont: StyledFont
    /// Spaces of some text are no less there at a line's end (`white-space-collapse: break-spaces`).
    let keepsSpacesAtEnds: Bool
    /// Some text has `word-spacing`.
    let hasWordSpacing: Bool

    /// Shapes and analyses content; `available` is the width, in points, that percentages of pictures refer to.
    init(_ content: InlineContent, style: SharedStyle, available: Double, maximumHeight: Double, context: LayoutContext)
        throws(FontError)
    {
        self.content = content
        self.style = style
        blockFont = try context.font(of: style)
        var fonts: [StyledFont] = []
        fonts.reserveCapacity(content.spans.count)
        for span in content.spans { fonts.append(try context.font(of: span.style)) }
        self.fonts = fonts

        let spans = content.spans.enumerated().map { index, span in
            var shaping = ShapingSpan(span, font: fonts[index], isObject: content.isAtom(span))
            shaping.isRaised = content.isRaised(span)
            return shaping
        }
        let base: BaseDirection = style.text.direction == .rightToLeft ? .rightToLeft : .leftToRight
        shaped = context.shaper.shape(text: content.text, spans: spans, base: base)
        context.note(missingIn: shaped)
        for error in shaped.errors { context.report(Diagnostic(.error, .absentFont(error))) }

        var advances = shaped.unitAdvances
        var atoms: [Int: PlacedAtom] = [:]
        for atom in content.atoms {
            let placed = try PlacedAtom(atom, available: available, maximumHeight: maximumHeight, context: context)
            advances[atom.offset] = placed.width
            atoms[atom.offset] = placed
        }
        var leaders: [Int: PreparedLeader] = [:]
        for leader in content.leaders {
            let span = spans[content.spanIndex(at: leader.offset)]
            guard let prepared = PreparedLeader(leader.pattern, like: span, available: available, context) else {
                continue
            }
            leaders[leader.offset] = prepared
            advances[leader.offset] = prepared.width
        }
        self.leaders = leaders
        self.atoms = atoms
        let clusters = shaped.unitAdvances
        func clusterStart(_ offset: Int) -> Int {
            var start = offset
            while start > 0, clusters[start] == 0, content.text[start] != 0xFFFC { start -= 1 }
            return start
        }
        boxes = try InlineBoxMetrics(content, root: blockFont, available: available, context: context)
        var annotations: [PreparedAnnotation] = []
        for annotation in content.annotations {
            let prepared = try PreparedAnnotation(
                annotation, baseWidth: annotation.base.reduce(0) { $0 + advances[$1] },
                baseFont: fonts[content.spanIndex(at: annotation.base.lowerBound)],
                baseText: content.text[annotation.base], context: context)
            annotations.append(prepared)
            advances[clusterStart(annotation.base.lowerBound)] += prepared.excess / 2
            advances[clusterStart(annotation.base.upperBound - 1)] += prepared.excess / 2
        }
        self.annotations = annotations
        var emphases: [Int: PreparedEmphasis] = [:]
        for (index, span) in content.spans.enumerated() where span.style.text.emphasis.mark != nil {
            emphases[index] = PreparedEmphasis(
                span.style.text.emphasis, like: spans[index], font: fonts[index],
                isIdeographic: content.text[span.range.lowerBound].isIdeographic, context)
        }
        self.emphases = emphases
        boxes.addEdges(to: &advances, clusterStart: clusterStart)
        self.advances = advances
        let font = blockFont
        initialLetter = try content.initialLetter.map { (letter) throws(FontError) in
            try PreparedInitialLetter(letter, in: font, style, available: available, context: context)
        }
        firstLine = try content.firstLine.map { (line) throws(FontError) in
            try FirstLine(
                content, line, of: style, available: available, maximumHeight: maximumHeight, context: context)
        }
        keepsSpacesAtEnds = content.spans.contains { $0.style.text.whiteSpaceCollapse == .breakSpaces }
        hasWordSpacing = content.spans.contains { $0.style.text.wordSpacing != .zero }
        breaks = ParagraphBreaks(content, style: style, context: context)
    }

    /// What a character's span adds to a space; points.
    func wordSpacing(of span: Int) -> Double {
        let style = content.spans[span].style
        return style.text.wordSpacing.resolved(against: style.font.size)
    }

    /// True for white space that is not seen at a line's end.
    func hangs(_ offset: Int) -> Bool {
        switch content.text[offset] {
        case 0x2028: true
        case 0x20:
            !keepsSpacesAtEnds
                || content.spans[content.spanIndex(at: offset)].style.text.whiteSpaceCollapse != .breakSpaces
        default: false
        }
    }

    /// Break class before each offset, 0 through the text's length.
    var opportunities: [BreakClass] { breaks.opportunities }

    /// Widest stretch that no break divides, and the width without any break but forced ones; points.
    var contentWidths: (minimum: Double, maximum: Double) {
        var minimum = 0.0
        var maximum = 0.0
        var word = 0.0
        var line = 0.0
        var span = 0
        let breaksAnywhere = content.spans.contains { $0.style.text.breaksAnywhere }
        for offset in content.text.indices {
            while content.spans[span].range.upperBound <= offset { span += 1 }
            switch opportunities[offset] {
            case .none:
                if breaksAnywhere, advances[offset] > 0, content.spans[span].style.text.breaksAnywhere { word = 0 }
            case .allowed: word = 0
            case .mandatory:
                word = 0
                line = 0
            }
            line += advances[offset] + (shaped.spacings.isEmpty ? 0 : shaped.spacings[offset] ?? 0)
            maximum = max(maximum, line)
            if content.text[offset] != 0x20 { word += advances[offset] }
            minimum = max(minimum, word)
        }
        return (minimum, maximum)
    }
}

extension ShapingSpan {
    fileprivate init(_ span: InlineSpan, font styled: StyledFont, isObject: Bool) {
        let font = span.style.font
        self.init(
            range: span.range, request: styled.request, size: font.size, features: styled.features,
            language: span.style.text.language,
            letterSpacing: span.style.text.letterSpacing?.resolved(against: font.size) ?? 0, isObject: isObject)
        caps = CapsVariant(font.caps)
        position = PositionVariant(font.position)
        emoji = EmojiVariant(font.emoji)
        eastAsian = EastAsianSpacing(span.style.text)
        languageSystem = font.languageSystem
    }
}

extension InlineContent {
    /// The span, or a box that it is in, is set as a superscript or subscript.
    fileprivate func isRaised(_ span: InlineSpan) -> Bool {
        if span.style.font.position != .normal { return true }
        var box = span.box
        while let index = box {
            switch boxes[index].style.text.verticalAlign {
            case .super, .sub: return true
            case .baseline, .top, .textTop, .middle, .bottom, .textBottom, .length: box = boxes[index].parent
            }
        }
        return false
    }

    fileprivate func isAtom(_ span: InlineSpan) -> Bool {
        span.range.count == 1 && text[span.range.lowerBound] == 0xFFFC
            && (atoms.contains { $0.offset == span.range.lowerBound }
                || leaders.contains { $0.offset == span.range.lowerBound })
    }
}

extension TextStyle {
    /// Lines may break inside the text.
    var wraps: Bool { wrapMode == .wrap }

    /// A word without room may be broken at any place, and counts as so narrow from the start (CSS Text 3, §5.5).
    var breaksAnywhere: Bool { wraps && (overflowWrap == .anywhere || wordBreak == .breakWord) }
}
