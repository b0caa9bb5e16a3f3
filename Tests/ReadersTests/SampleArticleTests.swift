import ArticleModel
import ArticleText
import Diagnostics
import FoundationEssentials
import Readers
import TestSupport
import Testing
import Transport

/// The sample page, from its bytes to an article with its pictures.
struct SampleArticleTests {
    private func article() async throws -> Diagnosed<Article> {
        let path = packageRoot + "/Sample/on-offprints.html"
        let bytes = try #require(FileManager.default.contents(atPath: path))
        let source = Source(name: path, bytes: Array(bytes), address: "file://" + PercentCoding.encodePath(path))
        let article = try HTMLReader().read(source, options: ReadingOptions()).output.article
        let loader = FileLoader(root: packageRoot + "/Sample")
        return await ResourceCollector(loader: loader, spool: "/nowhere").collect(article)
    }

    @Test func keepsTheArticle() async throws {
        let article = try await article().output
        #expect(article.metadata.title == "On Offprints")
        #expect(article.metadata.authors == ["The Offprint authors"])
        #expect(article.metadata.published?.prefix(10) == "2026-11-20")
        #expect(article.metadata.address == "https://example.org/on-offprints")
        #expect(article.metadata.language == "en-GB")
        #expect(article.notes.count == 3)
        var counts: [String: Int] = [:]
        article.blocks.forEachBlock { block in
            let kind =
                switch block.content {
                case .heading: "heading"
                case .list: "list"
                case .table: "table"
                case .figure(let figure): figure.caption.isEmpty ? "bare figure" : "figure"
                case .blockQuote: "quotation"
                case .code: "code"
                default: "other"
                }
            counts[kind, default: 0] += 1
        }
        counts["other"] = nil
        #expect(counts == ["heading": 7, "list": 2, "table": 1, "figure": 2, "quotation": 1, "code": 1])
    }

    @Test func leavesTheFurnitureBehind() async throws {
        let text = try await article().output.plainText
        for words in [
            "Print Friendly", "cookies", "You may also like", "Leave a reply", "4,000 readers", "bodkin77",
            "Breadcrumbs", "Imprint", "Share this",
        ] {
            #expect(!text.contains(words))
        }
        #expect(text.hasPrefix("For most of two centuries"))
    }

    @Test func findsItsPicturesWithoutAWarning() async throws {
        let collected = try await article()
        #expect(collected.output.resources.count == 2)
        #expect(collected.diagnostics.filter { $0.severity > .note }.isEmpty)
    }

    @Test func saysTheSameInMarkdown() async throws {
        let article = try await article().output
        try expectSameWords(article)
    }

    @Test(.enabled(if: sharedFolder != nil, "skipped: ../shared is absent"))
    func realPagesSayTheSameInMarkdown() throws {
        let folder = try #require(sharedFolder) + "/corpus/reader-pages"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let count = ProcessInfo.processInfo.environment["OFFPRINT_ALL_PAGES"] == nil ? 8 : names.count
        for name in names.prefix(count) {
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)/source.html") else { continue }
            let source = Source(name: name, bytes: Array(bytes), address: "https://example.org/\(name)")
            guard let article = try? HTMLReader().read(source, options: ReadingOptions()).output.article else {
                continue
            }
            try expectSameWords(article, name)
        }
    }

    private func expectSameWords(_ original: Article, _ name: String = "") throws {
        // A film is a link in Markdown, whose address is a word.
        let article = original.mappingBlocks { if case .media = $0.content { [] } else { [$0] } }
        let markdown = MarkdownWriter().text(of: article)
        let source = Source(name: "a.md", bytes: Array(markdown.utf8))
        let again = try MarkdownReader().read(source, options: ReadingOptions()).output.article
        #expect(again.metadata.title == article.metadata.title, "\(name)")
        let words = words(article)
        let wordsAgain = self.words(again)
        if let place = zip(words, wordsAgain).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            let around = words[max(place - 4, 0)..<min(place + 5, words.count)].joined(separator: " ")
            let read = wordsAgain[max(place - 4, 0)..<min(place + 5, wordsAgain.count)].joined(separator: " ")
            Issue.record("\(name): “\(around)” came back as “\(read)”")
        } else {
            #expect(words.count == wordsAgain.count, "\(name)")
        }
    }

    private func words(_ article: Article) -> [String] {
        PlainTextWriter(includingCaptions: true).text(of: article).split { $0.isWhitespace || $0 == ">" }.map(
            String.init)
    }
}
