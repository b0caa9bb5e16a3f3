/// A dictionary's patterns, and the search for those that a word holds (F. M. Liang, *Word Hy-phen-a-tion by
/// Com-put-er*, 1983).
///
/// A pattern is a few letters with levels between them; of all patterns that a word holds the highest level counts at
/// each place, and a word is divided where it is odd. All patterns lie in two arrays, found by a hash table.
struct HyphenationPatterns: Sendable {
    /// The letters of all patterns; a full stop is a word's start or end.
    private var letters: [UInt16] = []
    /// The levels of all patterns, one more for each than it has letters.
    private var levels: [UInt8] = []
    private var entries: [Entry] = []
    /// Indices into `entries` plus 1, by hash; 0 in an empty slot.
    private var slots = [Int32](repeating: 0, count: 1 << 12)
    /// Letters of the longest pattern.
    private var longest = 0
    private var changes: [Change] = []
    /// Words that the dictionary lists with all their hyphens.
    private(set) var words: [[UInt16]: [HyphenationPoint]] = [:]

    private struct Entry: BitwiseCopyable {
        var hash: UInt32
        /// Of its letters; its levels begin as many places later as there are entries before.
        var start: Int32
        var count: Int16
        /// Index into `changes`, or -1.
        var change: Int32
    }

    /// What a pattern does to the spelling where it divides.
    struct Change: Sendable {
        /// Letters of the pattern, its full stops not counted.
        var range: Range<Int>
        var before: [UInt16]
        var after: [UInt16]
        /// Whether the pattern begins with a word's start.
        var isAnchored: Bool
    }

    /// Patterns beyond this are no dictionary's.
    static let longestPattern = 40

    init() {}

    // MARK: Building

    mutating func add(letters: [UInt16], levels: [UInt8], change: Change?) {
        guard !letters.isEmpty, letters.count <= Self.longestPattern, levels.count == letters.count + 1 else { return }
        if entries.count * 2 >= slots.count { grow() }
        var hash = Self.seed
        for letter in letters { hash = Self.hash(hash, letter) }
        entries.append(
            Entry(
                hash: hash, start: Int32(self.letters.count), count: Int16(letters.count),
                change: change == nil ? -1 : Int32(changes.count)))
        if let change { changes.append(change) }
        self.letters += letters
        self.levels += levels
        longest = max(longest, letters.count)
        insert(entries.count - 1)
    }

    mutating func add(word: [UInt16], points: [HyphenationPoint]) { words[word] = points }

    private mutating func insert(_ entry: Int) {
        var slot = Int(entries[entry].hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(entry + 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for entry in entries.indices { insert(entry) }
    }

    private static let seed: UInt32 = 2_166_136_261
    private static func hash(_ hash: UInt32, _ letter: UInt16) -> UInt32 { (hash ^ UInt32(letter)) &* 16_777_619 }

    // MARK: Searching

    /// The breaks of a word in lower case.
    func points(in word: [UInt16]) -> [HyphenationPoint] {
        if let known = words[word] { return known }
        let stop = UInt16(0x2E)
        let padded = [stop] + word + [stop]
        var best = [UInt8](repeating: 0, count: padded.count + 1)
        var winners = [(change: Int32, start: Int)](repeating: (-1, 0), count: padded.count + 1)
        for start in padded.indices {
            var hash = Self.seed
            for end in start..<min(padded.count, start + longest) {
                hash = Self.hash(hash, padded[end])
                guard let index = entry(hash, padded[start...end]) else { continue }
                let entry = entries[index]
                for place in 0...Int(entry.count) {
                    let level = levels[Int(entry.start) + index + place]
                    guard level > best[start + place] else { continue }
                    best[start + place] = level
                    winners[start + place] = (entry.change, start)
                }
            }
        }
        var points: [HyphenationPoint] = []
        for offset in 1..<max(1, word.count) where best[offset + 1] & 1 == 1 {
            let winner = winners[offset + 1]
            guard winner.change >= 0 else {
                points.append(HyphenationPoint(offset: offset))
                continue
            }
            if let point = changed(changes[Int(winner.change)], patternAt: winner.start, in: word) {
                points.append(point)
            }
        }
        return points
    }

    /// The break with a pattern's change; the pattern begins at a place of the word with a full stop before it.
    private func changed(_ change: Change, patternAt start: Int, in word: [UInt16]) -> HyphenationPoint? {
        let first = change.isAnchored ? 0 : start - 1
        let range = first + change.range.lowerBound..<first + change.range.upperBound
        guard range.lowerBound >= 0, range.upperBound <= word.count else { return nil }
        return HyphenationPoint(in: word, range: range, before: change.before, after: change.after)
    }

    private func entry(_ hash: UInt32, _ part: ArraySlice<UInt16>) -> Int? {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, holds(entries[index], part) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func holds(_ entry: Entry, _ part: ArraySlice<UInt16>) -> Bool {
        guard Int(entry.count) == part.count else { return false }
        var place = Int(entry.start)
        for letter in part {
            if letters[place] != letter { return false }
            place += 1
        }
        return true
    }
}
