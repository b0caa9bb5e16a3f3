internal import CICU

/// What may happen at an offset of a text.
public enum BreakClass: UInt8, Hashable, Sendable, BitwiseCopyable {
    case none, allowed, mandatory
}

/// How a text asks for its lines to be broken: CSS `line-break` and `word-break` and the language that they depend on.
public struct LineBreakOptions: Hashable, Sendable {
    /// BCP 47 tag; Chinese and Japanese are broken before small kana and some marks where others are not.
    public var language: String?
    public var strictness = Strictness.normal
    public var wordBreak = WordBreak.normal

    public init(language: String? = nil, strictness: Strictness = .normal, wordBreak: WordBreak = .normal) {
        self.language = language
        self.strictness = strictness
        self.wordBreak = wordBreak
    }

    /// CSS Text 3, §5.3: `line-break`. `auto` is normal.
    public enum Strictness: String, Hashable, Sendable {
        case loose, normal, strict
        /// Before every character that a reader perceives.
        case anywhere
    }

    /// CSS Text 3, §5.2: `word-break`.
    public enum WordBreak: Hashable, Sendable {
        case normal
        /// Not inside of words, Korean, Chinese and Japanese ones included.
        case keepAll
        /// Letters and digits are broken as ideographs are.
        case breakAll
        /// CSS Text 4, §5.2: only where the text says so in scripts without spaces that dictionaries would break.
        case manual
        /// Between phrases of Japanese (`auto-phrase`); other languages are broken as ever.
        case phrases
    }

    /// ICU's locale, with only the part of the language that its rules look at.
    fileprivate var locale: String {
        let primary = (language ?? "en").prefix { $0 != "-" }.lowercased()
        let rule = strictness == .anywhere ? .loose : strictness
        return (primary.allSatisfy(\.isLetter) && (2...8).contains(primary.count) ? primary : "en") + "@lb="
            + rule.rawValue + (wordBreak == .phrases ? ";lw=phrase" : "")
    }
}

/// Where lines may be broken (UAX 14, as tailored by ICU and CSS Text 3, §5).
public struct LineBreakOpportunities: Sendable {
    public typealias Strictness = LineBreakOptions.Strictness

    /// A stretch of text with options of its own.
    public struct Stretch: Hashable, Sendable {
        /// UTF-16 offsets.
        public var range: Range<Int>
        public var options: LineBreakOptions

        public init(range: Range<Int>, options: LineBreakOptions) {
            self.range = range
            self.options = options
        }
    }

    /// More kinds of options in one paragraph than these are broken as the paragraph itself.
    private static let mostKinds = 8

    /// For each offset from 0 to the count whether a line may end before it; the end of a text is mandatory.
    public static func find(
        in text: [UInt16], language: String? = nil, strictness: Strictness = .normal
    ) -> [BreakClass] {
        find(in: text, options: LineBreakOptions(language: language, strictness: strictness))
    }

    /// The same with stretches that differ: a break inside of one is as its options say, one between two as the
    /// paragraph's (CSS Text 3, §5.1).
    public static func find(
        in text: [UInt16], options: LineBreakOptions, stretches: [Stretch] = []
    ) -> [BreakClass] {
        var classes = find(in: text, options)
        var known: [LineBreakOptions: [BreakClass]] = [:]
        for stretch in stretches where stretch.options != options && stretch.range.count > 1 {
            if known[stretch.options] == nil {
                guard known.count < mostKinds else { continue }
                known[stretch.options] = find(in: text, stretch.options)
            }
            guard let own = known[stretch.options] else { continue }
            for offset in stretch.range.dropFirst() { classes[offset] = own[offset] }
        }
        return classes
    }

    private static func find(in text: [UInt16], _ options: LineBreakOptions) -> [BreakClass] {
        var classes = [BreakClass](repeating: .none, count: text.count + 1)
        guard !text.isEmpty else { return classes }
        let isBroken = options.wordBreak == .breakAll && options.strictness != .anywhere
        let locale = options.locale
        if let iterator = BreakIterator(ICU_BREAK_LINE, locale: locale) ?? BreakIterator(ICU_BREAK_LINE, locale: "en") {
            // UBRK_LINE_HARD is 100.
            iterator.forEachBoundary(in: isBroken ? ideographic(text) : text) {
                classes[$0] = $1 >= 100 ? .mandatory : .allowed
            }
        }
        if options.strictness == .anywhere {
            openAll(&classes, text)
        } else if isBroken {
            closeClusters(&classes, text)
        } else if options.wordBreak == .keepAll {
            closeWords(&classes, text)
        } else if options.wordBreak == .manual {
            closeDictionaryBreaks(&classes, text)
        }
        classes[0] = .none
        classes[text.count] = .mandatory
        return classes
    }

    // MARK: Tailoring

    /// `line-break: anywhere`: before every grapheme cluster but before a space, which hangs at a line's end.
    private static func openAll(_ classes: inout [BreakClass], _ text: [UInt16]) {
        for boundary in Segmentation.graphemeBoundaries(in: text)
        where boundary > 0 && boundary < text.count && classes[boundary] == .none && text[boundary] != 0x20 {
            classes[boundary] = .allowed
        }
    }

    /// `word-break: break-all`: the text with an ideograph in place of each letter and digit.
    private static func ideographic(_ text: [UInt16]) -> [UInt16] {
        var replaced = text
        var offset = 0
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            if CharacterProperties.isLetterOrDigit(scalar) {
                for index in offset..<offset + length { replaced[index] = 0x4E00 }
            }
            offset += length
        }
        return replaced
    }

    /// Takes back what falls inside of a grapheme cluster.
    private static func closeClusters(_ classes: inout [BreakClass], _ text: [UInt16]) {
        var isBoundary = [Bool](repeating: false, count: text.count + 1)
        for boundary in Segmentation.graphemeBoundaries(in: text) { isBoundary[boundary] = true }
        for offset in classes.indices where classes[offset] == .allowed && !isBoundary[offset] {
            classes[offset] = .none
        }
    }

    /// `word-break: keep-all`: no break between letters or digits, but where a dictionary found the end of a word.
    private static func closeWords(_ classes: inout [BreakClass], _ text: [UInt16]) {
        for offset in 1..<max(1, text.count) where classes[offset] == .allowed {
            var before = offset - 1
            if before > 0, text[before] & 0xFC00 == 0xDC00 { before -= 1 }
            let (left, right) = (text.scalar(at: before).scalar, text.scalar(at: offset).scalar)
            if CharacterProperties.isWordCharacter(left), CharacterProperties.isWordCharacter(right),
                !CharacterProperties.isBrokenByDictionary(right)
            {
                classes[offset] = .none
            }
        }
    }

    /// `word-break: manual`: no break that a dictionary found.
    private static func closeDictionaryBreaks(_ classes: inout [BreakClass], _ text: [UInt16]) {
        for offset in 1..<max(1, text.count)
        where classes[offset] == .allowed && CharacterProperties.isBrokenByDictionary(UInt32(text[offset - 1]))
            && CharacterProperties.isBrokenByDictionary(UInt32(text[offset]))
        {
            classes[offset] = .none
        }
    }
}
