internal import CICU

/// Answers for words in lower case: a hash table over one array of letters, since every word of an article is asked for.
struct HyphenationCache {
    private var letters: [UInt16] = []
    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private var used = 0

    private struct Slot: BitwiseCopyable {
        var hash: UInt32 = 0
        /// Where the word begins in `letters`.
        var start: Int32 = 0
        /// 0 in an empty slot.
        var count: Int32 = 0
        var mask: UInt64 = 0
    }

    /// The known answer for a word, or that of `find`, which gets the word in lower case.
    mutating func mask(of word: ArraySlice<UInt16>, find: ([UInt16]) -> UInt64) -> UInt64 {
        var hash: UInt32 = 2_166_136_261
        for unit in word { hash = (hash ^ UInt32(Self.folded(unit))) &* 16_777_619 }
        var index = Int(hash) & (slots.count - 1)
        while slots[index].count > 0 {
            if slots[index].hash == hash, isWord(slots[index], word) { return slots[index].mask }
            index = (index + 1) & (slots.count - 1)
        }
        let folded = word.map(Self.folded)
        let mask = find(folded)
        // Bounded, since a batch of articles may bring any number of words.
        if letters.count > 2_000_000 { self = HyphenationCache() }
        if used * 2 >= slots.count { grow() }
        insert(Slot(hash: hash, start: Int32(letters.count), count: Int32(folded.count), mask: mask))
        letters += folded
        return mask
    }

    private func isWord(_ slot: Slot, _ word: ArraySlice<UInt16>) -> Bool {
        guard Int(slot.count) == word.count else { return false }
        var place = Int(slot.start)
        for unit in word {
            if letters[place] != Self.folded(unit) { return false }
            place += 1
        }
        return true
    }

    private mutating func insert(_ slot: Slot) {
        var index = Int(slot.hash) & (slots.count - 1)
        while slots[index].count > 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
        used += 1
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        used = 0
        for slot in old where slot.count > 0 { insert(slot) }
    }

    /// Simple case folding keeps the count of units, so that positions stay true; apostrophes are straight.
    private static func folded(_ unit: UInt16) -> UInt16 {
        switch unit {
        case 0x41...0x5A: unit + 32
        case 0x2019: 0x27
        case 0..<0x80: unit
        default: unit & 0xF800 == 0xD800 ? unit : UInt16(truncatingIfNeeded: icu_lowercase(Int32(unit)))
        }
    }
}
