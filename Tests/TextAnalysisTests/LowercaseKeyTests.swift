import Testing

@testable import TextAnalysis

@Suite struct LowercaseKeyTests {
    @Test(arguments: [
        "Read MORE…", "“Über” ÄÖÜ—ÉÈ", "ЧИТАЙТЕ ТАКЖЕ", "ΔΙΑΒΑΣΤΕ ΤΩΡΑ", "関連記事 ＲＥＡＤ", "İstanbul", "Ǆ ǅ K Å", "ⒶⒷ Ⅷ",
        "𐐀𐐁 𝔸", "ᲐᲑᲒ ႠႡ", "Ꭰ ꭰ ⴰ Ⱀ", "",
    ])
    func isTheLowerCaseOfEachCharacter(text: String) {
        #expect(text.lowercaseKey == text.lowercased())
    }
}
