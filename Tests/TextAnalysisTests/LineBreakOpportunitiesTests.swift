import Testing
import TextAnalysis

@Suite struct LineBreakOpportunitiesTests {
    /// The text with `|` where a line may end and `!` where it has to.
    private func marked(
        _ text: String, _ language: String? = "en", _ strictness: LineBreakOpportunities.Strictness = .normal
    ) -> String {
        let units = Array(text.utf16)
        let classes = LineBreakOpportunities.find(in: units, language: language, strictness: strictness)
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

    @Test func findsThaiWordsByDictionary() {
        #expect(marked("ภาษาไทยง่าย", "th") == "ภาษา|ไทย|ง่าย")
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
