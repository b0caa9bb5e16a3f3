import Testing
import TextAnalysis

@Suite struct LineBreakOpportunitiesTests {
    /// The text with `|` where a line may end and `!` where it has to.
    private func marked(
        _ text: String, _ language: String? = "en", _ strictness: LineBreakOpportunities.Strictness = .normal
    ) -> String {
        marked(text, LineBreakOptions(language: language, strictness: strictness))
    }

    private func marked(
        _ text: String, _ options: LineBreakOptions, stretches: [LineBreakOpportunities.Stretch] = []
    ) -> String {
        let units = Array(text.utf16)
        let classes = LineBreakOpportunities.find(in: units, options: options, stretches: stretches)
        var marked: [UInt16] = []
        for (offset, unit) in units.enumerated() {
            switch classes[offset] {
            case .none: break
            case .allowed: marked.append(0x7C)
            case .mandatory: marked.append(0x21)
            }
            marked.append(unit)
        }
        return String(decoding: marked, as: UTF16.self)
    }

    @Test func breaksAfterSpacesHyphensAndDashes() {
        #expect(marked("a well-known fact—so") == "a |well-|known |fact|—|so")
    }

    @Test func breaksAddressesAfterSlashes() {
        #expect(marked("https://example.org/path/page?a=b") == "https://|example.org/|path/|page?|a=b")
    }

    @Test func keepsNumbersAndUnitsAndBracketsTogether() {
        #expect(marked("($1,250.00) 10\u{A0}mm") == "($1,250.00) |10\u{A0}mm")
    }

    @Test func breaksBetweenIdeographsButNotBeforeTheirStops() {
        #expect(marked("漢字、かな。", "ja") == "漢|字、|か|な。")
    }

    @Test func isStricterAboutSmallKanaWhereAsked() {
        #expect(marked("キャット", "ja", .strict) == "キャッ|ト")
        #expect(marked("キャット", "ja", .loose) == "キ|ャ|ッ|ト")
    }

    @Test func findsWordsByDictionary() {
        #expect(marked("ภาษาไทยง่าย", "th") == "ภาษา|ไทย|ง่าย")
        #expect(marked("ພາສາລາວ", "lo") == "ພາສາ|ລາວ")
        #expect(marked("ខ្ញុំស្រឡាញ់ភាសា", "km") == "ខ្ញុំ|ស្រឡាញ់|ភាសា")
    }

    @Test func keepsWordsOfAnyScriptWhole() {
        let keep = LineBreakOptions(language: "ko", wordBreak: .keepAll)
        #expect(marked("한국어 문장, 漢字", keep) == "한국어 |문장, |漢字")
        #expect(marked("한국어", LineBreakOptions(language: "ko")) == "한|국|어")
        #expect(marked("ภาษาไทย", LineBreakOptions(language: "th", wordBreak: .keepAll)) == "ภาษา|ไทย")
    }

    @Test func breaksLettersAsIdeographs() {
        let all = LineBreakOptions(language: "en", wordBreak: .breakAll)
        #expect(marked("abc, e\u{301}f (12)", all) == "a|b|c, |e\u{301}|f |(1|2)")
        #expect(marked("𝒳𝒴", all) == "𝒳|𝒴")
    }

    @Test func breaksAnywhere() {
        let anywhere = LineBreakOptions(language: "en", strictness: .anywhere, wordBreak: .keepAll)
        #expect(marked("a) e\u{301}\u{A0}b", anywhere) == "a|) |e\u{301}|\u{A0}|b")
    }

    @Test func breaksEachStretchAsItAsks() {
        let stretch = LineBreakOpportunities.Stretch(
            range: 2..<5, options: LineBreakOptions(language: "en", wordBreak: .breakAll))
        #expect(marked("abcdefg", LineBreakOptions(language: "en"), stretches: [stretch]) == "abc|d|efg")
    }

    @Test func endsLinesAtLineFeeds() {
        #expect(marked("a\nb") == "a\n!b")
    }

    @Test func endsEveryTextWithAMandatoryBreak() {
        #expect(LineBreakOpportunities.find(in: Array("ab".utf16)) == [.none, .none, .mandatory])
        #expect(LineBreakOpportunities.find(in: []) == [.none])
    }

    /// ICU tailors two rules: no break between a stop or comma and a digit (LB 25 by the annex's regular expression), nor
    /// between a leading hyphen and a word (from Unicode 16's LB 20a).
    @Test(.enabled(if: hasUnicodeData, "needs unicode-data"))
    func passesLineBreakTestButForTailorings() {
        var failures: [Substring] = []
        for line in unicodeData("auxiliary/LineBreakTest.txt") {
            var expected: [Bool] = []
            var units: [UInt16] = []
            for field in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
                switch field {
                case "×": expected.append(false)
                case "÷": expected.append(true)
                default:
                    let added = utf16([field])
                    units += added
                    if added.count > 1 { expected.append(false) }
                }
            }
            let classes = LineBreakOpportunities.find(in: units, language: "en", strictness: .strict)
            let isTailored = line.hasPrefix("× 002D ") || line.hasPrefix("× 002C ") || line.contains("002E ÷ 003")
            if classes.map({ $0 != .none }) != expected && !isTailored { failures.append(line) }
        }
        #expect(failures.isEmpty, "\(failures.count) lines fail: \(failures.prefix(40).joined(separator: "\n"))")
    }
}
