internal import Synchronization

/// Where words of one language may be broken, by a dictionary of Liang patterns.
public final class Hyphenator: Sendable {
    private let patterns: HyphenationPatterns
    private let orthography: Orthography?
    private let exceptions: [[UInt16]: [HyphenationPoint]]
    private let cache = Mutex(HyphenationCache())
    /// Least letters before and after a hyphen, where the caller says nothing.
    public let minimumBefore: Int
    public let minimumAfter: Int

    /// The dictionary's file.
    public let path: String

    /// Loads a dictionary, or nil where it cannot be read or is in an unknown character set.
    init?(path: String, language: HyphenationLanguage, orthography: Orthography?) {
        guard let file = DictionaryFile(path: path) else { return nil }
        patterns = file.patterns
        self.path = path
        self.orthography = orthography
        exceptions = HyphenationExceptions.table(forLanguage: String(language.tags[0].prefix { $0 != "-" }))
        (minimumBefore, minimumAfter) = language.minimum
    }

    /// The places in a word that a hyphen may stand at, in order.
    ///
    /// The word is letters and their marks only, in any case; words of 64 units and more have none.
    public func points(
        inWord word: ArraySlice<UInt16>, minimumBefore: Int? = nil, minimumAfter: Int? = nil
    ) -> [HyphenationPoint] {
        let before = max(1, minimumBefore ?? self.minimumBefore)
        let after = max(1, minimumAfter ?? self.minimumAfter)
        guard word.count >= before + after, word.count < HyphenationAnswer.longestWord else { return [] }
        let answer = cache.withLock { cache in cache.answer(for: word) { find($0) } }
        guard answer.mask != 0 else { return [] }
        var mask = answer.mask & Self.allowed(in: word, before: before, after: after)
        var points: [HyphenationPoint] = []
        points.reserveCapacity(mask.nonzeroBitCount)
        while mask != 0 {
            let offset = mask.trailingZeroBitCount
            mask &= mask - 1
            let change = answer.changes.first { $0.offset == offset }
            points.append(change.map { $0.cased(like: word) } ?? HyphenationPoint(offset: offset))
        }
        return points
    }

    /// The same for a word by itself.
    public func points(
        inWord word: [UInt16], minimumBefore: Int? = nil, minimumAfter: Int? = nil
    ) -> [HyphenationPoint] {
        points(inWord: word[...], minimumBefore: minimumBefore, minimumAfter: minimumAfter)
    }

    /// The offsets with so many letters on both sides; marks go with their letters and are not counted.
    private static func allowed(in word: ArraySlice<UInt16>, before: Int, after: Int) -> UInt64 {
        let isPlain = word.allSatisfy { $0 < 0x300 }
        var first = before
        var last = word.count - after
        var marks: UInt64 = 0
        if !isPlain {
            let isMark = word.map(\.joinsLetterBefore)
            for (index, isMark) in isMark.enumerated() where isMark { marks |= 1 << UInt64(index) }
            let letters = isMark.indices.filter { !isMark[$0] }
            guard letters.count >= before + after else { return 0 }
            first = before < letters.count ? letters[before] : word.count
            last = letters[letters.count - after]
        }
        guard first <= last else { return 0 }
        return ~UInt64(0) << UInt64(first) & ((UInt64(2) << UInt64(last)) - 1) & ~marks
    }

    /// Asks the exceptions and the patterns about a word in lower case.
    private func find(_ word: [UInt16]) -> HyphenationAnswer {
        if let known = exceptions[word] { return HyphenationAnswer(known) }
        let points = patterns.points(in: word)
        guard let orthography else { return HyphenationAnswer(points) }
        return HyphenationAnswer(
            points.compactMap { $0.end == nil && $0.start == nil ? orthography.point(at: $0.offset, in: word) : $0 })
    }
}

extension HyphenationPoint {
    /// With other spelling in capitals where the word's letters there are.
    fileprivate func cased(like word: ArraySlice<UInt16>) -> HyphenationPoint {
        guard CharacterProperties.isUppercase(UInt32(word[word.startIndex + offset - 1])),
            CharacterProperties.isUppercase(UInt32(word[word.startIndex + offset]))
        else { return self }
        var cased = self
        cased.end?.text = end?.text.uppercased ?? []
        cased.start?.text = start?.text.uppercased ?? []
        return cased
    }
}

extension [UInt16] {
    fileprivate var uppercased: [UInt16] { Array(String(decoding: self, as: UTF16.self).uppercased().utf16) }
}

extension UInt16 {
    /// A mark, or a joiner between letters (U+200C, U+200D).
    fileprivate var joinsLetterBefore: Bool {
        self == 0x200C || self == 0x200D || CharacterProperties.isMark(UInt32(self))
    }
}
