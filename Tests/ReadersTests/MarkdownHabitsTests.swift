import ArticleModel
import Diagnostics
import Readers
import Testing

/// What Markdown files have beyond the specifications.
@Suite struct MarkdownHabitsTests {
    private func article(_ markdown: String) throws -> Article {
        let source = Source(name: "a.md", bytes: Array(markdown.utf8))
        return try MarkdownReader().read(source, options: ReadingOptions()).output.article
    }

    @Test func readsFrontMatterInTOML() throws {
        let metadata = try article(
            """
            +++
            title = "On paper"
            date = 2024-03-05T10:00:00Z
            authors = ["A. Maker",
              "B. Binder"]
            draft = false
            [params]
            title = "no"
            +++

            Text.
            """
        ).metadata
        #expect(metadata.title == "On paper")
        #expect(metadata.published?.hasPrefix("2024-03-05") == true)
        #expect(metadata.authors == ["A. Maker", "B. Binder"])
    }

    @Test func readsAlertsAsBoxes() throws {
        let block = try #require(try article("> [!WARNING]\n> Do *not* iron.\n>\n> Nor wash.").blocks.first)
        #expect(block.attributes.classes == ["warning"])
        guard case .aside(let blocks) = block.content else {
            Issue.record("no box")
            return
        }
        #expect(blocks.map(\.plainText) == ["Warning", "Do not iron.", "Nor wash."])
    }

    @Test(arguments: ["> [!NOTE](https://example.org) is a link", "> [!NONE]\n> text", "> a [!NOTE]"])
    func quotationsStayQuotations(markdown: String) throws {
        let block = try #require(try article(markdown).blocks.first)
        guard case .blockQuote = block.content else {
            Issue.record("a box")
            return
        }
    }

    @Test(arguments: [("he", Direction.rightToLeft), ("ar-EG", .rightToLeft), ("en", nil)])
    func theLanguageTellsTheDirection(language: String, direction: Direction?) throws {
        #expect(try article("---\nlang: \(language)\n---\n\nText.").metadata.direction == direction)
    }
}
