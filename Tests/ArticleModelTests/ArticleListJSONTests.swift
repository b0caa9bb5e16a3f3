import ArticleModel
import Testing

@Suite struct ArticleListJSONTests {
    private let articles = ["One", "Two"].map {
        Article(metadata: Metadata(title: $0), blocks: [Block(.paragraph([.text($0)]))])
    }

    @Test func severalArticlesAreAnArray() throws {
        let bytes = ArticleJSON.encode(articles)
        #expect(bytes.first == UInt8(ascii: "["))
        #expect(try ArticleJSON.decodeAll(bytes) == articles)
    }

    @Test func oneArticleStandsByItself() throws {
        let bytes = ArticleJSON.encode([articles[0]])
        #expect(bytes == ArticleJSON.encode(articles[0]))
        #expect(try ArticleJSON.decodeAll(bytes) == [articles[0]])
    }

    @Test(arguments: ["[]", "[1]", "[{\"offprint\":2,\"blocks\":[]}]"]) func whatIsNoArticleIsRefused(text: String) {
        #expect(throws: ArticleJSONError.self) { try ArticleJSON.decodeAll(Array(text.utf8)) }
    }
}
