import Testing
import TextAnalysis

@testable import struct TextAnalysis.HyphenationDictionaries

@Suite struct HyphenatorTests {
    /// The word with hyphens, or as it is, with a line that says so, where the dictionary is not installed.
    private func hyphenated(_ word: String, _ language: String) -> String? {
        guard let hyphenator = Hyphenator.forLanguage(language) else {
            print(
                "skipped: no hyphenation for \(language); install"
                    + " \(HyphenationDictionaries.package(forLanguage: language))")
            return nil
        }
        var units = Array(word.utf16)
        for position in hyphenator.positions(inWord: units).reversed() { units.insert(0x2D, at: position) }
        return String(decoding: units, as: UTF16.self)
    }

    @Test(arguments: [
        ("en", "hyphenation", "hy-phen-ation"), ("en-US", "Typesetting", "Type-set-ting"),
        ("en-GB", "typography", "ty-po-graphy"), ("de", "Silbentrennung", "Sil-ben-tren-nung"),
        ("de-AT", "Grüße", "Grü-ße"), ("fr", "imprimerie", "im-pri-me-rie"), ("fr-CA", "caractère", "ca-rac-tère"),
        ("es", "tipografía", "ti-po-gra-fía"), ("it", "tipografia", "ti-po-gra-fia"), ("en", "a", "a"), ("en", "", ""),
    ])
    func hyphenates(_ language: String, _ word: String, _ expected: String) {
        guard let found = hyphenated(word, language) else { return }
        #expect(found == expected)
    }

    @Test func hasNoHyphenatorForAnUnknownLanguage() {
        #expect(Hyphenator.forLanguage("qqx") == nil)
        #expect(HyphenationDictionaries.package(forLanguage: "nb") == "hyphen-no")
    }

    @Test func keepsTheLettersAskedFor() {
        guard let hyphenator = Hyphenator.forLanguage("en") else { return }
        let word = Array("hyphenation".utf16)
        #expect(hyphenator.positions(inWord: word, minimumBefore: 3, minimumAfter: 3) == [6])
        #expect(hyphenator.positions(inWord: word, minimumBefore: 20).isEmpty)
    }

    @Test func triesTheRegionThenTheUsualOneThenTheLanguage() {
        #expect(HyphenationDictionaries.candidates(forLanguage: "de-ch") == ["de_CH", "de_DE", "de", "de_DE"])
        #expect(HyphenationDictionaries.candidates(forLanguage: "en-nz").prefix(2) == ["en_NZ", "en_GB"])
        #expect(HyphenationDictionaries.candidates(forLanguage: "sr-latn").contains("sr_Latn"))
    }
}
