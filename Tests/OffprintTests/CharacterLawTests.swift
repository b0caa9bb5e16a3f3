import ArticleModel
import Diagnostics
import FoundationEssentials
import Pages
import Readers
import Stylesheets
import TestSupport
import Testing

@testable import Offprint

/// No character is lost between article and page, in any script.
@Suite struct CharacterLawTests {
    /// Styles that take text apart: first letters, first lines, narrow columns, boxes round inline elements.
    private static let hardStyle = """
        * { hyphens: manual !important }
        p::first-letter { initial-letter: 2 } p::first-line { font-variant-caps: small-caps }
        article { columns: 3 } p { overflow-wrap: anywhere; text-align: justify }
        a, code, em, strong { padding: 0 2pt; border: 0.5pt solid; box-decoration-break: clone }
        """

    @Test(
        .enabled(if: sharedFolder != nil, "skipped: ../shared is absent"),
        arguments: ["* { hyphens: manual !important }", CharacterLawTests.hardStyle])
    func keepsEveryCharacterOfRealPages(css: String) async throws {
        let folder = try #require(sharedFolder) + "/corpus/reader-pages"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let count = ProcessInfo.processInfo.environment["OFFPRINT_ALL_PAGES"] == nil ? 8 : names.count
        for name in names.prefix(count) {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/source.html") else { continue }
            let lost = try await lost(of: Source(name: name, bytes: Array(data)), css)
            #expect(lost == "", "\(name)")
        }
    }

    /// Each page in one of the styles.
    @Test(
        .enabled(if: sharedFolder != nil, "skipped: ../shared is absent"),
        arguments: Stylesheets.themes.keys.sorted().enumerated().map { ($0, $1) })
    func keepsEveryCharacterInEveryStyle(number: Int, theme: String) async throws {
        let folder = try #require(sharedFolder) + "/corpus/reader-pages"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let styles = Stylesheets.themes.count
        let count = ProcessInfo.processInfo.environment["OFFPRINT_ALL_PAGES"] == nil ? 2 * styles : names.count
        for index in stride(from: number, to: min(count, names.count), by: styles) {
            let name = names[index]
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/source.html") else { continue }
            let source = Source(name: name, bytes: Array(data))
            let lost = try await lost(of: source, "* { hyphens: manual !important }", theme: theme)
            #expect(lost == "", "\(name)")
        }
    }

    @Test(arguments: [
        "ar": "النص العربي «المقتبس» مع أرقام 123 وكلمات English ثم تكملة.",
        "he": "טקסט עברי עם ניקוד: שָׁלוֹם, ומספרים 45 ו-English.", "hi": "क्षत्रिय हिन्दी का एक वाक्य है।",
        "bn": "বাংলা ভাষায় একটি বাক্য।", "ta": "தமிழில் ஒரு வாக்கியம்.", "th": "ข้อความภาษาไทยที่ไม่มีช่องว่างระหว่างคำ",
        "km": "អត្ថបទជាភាសាខ្មែរ", "zh": "中文句子，带有标点符号「引号」和数字１２３。", "ja": "日本語の文章、「括弧」とカタカナ。",
        "ko": "한국어 문장과 한자 漢字.", "el": "Ελληνικά με τόνους: άνθρωπος.", "ru": "Русский текст с «кавычками».",
        "en": "Ligatures: office, fluffy, Th, ﬁ; emoji 👩🏽‍🚀🇫🇷 and x\u{301}\u{323}.",
    ])
    func keepsEveryCharacterOfEveryScript(language: String, text: String) async throws {
        let long = Array(repeating: text, count: 6).joined(separator: " ")
        let page =
            "<!doctype html><html lang=\(language)><title>T</title><body><article><p>\(long)</p><p>\(long)</p></article>"
        for css in ["", Self.hardStyle] {
            let lost = try await lost(of: Source(name: "page.html", bytes: Array(page.utf8)), css, extract: false)
            #expect(lost == "")
        }
    }

    /// The characters that the article has more of than its pages.
    private func lost(
        of source: Source, _ css: String, extract: Bool = true, theme: String = "journal"
    ) async throws -> String {
        var options = PublicationOptions()
        options.theme = .named(theme)
        options.images = .none
        options.css = [css]
        options.extract = extract
        let edition = try await Publisher(options: options).edition(of: [source], picturesIn: nil).output
        let press = Press(edition: edition, options: options)
        var counts: [Unicode.Scalar: Int] = [:]
        for article in press.printedArticles {
            article.forEachInline { inline in
                switch inline.content {
                case .text(let run), .code(let run): count(run, by: 1, &counts)
                default: break
                }
            }
            article.forEachBlock { block in
                if case .code(let code) = block.content { count(code.text, by: 1, &counts) }
            }
        }
        let document = try press.document().output
        for page in document.pages {
            for content in page.content { for item in content.items { count(item, &counts) } }
        }
        return counts.filter { $0.value > 0 }.map { "U+\(String($0.key.value, radix: 16)) ×\($0.value)" }.sorted()
            .joined(separator: " ")
    }

    private func count(_ item: DisplayItem, _ counts: inout [Unicode.Scalar: Int]) {
        switch item {
        case .glyphs(let run): count(run.text, by: -1, &counts)
        case .group(let group): for item in group.items { count(item, &counts) }
        case .picture, .path: break
        }
    }

    /// White space, controls and what has no shape do not count.
    private func count(_ text: String, by step: Int, _ counts: inout [Unicode.Scalar: Int]) {
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint,
                properties.generalCategory != .control, properties.generalCategory != .unassigned,
                scalar.value != 0xFFFC
            else { continue }
            counts[scalar, default: 0] += step
        }
    }
}
