internal import CHyphen
internal import CICU
internal import Synchronization

/// Where words of one language may be broken, by libhyphen and a dictionary of Liang patterns.
@safe public final class Hyphenator: @unchecked Sendable {
    // SAFETY: libhyphen only reads a loaded dictionary; the cache is behind a mutex.
    private let dictionary: UnsafeMutablePointer<HyphenDict>
    private let charset: DictionaryCharset
    private let cache = Mutex(HyphenationCache())
    /// Least letters before and after a hyphen, where the caller says nothing.
    public let minimumBefore: Int
    public let minimumAfter: Int

    /// The dictionary's file.
    public let path: String

    /// Loads a dictionary, or nil where it cannot be read or is in an unknown character set.
    init?(path: String, language: String) {
        guard let dictionary = unsafe DictionaryFile.load(path) else { return nil }
        let name = unsafe withUnsafeBytes(of: dictionary.pointee.cset) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard let charset = DictionaryCharset(named: unsafe dictionary.pointee.utf8 != 0 ? "UTF-8" : name) else {
            unsafe hnj_hyphen_free(dictionary)
            return nil
        }
        unsafe self.dictionary = dictionary
        self.charset = charset
        self.path = path
        (minimumBefore, minimumAfter) = HyphenationDictionaries.minimums(forLanguage: language)
    }

    deinit { unsafe hnj_hyphen_free(dictionary) }

    /// The units of a word that a hyphen may stand before, counted from its start, in order.
    ///
    /// The word is letters only, in any case. Breaks that change the spelling (old German ck) are left out, and words of
    /// 64 units and more have none.
    public func positions(
        inWord word: ArraySlice<UInt16>, minimumBefore: Int? = nil, minimumAfter: Int? = nil
    ) -> [Int] {
        var mask = mask(ofWord: word, minimumBefore: minimumBefore, minimumAfter: minimumAfter)
        guard mask != 0 else { return [] }
        var positions: [Int] = []
        positions.reserveCapacity(mask.nonzeroBitCount)
        while mask != 0 {
            positions.append(mask.trailingZeroBitCount)
            mask &= mask - 1
        }
        return positions
    }

    /// The same for a word by itself.
    public func positions(
        inWord word: [UInt16], minimumBefore: Int? = nil, minimumAfter: Int? = nil
    ) -> [Int] {
        positions(inWord: word[...], minimumBefore: minimumBefore, minimumAfter: minimumAfter)
    }

    /// The positions as bits: bit n is set if a hyphen may stand n units after the word's start.
    public func mask(
        ofWord word: ArraySlice<UInt16>, minimumBefore: Int? = nil, minimumAfter: Int? = nil
    ) -> UInt64 {
        let before = max(1, minimumBefore ?? self.minimumBefore)
        let after = max(1, minimumAfter ?? self.minimumAfter)
        guard word.count >= before + after, word.count < 64 else { return 0 }
        let all = cache.withLock { cache in
            cache.mask(of: word) { unsafe find($0) }
        }
        let first = ~UInt64(0) << UInt64(before)
        let last = (UInt64(2) << UInt64(word.count - after)) - 1
        return all & first & last
    }

    /// Asks libhyphen about a word in lower case.
    @unsafe private func find(_ word: [UInt16]) -> UInt64 {
        guard var encoded = charset.encode(word) else { return 0 }
        let length = encoded.count
        // libhyphen takes a length, but in a word of digits or of few letters it reads on to a NUL, and writes as far.
        encoded.append(0)
        var hyphens = [CChar](repeating: 0, count: encoded.count + 5)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var starts: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        let failed = unsafe hnj_hyphen_hyphenate2(
            dictionary, encoded, Int32(length), &hyphens, nil, &replacements, &starts, &cuts)
        defer {
            if let replacements = unsafe replacements {
                for index in 0..<length { unsafe free(replacements[index]) }
            }
            unsafe free(replacements)
            unsafe free(starts)
            unsafe free(cuts)
        }
        guard failed == 0 else { return 0 }
        var mask: UInt64 = 0
        var character = 0
        var offset = 0
        while offset < word.count {
            offset += word.scalar(at: offset).length
            let isChanged = unsafe replacements.map { unsafe $0[character] != nil } ?? false
            if hyphens[character] & 1 == 1, !isChanged, offset < word.count { mask |= 1 << UInt64(offset) }
            character += 1
        }
        return mask
    }
}
