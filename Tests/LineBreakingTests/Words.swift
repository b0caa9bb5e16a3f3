@testable import LineBreaking

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A paragraph of words with given letter counts; each letter is 1 wide, a space 1, and `-` in a word is a place for a
/// hyphen.
func paragraph(_ text: String, glue: Glue = Glue(width: 1, stretch: 0.5, shrink: 1 / 3.0)) -> ParagraphItems {
    var items = ParagraphItems()
    for (index, word) in text.split(separator: " ").enumerated() {
        if index > 0 { items.append(glue: glue) }
        for (place, part) in word.split(separator: "-").enumerated() {
            if place > 0 { items.append(penalty: 1, cost: 50, isFlagged: true) }
            items.append(box: Double(part.count))
        }
    }
    items.appendFinish()
    return items
}

/// A random paragraph, some of whose words can be hyphenated; with `give`, the share of their width that words may be
/// wider or narrower, they stand in the margins, too.
func randomParagraph(words: Int, give: Double = 0, using numbers: inout SeededNumbers) -> ParagraphItems {
    var items = ParagraphItems()
    for index in 0..<words {
        if index > 0 { items.append(glue: Glue.interword(space: 1)) }
        let width = Double(Int.random(in: 2...16, using: &numbers)) / 2
        if give > 0 {
            items.append(box: width, give: width * give, protrusion: (0.1, index % 5 == 0 ? 0.4 : 0))
        } else {
            items.append(box: width)
        }
        if Int.random(in: 0..<3, using: &numbers) == 0 {
            items.append(penalty: 0.5, cost: 50, isFlagged: true)
            items.append(box: Double(Int.random(in: 3...8, using: &numbers)) / 2)
        }
    }
    items.appendFinish()
    return items
}
