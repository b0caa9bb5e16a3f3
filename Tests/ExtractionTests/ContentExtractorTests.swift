import HTML
import Testing

@testable import Extraction

@Suite struct ContentExtractorTests {
    let text = String(repeating: paragraph, count: 5)

    @Test func takesTheArticleAndLeavesTheRest() {
        let words = kept(
            "<header><a href=/>The Yard</a></header><nav><a href=a>Ink</a><a href=b>Paper</a></nav>"
                + "<div class=wrap><div class=post-content>\(text)</div><div class=sidebar>Shop</div></div><footer>Imprint</footer>"
        )
        #expect(words.hasPrefix("The press was set up"))
        #expect(!words.contains("Shop"))
        #expect(!words.contains("Imprint"))
    }

    @Test func joinsTheSectionsOfAnArticle() {
        let section = "<div class=part>\(text)</div>"
        let words = kept("<div id=all>\(section)<figure><img src=a.jpg></figure>\(section)\(section)</div>")
        #expect(words.split(separator: " ").count > 250)
    }

    @Test func takesTheLeadPictureBetweenTitleAndText() {
        let figure = "<figure><img src=a.jpg><figcaption>The press in the yard</figcaption></figure>"
        let body = "<div class=text>\(text)</div>"
        #expect(kept("<article><h1>A press</h1>\(figure)\(body)</article>").contains("in the yard"))
        let own =
            "<div class=text><figure><img src=b.jpg><figcaption>Type in its case</figcaption></figure>\(text)</div>"
        #expect(!kept("<article><h1>A press</h1>\(figure)\(own)</article>").contains("in the yard Type"))
    }

    @Test func takesTheStandfirstBetweenTitleAndText() {
        let words = kept(
            "<h1>A press</h1><p class=intro>In spring a press was set up, and nobody asked for what it was meant.</p>"
                + "<div class=meta>3 May</div><div class=text>\(text)</div>")
        #expect(words.contains("nobody asked"))
    }

    @Test func takesWhatMicrodataCallTheDescriptionUnderAHeadline() {
        let words = kept(
            "<h3 itemprop=headline>A press</h3><p>3 May</p><div class=teaser itemprop=description><ul><li>In spring a press "
                + "was set up.</li></ul></div><div class=text>\(text)</div>")
        #expect(words.hasPrefix("In spring"))
    }

    @Test func leavesCaptionsOutOfTheStandfirst() {
        let words = kept(
            "<h1>A press</h1><div class=image-top><img src=a.jpg><p>The yard in which the press was set up, with the two "
                + "women who owned it.</p></div><div class=text>\(text)</div>")
        #expect(words.hasPrefix("The press"))
    }

    @Test func readsAForum() {
        let words = kept("<h1>Which ink?</h1><div class=comment>\(text)</div><div class=comment>\(text)</div>")
        #expect(words.hasPrefix("Which ink? The press"))
        #expect(words.split(separator: " ").count > 200)
    }

    @Test func readsAnArticleInNoscript() {
        #expect(kept("<div class=post><script>show()</script><noscript>\(text)\(text)</noscript></div>") != "")
        let notice = page("<noscript id=x><p>Turn scripts on.</p></noscript>")
        #expect(!NoscriptText.isArticle(NodeID(node("x", in: notice)), in: notice))
    }

    @Test func aListOfReferencesIsNoArticle() {
        let items = (1...12).map { "<li>\(paragraph.dropFirst(3)) \($0)</li>" }.joined()
        let words = kept("<article><h1>Ink</h1><section>\(paragraph)</section><ol class=refs>\(items)</ol></article>")
        #expect(words.hasPrefix("Ink The press was set up in the yard, where the light was good"))
        #expect(words.split(separator: " ").count > 280)
    }

    @Test func keepsACaptionOnce() {
        let caption =
            "<div class=caption><span class=caption-text>The yard in which the press was set up, and later burnt, that year</span></div>"
        let words = kept(
            "<article>\(text)<figure><img src=a.jpg>\(caption)</figure><div>\(caption)</div>\(text)</article>")
        #expect(words.split(separator: " ").filter { $0 == "year" }.count == 1)
    }

    @Test func fewLinesAreNoSureArticle() {
        let links = (1...40).map { "<a href=a\($0)>Something else \($0)</a>" }.joined()
        #expect((ContentExtractor().extract(page("<nav>\(links)</nav>\(paragraph)"))?.report.confidence ?? 1) < 0.35)
        #expect((ContentExtractor().extract(page(paragraph))?.report.confidence ?? 0) > 0.5)
    }

    @Test func leavesTeasersAlone() {
        let teaser =
            "<div class=card><h3><a href=a>Ink</a></h3><p>How ink was made at home in the old days, told by a maker.</p></div>"
        let words = kept(
            "<div class=article>\(text)</div><div class=grid>" + String(repeating: teaser, count: 8) + "</div>")
        #expect(!words.contains("told by a maker"))
    }

    @Test func aPageWithoutTextIsNoArticle() {
        #expect(ContentExtractor().extract(page("<script>let a = 1</script><img src=a.png>")) == nil)
    }

    @Test func readsAPageThatScriptsWouldShow() {
        #expect(kept("<div style='visibility: hidden'>\(text)</div>").hasPrefix("The press"))
    }

    @Test func reportsWhatWasDroppedAndWhy() {
        let report = ContentExtractor().extract(page("<nav><a href=a>Ink</a></nav><div class=text>\(text)</div>"))?
            .report
        #expect(report?.text.contains("dropped  navigation: nav") == true)
        #expect((report?.confidence ?? 0) > 0.5)
    }
}
