import Diagnostics
import Testing

@testable import TextAnalysis

/// Bytes written out in hexadecimal.
private func bytes(_ hexadecimal: String) -> [UInt8] {
    hexadecimal.split(separator: " ").compactMap { UInt8($0, radix: 16) }
}

@Suite struct TextDecoderTests {
    /// Short real words in each encoding, with the text that they are.
    static let words: [(label: String, bytes: String, text: String)] = [
        ("iso-8859-1", "63 61 66 E9 20 80", "café €"),  // windows-1252, by the standard
        ("iso-8859-2", "B3 F3 64 BC", "łódź"),
        ("windows-1250", "B3 F3 64 9F", "łódź"),
        ("iso-8859-5", "BF E0 D8 D2 D5 E2", "Привет"),
        ("windows-1251", "CF F0 E8 E2 E5 F2", "Привет"),
        ("koi8-r", "F0 D2 C9 D7 C5 D4", "Привет"),
        ("koi8-u", "F0 D2 C9 D7 A6 D4", "Привіт"),
        ("ibm866", "8F E0 A8 A2 A5 E2", "Привет"),
        ("iso-8859-7", "C1 E8 DE ED E1", "Αθήνα"),
        ("windows-1253", "C1 E8 DE ED E1", "Αθήνα"),
        ("iso-8859-8", "F9 EC E5 ED", "שלום"),
        ("windows-1255", "F9 EC E5 ED", "שלום"),
        ("windows-1256", "E3 D1 CD C8 C7", "مرحبا"),
        ("iso-8859-6", "E5 D1 CD C8 C7", "مرحبا"),
        ("iso-8859-9", "DD F0 FE", "İğş"),
        ("windows-1254", "DD F0 FE", "İğş"),
        ("windows-1257", "E0 F0 FE", "ąšž"),
        ("windows-1258", "D0 FD", "Đư"),
        ("windows-874", "E4 B7 C2", "ไทย"),
        ("iso-8859-15", "A4", "€"),
        ("macintosh", "8E", "é"),
        ("shift_jis", "93 FA 96 7B 8C EA", "日本語"),
        ("euc-jp", "C6 FC CB DC B8 EC", "日本語"),
        ("iso-2022-jp", "1B 24 42 46 7C 4B 5C 38 6C 1B 28 42", "日本語"),
        ("euc-kr", "C7 D1 B1 B9 BE EE 8C 63", "한국어똠"),  // windows-949, by the standard
        ("gb2312", "D6 D0 CE C4 E9 46", "中文镕"),  // GBK, by the standard
        ("gb18030", "D6 D0 CE C4 82 30 8B 33", "中文㑳"),
        ("big5", "A4 A4 A4 E5", "中文"),
        ("utf-8", "E4 B8 AD", "中"),
    ]

    @Test(arguments: words.indices)
    func decodesByLabel(_ index: Int) {
        let word = Self.words[index]
        let text = TextDecoder().decode(bytes(word.bytes), transportLabel: word.label).output
        let decoded = String(decoding: text.utf8, as: UTF8.self)
        // windows-1258 and GB 18030 leave room for other compositions and editions of one table.
        #expect(decoded == word.text || word.label == "gb18030" && decoded.hasPrefix("中文"), "\(word.label)")
    }

    @Test func labelsResolveByTheStandard() {
        let expected = [
            "ascii": "windows-1252", "latin1": "windows-1252", "ISO-8859-1": "windows-1252",
            "iso-8859-9": "windows-1254",
            "gb2312": "GBK", "euc-kr": "EUC-KR", "ks_c_5601-1987": "EUC-KR", "sjis": "Shift_JIS", "utf8": "UTF-8",
            " UTF-8\n": "UTF-8", "unicode": "UTF-16LE", "utf-16": "UTF-16LE", "tis-620": "windows-874",
            "x-x-big5": "Big5",
        ]
        for (label, name) in expected { #expect(CharacterEncoding(label: label)?.name == name, "\(label)") }
        #expect(CharacterEncoding(label: "no such thing") == nil)
        #expect(
            EncodingLabels.names.count == EncodingLabels.table.reduce(0) { $0 + $1.labels.split(separator: " ").count })
    }

    @Test func everyEncodingHasAConverter() {
        for (name, _) in EncodingLabels.table where name != "replacement" {
            let result = TextDecoder().decode(Array("abc".utf8), transportLabel: name)
            if name.hasPrefix("UTF-16") { continue }
            #expect(String(decoding: result.output.utf8, as: UTF8.self) == "abc", "\(name)")
            #expect(result.output.encoding.name == name || !result.diagnostics.isEmpty, "\(name)")
        }
    }

    @Test func theByteOrderMarkWins() {
        let utf16 = TextDecoder().decode([0xFF, 0xFE, 0x2D, 0x4E], transportLabel: "utf-8").output
        #expect(String(decoding: utf16.utf8, as: UTF8.self) == "中")
        #expect(utf16.evidence == .byteOrderMark)
        let utf8 = TextDecoder().decode([0xEF, 0xBB, 0xBF, 0x61], transportLabel: "koi8-r").output
        #expect(String(decoding: utf8.utf8, as: UTF8.self) == "a")
    }

    @Test func metaElementsAreFound() {
        func encoding(_ head: String) -> String? { MetaPrescan.encoding(in: Array(head.utf8))?.name }
        #expect(encoding("<meta charset=koi8-r>") == "KOI8-R")
        #expect(
            encoding(
                "<!-- <meta charset=utf-8> --><META content='text/html; charset=\"big5\"' http-equiv=Content-Type>")
                == "Big5")
        #expect(encoding("<script>'<meta charset=utf-8>'</script><meta charset='euc-jp'/>") == "EUC-JP")
        #expect(encoding("<?xml version='1.0' encoding='iso-8859-2'?>") == "ISO-8859-2")
        #expect(encoding("<meta charset=utf-16>") == "UTF-8")
        #expect(encoding("<metadata charset=big5>") == nil)
    }

    @Test func unlabelledTextIsDetected() {
        let russian =
            "Печатный станок поставили во дворе, где был хороший свет, и первые листы сошли с него ещё до полудня."
        let koi8 = russian.unicodeScalars.compactMap { scalar -> UInt8? in
            if scalar.isASCII { return UInt8(scalar.value) }
            let order = "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ".unicodeScalars
            return order.firstIndex(of: scalar).map { UInt8(0xC0 + order.distance(from: order.startIndex, to: $0)) }
        }
        let text = TextDecoder().decode(koi8).output
        #expect(text.encoding.name == "KOI8-R")
        #expect(String(decoding: text.utf8, as: UTF8.self).hasPrefix("Печатный станок"))
    }

    @Test func unlabelledUTF8IsToldByItsValidity() {
        let text = TextDecoder().decode(Array("naïve 中文".utf8)).output
        #expect(text.encoding == .utf8 && text.evidence == .validity)
    }

    @Test func aWrongLabelIsReported() {
        let result = TextDecoder().decode(Array("naïveté 中文".utf8), transportLabel: "iso-8859-1")
        #expect(String(decoding: result.output.utf8, as: UTF8.self) == "naïveté 中文")
        #expect(!result.diagnostics.isEmpty)
    }

    @Test func undecodableBytesAreReported() {
        let result = TextDecoder().decode(Array("中文中文中文".utf8) + [0xFF, 0x61], transportLabel: "utf-8")
        #expect(String(decoding: result.output.utf8, as: UTF8.self) == "中文中文中文\u{fffd}a")
        #expect(result.diagnostics.first?.severity == .warning)
    }
}
