import ArticleModel
import ArticleText
import Diagnostics
import FoundationEssentials
import Readers
import TestSupport
import Testing

/// Articles' bare texts have no furniture: what is left out of them is a mistake.
struct PlainTextLossTests {
    private struct Truth: Decodable { var articleBody: String }

    @Test(.enabled(if: sharedFolder != nil, "skipped: ../shared is absent"))
    func leavesTheTextOfArticlesAlone() throws {
        let path = try #require(sharedFolder) + "/corpus/extraction/truth.json"
        let truths = try JSONDecoder().decode(
            [String: Truth].self, from: try #require(FileManager.default.contents(atPath: path)))
        var lost = 0
        var total = 0
        for (name, truth) in truths.sorted(by: { $0.key < $1.key }) where !truth.articleBody.isEmpty {
            let source = Source(name: name, bytes: Array(truth.articleBody.utf8))
            let result = try PlainTextReader().read(source, options: ReadingOptions())
            let article = result.output.article
            let whole = try PlainTextReader().read(source, options: ReadingOptions(extract: false)).output.article
            let kept = count(article)
            let all = count(whole)
            if kept < all {
                print("\(name): \(all - kept) of \(all) words: \(result.diagnostics.map(\.message.text).prefix(6))")
            }
            lost += all - kept
            total += all
        }
        #expect(Double(lost) / Double(total) < 0.005)
    }

    private func count(_ article: Article) -> Int {
        PlainTextWriter(includingMetadata: true).text(of: article).split(whereSeparator: \.isWhitespace).count
    }
}
