import ArticleModel
import TestSupport
import Testing

struct ArticleDumpTests {
    @Test func showsEachCase() {
        expectGolden(ArticleDump.text(of: everyCase), "ArticleModel/every-case.txt")
    }

    @Test func showsWhatCannotBeSeen() {
        let dump = ArticleDump.text(of: Article(blocks: [Block(.paragraph([.text("a\u{A0}b[c]\u{AD}")]))]))
        #expect(dump == "paragraph: a\\u{A0}b\\[c\\]\\u{AD}\n")
    }
}
