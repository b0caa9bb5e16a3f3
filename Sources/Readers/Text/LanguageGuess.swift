/// Guesses a text's language from its script and its commonest words, where nothing else tells it.
enum LanguageGuess {
    /// The language as a BCP 47 tag; nil where the text is too short or no language is clearly ahead.
    static func language(of text: String) -> String? {
        let sample = text.prefix(20_000)
        if let language = byScript(sample) { return language }
        var counts: [String: Int] = [:]
        var total = 0
        for word in sample.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }) {
            total += 1
            for language in languagesOfWord[String(word)] ?? [] { counts[language, default: 0] += 1 }
        }
        guard total >= 20 else { return nil }
        let ranked = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        guard let first = ranked.first, first.value * 12 >= total else { return nil }
        if ranked.count > 1, ranked[1].value * 5 > first.value * 4 { return nil }
        return first.key
    }

    /// A script that one language is nearly always written in.
    private static func byScript(_ text: Substring) -> String? {
        var counts: [String: Int] = [:]
        var letters = 0
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            letters += 1
            let language: String? =
                switch scalar.value {
                case 0x3040...0x30FF: "ja"
                case 0xAC00...0xD7A3: "ko"
                case 0x4E00...0x9FFF: "zh"
                case 0x0590...0x05FF: "he"
                case 0x0600...0x06FF: "ar"
                case 0x0370...0x03FF: "el"
                case 0x0E00...0x0E7F: "th"
                case 0x0900...0x097F: "hi"
                case 0x0400...0x04FF: "ru"
                default: nil
                }
            if let language { counts[language, default: 0] += 1 }
        }
        guard letters >= 20 else { return nil }
        // Japanese mixes kana with as many ideographs.
        if let kana = counts["ja"], kana * 10 > letters { return "ja" }
        guard let first = counts.max(by: { $0.value < $1.value }), first.value * 2 > letters else { return nil }
        if first.key == "ru", text.contains(where: { "їєіґЇЄІҐ".contains($0) }) { return "uk" }
        if first.key == "ar", text.contains(where: { "پچژگی".contains($0) }) { return "fa" }
        return first.key
    }

    private static let commonWords = [
        "en":
            "the of and to in is that for it was with as on be by this are from at or have which not an they their were",
        "de":
            "der die und das den von zu mit ist des im dem nicht ein eine als auch es an auf für werden sich aus er sie",
        "fr":
            "de la le et les des en un une du que est pour qui dans par sur au pas plus ce il elle sont avec ne cette",
        "es": "de la que el en y los del se las por un para con no una su al lo como más pero sus le ha este",
        "it": "di che e la il un a per è in una sono con non del si da come le dei nel alla più della anche gli",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das",
        "nl": "de van het een en in is dat op te zijn voor met niet aan er die om ook als maar dan bij door wordt",
        "sv": "och i att det som en på är av för med den till inte har de ett om han var men sig från vi så",
        "da": "og i at det som en på er af for med den til ikke har de et om han var men sig fra vi så der",
        "pl": "w i na z do się nie to że jest o jak po co tak za od przez ale dla są jego ich tym był",
        "cs": "a v se na je že o s z do i to k ve pro za by ale si po jako podle který však jeho",
        "fi": "ja on ei että se oli hän mutta kun niin ovat tai joka myös kuin sen ole mukaan jo vain",
        "hu": "a az és hogy nem is egy ez van meg de csak volt már mint azt ki el ha még lesz kell",
        "tr": "ve bir bu da de için ile çok daha olarak gibi kadar sonra olan en ne ama var ancak",
        "ca": "de la i el que a en les els un per una del amb no és al es com més va són seva",
        "ro": "și de în la a cu pe nu că din o un este mai să care pentru ce sunt au se fost",
    ]

    private static let languagesOfWord: [String: [String]] = {
        var table: [String: [String]] = [:]
        for (language, words) in commonWords {
            for word in words.split(separator: " ") { table[String(word), default: []].append(language) }
        }
        return table
    }()
}
