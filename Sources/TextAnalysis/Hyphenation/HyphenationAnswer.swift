/// What is known about a word: its breaks as bits, and those that change its spelling.
struct HyphenationAnswer: Sendable {
    /// Bit n is set if a hyphen may stand n units after the word's start.
    var mask: UInt64 = 0
    /// The breaks with other spelling; few words have any.
    var changes: [HyphenationPoint] = []

    /// Words have fewer units than this.
    static let longestWord = 64

    init() {}

    /// The answer that a list of breaks makes.
    init(_ points: [HyphenationPoint]) { for point in points { add(point) } }

    /// Adds a break inside of a word.
    mutating func add(_ point: HyphenationPoint) {
        guard (1..<Self.longestWord).contains(point.offset) else { return }
        mask |= 1 << UInt64(point.offset)
        if point.end != nil || point.start != nil { changes.append(point) }
    }
}
