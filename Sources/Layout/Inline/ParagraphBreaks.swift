import CSS
import TextAnalysis

/// Where the lines of a paragraph may end: between words, inside of addresses, and inside of words with a hyphen.
struct ParagraphBreaks {
    /// Break class before each offset, 0 through the text's length.
    private(set) var opportunities: [BreakClass]
    /// In order; soft hyphens are not among them.
    private(set) var hyphenations: [Hyphenation] = []
    /// Web addresses and the like, in order.
    let addresses: [Range<Int>]

    /// A place where a line may end with a hyphen.
    struct Hyphenation {
        /// In the paragraph's text; the next line begins there.
        var offset: Int
        /// The word looks like a name, or its script does without hyphens: a break to be avoided.
        var isUnusual: Bool
        /// Other letters next to the hyphen, counted from the break.
        var end: Respelling?
        var start: Respelling?
    }

    init(_ content: InlineContent, style: SharedStyle, context: LayoutContext) {
        opportunities = LineBreakOpportunities.find(
            in: content.text, options: LineBreakOptions(style.text),
            stretches: content.spans.map { .init(range: $0.range, options: LineBreakOptions($0.style.text)) })
        addresses = TextAddresses.ranges(in: content.text)
        breakAddresses(content.text)
        applySpans(content)
        hyphenations = Self.hyphenations(content, addresses, opportunities, context)
    }

    /// The hyphenation at an offset.
    func hyphenation(at offset: Int) -> Hyphenation? {
        var low = 0
        var high = hyphenations.count
        while low < high {
            let middle = (low + high) / 2
            if hyphenations[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low < hyphenations.count && hyphenations[low].offset == offset ? hyphenations[low] : nil
    }

    private mutating func breakAddresses(_ text: [UInt16]) {
        for address in addresses where address.count > 1 {
            for offset in address.dropFirst() where opportunities[offset] != .mandatory {
                opportunities[offset] =
                    TextAddresses.allowsBreak(before: offset, of: address, in: text) ? .allowed : .none
            }
        }
    }

    /// A base of more units than this may be broken under its annotation.
    private static let longestWholeBase = 12

    /// Text that does not wrap has no breaks inside, preserved spaces have where they are kept at line ends, `hyphens: none` takes soft hyphens for nothing, a base stays whole
    /// under its annotation, and what a leader leads from and to stay on its line.
    private mutating func applySpans(_ content: InlineContent) {
        for span in content.spans {
            let wraps = span.style.text.wraps
            guard !wraps || span.style.text.hyphens == .none else { continue }
            // A break belongs to the text before it.
            for offset in span.range.dropFirst() where opportunities[offset] == .allowed {
                if !wraps || content.text[offset - 1] == 0xAD { opportunities[offset] = .none }
            }
        }
        for span in content.spans where span.style.text.wraps && span.style.text.whiteSpaceCollapse == .breakSpaces {
            // CSS Text 4, §4.1: after every preserved space, those between spaces too.
            for offset in span.range where content.text[offset] == 0x20 && opportunities[offset + 1] == .none {
                opportunities[offset + 1] = .allowed
            }
        }
        for annotation in content.annotations where annotation.base.count <= Self.longestWholeBase {
            for offset in annotation.base.dropFirst() where opportunities[offset] == .allowed {
                opportunities[offset] = .none
            }
        }
        for leader in content.leaders {
            opportunities[leader.offset] = .none
            if leader.offset + 1 < content.text.count { opportunities[leader.offset + 1] = .none }
        }
    }

    // MARK: Hyphens

    private static func hyphenations(
        _ content: InlineContent, _ addresses: [Range<Int>], _ opportunities: [BreakClass], _ context: LayoutContext
    ) -> [Hyphenation] {
        guard content.spans.contains(where: { $0.style.text.hyphens == .auto }) else { return [] }
        var result: [Hyphenation] = []
        let text = content.text
        var address = addresses.startIndex
        var span = 0
        for run in Segmentation.letterRuns(in: text, range: 0..<text.count) {
            while span + 1 < content.spans.count, content.spans[span].range.upperBound <= run.lowerBound { span += 1 }
            let style = content.spans[span].style.text
            guard style.hyphens == .auto, style.wraps, style.lineBreak != .anywhere, style.wordBreak != .breakAll,
                let language = style.language, let hyphenator = context.hyphenator(for: language)
            else { continue }
            while address < addresses.endIndex, addresses[address].upperBound <= run.lowerBound { address += 1 }
            if address < addresses.endIndex, addresses[address].lowerBound < run.upperBound { continue }
            for word in words(of: run, text, opportunities) {
                // CSS Text 3, §6.1: where a word has soft hyphens, only they count.
                guard word.count >= max(style.hyphenateLimitWord ?? 5, 2), !text[word].contains(0xAD) else { continue }
                let points = hyphenator.points(
                    inWord: text[word], minimumBefore: style.hyphenateLimitBefore,
                    minimumAfter: style.hyphenateLimitAfter)
                guard !points.isEmpty else { continue }
                let isUnusual = isUnusual(word, text, language)
                for point in points where opportunities[word.lowerBound + point.offset] == .none {
                    result.append(
                        Hyphenation(
                            offset: word.lowerBound + point.offset, isUnusual: isUnusual, end: point.end,
                            start: point.start))
                }
            }
        }
        return result
    }

    /// The run itself, or what a dictionary made of it where words are written without spaces.
    private static func words(of run: Range<Int>, _ text: [UInt16], _ opportunities: [BreakClass]) -> [Range<Int>] {
        guard CharacterProperties.isBrokenByDictionary(UInt32(text[run.lowerBound])) else { return [run] }
        var words: [Range<Int>] = []
        var start = run.lowerBound
        for offset in run.dropFirst() where opportunities[offset] != .none {
            words.append(start..<offset)
            start = offset
        }
        return words + [start..<run.upperBound]
    }

    /// A capital that neither begins a sentence nor marks a noun says that the word is a name; Thai is divided between
    /// words wherever that will do.
    private static func isUnusual(_ word: Range<Int>, _ text: [UInt16], _ language: String) -> Bool {
        let first = UInt32(text[word.lowerBound])
        if CharacterProperties.isBrokenByDictionary(first) { return true }
        guard CharacterProperties.isUppercase(first) else { return false }
        // All in capitals: an acronym, or a heading, of which nothing can be told.
        if CharacterProperties.isUppercase(UInt32(text[word.lowerBound + 1])) { return true }
        guard !HyphenationDictionaries.capitalizesNouns(language) else { return false }
        var before = word.lowerBound
        while before > 0, !CharacterProperties.isLetterOrDigit(UInt32(text[before - 1])) {
            before -= 1
            switch text[before] {
            // . ! ? … : and the line's end
            case 0x2E, 0x21, 0x3F, 0x2026, 0x3A, 0x2028: return false
            default: break
            }
        }
        return before > 0
    }
}

extension LineBreakOptions {
    init(_ style: TextStyle) {
        self.init(language: style.language)
        switch style.lineBreak {
        case .auto, .normal: strictness = .normal
        case .loose: strictness = .loose
        case .strict: strictness = .strict
        case .anywhere: strictness = .anywhere
        }
        switch style.wordBreak {
        case .normal, .breakWord: wordBreak = .normal
        case .manual: wordBreak = .manual
        case .autoPhrase: wordBreak = .phrases
        case .keepAll: wordBreak = .keepAll
        case .breakAll: wordBreak = .breakAll
        }
    }
}
