internal import CHyphen
internal import CICU
internal import Synchronization

/// Where words of one language may be broken, by libhyphen and a dictionary of Liang patterns.
@safe public final class Hyphenator: @unchecked Sendable {
    // SAFETY: libhyphen only reads a loaded dictionary; the cache is behind a mutex.
    private let dictionary: UnsafeMutablePointer<HyphenDict>
    private let charset: DictionaryCharset
    private let cache = Mutex<[Word: Positions]>([:])
    /// Least letters before and after a hyphen, where the caller says nothing.
    public let minimumBefore: Int
    public let minimumAfter: Int

    /// The dictionary's file.
    public let path: String

    /// Loads a dictionary, or nil where it cannot be read or is in an unknown character set.
    init?(path: String, language: String) {
        guard let dictionary = unsafe hnj_hyphen_load(path) else { return nil }
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

    /// The units of a word that a hyphen may stand before, in order.
    ///
    /// The word is letters only, in any case. Breaks that change the spelling (old German ck) are left out.
    public func positions(
        inWord word: some Collection<UInt16>, minimumBefore: Int? = nil, minimumAfter: Int? = nil
    ) -> [Int] {
        let before = minimumBefore ?? self.minimumBefore
        let after = minimumAfter ?? self.minimumAfter
        let key = Word(folding: word)
        guard key.units.count >= before + after else { return [] }
        let all = cache.withLock { cache in
            if let known = cache[key] { return known }
            let found = unsafe find(key)
            // Bounded, since a batch of articles may bring any number of words.
            if cache.count >= 50_000 { cache.removeAll(keepingCapacity: true) }
            cache[key] = found
            return found
        }
        let count = key.units.count
        return all.offsets.compactMap { offset in
            let position = Int(offset)
            return position >= before && count - position >= after ? position : nil
        }
    }

    /// A word in lower case.
    private struct Word: Hashable {
        var units: [UInt16]

        init(folding word: some Collection<UInt16>) {
            units = word.map { unit in
                switch unit {
                case 0x41...0x5A: unit + 32
                case 0x2019: 0x27
                case 0..<0x80: unit
                // Simple folding keeps the count, so that positions stay true.
                default: unit & 0xF800 == 0xD800 ? unit : UInt16(truncatingIfNeeded: icu_lowercase(Int32(unit)))
                }
            }
        }

        func hash(into hasher: inout Hasher) {
            unsafe units.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }
    }

    private struct Positions {
        var offsets: [UInt8]
    }

    /// Asks libhyphen.
    @unsafe private func find(_ word: Word) -> Positions {
        guard word.units.count < 100, let encoded = charset.encode(word.units) else { return Positions(offsets: []) }
        var hyphens = [CChar](repeating: 0, count: encoded.count + 5)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var starts: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        let failed = unsafe hnj_hyphen_hyphenate2(
            dictionary, encoded, Int32(encoded.count), &hyphens, nil, &replacements, &starts, &cuts)
        defer {
            if let replacements = unsafe replacements {
                for index in encoded.indices { unsafe free(replacements[index]) }
            }
            unsafe free(replacements)
            unsafe free(starts)
            unsafe free(cuts)
        }
        guard failed == 0 else { return Positions(offsets: []) }
        var offsets: [UInt8] = []
        var character = 0
        var offset = 0
        while offset < word.units.count {
            offset += word.units.scalar(at: offset).length
            let isChanged = unsafe replacements.map { unsafe $0[character] != nil } ?? false
            if hyphens[character] & 1 == 1, !isChanged, offset < word.units.count { offsets.append(UInt8(offset)) }
            character += 1
        }
        return Positions(offsets: offsets)
    }
}
