import Testing
import TextAnalysis

@Suite struct BidiLevelsTests {
    @Test func needsNoLevelsForLatin() {
        let levels = BidiLevels.resolve(Array("Plain (Latin) text, 1 – 2".utf16), base: .auto)
        #expect(levels.levels.isEmpty && levels.paragraph == 0)
    }

    @Test func takesTheFirstStrongDirection() {
        #expect(BidiLevels.resolve(Array("1 שלום abc".utf16), base: .auto).paragraph == 1)
        #expect(BidiLevels.resolve(Array("abc שלום".utf16), base: .auto).paragraph == 0)
        #expect(BidiLevels.resolve([], base: .rightToLeft).paragraph == 1)
    }

    /// ICU 72 differs in 31 of the 91,000 lines: marks after a paired bracket, and isolates, brackets and nested
    /// embeddings under an override (U+202D, U+202E).
    @Test(.enabled(if: hasUnicodeData, "needs unicode-data"))
    func passesBidiCharacterTest() {
        var failures: [Substring] = []
        for line in unicodeData("BidiCharacterTest.txt") {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            let scalars = fields[0].split(separator: " ")
            let base: BaseDirection = fields[1] == "0" ? .leftToRight : fields[1] == "1" ? .rightToLeft : .auto
            let levels = BidiLevels.resolve(utf16(scalars), base: base)
            var offset = 0
            var isRight = Int(levels.paragraph) == Int(fields[2])
            for (scalar, level) in zip(scalars, fields[3].split(separator: " ")) {
                if level != "x" && Int(levels[offset]) != Int(level) { isRight = false }
                offset += scalar.count > 4 ? 2 : 1
            }
            if !isRight { failures.append(line) }
        }
        #expect(failures.count <= 31, "\(failures.count) lines fail, first \(failures.first ?? "")")
    }

    /// Characters that stand for the bidirectional classes in `BidiTest.txt`.
    private static let examples: [Substring: UInt16] = [
        "L": 0x61, "R": 0x05D0, "EN": 0x30, "ES": 0x2B, "ET": 0x23, "AN": 0x0660, "CS": 0x2C, "B": 0x2029, "S": 0x09,
        "WS": 0x20, "ON": 0x21, "LRE": 0x202A, "LRO": 0x202D, "AL": 0x0627, "RLE": 0x202B, "RLO": 0x202E, "PDF": 0x202C,
        "NSM": 0x0300, "BN": 0xAD, "FSI": 0x2068, "LRI": 0x2066, "RLI": 0x2067, "PDI": 0x2069,
    ]

    /// Each line of classes in the directions that its bits name: the order of what can be seen, and the direction of
    /// each. ICU gives text that runs one way throughout the paragraph's level, where the algorithm gives some of it one
    /// two levels higher.
    @Test(.enabled(if: hasUnicodeData, "needs unicode-data"))
    func passesBidiTest() {
        var levels: [Substring] = []
        var tried = 0
        var failures: [String] = []
        for line in unicodeData("BidiTest.txt") {
            if line.hasPrefix("@Levels:") {
                levels = line.dropFirst("@Levels:".count).split(whereSeparator: \.isWhitespace)
            }
            let fields = line.split(separator: ";")
            guard !line.hasPrefix("@"), fields.count == 2, let bits = Int(fields[1].filter { $0 != " " }, radix: 16)
            else {
                continue
            }
            let classes = fields[0].split(separator: " ")
            // Text is given to the algorithm paragraph by paragraph.
            guard !classes.dropLast().contains("B") else { continue }
            let text = classes.compactMap { Self.examples[$0] }
            for (bit, base) in [(1, BaseDirection.auto), (2, .leftToRight), (4, .rightToLeft)] where bits & bit != 0 {
                tried += 1
                let found = BidiLevels.resolve(text, base: base)
                let seen = levels.indices.filter { levels[$0] != "x" }
                let isRight =
                    order(seen.map { (UInt8(levels[$0])!, $0) }) == order(seen.map { (found[$0], $0) })
                    && seen.allSatisfy { UInt8(levels[$0])! & 1 == found[$0] & 1 }
                if !isRight { failures.append("\(line) \(base)") }
            }
        }
        #expect(tried > 400_000)
        #expect(failures.isEmpty, "\(failures.count) of \(tried) fail, first \(failures.prefix(10))")
    }

    /// Offsets in visual order (UAX 9, L2).
    private func order(_ levels: [(level: UInt8, offset: Int)]) -> [Int] {
        var levels = levels
        var level = levels.map(\.level).max() ?? 0
        while level > 0 {
            var start = 0
            while start < levels.count {
                var end = start
                while end < levels.count, levels[end].level >= level { end += 1 }
                levels[start..<end].reverse()
                start = max(end, start + 1)
            }
            level -= 1
        }
        return levels.map(\.offset)
    }
}
