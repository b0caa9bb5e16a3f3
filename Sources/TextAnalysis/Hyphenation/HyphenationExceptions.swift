/// Words that dictionaries divide wrongly or not at all, by language, as they are written with all their hyphens.
///
/// A word without hyphens is not divided. Where a hyphen brings back a consonant that three in a row had lost, both
/// parts have it: *till-låta* stands for *tillåta*. A document's own exceptions are soft hyphens.
enum HyphenationExceptions {
    private static let lists = [
        // Words that are divided by their meaning (re-cord, rec-ord).
        "en": "desert invalid minute present produce project rebel record refuse",
        "de": "brenn-nes-sel brenn-nes-seln bett-tuch schiff-fahrt schiff-fahr-ten roll-la-den",
        "nb": "buss-stopp musikk-korps natt-tog rett-tro-en-de topp-pris trafikk-kork trafikk-kø",
        "nn": "buss-stopp musikk-korps natt-tog rett-tru-an-de topp-pris trafikk-kork trafikk-kø",
        "sv": """
        buss-station buss-sträcka natt-tåg till-lägg till-läggs till-låta till-låtas till-låten till-låtet \
        till-låt-na till-låter till-låtelse topp-pris tugg-gummi
        """,
    ]

    /// The exceptions of a language: words in lower case, and the breaks of each.
    static func table(forLanguage language: String) -> [[UInt16]: [HyphenationPoint]] {
        guard let list = lists[language] else { return [:] }
        var table: [[UInt16]: [HyphenationPoint]] = [:]
        for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let (word, points) = breaks(ofParts: entry.split(separator: "-").map { Array($0.utf16) })
            table[word] = points
        }
        return table
    }

    /// The word that hyphenated parts make, and its breaks.
    private static func breaks(ofParts parts: [[UInt16]]) -> (word: [UInt16], points: [HyphenationPoint]) {
        var word: [UInt16] = []
        var points: [HyphenationPoint] = []
        for part in parts {
            let isTripled =
                word.count > 1 && part.first == word[word.count - 1] && part.first == word[word.count - 2]
            if !word.isEmpty {
                // The consonant is written twice in the word and three times round the hyphen.
                points.append(
                    isTripled
                        ? HyphenationPoint(
                            offset: word.count - 1, end: Respelling(count: 1, text: [part[0], part[0]]))
                        : HyphenationPoint(offset: word.count))
            }
            word += isTripled ? part.dropFirst() : part[...]
        }
        return (word, points)
    }
}
