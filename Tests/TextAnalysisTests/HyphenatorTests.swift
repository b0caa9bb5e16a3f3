import Testing

@testable import TextAnalysis

@Suite struct HyphenatorTests {
    /// The word as it is written when it is broken at every place, or nil, with a line that says so, where the
    /// dictionary is not installed.
    private func hyphenated(_ word: String, _ language: String) -> String? {
        guard let hyphenator = Hyphenator.forLanguage(language) else {
            let package = HyphenationDictionaries.package(forLanguage: language) ?? "nothing"
            print("skipped: no hyphenation for \(language); install \(package)")
            return nil
        }
        var units = Array(word.utf16)
        for point in hyphenator.points(inWord: units).reversed() {
            let start = point.offset..<point.offset + (point.start?.count ?? 0)
            units.replaceSubrange(start, with: [0x2D] + (point.start?.text ?? []))
            let end = point.offset - (point.end?.count ?? 0)..<point.offset
            units.replaceSubrange(end, with: point.end?.text ?? [])
        }
        return String(decoding: units, as: UTF16.self)
    }

    @Test(arguments: [
        ("en", "hyphenation", "hy-phen-ation"), ("en-US", "Typesetting", "Type-set-ting"),
        ("en-GB", "typography", "ty-po-graphy"), ("de", "Silbentrennung", "Sil-ben-tren-nung"),
        ("de-AT", "Grüße", "Grü-ße"), ("fr", "imprimerie", "im-pri-me-rie"), ("fr-CA", "caractère", "ca-rac-tère"),
        ("es", "tipografía", "ti-po-gra-fía"), ("it", "tipografia", "ti-po-gra-fia"), ("en", "a", "a"), ("en", "", ""),
        ("de-CH-1996", "Strasse", "Stras-se"), ("nl", "letterzetter", "let-ter-zet-ter"),
        ("sv", "boktryckare", "bok-tryck-a-re"), ("da", "bogtrykker", "bog-tryk-ker"),
        ("pl", "drukarnia", "dru-kar-nia"), ("cs", "knihtiskař", "knih-tis-kař"), ("ru", "типография", "ти-по-гра-фия"),
        ("uk", "друкарня", "дру-ка-р-ня"), ("el", "τυπογραφία", "τυ-πο-γρα-φί-α"),
        ("sr", "штампарија", "штам-па-ри-ја"),
        ("sr-Latn", "štamparija", "štam-pa-ri-ja"), ("hr", "tiskara", "ti-ska-ra"),
        ("pt", "tipografia", "ti-po-gra-fia"),
        ("hi", "हिन्दुस्तान", "हि-न्दु-स्ता-न"),
    ])
    func hyphenates(_ language: String, _ word: String, _ expected: String) {
        guard let found = hyphenated(word, language) else { return }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("hu", "asszony", "asz-szony"), ("hu", "Asszonnyal", "Asz-szony-nyal"), ("hu", "ASSZONY", "ASZ-SZONY"),
        ("ca", "col·lecció", "col-lec-ció"), ("nl", "reëel", "re-eel"), ("nl", "beïnvloeden", "be-in-vloe-den"),
        ("nl", "coördineren", "co-or-di-ne-ren"), ("de-1901", "Zucker", "Zuk-ker"), ("de", "Zucker", "Zu-cker"),
        ("de-1901", "Weste", "Weste"), ("de", "Schiffahrt", "Schiff-fahrt"), ("sv", "tillåta", "till-låta"),
        ("nb", "busstopp", "buss-stopp"), ("no", "busstopp", "buss-stopp"),
    ])
    func changesTheSpellingWhereTheLanguageDoes(_ language: String, _ word: String, _ expected: String) {
        guard let found = hyphenated(word, language) else { return }
        #expect(found == expected)
    }

    @Test func doesNotDivideWordsOfTwoReadings() {
        guard let found = hyphenated("record", "en") else { return }
        #expect(found == "record")
    }

    @Test func hasNoHyphenatorForAnUnknownLanguage() {
        #expect(Hyphenator.forLanguage("qqx") == nil)
        #expect(HyphenationDictionaries.package(forLanguage: "qqx") == nil)
        #expect(HyphenationDictionaries.package(forLanguage: "nb") == "hyphen-no")
        #expect(HyphenationDictionaries.isUnhyphenated("zh-Hans"))
    }

    @Test func keepsTheLettersAskedFor() {
        guard let hyphenator = Hyphenator.forLanguage("en") else { return }
        let word = Array("hyphenation".utf16)
        #expect(hyphenator.points(inWord: word, minimumBefore: 3, minimumAfter: 3).map(\.offset) == [6])
        #expect(hyphenator.points(inWord: word, minimumBefore: 20).isEmpty)
    }

    @Test func countsNoMarksAsLetters() {
        guard let hyphenator = Hyphenator.forLanguage("hi") else { return }
        let word = Array("हिन्दुस्तान".utf16)
        #expect(hyphenator.points(inWord: word, minimumBefore: 2, minimumAfter: 2).map(\.offset) == [6])
    }

    @Test(arguments: [
        ("de-AT", "de_DE"), ("de-Latn-CH-1901", "de_DE"), ("en-NZ", "en_GB"), ("en-Latn-US", "en_US"), ("no", "nb_NO"),
        ("nb-NO", "nb_NO"), ("sr-Latn-RS", "sr-Latn_RS"), ("sr-RS", "sr_RS"), ("sr-ME", "sr-Latn_RS"), ("pt", "pt_PT"),
        ("pt-BR", "pt_BR"), ("bs", "hr_HR"), ("es-419", "es_ES"), ("EN_us", "en_US"),
    ])
    func findsTheDictionaryByTag(_ tag: String, _ file: String) {
        #expect(HyphenationLanguage.row(forLanguage: tag)?.files == [file])
    }

    @Test(arguments: ["zh-Hans", "ja", "mn-Mong", "pa-Arab", "ru-Latn", "", "-", "x"])
    func findsNoneForOtherScriptsAndLanguages(_ tag: String) {
        #expect(HyphenationLanguage.row(forLanguage: tag) == nil)
    }

    /// Every dictionary of `setup/packages.txt` can be read, and no tag stands in two rows.
    @Test func readsEveryDictionary() {
        var tags: Set<String> = []
        for row in HyphenationLanguage.all {
            for tag in row.tags { #expect(tags.insert(tag).inserted, "\(tag) stands twice") }
            guard Hyphenator.forLanguage(row.tags[0]) == nil else { continue }
            print("skipped: no hyphenation for \(row.tags[0]); install \(row.package)")
        }
    }
}
