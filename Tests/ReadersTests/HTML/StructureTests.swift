import ArticleModel
import Testing

/// Structure that pages have without saying so, and what only looks like structure.
@Suite struct StructureTests {
    private let text = PageSample.text

    // MARK: Headings

    @Test func boldParagraphsOverTextAreHeadings() throws {
        let dump = try PageSample.dump(
            "<p><b>Ink and paper</b></p><p>\(text)</p><p><strong>Type</strong></p><ul><li>Lead</ul>")
        #expect(dump.contains("heading 2: Ink and paper"))
        #expect(dump.contains("heading 2: Type"))
        #expect(
            try PageSample.dump("<h2>Ink</h2><p>\(text)</p><p><b>Red ink</b></p><p>\(text)</p>").contains(
                "heading 3: Red ink"))
    }

    @Test(arguments: [
        "<p><b>It was over.</b></p>", "<p><b>Note:</b></p>", "<p><b>One</b> of many</p>", "<p><b>Ann<br>Bo</b></p>",
    ]) func boldParagraphsThatSaySomethingStay(markup: String) throws {
        #expect(!(try PageSample.dump(markup)).contains("heading"))
    }

    @Test func anInterviewsQuestionsAreNoHeadings() throws {
        let question = "<p><b>Why did you print it?</b></p><p>\(text)</p>"
        #expect(!(try PageSample.dump(question + question + question)).contains("heading"))
    }

    @Test func headingsByRoleHaveTheirLevel() throws {
        #expect(
            try PageSample.dump("<div role=heading aria-level=3>Ink</div><p>\(text)</p>").contains("heading 3: Ink"))
    }

    // MARK: Quotations

    @Test(arguments: [
        "<blockquote><p>the first sheets came off it before noon</p></blockquote>",
        "<aside class=pullquote>The first sheets came off it before noon</aside>",
        "<div class=pull-quote><p>the first sheets came off it before noon</p><cite>Ann</cite></div>",
        "<figure class=wp-block-pullquote><blockquote>the first sheets came off it before noon</blockquote></figure>",
    ]) func aPullQuoteThatRepeatsTheTextGoes(markup: String) throws {
        #expect(try PageSample.dump(markup + "<p>More of it.</p>") == "paragraph: More of it.\n")
    }

    @Test func quotationsThatSaySomethingNewStay() throws {
        let dump = try PageSample.dump(
            "<aside class=pullquote><p>Nobody had seen such black before.</p></aside><blockquote><p>Well set.</p></blockquote>"
        )
        #expect(dump.contains("aside") && dump.contains("such black"))
        #expect(dump.contains("blockQuote"))
    }

    // MARK: Figures

    @Test func aCaptionBehindItsFigureIsTheFigures() throws {
        let dump = try PageSample.dump("<figure><img src=a.jpg></figure><figcaption>The yard</figcaption>")
        #expect(dump.contains("  caption: The yard"))
    }

    @Test func aBoxOfAPictureAndItsCreditIsAFigure() throws {
        let dump = try PageSample.dump("<div class=image><img src=a.jpg><div class=image-credit>A. Setter</div></div>")
        #expect(dump.contains("figure") && dump.contains("A. Setter") && !dump.contains("paragraph: A. Setter"))
    }

    // MARK: Tables

    @Test func aFirstRowInBoldHeadsTheTable() throws {
        let dump = try PageSample.dump(
            "<table><tr><td><b>Ink</b><td><b>Price</b><tr><td>Black<td>3<tr><td>Red<td>4</table>")
        #expect(dump.contains("head\n    header: Ink\n    header: Price"))
    }

    @Test func tablesThatPlaceThingsAreUnwrapped() throws {
        let dump = try PageSample.dump("<table><tr><td><p>Left words.</p><td><img src=a.jpg></table>")
        #expect(!dump.contains("table") && dump.contains("paragraph: Left words.") && dump.contains("figure"))
    }

    // MARK: Code

    @Test(arguments: [
        ("<pre><code class='hljs language-rust'>a</code></pre>", "rust"),
        ("<pre class='sourceCode haskell'><code>a</code></pre>", "haskell"),
        ("<pre><code class=swift>a</code></pre>", "swift"),
        ("<pre class='brush: python'>a</pre>", "python"),
        ("<div class='highlight highlight-source-js'><pre>a</pre></div>", "js"),
        ("<pre data-enlighter-language=php>a</pre>", "php"), ("<pre class='prettyprint lang-c'>a</pre>", "c"),
    ]) func namesTheLanguageOfCode(markup: String, language: String) throws {
        #expect(try PageSample.dump(markup).hasPrefix("code in \(language)\n"))
    }

    @Test func anOrdinaryClassIsNoLanguage() throws {
        #expect(try PageSample.dump("<pre class='basic box'>a</pre>").hasPrefix("code\n"))
    }

    // MARK: Running text

    @Test func stylesAndClassesMeanWhatTheyShow() throws {
        let dump = try PageSample.dump(
            """
            <p>A <span class=smallcaps>nasa</span> <span style="font-variant-caps: all-small-caps">b</span>
            <span style="vertical-align: super">2</span> <span style="text-decoration: underline">u</span> line.</p>
            """)
        #expect(
            dump == "paragraph: A [smallCaps nasa] [smallCaps b] [superscript 2] [underline u] line.\n")
    }

    @Test func languageAndDirectionAreKeptAtEveryLevel() throws {
        let dump = try PageSample.dump(
            """
            <div lang=ar dir=rtl><p>عربي</p><ul lang=he><li dir=ltr>x</ul></div><h2 lang=fr>Encre</h2>
            <table lang=it><tr><th>a<td lang=es>b<tr><td>c<td>d</table><p>So <i lang=nl>het</i>.</p>
            """)
        for expected in [
            "paragraph lang=ar dir=rtl", "list lang=he dir=rtl", "item dir=ltr", "heading lang=fr", "table lang=it",
            "cell lang=es", "[emphasis lang=nl het]",
        ] {
            #expect(dump.contains(expected), "\(expected)")
        }
    }

    // MARK: Leftovers

    @Test func controlsGo() throws {
        let dump = try PageSample.dump(
            """
            <p>A <button>Listen</button> word <span role=button tabindex=0>Copy</span> of it.</p>
            <div>Listen to this article</div><p><a role=button href="#">Copy link</a></p><input value=x>
            <select><option>One</select><textarea>t</textarea><div class=copy-button>Copy</div>
            """)
        #expect(dump == "paragraph: A word of it.\n")
    }

    @Test(arguments: [
        "<h2 id=s>Ink<a class=anchor href='#s'>#</a></h2>", "<h2>Ink <a class=headerlink href='#n'>¶</a></h2>",
        "<h2><a href='#z' aria-hidden=true></a>Ink</h2>",
    ]) func marksBesideHeadingsGo(markup: String) throws {
        #expect(try PageSample.dump(markup + "<p>More of it.</p>").contains(" 2: Ink\n"))
    }

    @Test func aButtonRoundAPictureKeepsThePicture() throws {
        #expect(try PageSample.article("<div role=button><img src=a.jpg></div>").images.count == 1)
    }

    @Test func aWikisEditLinksStayOnTheScreen() throws {
        let article = try PageSample.article(
            "<h2>Ink<span class=mw-editsection>[<a href='/edit'>edit</a>]</span></h2><p>More of it.</p>")
        #expect(article.blocks.contains { $0.plainText == "Ink[edit]" })
        #expect(article.withoutPageActions.blocks.contains { $0.plainText == "Ink" })
    }

    // MARK: Media

    @Test(arguments: [
        ("<video src=v.mp4 poster=p.jpg title='A film'></video>", "video https://yard.example/press/v.mp4: A film"),
        ("<video><source src=v.mp4></video>", "video https://yard.example/press/v.mp4"),
        ("<audio src=a.mp3 controls></audio>", "audio https://yard.example/press/a.mp3"),
        ("<iframe data-src='https://player.vimeo.com/video/1'></iframe>", "video https://player.vimeo.com/video/1"),
        ("<amp-youtube data-videoid=abc></amp-youtube>", "video https://www.youtube.com/watch?v=abc"),
        ("<lite-youtube videoid=abc></lite-youtube>", "video https://www.youtube.com/watch?v=abc"),
        ("<iframe src='//www.google.com/maps/embed?pb=1'></iframe>", "page https://www.google.com/maps/embed?pb=1"),
    ]) func playersAreCards(markup: String, card: String) throws {
        #expect(try PageSample.dump(markup).contains("media \(card)"))
    }

    @Test func aPlayerKeepsItsPicture() throws {
        let article = try PageSample.article("<video src=v.mp4 poster=p.jpg></video>")
        #expect(article.images.first?.address == "https://yard.example/press/p.jpg")
    }
}
