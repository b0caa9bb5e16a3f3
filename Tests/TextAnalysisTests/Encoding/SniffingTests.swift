import Diagnostics
import Testing

@testable import TextAnalysis

/// What tells the encoding, strongest first: byte order mark, transport, `<meta>`, the text itself.
@Suite struct SniffingTests {
    private let meta = Array("<meta charset=koi8-r>".utf8)
    /// „Привет“ in windows-1251.
    private let greeting: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]

    private func text(_ bytes: [UInt8], _ label: String? = nil) -> (String, TextDecoder.Evidence) {
        let text = TextDecoder().decode(bytes, transportLabel: label).output
        return (String(decoding: text.utf8, as: UTF8.self), text.evidence)
    }

    @Test func theMarkIsStrongerThanTheTransport() {
        let (decoded, evidence) = text([0xEF, 0xBB, 0xBF] + Array("é".utf8) + meta, "windows-1251")
        #expect(decoded.hasPrefix("é") && evidence == .byteOrderMark)
    }

    @Test func theTransportIsStrongerThanMeta() {
        let (decoded, evidence) = text(meta + greeting, "windows-1251")
        #expect(decoded.hasSuffix("Привет") && evidence == .transport)
    }

    @Test func metaIsStrongerThanTheText() {
        let (decoded, evidence) = text(Array("<meta charset=windows-1251>".utf8) + greeting)
        #expect(decoded.hasSuffix("Привет") && evidence == .meta)
    }

    @Test func anUnknownLabelSaysNothing() {
        let (decoded, evidence) = text(Array("<meta charset=windows-1251>".utf8) + greeting, "x-no-such")
        #expect(decoded.hasSuffix("Привет") && evidence == .meta)
    }

    @Test func escapesOfJapaneseAreSeenInASCII() {
        let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x38, 0x6C, 0x1B, 0x28, 0x42]
        #expect(text(bytes).0 == "日本語")
    }

    @Test func whoKnowsTheEncodingIsBelieved() throws {
        let encoding = try #require(CharacterEncoding(label: "windows-1252"))
        let utf8 = Array("café ça et là".utf8)
        let decoded = TextDecoder().decode(utf8, as: encoding).output
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "cafÃ© Ã§a et lÃ\u{A0}")
        let marked = TextDecoder().decode([0xEF, 0xBB, 0xBF, 0x61], as: .utf8).output
        #expect(marked.utf8 == [0x61])
    }

    @Test(
        arguments: [
            // The JIS points that vendors' tables disagree about are Microsoft's, by the standard.
            ("shift_jis", [0x81, 0x60, 0x81, 0x61, 0x81, 0x7C], "～∥－"),
            ("euc-jp", [0xA1, 0xC1, 0xA1, 0xDD, 0xA1, 0xBD], "～－―"),
            ("shift_jis", [0x5C, 0x7E], "\\~"), ("gbk", [0x80, 0xD6, 0x80, 0x80, 0x61], "€謤€a"),
            ("euc-kr", [0x81, 0x41], "갂"), ("windows-1252", [0x81, 0x8D], "\u{81}\u{8D}"),
            ("windows-1255", [0xD4], "װ"),
            ("koi8-u", [0xAE, 0xBE], "ўЎ"), ("iso-8859-16", [0xAA, 0xBA, 0xDE, 0xFE], "ȘșȚț"),
        ] as [(String, [UInt8], String)])
    func detailsAreThoseOfTheStandard(label: String, bytes: [UInt8], expected: String) {
        #expect(text(bytes, label).0 == expected, "\(label)")
    }
}

@Suite struct TextDamageTests {
    @Test(arguments: ["cafÃ© crÃ¨me brÃ»lÃ©e", "â€œIt wasnâ€™t,â€\u{9D} she said", "РџСЂРёРІРµС‚, РјРёСЂ", "æ—¥æœ¬èªž"])
    func findsUTF8ReadAsSomethingElse(text: String) {
        #expect(TextDamage(of: text).isDoublyEncoded)
    }

    @Test(arguments: [
        "café crème brûlée", "“It wasn’t,” she said", "Привет, мир", "СССР» и РФ» — Сёстры", "日本語", "São Paulo, ÀÉÎ",
        "à\u{A0}« Paris »", "Ünïcödé Ãœ", "Straße — 20 €", "naïve",
    ]) func leavesGoodTextAlone(text: String) {
        #expect(TextDamage(of: text).isNone, "\(text)")
    }

    @Test func countsWhatIsLost() {
        let damage = TextDamage(of: "caf\u{FFFD} and th\u{92}s \u{FFFD}")
        #expect(damage.replacements == 2 && damage.controls == 1)
        #expect(damage.sample?.hasPrefix("caf") == true)
    }
}
