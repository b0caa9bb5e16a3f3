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
    /// Break class before each offset, 0 through the text's length.
    let opportunities: [BreakClass]
    /// Offsets where a hyphen may be put.
    let hyphenations: [Int]
    /// Pictures and inline blocks, by their offsets.
    let atoms: [Int: PlacedAtom]
    let boxes: InlineBoxMetrics
    let annotations: [PreparedAnnotation]
    /// Each leader's pattern and place, by its offset.
    let leaders: [Int: PreparedLeader]
    /// The fonts of the content's spans.
    let fonts: [StyledFont]
    let blockFont: StyledFont
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
            ShapingSpan(span, request: fonts[index].request, isObject: content.isAtom(span))
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
                isIdeographic: content.text[annotation.base.lowerBound].isIdeographic, context: context)
            annotations.append(prepared)
            advances[clusterStart(annotation.base.lowerBound)] += prepared.excess / 2
            advances[clusterStart(annotation.base.upperBound - 1)] += prepared.excess / 2
        }
        self.annotations = annotations
        boxes.addEdges(to: &advances, clusterStart: clusterStart)
        self.advances = advances
        hasWordSpacing = content.spans.contains { $0.style.text.wordSpacing != .zero }
        opportunities = Self.opportunities(content, style)
        hyphenations = Self.hyphenations(content, context)
    }

    /// Widest stretch that no break divides, and the width without any break but forced ones; points.
    var contentWidths: (minimum: Double, maximum: Double) {
        var minimum = 0.0
        var maximum = 0.0
        var word = 0.0
        var line = 0.0
        for offset in content.text.indices {
            switch opportunities[offset] {
            case .none: break
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

    // MARK: Analysis

    private static func opportunities(_ content: InlineContent, _ style: SharedStyle) -> [BreakClass] {
        let strictness: LineBreakOpportunities.Strictness? =
            switch style.text.lineBreak {
            case .auto, .anywhere: nil
            case .loose: .loose
            case .normal: .normal
            case .strict: .strict
            }
        var classes = LineBreakOpportunities.find(
            in: content.text, language: style.text.language, strictness: strictness ?? .normal)
        for span in content.spans where !span.style.text.wraps {
            // A break belongs to the text before it: none inside what does not wrap.
            for offset in max(1, span.range.lowerBound + 1)..<max(span.range.upperBound + 1, span.range.lowerBound + 2)
            where offset < span.range.upperBound && classes[offset] == .allowed {
                classes[offset] = .none
            }
        }
        // A base stays whole under its annotation, if it is not so long that lines must break in it.
        for annotation in content.annotations where annotation.base.count <= 12 {
            for offset in annotation.base.dropFirst() where classes[offset] == .allowed { classes[offset] = .none }
        }
        content.tailor(&classes)
        // What a leader leads from and to stay on its line.
        for leader in content.leaders {
            classes[leader.offset] = .none
            if leader.offset + 1 < content.text.count { classes[leader.offset + 1] = .none }
        }
        return classes
    }

    private static func hyphenations(_ content: InlineContent, _ context: LayoutContext) -> [Int] {
        var result: [Int] = []
        let text = content.text
        for span in content.spans where span.style.text.hyphens == .auto && span.style.text.wraps {
            guard let language = span.style.text.language, let hyphenator = context.hyphenator(for: language) else {
                continue
            }
            let limits = span.style.text
            var offset = span.range.lowerBound
            while offset < span.range.upperBound {
                guard text[offset].isLetter else {
                    offset += 1
                    continue
                }
                let start = offset
                while offset < span.range.upperBound, text[offset].isLetter { offset += 1 }
                guard offset - start >= max(limits.hyphenateLimitWord ?? 5, 2), !text.isInsideAddress(start) else {
                    continue
                }
                for position in hyphenator.positions(
                    inWord: text[start..<offset], minimumBefore: limits.hyphenateLimitBefore,
                    minimumAfter: limits.hyphenateLimitAfter)
                { result.append(start + position) }
            }
        }
        return result
    }
}

extension ShapingSpan {
    fileprivate init(_ span: InlineSpan, request: FontRequest, isObject: Bool) {
        let font = span.style.font
        self.init(
            range: span.range, request: request, size: font.size,
            features: font.features.map { FontFeature(tag: $0.tag, value: $0.value) }
                + (font.kerning ? [] : [FontFeature(tag: "kern", value: 0)]),
            language: span.style.text.language, letterSpacing: span.style.text.letterSpacing ?? 0, isObject: isObject)
        caps = CapsVariant(font.caps)
        position = PositionVariant(font.position)
        eastAsian = EastAsianSpacing(span.style.text)
    }
}

extension InlineContent {
    fileprivate func isAtom(_ span: InlineSpan) -> Bool {
        span.range.count == 1 && text[span.range.lowerBound] == 0xFFFC
            && (atoms.contains { $0.offset == span.range.lowerBound }
                || leaders.contains { $0.offset == span.range.lowerBound })
    }
}

extension TextStyle {
    /// Lines may break inside the text.
    var wraps: Bool {
        switch whiteSpace {
        case .normal, .preWrap, .preLine, .breakSpaces: wrap != .nowrap
        case .pre, .nowrap: false
        }
    }
}

extension UInt16 {
    /// A letter, as hyphenation understands words; surrogates are not.
    var isLetter: Bool {
        switch self {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xC0: false
        default: Unicode.Scalar(self)?.properties.isAlphabetic ?? false
        }
    }
}

extension [UInt16] {
    /// The token round an offset is a web address, a path or an e-mail address.
    fileprivate func isInsideAddress(_ offset: Int) -> Bool {
        var start = offset
        while start > 0, self[start - 1] > 0x20, self[start - 1] != 0x2028 { start -= 1 }
        var end = offset
        var slashes = 0
        while end < count, self[end] > 0x20, self[end] != 0x2028 {
            if self[end] == 0x40 || self[end] == 0x5F { return true }
            if self[end] == 0x2F { slashes += 1 }
            end += 1
        }
        while start < offset {
            if self[start] == 0x40 || self[start] == 0x5F { return true }
            if self[start] == 0x2F { slashes += 1 }
            start += 1
        }
        return slashes > 1
    }
}
