import ArticleFixtures
import ArticleModel
import CSS
import Diagnostics
import Foundation
import TestSupport
import Testing
import Web

@Suite struct PrintFriendlyPageTests {
    private func page(_ name: String, _ options: PageOptions = PageOptions()) throws -> String {
        try PrintFriendlyPage(options: options).html(of: [Fixtures.article(name)]).output
    }

    /// The page without its style sheet, which belongs to another part of the house.
    private func withoutStyle(_ page: String) -> String {
        let parts = page.components(separatedBy: "<style>")
        return parts[0] + "<style>…" + parts[1][parts[1].range(of: "</style>")!.lowerBound...]
    }

    @Test func writesASmallArticle() throws {
        expectGolden(withoutStyle(try page("small")).replacingOccurrences(of: "><", with: ">\n<"), "Web/small.html")
    }

    @Test(arguments: ["small", "odd"])
    func keepsTheArticlesWords(name: String) throws {
        let missing = try WordLaw.missing(from: page(name), of: Fixtures.article(name))
        #expect(missing == [])
    }

    @Test(arguments: ["small", "odd"])
    func loadsAndRunsNothing(name: String) throws {
        let page = try page(name)
        #expect(page.contains("default-src 'none'"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("javascript:"))
        #expect(!page.contains("url("))
        for source in page.components(separatedBy: " src=\"").dropFirst() { #expect(source.hasPrefix("data:image/")) }
        for link in page.components(separatedBy: "<link ").dropFirst() { #expect(link.hasPrefix("rel=\"canonical\"")) }
    }

    @Test func putsThePicturesOfAStyleIntoIt() throws {
        let article = try Fixtures.article("small")
        let resource = try #require(article.resources.values.first { $0.mediaType == "image/png" })
        let sheet = StyleSheet(
            parsing: "li { list-style-image: url(a.png) } h2 { background: url(no.png) }", name: "my.css",
            origin: .theme)
        let options = PageOptions(
            styles: [sheet], stylePictures: [PictureAddress("a.png", in: "my.css"): resource])
        let page = try PrintFriendlyPage(options: options).html(of: [article]).output
        #expect(page.contains("list-style-image: url(\"data:image/png;base64,iVBORw0KGgo"))
        #expect(page.contains("background: url(\"data:,\")"))
    }

    @Test func putsPicturesIntoThePage() throws {
        #expect(try page("small").contains("src=\"data:image/png;base64,iVBORw0KGgo"))
    }

    @Test func leavesPicturesAtTheirAddresses() throws {
        var article = try Fixtures.article("odd")
        article.blocks = [
            Block(
                .paragraph([
                    Inline(
                        .image(Image(resource: "absent", address: "https://example.org/a b.png", alternative: "one"))),
                    Inline(.image(Image(resource: "dot", alternative: "two"))),
                    Inline(.image(Image(address: "file:///etc/passwd", alternative: "three"))),
                ]))
        ]
        let page = PrintFriendlyPage(options: PageOptions(pictures: .linked)).html(of: [article]).output
        #expect(page.contains("<img src=\"https://example.org/a%20b.png\" alt=\"one\""))
        #expect(page.contains("<img src=\"data:image/png;base64,"))
        #expect(page.contains("<span class=\"missing-picture\">three</span>"))
        #expect(page.contains("img-src data: http: https:"))
    }

    @Test func leavesPicturesOut() throws {
        let page = try page("small", PageOptions(pictures: .none))
        #expect(!page.contains("<img"))
        #expect(page.contains("<span class=\"missing-picture\">A dot</span>"))
    }

    @Test func neverLetsAStyleSheetEndItsElement() throws {
        let page = try page("small", PageOptions())
        #expect(page.components(separatedBy: "</style").count == 2)
    }

    @Test func keepsIdsOfSeveralArticlesApart() throws {
        let articles = try [Fixtures.article("small"), Fixtures.article("small")]
        let page = PrintFriendlyPage().html(of: articles).output
        #expect(page.contains("id=\"metal\"") && page.contains("id=\"a2-metal\""))
        #expect(page.contains("href=\"#a2-note-1\"") && page.contains("id=\"a2-note-1\""))
    }

    // MARK: Metadata

    @Test func saysWhatItIs() throws {
        let metadata = Metadata(
            title: "Ink & paper", authors: ["Ann Setter", "Bo Binder"], published: "2020-05-03T10:00:00Z",
            language: "ar",
            direction: .rightToLeft, summary: Metadata.Summary(text: "How it\ncame."), address: "https://yard.example/a"
        )
        let article = Article(metadata: metadata, blocks: [Block(.paragraph([.text("Words.")]))])
        let page = PrintFriendlyPage().html(of: [article]).output
        #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(page.contains("<title>Ink &amp; paper</title>"))
        #expect(page.contains("<meta name=\"author\" content=\"Ann Setter, Bo Binder\">"))
        #expect(page.contains("<meta name=\"description\" content=\"How it came.\">"))
        #expect(page.contains("<meta name=\"date\" content=\"2020-05-03T10:00:00Z\">"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://yard.example/a\">"))
    }

    @Test func saysNothingThatIsNotKnown() {
        let page = PrintFriendlyPage().html(of: [Article(blocks: [Block(.paragraph([.text("Words.")]))])]).output
        #expect(page.contains("<title>Untitled</title>"))
        for name in ["author", "description", "date"] { #expect(!page.contains("name=\"\(name)\"")) }
    }

    @Test func linksSmallPicturesForScreensAndLargeOnesForPaper() {
        let image = Image(
            address: "https://yard.example/l.jpg", alternative: "", screenAddress: "https://yard.example/s.jpg")
        let article = Article(blocks: [Block(.paragraph([Inline(.image(image))]))])
        let page = PrintFriendlyPage(options: PageOptions(pictures: .linked)).html(of: [article]).output
        #expect(page.contains("src=\"https://yard.example/s.jpg\" srcset=\"https://yard.example/l.jpg 2x\""))
    }

    @Test func linkedPicturesThatAreTheirOwnAddressStay() {
        let image = Image(address: "data:image/png;base64,iVBORw0KGgo=", alternative: "")
        let article = Article(blocks: [Block(.paragraph([Inline(.image(image))]))])
        let page = PrintFriendlyPage(options: PageOptions(pictures: .linked)).html(of: [article]).output
        #expect(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\""))
    }

    @Test func notesAreAListThatLeadsBackToEachCall() {
        let call = Inline(.noteReference("cite-1"), attributes: Attributes(id: "ref-1"))
        let article = Article(
            blocks: [Block(.paragraph([.text("Paper"), call, .text(" and ink"), Inline(.noteReference("cite-1"))]))],
            notes: [Note(id: "cite-1", blocks: [Block(.paragraph([.text("Dear.")]))])])
        let page = PrintFriendlyPage().html(of: [article]).output
        #expect(page.contains("<li class=\"note\" id=\"cite-1\">"))
        #expect(page.contains("href=\"#ref-1\" role=\"doc-backlink\">a</a>"))
        #expect(page.contains("href=\"#noteref-cite-1-2\" role=\"doc-backlink\">b</a>"))
    }

    @Test func aFormulaIsItsPictureWhereThatIsShown() {
        let math = Math(text: "x^2", picture: Image(address: "https://yard.example/x.svg", alternative: "x^2"))
        let article = Article(blocks: [Block(.paragraph([Inline(.math(math))]))])
        #expect(
            PrintFriendlyPage(options: PageOptions(pictures: .linked)).html(of: [article]).output.contains(
                "<span class=\"math\"><img src=\"https://yard.example/x.svg\""))
        #expect(
            PrintFriendlyPage(options: PageOptions(pictures: .none)).html(of: [article]).output.contains(
                "<span class=\"math\">x^2</span>"))
    }
}
