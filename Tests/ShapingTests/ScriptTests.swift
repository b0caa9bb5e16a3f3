import FontFiles
import TestSupport
import Testing
import TextAnalysis

@testable import Shaping

/// Texts of each script that its shaping can go wrong in, against goldens in the form of HarfBuzz's `hb-shape`.
@Suite struct ScriptTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        /// The golden's name.
        var script: String
        /// The family that the catalogue has for it.
        var family: String
        /// Texts with their languages.
        var texts: [(String, String)]

        var testDescription: String { script }

        /// True if the family's files are there; says which package to install if not.
        var isInstalled: Bool {
            let face = try? FontBook().face(for: FontRequest(families: [family]))
            if face?.family == family { return true }
            let package = FontCatalog.standard.family(named: family)?.package ?? "fonts"
            print("skipped: \(script) needs \(package)")
            return false
        }
    }

    static let samples: [Sample] = [
        Sample(
            script: "Latn", family: "Linux Libertine O",
            texts: [("office AV", "en"), ("e\u{301} ắ ẞ", "de"), ("fi fı", "tr"), ("a → ✓ ☃ ∑", "en")]),
        Sample(script: "Grek", family: "Linux Libertine O", texts: [("Ἑλλάς ρυθμός", "el"), ("ᾳ̈ ΐ", "el")]),
        Sample(script: "Cyrl", family: "Linux Libertine O", texts: [("Типография й", "ru"), ("бгдпт", "sr")]),
        Sample(
            script: "Arab", family: "Noto Naskh Arabic",
            texts: [("السلام عليكم", "ar"), ("كتابٌ ١٢٣ (لا)", "ar"), ("گربه‌ها", "fa"), ("ٹھیک ہے", "ur")]),
        Sample(script: "Hebr", family: "Linux Libertine O", texts: [("שָׁלוֹם (12)", "he"), ("ייִדיש", "yi")]),
        Sample(
            script: "Deva", family: "Noto Serif Devanagari",
            texts: [("हिन्दी क्षेत्र", "hi"), ("र्‍क श्री", "mr"), ("त्र्य", "sa")]),
        Sample(script: "Beng", family: "Noto Serif Bengali", texts: [("বাংলা ক্ষ্ম", "bn"), ("র্ক কো", "bn")]),
        Sample(script: "Taml", family: "Noto Serif Tamil", texts: [("தமிழ் கொ ஸ்ரீ", "ta")]),
        Sample(script: "Thai", family: "Noto Serif Thai", texts: [("ภาษาไทย", "th"), ("น้ำ กำ ปี่", "th")]),
        Sample(script: "Laoo", family: "Noto Serif Lao", texts: [("ພາສາລາວ ນ້ຳ", "lo")]),
        Sample(script: "Khmr", family: "Noto Serif Khmer", texts: [("ភាសាខ្មែរ", "km"), ("ស្ត្រី", "km")]),
        Sample(
            script: "Hani", family: "Noto Serif CJK SC",
            texts: [("中文，排版。", "zh-Hans"), ("「直骨」。", "zh-Hant"), ("直骨", "zh-HK"), ("日本語カナ、「直」", "ja")]),
        Sample(
            script: "Hang", family: "Noto Serif CJK KR", texts: [("한국어", "ko"), ("\u{1112}\u{1161}\u{11AB}", "ko")]),
        Sample(
            script: "Emoji", family: "Noto Color Emoji",
            texts: [("😀👩🏽‍🚀🇩🇪 1️⃣ ©", "en"), ("❤\u{FE0E}❤\u{FE0F}", "en"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿🏳️‍🌈", "en")]),
    ]

    @Test(arguments: samples) func shapesTheScriptAsItsGoldenSays(_ sample: Sample) {
        guard hasFonts, sample.isInstalled else { return }
        let lines = sample.texts.map { text, language in
            "\(text) (\(language))\n" + line(shape(text, language: language)) + "\n"
        }
        expectGolden(lines.joined(separator: "\n"), "Shaping/\(sample.script).txt")
    }

    /// A line has the glyphs that its own text would have, wherever it is broken, and only what HarfBuzz calls unsafe is
    /// shaped again.
    @Test(arguments: samples) func setsPartsOfATextAsIfTheyStoodAlone(_ sample: Sample) {
        guard hasFonts, sample.isInstalled, sample.script != "Emoji" else { return }
        var shaper = TextShaper(fonts: FontBook())
        for (text, language) in sample.texts {
            let units = Array(text.utf16)
            let paragraph = shape(text, language: language)
            for place in Segmentation.graphemeBoundaries(in: units).dropFirst().dropLast() {
                for part in [0..<place, place..<units.count] where units[part.lowerBound] != 0x20 {
                    let alone = shape(
                        String(decoding: units[part], as: UTF16.self), language: language,
                        base: paragraph.baseLevel == 0 ? .leftToRight : .rightToLeft)
                    let line = shaper.lineRuns(of: paragraph, range: part)
                    // Characters without a script may be taken with what is before or after them.
                    guard alone.faces.map(\.family) == distinctFamilies(line) else { continue }
                    #expect(
                        line.flatMap(\.glyphs).sorted() == alone.glyphs.sorted(), "\(part) of \(text.debugDescription)")
                }
            }
        }
    }

    private func distinctFamilies(_ runs: [VisualRun]) -> [String] {
        runs.compactMap { $0.face?.family }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    @Test(.enabled(if: hasFonts, "needs the catalogue's fonts")) func shapesAgainOnlyWhatIsUnsafe() {
        let text = "One office waffle AVATAR, and more of it"
        let paragraph = shape(text)
        let units = Array(text.utf16)
        let safe = units.indices.dropFirst().filter { !paragraph.unsafeToBreak[$0] }
        // Kerned pairs and ligatures are unsafe, most places are not.
        #expect(safe.count > 20 && safe.count < units.count - 5)
        var shaper = TextShaper(fonts: FontBook())
        for place in safe {
            let glyphs = shaper.lineRuns(of: paragraph, range: 0..<place).flatMap(\.glyphs)
            #expect(glyphs == Array(paragraph.glyphs.prefix(glyphs.count)))
        }
    }
}
