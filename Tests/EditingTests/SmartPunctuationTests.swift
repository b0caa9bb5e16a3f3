import ArticleModel
import Testing

@testable import Editing

@Suite struct SmartPunctuationTests {
    /// The text as it is set, with `~` for a no-break space and `_` for a narrow one.
    private func set(_ text: String, _ language: String?) -> String {
        SmartPunctuation().edited(text, language: language).replacing("\u{A0}", with: "~").replacing(
            "\u{202F}", with: "_")
    }

    static let quotations: [(String?, String, String)] = [
        ("en", #""Well," he said, "'tis so.""#, "“Well,” he said, “’tis so.”"),
        ("en", #"He said, "She cried 'Stop!' and left.""#, "He said, “She cried ‘Stop!’ and left.”"),
        ("en", #""'Hello,' he said," she said."#, "“‘Hello,’ he said,” she said."),
        ("en-GB", "'A \"word\" in marks'", "‘A “word” in marks’"),
        (
            "en", "the dogs' bones, rock 'n' roll, the '90s, O'Neill's",
            "the dogs’ bones, rock ’n’ roll, the ’90s, O’Neill’s"
        ),
        ("en", #"("quoted") and—"again""#, "(“quoted”) and—“again”"), (nil, #""x""#, "“x”"),
        ("en", #"an unclosed "quotation"#, "an unclosed “quotation"), ("en", "'tis 'em", "’tis ’em"),
        ("de", #"Er sagte: "Das ist 'gut', oder?""#, "Er sagte: „Das ist ‚gut‘, oder?“"),
        ("de", "Wie geht's, 'n Bier?", "Wie geht’s, ’n Bier?"),
        ("de-CH", #""Grüezi""#, "«Grüezi»"), ("fr", #"Il dit "bonjour" ici."#, "Il dit «_bonjour_» ici."),
        ("fr", "l'ami d'hier", "l’ami d’hier"), ("fr-CH", #""Oui""#, "«Oui»"), ("es", #""Hola 'tú'""#, "«Hola “tú”»"),
        ("it", #"L'uomo "dice""#, "L’uomo «dice»"), ("pl", #""Tak""#, "„Tak”"), ("cs", #""Ano""#, "„Ano“"),
        ("sv", #""Ja""#, "”Ja”"), ("fi", #""Joo""#, "”Joo”"), ("da", #""Ja""#, "“Ja”"), ("nb", #""Ja""#, "«Ja»"),
        ("hu", #""Igen""#, "„Igen”"), ("ru", #""Да""#, "«Да»"), ("uk", #""Так""#, "«Так»"), ("el", #""Ναι""#, "«Ναι»"),
        ("nl", #""Ja", 's avonds"#, "“Ja”, ’s avonds"), ("pt", #""Sim""#, "“Sim”"), ("ro", #""Da""#, "„Da”"),
        ("tr", #""Evet""#, "“Evet”"), ("he", #"צה"ל"#, "צה״ל"), ("he", "ג'ירפה", "ג׳ירפה"), ("ar", #""نعم""#, "”نعم“"),
        ("fa", #""بله""#, "«بله»"), ("ja", #"これは"Swift"です"#, "これは”Swift”です"), ("zh-Hans", #"他说 "好""#, "他说 “好”"),
    ]

    @Test(arguments: quotations)
    func setsQuotationMarksByLanguage(_ language: String?, _ text: String, _ expected: String) {
        #expect(set(text, language) == expected)
    }

    static let dashes: [(String, String, String)] = [
        ("en", "so -- it seems", "so~– it seems"), ("en", "so---it seems", "so—it seems"),
        ("en", "so--it seems", "so—it seems"),
        ("en", "the Michelson--Morley experiment, 1914--1918", "the Michelson–Morley experiment, 1914–1918"),
        ("en", "a - b", "a~– b"), ("en", "5 - 3 = 2", "5 - 3 = 2"), ("en", "run --help or -h", "run --help or -h"),
        ("en", "\"But I--\"", "“But I—”"), ("de", "so--dann", "so–dann"), ("ru", "Это - слово", "Это~— слово"),
        ("en", "pages 3-5, 1914-18, 1999-2004, pp. 102-110", "pages 3–5, 1914–18, 1999–2004, pp.~102–110"),
        (
            "en", "555-1234, 2024-05-06, 0-306-40615-2, 5-3, ISO 8859-1, 05-06",
            "555-1234, 2024-05-06, 0-306-40615-2, 5-3, ISO 8859-1, 05-06"
        ),
        ("en", "well... so.... and ..", "well… so…. and .."), ("en", "----", "----"), ("en", "- item", "- item"),
        ("en", "https://example.org/a--b/3-5...", "https://example.org/a--b/3-5…"),
    ]

    @Test(arguments: dashes)
    func setsDashesAndEllipses(_ language: String, _ text: String, _ expected: String) {
        #expect(set(text, language) == expected)
    }

    @Test(arguments: [
        (#"6' 2" tall"#, "6′~2″ tall"), (#"6'2" and 5'11""#, "6′2″ and 5′11″"), ("40° 26' 46\" N", "40° 26′~46″ N"),
        (#"a 12" record"#, "a 12″ record"), (#"the "class of 1984" reads"#, "the “class of 1984” reads"),
        ("40° 26' north", "40° 26′ north"),
    ])
    func setsPrimes(_ text: String, _ expected: String) {
        #expect(set(text, "en") == expected)
    }

    @Test(arguments: [
        ("fr", "Quoi? Non! Oui; et: ceci", "Quoi_? Non_! Oui_; et_: ceci"),
        ("fr", "Quoi ?! Vraiment...", "Quoi_?! Vraiment…"),
        ("fr", "« oui » et «non»", "«_oui_» et «_non_»"),
        ("fr", "à 12:30, :-) http://a.fr/?b", "à 12:30, :-) http://a.fr/?b"),
        ("fr-CA", "Quoi? Ceci : cela", "Quoi? Ceci_: cela"), ("en", "What ? Yes!", "What ? Yes!"), ("fr", "(?)", "(?)"),
    ])
    func spacesFrenchMarks(_ language: String, _ text: String, _ expected: String) {
        #expect(set(text, language) == expected)
    }

    @Test(arguments: [
        ("en", "10 mm of rain, 5 km/h, 50 %.", "10~mm of rain, 5~km/h, 50~%."), ("en", "5 apples", "5 apples"),
        ("en", "J. R. R. Tolkien", "J.~R.~R.~Tolkien"), ("en", "Dr. Jones and Mr Smith", "Dr.~Jones and Mr~Smith"),
        ("en", "see § 5, No. 5, Fig. 3, p. 7", "see §~5, No.~5, Fig.~3, p.~7"),
        ("en", "e. g. this, i.e. that", "e._g. this, i.e. that"),
        ("de", "z.B. und z. B., d.h. i.d.R.", "z._B. und z._B., d._h. i._d._R."), ("de", "12 500 Euro", "12_500 Euro"),
        ("de", "44 v. Chr. war S. 5", "44 v._Chr. war S.~5"), ("cs", "v lese a k vodě", "v~lese a~k~vodě"),
        ("pl", "w lesie", "w~lesie"), ("ru", "в лесу, и т. д.", "в~лесу, и~т._д."),
        ("en", "in 2010 300 came", "in 2010 300 came"),
        ("en", "It ended. No one", "It ended. No one"), ("sv", "t. ex. så", "t._ex. så"),
    ])
    func keepsWordsTogether(_ language: String, _ text: String, _ expected: String) {
        #expect(set(text, language) == expected)
    }

    // MARK: Laws

    @Test func setsQuotationsAcrossInlines() {
        let inlines: [Inline] = [
            .text("He said \""), Inline(.emphasis([.text("quite")])), Inline(.strong([.text(" so\"")])), .text(" and "),
            Inline(.code("\"--x\"")), .text("."),
        ]
        let article = SmartPunctuation().edited(
            Article(metadata: Metadata(language: "en"), blocks: [Block(.paragraph(inlines))]))
        #expect(
            article.blocks == [
                Block(
                    .paragraph([
                        .text("He said “"), Inline(.emphasis([.text("quite")])), Inline(.strong([.text(" so”")])),
                        .text(" and "), Inline(.code("\"--x\"")), .text("."),
                    ]))
            ])
    }

    @Test func goesByTheLanguageOfEachPart() {
        let german = Inline(.span([.text("\"ja\"")]), attributes: Attributes(language: "de"))
        let quotation = Inline(.quotation([.text("a \"b\" c")]))
        let article = SmartPunctuation().edited(
            Article(
                metadata: Metadata(title: "\"T\"", language: "en"),
                blocks: [
                    Block(.paragraph([.text("\"yes\" "), german, quotation])),
                    Block(.code(CodeBlock(text: "\"x\" -- y"))),
                    Block(.heading(level: 2, [.text("\"oui\"")]), attributes: Attributes(language: "fr")),
                ]))
        #expect(article.metadata.title == "“T”")
        guard case .paragraph(let inlines) = article.blocks[0].content, case .code(let code) = article.blocks[1].content
        else { return }
        #expect(inlines.map(\.plainText) == ["“yes” ", "„ja“", "“a ‘b’ c”"])
        #expect(code.text == "\"x\" -- y")
        #expect(article.blocks[2].plainText == "«\u{202F}oui\u{202F}»")
    }

    @Test func changesNothingMoreTheSecondTime() {
        let texts =
            Self.quotations.map { ($0.0, $0.1) } + Self.dashes.map { ($0.0, $0.1) }
            + RandomProse.texts(count: 4_000)
        for (language, text) in texts {
            let once = SmartPunctuation().edited(text, language: language)
            #expect(SmartPunctuation().edited(once, language: language) == once, "\(language ?? "-"): \(text)")
        }
    }
}

/// Short texts made of what rules look at, the same each time.
private enum RandomProse {
    private static let pieces = [
        "a", "word", "Name", "B", "5", "12", "1914", "\"", "\"", "'", "'", "-", "--", "---", " - ", " ", " ", " ", ".",
        "...", ",",
        ";", ":", "!", "?", "(", ")", "«", "»", "“", "”", "’", "–", "—", "°", "%", "mm", "z.", "B.", "n", "/", "@x.org",
        "§", "\n",
        "No.", "é", "я", "в", "ש", "漢",
    ]

    static func texts(count: Int) -> [(String?, String)] {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let languages: [String?] = ["en", "de", "fr", "fr-CA", "ru", "cs", "he", nil]
        return (0..<count).map { index in
            (languages[index % languages.count], (0..<(1 + next(12))).map { _ in pieces[next(pieces.count)] }.joined())
        }
    }
}
