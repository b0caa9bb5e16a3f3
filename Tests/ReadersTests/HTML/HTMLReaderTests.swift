import ArticleModel
import Diagnostics
import Readers
import TestSupport
import Testing

/// Readings of small pages, as dumps of the article.
@Suite struct HTMLReaderTests {
    private func read(
        _ markup: String, options: ReadingOptions = ReadingOptions(),
        address: String? = "https://yard.example/press/a.html"
    ) throws -> Diagnosed<Reading> {
        try HTMLReader().read(Source(name: "a.html", bytes: Array(markup.utf8), address: address), options: options)
    }

    /// The dump of what stands between an opening and a closing paragraph.
    private func blocks(_ markup: String, address: String? = "https://yard.example/press/a.html") throws -> String {
        let page = "<!DOCTYPE html><body><article><p>\(text)</p>\(markup)<p>\(text)</p></article>"
        var article = try read(page, address: address).output.article
        article.metadata = Metadata()
        article.blocks = article.blocks.filter { $0.plainText != text }
        return ArticleDump.text(of: article)
    }

    private let text =
        "The press was set up in the yard, where the light was good, and the first sheets came off it before noon, still damp."

    // MARK: Text

    @Test func readsRunningText() throws {
        expectGolden(
            try blocks(
                """
                <p>Some <em>words</em>, <strong>more   <b>words</b></strong>, H<sub>2</sub>O, x<sup>2</sup>,
                <code>let  a</code>, <kbd>Esc</kbd>, <s>old</s>, <u>under</u>, <mark>marked</mark>, <q>said</q>,
                <cite>Book</cite>, <abbr title="By the way">btw</abbr>, <time datetime=2020-05-03>3 May</time>,
                <span lang=fr>mots</span>, <bdo dir=rtl>abc</bdo>, <bdi>user</bdi>,
                <span style="font-variant: small-caps">Small</span>, <ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>, a<br>b,
                <a href="../ink.html" title=T>ink</a>, <a href="mailto:a@yard.example">mail</a>, <a href="javascript:x()">no</a>.</p>
                """), "Readers/HTML/running-text.txt")
    }

    @Test func makesParagraphsOfLooseTextAndDoubleBreaks() throws {
        expectGolden(
            try blocks(
                "<div>Loose words <i>run on<br><br>and are</i> cut. <p>A paragraph.</p> More loose words.</div>"),
            "Readers/HTML/loose-text.txt")
    }

    @Test func repairsBlocksInsideInlines() throws {
        expectGolden(
            try blocks("<a href=/ink>before <h3>Ink</h3><p>is made here.</p></a><b>bold <div>inside</div> after</b>"),
            "Readers/HTML/blocks-in-inlines.txt")
    }

    // MARK: Hostile pages

    @Test(.timeLimit(.minutes(1))) func readsAPictureInManyNestedLettersAtOnce() throws {
        let nested = String(repeating: "<b>", count: 80) + "<img src=a.png width=400 height=300>"
        #expect(try blocks("<p>\(nested)</p>").contains("a.png"))
    }

    @Test func lettersThatAreNeverClosedAreMarkedOnce() throws {
        let blocks = try blocks(String(repeating: "<p><strong>A word that is not closed.</p>", count: 40))
        let marks = blocks.split(separator: "strong", omittingEmptySubsequences: false).count - 1
        #expect((1...40).contains(marks))
    }

    @Test func numbersThatNoListHasAreNotTaken() throws {
        let blocks = try blocks("<ol start=99999999999999><li value=-99999999999999>an item</ol>")
        #expect(!blocks.contains("99999"))
    }

    // MARK: Structure

    @Test func readsLists() throws {
        expectGolden(
            try blocks(
                """
                <ol start=3 type=a reversed><li>one<li value=7><p>two</p><ul><li>inner</ul></li></ol>
                <ul><li><input type=checkbox checked> done</li><li>open<ol><li>x</ol></ul>
                <ul><li>a</li><ul><li>straight in a list</li></ul></ul>
                <dl><dt>Sort<dt>Type<dd>A piece of metal<dd>cast<div><dt>Forme</dt><dd><p>Type locked up</p></dd></div></dl>
                """), "Readers/HTML/lists.txt")
    }

    @Test func readsTablesAndUnwrapsLayoutTables() throws {
        expectGolden(
            try blocks(
                """
                <table><caption>Sizes</caption><thead><tr><th scope=col>Name<th>Points</thead>
                <tr><td rowspan=2>Cicero<td align=right>12<tr><td colspan=3>more</table>
                <table><tr><th>A<th>B<tr><td>1<td>2</table>
                <table role=presentation><tr><td><p>Set for looks.</p><td>Beside</table>
                <table><tr><td>One cell of a page</table>
                """), "Readers/HTML/tables.txt")
    }

    @Test func readsQuotationsCodeAndTheRest() throws {
        expectGolden(
            try blocks(
                """
                <h2 id=ink>Ink</h2><h4>Black</h4><div role=heading aria-level=3>Red</div>
                <blockquote><p>Well set.</p><footer>A reader</footer></blockquote>
                <pre class="language-swift"><code>let a = 1

                  let b = 2
                </code></pre>
                <table class=highlight><tr><td class=gutter>1 2<td class=code><pre>x = 1
                y = 2</pre></table>
                <hr><details><summary>More</summary><p>opened</p></details>
                <p>See <a href="#ink">above</a> and <a href="#none">nothing</a>.</p>
                <p dir=rtl lang=he>שלום</p>
                <iframe src="https://www.youtube.com/embed/abc" title="A film"></iframe><iframe src="https://ads.example/x"></iframe>
                <video src=press.mp4 poster=p.jpg></video>
                <math display=block alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math>
                """), "Readers/HTML/blocks.txt")
    }

    @Test func readsNotesAndTheirCalls() throws {
        expectGolden(
            try blocks(
                """
                <p>Paper was dear<sup id=r1><a href="#n1">[1]</a></sup> and ink was not.<a href="#n2" role=doc-noteref>2</a>
                Both<sup><a href="#n1">[1]</a></sup> sold well.</p>
                <ol><li id=n1><a href="#r1">^</a> Four pence a quire. <a href="#r1">↩</a></li><li id=n2>Made at home.</li>
                <li id=n3>Called by nobody.</li></ol>
                """), "Readers/HTML/notes.txt")
    }

    // MARK: Pictures

    @Test func readsFiguresAndChoosesSources() throws {
        expectGolden(
            try blocks(
                """
                <figure><img src=small.jpg srcset="mid.jpg 800w, big.jpg 2400w, huge.jpg 6000w" alt="A press" width=640 height=480>
                <figcaption>The press. <span class=credit>Photo: A. Setter</span></figcaption></figure>
                <picture><source srcset="a.webp 1x"><img src=a.jpg></picture>
                <p><img src="data:image/gif;base64,R0lGOD" data-src="/late.jpg" alt=""><noscript><img src="/late.jpg"></noscript></p>
                <noscript><img src="early.jpg"></noscript>
                <p>A <img src=icon.png width=16 height=16 alt=icon> in a line.</p>
                <img src="https://count.example/pixel.gif" width=1 height=1>
                <div class=wp-caption><a href=full.jpg><img src=thumb.jpg></a><p class=wp-caption-text>Type in its case</p></div>
                <p><img src=lead.jpg alt=Lead>Words after a picture that stood before them.</p>
                """), "Readers/HTML/pictures.txt")
    }

    @Test func aSavedPagesPicturesLieBesideIt() throws {
        let page =
            "<!DOCTYPE html><head><link rel=canonical href='https://yard.example/a/'></head><body><article><p>\(text)</p>"
            + "<img src='a_files/x.jpg'><p>\(text) <a href='b.html'>More of it.</a></p></article>"
        let article = try read(page, address: "file:///home/a.html").output.article
        let dump = ArticleDump.text(of: article)
        #expect(dump.contains("file:///home/a_files/x.jpg"))
        #expect(dump.contains("https://yard.example/a/b.html"))
    }

    // MARK: The whole page

    @Test func readsAPageWithItsMetadata() throws {
        expectGolden(
            ArticleDump.text(
                of: try read(
                    """
                    <!DOCTYPE html><html lang=en-GB><head><title>A Press in the Yard | The Yard</title>
                    <meta property=og:site_name content="The Yard"><meta name=author content="By Ann Setter">
                    <meta property=article:published_time content=2020-05-03T10:00:00Z><meta name=description content="How it came.">
                    <link rel=canonical href="https://yard.example/press/">
                    <meta property=og:image content=/lead.jpg></head><body>
                    <nav><a href=/>Home</a> <a href=/ink>Ink</a></nav>
                    <main><h1>A Press in the Yard</h1><p class=byline>By Ann Setter</p><div class=post-body>
                    <p>\(text)</p><h2>Ink</h2><p>\(text)</p><p>\(text)</p></div></main>
                    <aside><h3>Related</h3><ul><li><a href=/a>Other</a></ul></aside><footer>Imprint</footer>
                    """
                ).output.article), "Readers/HTML/page.txt")
    }

    @Test func withoutExtractionTheWholeBodyIsRead() throws {
        let page = "<body><nav>Home</nav><p>\(text)</p><footer>Imprint</footer><p hidden>never</p>"
        let article = try read(page, options: ReadingOptions(extract: false)).output.article
        #expect(article.plainText.contains("Home"))
        #expect(article.plainText.contains("Imprint"))
        #expect(!article.plainText.contains("never"))
    }

    @Test func textForScriptsOnlyIsTakenFromStructuredData() throws {
        let body = String(repeating: text + "\\n", count: 12)
        let page =
            "<body><script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"A press\", \"articleBody\": \"\(body)\"}"
            + "</script><div id=app><p>\(text)</p></div>"
        let article = try read(page).output.article
        #expect(article.blocks.count == 12)
        #expect(article.metadata.title == "A press")
    }

    // MARK: Bad input

    @Test func aPageWithoutTextIsAnError() {
        #expect(throws: ReaderError.self) { try read("<html><body><script>1</script></body></html>") }
        #expect(throws: ReaderError.self) { try read(" \n ") }
        #expect(throws: ReaderError.self) { try read("<p>\(text)", options: ReadingOptions(maximumBytes: 10)) }
    }

    @Test func deepNestingIsFlattenedAndItsTextKept() throws {
        let deep =
            String(repeating: "<blockquote>", count: 400) + "<p>\(text)</p>"
            + String(repeating: "</blockquote>", count: 400)
        let article = try read("<body>" + deep).output.article
        #expect(article.plainText.contains("still damp"))
        var depth = 0
        var blocks = article.blocks
        while let block = blocks.first, case .blockQuote(let inner) = block.content {
            depth += 1
            blocks = inner
        }
        #expect(depth <= Article.maximumDepth)
    }
}
