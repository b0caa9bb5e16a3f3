import ArticleModel
import TestSupport
import Testing

struct ArticleJSONTests {
    @Test func bringsEachCaseBack() throws {
        #expect(try ArticleJSON.decode(ArticleJSON.encode(everyCase)) == everyCase)
    }

    @Test func writesTheFormThatGoldensShow() {
        expectGolden(String(decoding: ArticleJSON.encode(everyCase), as: UTF8.self), "ArticleModel/every-case.json")
    }

    @Test func bringsBackTheDeepestArticle() throws {
        var block = Block(.paragraph([.text("deep")]))
        for _ in 1..<Article.maximumDepth { block = Block(.blockQuote([block])) }
        let article = Article(blocks: [block])
        #expect(try ArticleJSON.decode(ArticleJSON.encode(article)) == article)
        let deeper = Article(blocks: [
            (0...Article.maximumDepth).reduce(block) { block, _ in Block(.blockQuote([block])) }
        ])
        #expect(throws: ArticleJSONError.self) { try ArticleJSON.decode(ArticleJSON.encode(deeper)) }
    }

    @Test(arguments: [
        ("", "line 1, column 1: the text ends where a value is expected"),
        ("{\n \"a\": tru}", "line 2, column 7: a value is expected"),
        ("[1,\n2", "line 2, column 2: ',' or ']' is expected"),
        ("{} x", "line 1, column 4: nothing more expected after the value"),
        ("[]", "the article: an object is expected, not an array"),
        (#"{"offprint": 2, "blocks": []}"#, "offprint: version 2 of the form is not known"),
        (#"{"offprint": 1}"#, "the article: 'blocks' is missing"),
        (
            #"{"offprint": 1, "blocks": [{"type": "paragraph", "text": ["a", {"type": "blink"}]}]}"#,
            "blocks[0].text[1].type: no inline is called 'blink'"
        ),
        (
            #"{"offprint": 1, "blocks": [{"type": "heading", "level": 7, "text": []}]}"#,
            "blocks[0].level: a whole number from 1 to 6 is expected"
        ),
        (
            #"{"offprint": 1, "blocks": [{"type": "list", "items": [{"blocks": "x"}]}]}"#,
            "blocks[0].items[0].blocks: an array is expected, not a string"
        ),
    ])
    func saysWhereItBreaks(json: String, message: String) {
        let error = #expect(throws: ArticleJSONError.self) { try ArticleJSON.decode(Array(json.utf8)) }
        #expect(error?.description == message)
    }

    @Test func readsEscapesAndPassesOverWhatItDoesNotKnow() throws {
        let json =
            #"{"offprint": 1, "x": [1.5e3, null, {}], "blocks": [{"type": "code", "text": "\ud83d\ude00\u00e9\/\n\ud800"}]}"#
        let article = try ArticleJSON.decode(Array(json.utf8))
        #expect(article.blocks == [Block(.code(CodeBlock(text: "😀é/\n\u{FFFD}")))])
    }

    @Test func refusesNestingThatWouldExhaustTheStack() {
        let json = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: ArticleJSONError.self) { try ArticleJSON.decode(json) }
    }
}
