import ArticleModel
import Diagnostics
import Testing

@testable import Readers

@Suite struct NumberedAddressTests {
    /// Whether the second address is that of the page with this number of the article at the first.
    private func number(of other: String, from own: String) -> Int? {
        let stem = NumberedAddress.stem(of: own)
        return NumberedAddress.readings(of: other).first { $0.stem == stem }?.number
    }

    @Test(arguments: [
        ("https://a.example/story", "https://a.example/story/2"),
        ("https://a.example/story/", "https://a.example/story/2/"),
        ("https://a.example/story", "https://a.example/story/page/2/"),
        ("https://a.example/story", "https://a.example/story/page-2"),
        ("https://a.example/story", "https://a.example/story/seite-2#text"),
        ("https://a.example/story.html", "https://a.example/story-2.html"),
        ("https://a.example/story.html", "https://a.example/story_2.html"),
        ("https://a.example/story.html", "https://a.example/story2.html"),
        ("https://a.example/story.html", "https://a.example/story,2.html"),
        ("https://a.example/story.html", "https://a.example/story.html/2"),
        ("https://a.example/story.html", "https://a.example/story.html?page=2"),
        ("https://a.example/story.html", "https://a.example/story/2.html"),
        ("https://a.example/story.html", "https://a.example/story-page-2.html"),
        ("https://a.example/story.html", "https://a.example/story_p2.html"),
        ("https://a.example/story.html", "https://a.example/story/page2.html"),
        ("https://a.example/story?id=77", "https://a.example/story?id=77&seite=2"),
        ("https://a.example/story?id=77", "https://a.example/story?page=2&id=77"),
        ("https://a.example/story/", "https://a.example/story/index2.html"),
        ("https://a.example/story/index.html", "https://a.example/story/page2.html"),
        ("http://www.a.example/story", "https://a.example/story/2"), ("file:///h/story.html", "file:///h/story-2.html"),
        ("file:///h/Story.html", "file:///h/Story%20(2.html"),
        ("https://a.example/story?utm_source=x&fbclid=1", "https://a.example/story/2"),
    ])
    func knowsTheSecondPage(own: String, other: String) { #expect(number(of: other, from: own) == 2) }

    @Test(arguments: [
        ("https://a.example/story", "https://a.example/tale/2"),
        ("https://a.example/story", "https://b.example/story/2"),
        ("https://a.example/story", "https://a.example/story/comment-page-2"),
        ("https://a.example/story", "https://a.example/story/2024"),
        ("https://a.example/story", "https://a.example/story"),
        ("https://a.example/story?id=77", "https://a.example/story?id=78"),
        ("https://a.example/", "https://a.example/page/2"),
        ("https://a.example/story", "https://a.example/page/2/story"),
        ("https://a.example/story", "https://a.example/2"),
        ("https://a.example/", "https://a.example/?page=2"), ("https://a.example/story", "https://a.example/story/x2y"),
    ])
    func takesNoOtherForIt(own: String, other: String) { #expect(number(of: other, from: own) == nil) }
}

@Suite struct ContinuationTests {
    private func continuation(
        _ links: String, head: String = "", at address: String = "https://a.example/story"
    ) throws -> Continuation? {
        let text = String(
            repeating: "Paper was made from rags, and the rags were sorted by hand before that. ", count: 8)
        let page = """
            <!DOCTYPE html><html lang="en"><head><title>On Paper</title>\(head)</head><body><article><h1>On Paper</h1>
            <p>\(text)</p><p>\(text)</p></article>\(links)</body></html>
            """
        let source = Source(name: "page.html", bytes: Array(page.utf8), address: address)
        return try HTMLReader().read(source, options: ReadingOptions()).output.continuation
    }

    @Test func followsANextRelationToTheSameArticle() throws {
        let found = try continuation("", head: "<link rel=next href='/story/2'>")
        #expect(found == Continuation(number: 1, pages: [2: ["https://a.example/story/2"]]))
        #expect(
            try continuation("<a rel='nofollow next' href='?page=2'>More</a>")?.next == [
                "https://a.example/story?page=2"
            ])
    }

    @Test func leavesTheNextArticleAlone() throws {
        #expect(try continuation("", head: "<link rel=next href='/another-story'>") == nil)
        #expect(try continuation("<a rel=next href='/story-of-wood'>Wood</a><a rel=prev href='/rags'>Rags</a>") == nil)
        #expect(try continuation("<a rel=next href='/comic/13'>Next</a>", at: "https://a.example/comic/12") == nil)
        #expect(try continuation("<a rel=next href='?id=13'>Next</a>", at: "https://a.example/story?id=12") == nil)
    }

    @Test(arguments: [
        ("file:///h/page1.html", "page2.html"), ("file:///h/1.html", "2.html"), ("file:///h/part1.html", "part2.html"),
        ("file:///h/story-1.html", "story-2.html"), ("https://a.example/story-1", "/story-2"),
        ("https://a.example/story/1", "/story/2"), ("https://a.example/story?p=1", "?p=2"),
    ])
    func goesFromTheFirstToTheSecond(own: String, next: String) throws {
        #expect(try continuation("", head: "<link rel=next href='\(next)'>", at: own)?.next.count == 1)
        #expect(try continuation("1 | <a href='\(next)'>2</a>", at: own)?.next.count == 1)
    }

    @Test func callsPossibleWhatIsNearAndHasNoNumber() throws {
        let next = "<link rel=next href='second.html'>"
        #expect(try continuation("", head: next, at: "file:///h/first.html")?.possible == ["file:///h/second.html"])
        #expect(try continuation("", head: next, at: "https://a.example/first.html") == nil)
        let below = try continuation("", head: "<link rel=next href='/story/the-vat'>")
        #expect(below == Continuation(number: 1, pages: [:], possible: ["https://a.example/story/the-vat"]))
        #expect(
            try continuation("", head: "<link rel=next href='../other/second.html'>", at: "file:///h/first.html") == nil
        )
    }

    @Test func readsARowOfNumbers() throws {
        let row =
            "<div>1 <a href='/story/2'>2</a> <a href='/story/3'> 3 </a> <a href='/story/9'>[9]</a> <a href='/story/2'>»</a></div>"
        let found = try #require(try continuation(row))
        #expect(found.number == 1)
        #expect(
            found.pages == [
                2: ["https://a.example/story/2"], 3: ["https://a.example/story/3"], 9: ["https://a.example/story/9"],
            ])
    }

    @Test func readsLinksThatSayPage() throws {
        #expect(try continuation("<a href='/story?seite=2'>Seite 2</a>")?.next == ["https://a.example/story?seite=2"])
        #expect(
            try continuation("<a href='/story/page-2'>Continue reading</a>")?.next == ["https://a.example/story/page-2"]
        )
    }

    @Test func goesOnFromALaterPage() throws {
        let links = "<a rel=prev href='/story'>1</a> 2 <a rel=next href='/story/3'>3</a>"
        let found = try continuation(links, at: "https://a.example/story/2")
        #expect(found?.number == 2)
        #expect(found?.next == ["https://a.example/story/3"])
    }

    @Test(arguments: [
        "<a href='/story/2#comments'>2</a>", "<a href='/story/2'>2 comments</a>", "<a href='/story/3'>2</a>",
        "<a href='/story?cat=2'>Politics</a>",
        "<a href='/story-2'>The second story of four, on the making of wood pulp</a>",
        "<a href='/story/comment-page-2'>2</a>", "<a href='javascript:go(2)'>2</a>", "<a href='#2'>2</a>",
        "<a href='/tag/2'>2</a> <a href='/tag/3'>3</a>", "<sup><a href='/story/#note2'>2</a></sup>",
    ])
    func takesNoOtherLinkForAPage(link: String) throws { #expect(try continuation(link) == nil) }

    @Test func takesALongRowForAList() throws {
        let row = "<a href='?page=2'>2</a> <a href='?page=3'>3</a> <a href='?page=87'>87</a>"
        #expect(try continuation(row) == nil)
    }

    @Test func needsARowWhereNumbersCouldBeNames() throws {
        let own = "https://a.example/news/12"
        #expect(try continuation("<a href='/news/13'>13</a>", at: own) == nil)
        #expect(try continuation("<a href='/news/11'>11</a><a href='/news/13'>13</a>", at: own)?.number == 12)
    }

    @Test func looksBesideASavedPageFirst() throws {
        let head = "<link rel=canonical href='https://a.example/story.html'>"
        let found = try continuation("<a href='story-2.html'>2</a>", head: head, at: "file:///home/story.html")
        #expect(found?.next == ["file:///home/story-2.html", "https://a.example/story-2.html"])
        let remote = try continuation(
            "<a href='https://a.example/story-2.html'>2</a>", head: head, at: "file:///home/x.html")
        #expect(remote?.next == ["https://a.example/story-2.html"])
    }
}

@Suite struct PageMarksTests {
    private let marks: PageMarks

    init() throws {
        let continuation = Continuation(number: 2, pages: [1: ["https://a/s"], 3: ["https://a/s/3"]])
        marks = try #require(PageMarks(continuation))
    }

    @Test(arguments: [
        ("On Paper - Page 2 of 3", "On Paper"), ("On Paper (2/3)", "On Paper"), ("On Paper | Seite 2", "On Paper"),
        ("On Paper, page 2", "On Paper"), ("On Paper [2]", "On Paper"), ("On Paper - Page 3", "On Paper - Page 3"),
        ("On Paper: 2 Mills", "On Paper: 2 Mills"), ("Catch 22", "Catch 22"), ("Page 2", "Page 2"),
        ("Rags - Wood - Page 2", "Rags - Wood"), ("Rags, 2", "Rags, 2"), ("(2)", "(2)"),
    ])
    func takesThePagesNumberOffATitle(title: String, expected: String) { #expect(marks.title(title) == expected) }

    @Test func dropsRowsOfLinksToPages() {
        func link(_ address: String, _ text: String) -> Inline {
            Inline(.link(Link(address: address), [.text(text)]))
        }
        let row = Block(
            .paragraph([.text("Pages: "), link("https://a/s", "1"), .text(" 2 "), link("https://a/s/3", "3")]))
        let next = Block(.paragraph([link("https://a/s/3#top", "Next page: the felts and what became of them")]))
        let sentence = Block(
            .paragraph([.text("As was said of the rags and the women "), link("https://a/s", "at first"), .text(".")]))
        let other = Block(.paragraph([link("https://a/s", "1"), .text(" "), link("https://a/t", "Trees")]))
        let blocks = [sentence, row, Block(.division([next])), other]
        #expect(marks.withoutRows(blocks) == [sentence, other])
    }
}
