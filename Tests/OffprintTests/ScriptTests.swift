import ArticleModel
import Diagnostics
import Geometry
import Pages
import Readers
import TestSupport
import Testing

@testable import Offprint

/// A short text in each script, with a heading, a list, a table, a note, digits and a Latin name, laid out.
@Suite struct ScriptTests {
    static let languages = [
        "ar", "bn", "de", "el", "fa", "fr", "he", "hi", "hu", "ja", "km", "ko", "lo", "ru", "ta", "th", "tr", "zh-Hans",
        "zh-Hant",
    ]

    private struct Printed {
        var article: Article
        var document: Document
        var diagnostics: [Diagnostic]
    }

    private func printed(_ language: String) async throws -> Printed {
        let path = packageRoot + "/Tests/Fixtures/Scripts/\(language).html"
        let source = Source(
            name: language, bytes: try InputFile.bytes(named: path, limit: .max), address: "file://" + path)
        var options = PublicationOptions()
        options.extract = false
        let edition = try await Publisher(options: options).edition(of: [source], picturesIn: nil)
        let made = try Press(edition: edition.output, options: options).document()
        return Printed(
            article: edition.output.articles[0], document: made.output,
            diagnostics: edition.diagnostics + made.diagnostics)
    }

    @Test(arguments: languages) func losesNoCharacterAndKeepsTheOrder(_ language: String) async throws {
        let printed = try await printed(language)
        #expect(printed.diagnostics.filter { $0.severity >= .warning }.isEmpty)
        var rest = printed.document.textInOrder[...]
        printed.article.forEachInline { inline in
            guard case .text(let text) = inline.content else { return }
            let wanted = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace })
            guard let found = rest.firstRange(of: wanted) else {
                Issue.record("\(language): '\(text.prefix(40))' is not on the page, or not in its place")
                return
            }
            rest = rest[found.upperBound...]
        }
    }

    @Test(arguments: languages) func namesLanguageAndDirection(_ language: String) async throws {
        let metadata = try await printed(language).document.metadata
        #expect(metadata.language == language)
        #expect(metadata.isRightToLeft == ["ar", "fa", "he"].contains(language))
    }

    /// Marks of lists, cells and notes stand where a reader of the script looks for them.
    @Test(arguments: ["ar", "fa", "he"]) func mirrorsThePage(_ language: String) async throws {
        let document = try await printed(language).document
        let runs = document.pages[0].content.flatMap { piece in
            piece.items.compactMap { item -> GlyphRun? in if case .glyphs(let run) = item { run } else { nil } }
        }
        let width = document.pages[0].size.width
        let bullets = runs.filter { $0.text.hasPrefix("•") }
        #expect(bullets.count == 3 && bullets.allSatisfy { $0.x[0] > width / 2 })
        // The note's number is the only one at the measure's right edge.
        #expect(runs.contains { $0.text == "1" && $0.x[0] > width * 0.7 })
    }

    @Test func findsTheDirectionOfMarkdown() async throws {
        let source = Source(name: "a.md", bytes: Array("# שלום\n\nזה טקסט קצר.\n".utf8), address: nil)
        let edition = try await Publisher().edition(of: [source], picturesIn: nil).output
        #expect(edition.articles[0].metadata.direction == .rightToLeft)
        let english = Source(name: "b.md", bytes: Array("# Peace\n\nשלום is a word.\n\nSo it is.\n".utf8), address: nil)
        #expect(
            try await Publisher().edition(of: [english], picturesIn: nil).output.articles[0].metadata.direction == nil)
    }
}

extension Document {
    /// The characters of all pages in the order of their content, without white space, artifacts and soft hyphens.
    fileprivate var textInOrder: [Unicode.Scalar] {
        pages.flatMap { page in
            page.content.flatMap { piece -> [Unicode.Scalar] in
                if case .artifact = piece.owner { return [] }
                return piece.items.flatMap { item -> [Unicode.Scalar] in
                    guard case .glyphs(let run) = item else { return [] }
                    return run.text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0xAD }
                }
            }
        }
    }
}
