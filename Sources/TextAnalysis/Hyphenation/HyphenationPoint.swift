/// A place inside of a word where a line may end with a hyphen.
public struct HyphenationPoint: Hashable, Sendable {
    /// UTF-16 units of the word before the break.
    public var offset: Int
    /// How the last letters before the hyphen are spelled when the line is broken here; nil as they are.
    public var end: Respelling?
    /// The same for the first letters of the next line.
    public var start: Respelling?

    public init(offset: Int, end: Respelling? = nil, start: Respelling? = nil) {
        self.offset = offset
        self.end = end
        self.start = start
    }
}

/// Other letters for the units next to a hyphen: Hungarian *asszony* is broken as *asz-szony*.
public struct Respelling: Hashable, Sendable {
    /// How many UTF-16 units of the word it stands for, 1 or more.
    public var count: Int
    /// What is shown in their place; never empty.
    public var text: [UInt16]

    public init(count: Int, text: [UInt16]) {
        self.count = count
        self.text = text
    }
}

extension HyphenationPoint {
    /// The break of a word whose units in `range` are written as `before`, a hyphen and `after`; nil where the change
    /// leaves nothing to stand on one of the lines.
    init?(in word: [UInt16], range: Range<Int>, before: [UInt16], after: [UInt16]) {
        var range = range.clamped(to: 0..<word.count)
        var (before, after) = (before[...], after[...])
        // What the next line begins with is best left as it is: the hyphen's side has to be shaped anew anyway.
        while let last = after.last, range.count > 0, word[range.upperBound - 1] == last {
            after.removeLast()
            range = range.lowerBound..<range.upperBound - 1
        }
        while let first = before.first, range.count > 0, word[range.lowerBound] == first {
            before.removeFirst()
            range = range.lowerBound + 1..<range.upperBound
        }
        // What is left of the word's own letters goes to the side that has letters for them.
        let middle = before.isEmpty && !after.isEmpty ? range.lowerBound : range.upperBound
        offset = middle
        if !before.isEmpty || middle > range.lowerBound {
            let start = before.isEmpty || middle == range.lowerBound ? range.lowerBound - 1 : range.lowerBound
            guard start >= 0 else { return nil }
            end = Respelling(count: middle - start, text: Array(word[start..<range.lowerBound]) + before)
        }
        if !after.isEmpty {
            let last = middle == range.upperBound ? range.upperBound + 1 : range.upperBound
            guard last <= word.count else { return nil }
            start = Respelling(count: last - middle, text: Array(after) + word[range.upperBound..<last])
        }
        guard offset > 0, offset < word.count else { return nil }
    }
}
