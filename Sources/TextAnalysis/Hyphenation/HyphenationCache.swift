internal import CICU

/// Answers for words in lower case: a hash table over one array of letters, since every word of an article is asked for.
struct HyphenationCache {
    private var letters: [UInt16] = []
    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private var used = 0
    /// Of words that are spelled otherwise when they are divided.
    private var changes: [[HyphenationPoint]] = []

    private struct Slot: BitwiseCopyable {
        var hash: UInt32 = 0
        /// Where the word begins in `letters`.
        var start: Int32 = 0
        /// 0 in an empty slot.
        var count: Int16 = 0
        /// Index into `changes` plus 1; 0 for none.
        var changes: Int32 = 0
        var mask: UInt64 = 0
    }

    /// Letters of all words together, since a batch of articles may bring any number of words.
    private static let mostLetters = 2_000_000

    /// The known answer for a word, or that of `find`, which gets the word in lower case.
    mutating func answer(
        for word: ArraySlice<UInt16>, find: ([UInt16]) -> HyphenationAnswer
    ) -> HyphenationAnswer {
        var hash: UInt32 = 2_166_136_261
        for unit in word { hash = (hash ^ UInt32(Self.folded(unit))) &* 16_777_619 }
        var index = Int(hash) & (slots.count - 1)
        while slots[index].count > 0 {
            if slots[index].hash == hash, isWord(slots[index], word) { return answer(in: slots[index]) }
            index = (index + 1) & (slots.count - 1)
        }
        let folded = word.map(Self.folded)
        let answer = find(folded)
        if letters.count > Self.mostLetters { self = HyphenationCache() }
        if used * 2 >= slots.count { grow() }
        if !answer.changes.isEmpty { changes.append(answer.changes) }
        insert(
            Slot(
                hash: hash, start: Int32(letters.count), count: Int16(folded.count),
                changes: answer.changes.isEmpty ? 0 : Int32(changes.count), mask: answer.mask))
        letters += folded
        return answer
    }

    private func answer(in slot: Slot) -> HyphenationAnswer {
        var answer = HyphenationAnswer()
        answer.mask = slot.mask
        if slot.changes > 0 { answer.changes = changes[Int(slot.changes) - 1] }
        return answer
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
