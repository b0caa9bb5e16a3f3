/// CSS Text 3 and 4, Text Decoration 4, Writing Modes 4, Generated Content 3.
extension Property {
    static let direction = Property.value("direction", \.text.direction, inherited: true) { parser in
        switch parser.keyword() {
        case "ltr": TextStyle.Direction.leftToRight
        case "rtl": .rightToLeft
        default: nil
        }
    }

    static let color = Property(
        name: "color", isInherited: true,
        parse: { parser in
            guard let color = parser.color() else { return nil }
            return { values, context in values.color = color.resolved(context.color) }
        }, copy: { $0.color = $1.color })

    static let texts: [Property] = [
        .computed("text-align", \.text.align, inherited: true, TextAlign.parse, TextAlign.computed),
        .keyword("text-align-last", \.text.alignLast, inherited: true),
        .keyword("text-justify", \.text.justify, inherited: true),
        textIndent,
        .value("text-transform", \.text.transform, inherited: true) { $0.textTransform() },
        .keyword("white-space-collapse", \.text.whiteSpaceCollapse, inherited: true),
        .keyword("text-wrap-mode", \.text.wrapMode, inherited: true),
        .keyword("text-wrap-style", \.text.wrapStyle, inherited: true),
        .keyword("overflow-wrap", \.text.overflowWrap, inherited: true),
        .keyword("word-break", \.text.wordBreak, inherited: true),
        .keyword("line-break", \.text.lineBreak, inherited: true),
        .keyword("hyphens", \.text.hyphens, inherited: true),
        hyphenateLimitChars,
        .value("hyphenate-limit-lines", \.text.hyphenateLimitLines, inherited: true) { parser -> Int?? in
            if parser.take("no-limit") { return .some(nil) }
            return parser.integer().flatMap { $0 >= 0 ? .some($0) : nil }
        },
        .computed(
            "hyphenate-limit-zone", \.text.hyphenateLimitZone, inherited: true,
            { parser -> Length? in parser.length() },
            { length, context in length.computed(in: context) }),
        .keyword("hyphenate-limit-last", \.text.hyphenateLimitLast, inherited: true),
        .value("hyphenate-character", \.text.hyphenateCharacter, inherited: true) { parser -> String?? in
            parser.take("auto") ? .some(nil) : parser.string().map { .some($0) }
        },
        .computed(
            "letter-spacing", \.text.letterSpacing, inherited: true,
            { parser -> Length?? in
                if parser.take("normal") { return .some(nil) }
                return parser.length(.all).map { .some($0) }
            },
            { length, context in length.map { $0.computed(in: context) } }),
        .computed(
            "word-spacing", \.text.wordSpacing, inherited: true,
            { parser -> Length? in parser.take("normal") ? .zero : parser.length(.all) },
            { length, context in length.computed(in: context) }),
        .computed(
            "tab-size", \.text.tabSize, inherited: true,
            { parser -> TabSize? in
                if let number = parser.number() { return number >= 0 ? .number(number) : nil }
                return parser.length([]).map(TabSize.length)
            },
            { size, context -> TextStyle.TabSize in
                switch size {
                case .number(let number): .number(number)
                case .length(let length): .length(length.computed(in: context).points)
                }
            }),
        .value("hanging-punctuation", \.text.hangingPunctuation, inherited: true) { $0.hangingPunctuation() },
        .value("--offprint-font-expansion", \.text.fontExpansion, inherited: true) { parser -> Double? in
            if parser.take("none") { return 0 }
            return parser.percentage().flatMap { (0...5).contains($0) ? $0 / 100 : nil }
        },
        .value("--offprint-line-numbers", \.text.lineNumbers, inherited: true) { parser -> Int?? in
            parser.take("none") ? .some(nil) : parser.positiveInteger().map { .some($0) }
        },
        .value("line-clamp", \.text.lineClamp) { parser -> Int?? in
            parser.take("none") ? .some(nil) : parser.positiveInteger().map { .some($0) }
        },
        .value("text-overflow", \.text.overflowsWithEllipsis) { $0.flag(off: "clip", on: "ellipsis") },
        .keyword("unicode-bidi", \.text.unicodeBidi),
        .computed("vertical-align", \.text.verticalAlign, VerticalAlign.parse, VerticalAlign.computed),
        .value("initial-letter", \.text.initialLetter) { $0.initialLetter() },
        .value("text-decoration-line", \.text.decoration.lines) { $0.decorationLines() },
        .keyword("text-decoration-style", \.text.decoration.style),
        .computed("text-decoration-color", \.text.decoration.color, { $0.color() }, { $0.computed($1.color) }),
        .computed(
            "text-decoration-thickness", \.text.decoration.thickness, autoOrLength(["auto", "from-font"]), ofFontSize),
        .computed(
            "text-underline-offset", \.text.decoration.underlineOffset, inherited: true, autoOrLength(["auto"]),
            ofFontSize),
        .value("text-underline-position", \.text.decoration.underlinePosition, inherited: true) {
            $0.underlinePosition()
        },
        .keyword("text-decoration-skip-ink", \.text.skipInk, inherited: true),
        .value("quotes", \.text.quotes, inherited: true) { parser -> [TextStyle.QuotePair]?? in
            if parser.take("auto") { return .some(nil) }
            if parser.take("none") { return .some([]) }
            var pairs: [TextStyle.QuotePair] = []
            while let open = parser.string() {
                guard let close = parser.string() else { return nil }
                pairs.append(.init(open: open, close: close))
            }
            return pairs.isEmpty ? nil : .some(pairs)
        },
    ]

    private static let textIndent = Property(
        name: "text-indent", isInherited: true,
        parse: { parser in
            var length: Length?
            var hanging = false
            var eachLine = false
            while !parser.isAtEnd {
                if parser.take("hanging") {
                    hanging = true
                } else if parser.take("each-line") {
                    eachLine = true
                } else {
                    guard length == nil, let next = parser.length(.all) else { return nil }
                    length = next
                }
            }
            guard let length else { return nil }
            return { [hanging, eachLine] values, context in
                values.text.indent = length.computed(in: context)
                values.text.indentHanging = hanging
                values.text.indentEachLine = eachLine
            }
        },
        copy: {
            $0.text.indent = $1.text.indent
            $0.text.indentHanging = $1.text.indentHanging
            $0.text.indentEachLine = $1.text.indentEachLine
        })

    private static let hyphenateLimitChars = Property(
        name: "hyphenate-limit-chars", isInherited: true,
        parse: { parser in
            var numbers: [Int?] = []
            while !parser.isAtEnd, numbers.count < 3 {
                if parser.take("auto") {
                    numbers.append(nil)
                } else {
                    guard let number = parser.integer(), number >= 0 else { return nil }
                    numbers.append(number)
                }
            }
            guard let word = numbers.first else { return nil }
            let before = numbers.count > 1 ? numbers[1] : nil
            let after = numbers.count > 2 ? numbers[2] : before
            return { values, _ in
                values.text.hyphenateLimitWord = word
                values.text.hyphenateLimitBefore = before
                values.text.hyphenateLimitAfter = after
            }
        },
        copy: {
            $0.text.hyphenateLimitWord = $1.text.hyphenateLimitWord
            $0.text.hyphenateLimitBefore = $1.text.hyphenateLimitBefore
            $0.text.hyphenateLimitAfter = $1.text.hyphenateLimitAfter
        })

    private static func autoOrLength(_ keywords: [String]) -> @Sendable (inout ValueParser) -> Length?? {
        { parser in
            for keyword in keywords where parser.take(keyword) { return .some(nil) }
            return parser.length(.all).map { .some($0) }
        }
    }

    @Sendable
    private static func ofFontSize(_ length: Length?, _ context: ComputationContext) -> Double? {
        length.map { $0.computed(in: context).resolved(against: context.fontSize) }
    }
}

/// `text-align` before the parent's value and direction are known (CSS Text 3, §7.1).
enum TextAlign: Sendable {
    case keyword(TextStyle.Align)
    case matchParent

    @Sendable
    static func parse(_ parser: inout ValueParser) -> TextAlign? {
        if parser.take("match-parent") { return .matchParent }
        return parser.keyword(TextStyle.Align.self).map(TextAlign.keyword)
    }

    /// `match-parent` is the parent's value, with its `start` and `end` as they are in its direction.
    @Sendable
    static func computed(_ specified: TextAlign, _ context: ComputationContext) -> TextStyle.Align {
        switch specified {
        case .keyword(let keyword): keyword
        case .matchParent:
            switch context.parentText.align {
            case .start: context.parentText.direction == .rightToLeft ? .right : .left
            case .end: context.parentText.direction == .rightToLeft ? .left : .right
            case .left, .right, .center, .justify, .justifyAll: context.parentText.align
            }
        }
    }
}

/// `tab-size` before lengths are computed.
enum TabSize: Sendable {
    case number(Double)
    case length(Length)
}

/// `vertical-align` before lengths are computed; percentages are of the line height.
enum VerticalAlign: Sendable {
    case keyword(TextStyle.VerticalAlign)
    case length(Length)

    @Sendable
    static func parse(_ parser: inout ValueParser) -> VerticalAlign? {
        if let length = parser.length(.all) { return .length(length) }
        return parser.attempt { parser in
            switch parser.keyword() {
            case "baseline": .keyword(.baseline)
            case "sub": .keyword(.sub)
            case "super": .keyword(.super)
            case "top": .keyword(.top)
            case "text-top": .keyword(.textTop)
            case "middle": .keyword(.middle)
            case "bottom": .keyword(.bottom)
            case "text-bottom": .keyword(.textBottom)
            default: nil
            }
        }
    }

    @Sendable
    static func computed(_ specified: VerticalAlign, _ context: ComputationContext) -> TextStyle.VerticalAlign {
        switch specified {
        case .keyword(let keyword): keyword
        case .length(let length): .length(length.computed(in: context).resolved(against: context.lineHeight))
        }
    }
}

extension ValueParser {
    /// CSS Text 4, §2.1: a change of case, wide forms and large kana, each at most once.
    mutating func textTransform() -> TextStyle.Transform? {
        var transform = TextStyle.Transform()
        if take("none") { return transform }
        var count = 0
        while !isAtEnd {
            if !transform.isFullWidth, take("full-width") {
                transform.isFullWidth = true
            } else if !transform.hasFullSizeKana, take("full-size-kana") {
                transform.hasFullSizeKana = true
            } else {
                guard transform.letterCase == .none, let letterCase = keyword(TextStyle.Transform.LetterCase.self),
                    letterCase != .none
                else { return nil }
                transform.letterCase = letterCase
            }
            count += 1
        }
        // Mathematical letters have no other forms.
        return count == 0 || (transform.letterCase == .mathAuto && count > 1) ? nil : transform
    }

    mutating func hangingPunctuation() -> TextStyle.HangingPunctuation? {
        if take("none") { return [] }
        var result: TextStyle.HangingPunctuation = []
        while let keyword = keyword() {
            switch keyword {
            case "first": result.insert(.first)
            case "last": result.insert(.last)
            case "force-end": result.insert(.forceEnd)
            case "allow-end": result.insert(.allowEnd)
            default: return nil
            }
        }
        return result.isEmpty ? nil : result
    }

    /// `normal`, or the size and where the letter stands; without a sink it is dropped by its whole size.
    mutating func initialLetter() -> TextStyle.InitialLetter?? {
        if take("normal") { return .some(nil) }
        guard let size = number(), (1...100).contains(size) else { return nil }
        var sink = Int(size)
        if take("raise") {
            sink = 1
        } else if !take("drop"), let lines = integer() {
            guard (1...100).contains(lines) else { return nil }
            sink = lines
        }
        return TextStyle.InitialLetter(size: size, sink: sink)
    }

    /// `left` and `right` are of vertical text, and may stand beside one of the others.
    mutating func underlinePosition() -> TextStyle.Decoration.UnderlinePosition? {
        var position: TextStyle.Decoration.UnderlinePosition?
        var hasSide = false
        while !isAtEnd {
            if !hasSide, take("left") || take("right") {
                hasSide = true
            } else {
                guard position == nil, let keyword = keyword(TextStyle.Decoration.UnderlinePosition.self) else {
                    return nil
                }
                position = keyword
            }
        }
        if position == .auto, hasSide { return nil }
        return position ?? (hasSide ? .auto : nil)
    }

    mutating func decorationLines() -> TextStyle.Decoration.Lines? {
        if take("none") { return [] }
        var lines: TextStyle.Decoration.Lines = []
        while true {
            if take("underline") {
                lines.insert(.underline)
            } else if take("overline") {
                lines.insert(.overline)
            } else if take("line-through") {
                lines.insert(.lineThrough)
            } else {
                return lines.isEmpty ? nil : lines
            }
        }
    }
}
