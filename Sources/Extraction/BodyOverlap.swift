internal import HTML

/// How much of JSON-LD's `articleBody` stands in an element, and nothing else: runs of three words that both have.
struct BodyOverlap: Sendable {
    /// Texts with fewer words are teasers.
    private static let leastRuns = 60

    private let runsInBody: Int
    // Sums over all nodes before the one at the index.
    private var runsBefore: [Int32]
    private var sharedBefore: [Int32]

    /// Counts the runs of a page's text; nil where the body is too short to tell.
    init?(_ body: String, statistics: NodeStatistics, dropped: NodeSet) {
        var wanted: Set<UInt64> = []
        var words = WordRuns()
        for run in words.runs(in: Array(body.utf8)[...], skipsTags: true) { wanted.insert(run) }
        guard wanted.count >= Self.leastRuns else { return nil }
        runsInBody = wanted.count
        runsBefore = [Int32](repeating: 0, count: statistics.count + 1)
        sharedBefore = runsBefore
        let utf8 = statistics.document.utf8
        var block: Int32 = -1
        var resume = 0
        for node in 0..<statistics.count {
            var runs: Int32 = 0
            var shared: Int32 = 0
            if node >= resume, dropped.contains(node) { resume = Int(statistics.end[node]) }
            if node >= resume, statistics.document.kind(of: NodeID(node)) == .text, statistics.textLength(node) > 0 {
                if statistics.block[node] != block {
                    words = WordRuns()
                    block = statistics.block[node]
                }
                for run in words.runs(in: utf8[statistics.document.textRange(of: NodeID(node))], skipsTags: false) {
                    runs += 1
                    if wanted.contains(run) { shared += 1 }
                }
            }
            runsBefore[node + 1] = runsBefore[node] + runs
            sharedBefore[node + 1] = sharedBefore[node] + shared
        }
    }

    /// Dice's coefficient of a range of nodes and the body, 0 to 1.
    func share(of nodes: Range<Int>) -> Double {
        let runs = Double(runsBefore[nodes.upperBound] - runsBefore[nodes.lowerBound])
        let shared = Double(sharedBefore[nodes.upperBound] - sharedBefore[nodes.lowerBound])
        return min(1, 2 * shared / (runs + Double(runsInBody)))
    }
}

/// Hashes of three words after each other, over pieces of one text.
private struct WordRuns {
    private var last: (UInt64, UInt64) = (0, 0)

    mutating func runs(in utf8: ArraySlice<UInt8>, skipsTags: Bool) -> [UInt64] {
        var runs: [UInt64] = []
        var word: UInt64 = 0
        var isInTag = false
        for byte in utf8 {
            if skipsTags, byte == UInt8(ascii: "<") { isInTag = true }
            let isLetter =
                byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
            // An ideograph or a kana is a word of its own.
            if word != 0, !isLetter || byte >= 0xE3 && byte <= 0xED { end(&word, &runs) }
            if isLetter, !isInTag {
                let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                word = ((word == 0 ? 14_695_981_039_346_656_037 : word) ^ UInt64(folded)) &* 1_099_511_628_211
            }
            if byte == UInt8(ascii: ">") { isInTag = false }
        }
        if word != 0 { end(&word, &runs) }
        return runs
    }

    private mutating func end(_ word: inout UInt64, _ runs: inout [UInt64]) {
        if last.0 != 0 { runs.append((last.0 &* 31 &+ last.1) &* 31 &+ word) }
        last = (last.1, word)
        word = 0
    }
}
