import Testing
import TextAnalysis

@Suite struct HoldsTests {
    /// The law: the same answer as the standard library's, for texts short and long, over few letters so that parts nearly
    /// occur again and again.
    @Test func answersAsTheStandardLibraryDoes() {
        var random = SeededGenerator(state: 3)
        for length in [0, 1, 5, 40, 3_000, 9_000] {
            let text = String((0..<length).map { _ in "ab".randomElement(using: &random)! })
            for partLength in [0, 1, 2, 4, 12, 40] {
                for _ in 0..<6 {
                    var part = String((0..<partLength).map { _ in "ab".randomElement(using: &random)! })
                    if Bool.random(using: &random), length > partLength {
                        let start = Int.random(in: 0...(length - partLength), using: &random)
                        part = String(text.dropFirst(start).prefix(partLength))
                    }
                    #expect(text.holds(part) == (part.isEmpty || text.contains(part)))
                }
            }
        }
    }

    @Test func isNotHeldUpByTextsThatNearlyRepeatThePart() {
        let text = String(repeating: "a", count: 4_000_000)
        #expect(!text.holds("b" + String(repeating: "a", count: 500_000)))
        #expect(text.holds(String(repeating: "a", count: 500_000)))
    }
}

/// A generator that always gives the same numbers (Steele, Lea and Flood 2014, SplitMix).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
