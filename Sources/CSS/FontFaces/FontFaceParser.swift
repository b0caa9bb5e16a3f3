import Diagnostics

/// Reads the descriptors of an `@font-face` rule (CSS Fonts 4, §4.2 to §4.8).
struct FontFaceParser {
    private(set) var rule: FontFaceRule

    init(sheet: String, range: SourceRange, media: [MediaQueryList]) {
        rule = FontFaceRule(sheet: sheet, range: range, media: media)
    }

    /// Takes one descriptor.
    mutating func take(_ name: String, _ value: ValueParser) throws(DeclarationCompiler.Failure) {
        var parser = value
        let isUnderstood: Bool
        switch name {
        case "font-family":
            let families = parser.fontFamilies()
            isUnderstood = families?.count == 1
            if isUnderstood, let family = families?.first { rule.family = family }
        case "src":
            let sources = Self.sources(&parser)
            isUnderstood = !sources.isEmpty
            if isUnderstood { rule.sources = sources }
        case "font-weight": isUnderstood = read(&parser, \.weights) { $0.absoluteFontWeight() }
        case "font-stretch", "font-width": isUnderstood = read(&parser, \.stretches) { $0.fontStretch() }
        case "font-style": isUnderstood = readSlant(&parser)
        case "unicode-range":
            let ranges = Self.unicodeRanges(parser)
            isUnderstood = ranges != nil
            if let ranges { rule.unicodeRanges = ranges }
        case "font-feature-settings":
            let settings = parser.featureSettings()
            isUnderstood = settings != nil && parser.isAtEnd
            if isUnderstood, let settings { rule.features = settings }
        case "font-variation-settings":
            let settings = parser.variationSettings()
            isUnderstood = settings != nil && parser.isAtEnd
            if isUnderstood, let settings { rule.variations = settings }
        case "size-adjust":
            let percentage = parser.percentage()
            isUnderstood = percentage.map { $0 >= 0 } == true && parser.isAtEnd
            if isUnderstood, let percentage { rule.sizeAdjust = percentage / 100 }
        case "ascent-override": isUnderstood = readMetric(&parser, \.ascent)
        case "descent-override": isUnderstood = readMetric(&parser, \.descent)
        case "line-gap-override": isUnderstood = readMetric(&parser, \.lineGap)
        case "font-display": throw .ignoredProperty
        default: throw .unknownProperty
        }
        if !isUnderstood { throw .invalidValue }
    }

    /// `auto`, a value, or two values in either order; false where it is none of them.
    private mutating func read(
        _ parser: inout ValueParser, _ path: WritableKeyPath<FontFaceRule, ClosedRange<Double>?>,
        _ value: (inout ValueParser) -> Double?
    ) -> Bool {
        if parser.take("auto") {
            rule[keyPath: path] = nil
            return parser.isAtEnd
        }
        guard let first = value(&parser) else { return false }
        let second = parser.isAtEnd ? first : value(&parser)
        guard let second, parser.isAtEnd else { return false }
        rule[keyPath: path] = min(first, second)...max(first, second)
        return true
    }

    /// `normal`, or a percentage that is not negative.
    private mutating func readMetric(
        _ parser: inout ValueParser, _ path: WritableKeyPath<FontFaceRule, Double?>
    ) -> Bool {
        if parser.take("normal") {
            rule[keyPath: path] = nil
            return parser.isAtEnd
        }
        guard let percentage = parser.percentage(), percentage >= 0, parser.isAtEnd else { return false }
        rule[keyPath: path] = percentage / 100
        return true
    }

    /// The angles of `oblique` are passed over: a face that has several says so itself.
    private mutating func readSlant(_ parser: inout ValueParser) -> Bool {
        if parser.take("auto") {
            rule.slant = nil
            return parser.isAtEnd
        }
        guard let slant = parser.keyword(FontStyle.Slant.self) else { return false }
        while slant == .oblique, parser.token?.kind == .dimension { parser.advance() }
        guard parser.isAtEnd else { return false }
        rule.slant = slant
        return true
    }

    /// The list's entries that are understood: one that is not leaves the others as they are (§4.3).
    private static func sources(_ parser: inout ValueParser) -> [FontFaceRule.Source] {
        var sources: [FontFaceRule.Source] = []
        repeat {
            if let source = source(&parser), parser.isAtEnd || parser.token?.kind == .comma { sources.append(source) }
            while !parser.isAtEnd, parser.token?.kind != .comma { parser.advance() }
        } while parser.comma()
        return sources
    }

    private static func source(_ parser: inout ValueParser) -> FontFaceRule.Source? {
        if var name = parser.function("local") {
            let families = name.fontFamilies()
            return families?.count == 1 ? families?.first.map(FontFaceRule.Source.local) : nil
        }
        guard let address = parser.address() else { return nil }
        var format: String?
        if var inner = parser.function("format") {
            format = inner.string() ?? inner.name()
            if format == nil { return nil }
        }
        var technologies: [String] = []
        if var inner = parser.function("tech") {
            guard let names = inner.commaList({ $0.keyword() }) else { return nil }
            technologies = names
        }
        return .url(address, format: format, technologies: technologies)
    }

    /// `U+26, U+0-7F, U+4??`, which are tokens of their own here only (CSS Syntax 3, §7).
    private static func unicodeRanges(_ parser: ValueParser) -> [ClosedRange<UInt32>]? {
        let buffer = TokenBuffer(parser.buffer.source(parser.rest), unicodeRanges: true)
        var values = ValueParser(buffer, buffer.all)
        let greatest: UInt32 = 0x10FFFF
        return values.commaList { values -> ClosedRange<UInt32>? in
            guard let token = values.token, token.kind == .unicodeRange else { return nil }
            values.advance()
            let written = buffer.source(values.index(of: token)).dropFirst(2)
            let ends = written.split(separator: "-", maxSplits: 1)
            guard let first = ends.first else { return nil }
            let low = UInt32(first.replacing("?", with: "0"), radix: 16)
            let high = UInt32((ends.count > 1 ? ends[1] : first).replacing("?", with: "F"), radix: 16)
            guard let low, let high, low <= high, low <= greatest else { return nil }
            return low...min(high, greatest)
        }
    }
}

extension ValueParser {
    /// The place of the token of which this parser has just gone past.
    fileprivate func index(of token: Token) -> Range<Int> {
        var position = index - 1
        while position > 0, buffer.tokens[position].start != token.start { position -= 1 }
        return position..<position + 1
    }

    /// `font-weight` without the keywords that need a parent (§4.4).
    mutating func absoluteFontWeight() -> Double? {
        if let number = number() { return (1...1000).contains(number) ? number : nil }
        return attempt { parser in
            switch parser.keyword() {
            case "normal": 400
            case "bold": 700
            default: nil
            }
        }
    }
}

extension Diagnostic.Message {
    static func incompleteFontFace(_ missing: String) -> Self { "'@font-face' without '\(missing)' is no font" }
}
