import Testing

@testable import Extraction

/// Each rule by a page that it is for and one that it must leave alone.
@Suite struct PrunerTests {
    let text = String(repeating: paragraph, count: 6)

    @Test func hiddenElementsGo() {
        #expect(drops(.hidden, text + "<div id=x hidden>\(paragraph)</div>"))
        #expect(drops(.hidden, text + "<div id=x aria-hidden=true>\(paragraph)</div>"))
        #expect(drops(.hidden, text + "<div id=x style='color: red; display : none'>\(paragraph)</div>"))
        #expect(drops(.hidden, text + "<span id=x class='sr-only'>opens in a new window</span>"))
        #expect(!drops(.hidden, text + "<div id=x class='hidden md:block'>\(paragraph)</div>"))
        #expect(!drops(.hidden, text + "<div id=x class='overflow-hidden'>\(paragraph)</div>"))
    }

    @Test func navigationGoes() {
        #expect(drops(.navigation, text + "<nav id=x><a href=/>Home</a></nav>"))
        #expect(drops(.navigation, text + "<div id=x role=navigation><a href=/>Home</a></div>"))
        #expect(
            drops(
                .navigation, text + "<ul id=x class=breadcrumbs><li><a href=/>Home</a><li><a href=/p>Printing</a></ul>")
        )
        #expect(!drops(.navigation, "<div id=x class=has-nav>\(text)</div>"))
        #expect(!drops(.navigation, text + "<h2 id=x class=nav-anchor>Ink</h2>"))
    }

    @Test func commentsGo() {
        #expect(drops(.comments, text + "<div id=x class=comment-list>\(paragraph)</div>"))
        #expect(!drops(.comments, "<div id=x class='post comments-open'>\(text)</div>"))
    }

    @Test func shareBarsGoAndQuotedPostsStay() {
        #expect(drops(.sharing, text + "<div id=x class=share-buttons><a href=a>Mail</a></div>"))
        #expect(
            !drops(.sharing, text + "<div id=x class=social-embed><blockquote>We print at dawn.</blockquote></div>"))
        #expect(
            !drops(
                .sharing,
                "<p>The press was set up, as <a id=x class=twitter-link href=a>he wrote</a> in May of that year</p>"))
    }

    @Test func listsOfOtherArticlesGo() {
        #expect(drops(.related, text + "<div id=x class=related-posts><a href=a>Ink</a> <a href=b>Paper</a></div>"))
        #expect(!drops(.related, text + "<p id=x class=article-teaser>A press, a yard and a morning in spring.</p>"))
        #expect(!drops(.related, "<div id=x class=elementor-widget>\(text)</div>"))
    }

    @Test func teaserGridsGo() {
        let card =
            "<div><h3><a href=a>Ink</a></h3><p>How ink was made at home in the old days, as a maker tells it.</p></div>"
        let section = "<div><h3>Ink</h3>\(paragraph)\(paragraph)\(paragraph)</div>"
        #expect(drops(.teasers, text + "<div id=x>\(card)\(card)\(card)</div>"))
        #expect(!drops(.teasers, text + "<div id=x>\(section)\(section)\(section)</div>"))
    }

    @Test func advertisementsGo() {
        #expect(drops(.advertising, text + "<div id=x class=ad-slot>Buy our ink</div>"))
        #expect(!drops(.advertising, text + "<div id=x class=header>Ink</div>"))
    }

    @Test func subscriptionBoxesGo() {
        #expect(drops(.subscription, text + "<div id=x class=newsletter-signup>Every Friday by mail</div>"))
        #expect(!drops(.subscription, "<div id=x class=paywall-content>\(text)</div>"))
    }

    @Test func cookieBannersGo() {
        #expect(drops(.consent, text + "<div id=x class=cookie-banner>\(paragraph)</div>"))
        #expect(!drops(.consent, "<div id=x class=cookie-recipe>\(text)</div>"))
    }

    @Test func sidebarsGo() {
        #expect(drops(.furniture, text + "<aside id=x><p>From our shop</p></aside>"))
        #expect(drops(.furniture, text + "<div id=x class=sidebar>From our shop</div>"))
        #expect(!drops(.furniture, text + "<div id=x class=section-header><h2>Ink</h2></div>"))
    }

    @Test func footersGoButNotAQuotationsSource() {
        #expect(drops(.footer, text + "<footer id=x>Printed in the yard</footer>"))
        #expect(!drops(.footer, text + "<blockquote><p>Well done.</p><footer id=x>A reader</footer></blockquote>"))
    }

    @Test func formsGoUnlessThePageIsOne() {
        #expect(drops(.form, text + "<form id=x><label>Name</label><input></form>"))
        #expect(!drops(.form, "<form id=x>\(text)</form>"))
    }

    @Test func tagListsGo() {
        #expect(drops(.tags, text + "<ul id=x class=tags><li><a href=a>Ink</a></ul>"))
        #expect(
            !drops(
                .tags, "<p>They came to see the <a id=x class=text-tag href=a>hand press</a> of the yard at work</p>"))
    }

    @Test func authorBoxesGo() {
        #expect(drops(.profile, text + "<div id=x class=author-bio>She writes on paper.</div>"))
        #expect(!drops(.profile, "<div id=x class=profile>\(text)</div>"))
    }

    @Test func bylinesGo() {
        #expect(drops(.byline, text + "<p id=x class=byline>By A. Setter, 3 May</p>"))
        #expect(!drops(.byline, "<div id=x class=author-page>\(text)</div>"))
    }

    @Test func paragraphsThatAreOneLinkGo() {
        #expect(drops(.linkParagraph, text + "<p id=x><a href=a>How to make ink at home</a></p>"))
        #expect(!drops(.linkParagraph, text + "<p id=x>See <a href=a>how to make ink at home</a>, which is long.</p>"))
    }

    @Test func listsOfLinksGo() {
        #expect(
            drops(
                .linkList,
                text + "<ul id=x><li><h4><a href=a>Ink at home</a></h4></li><li><h4><a href=b>Paper</a></h4></li></ul>")
        )
        #expect(
            !drops(.linkList, text + "<ul id=x><li>Soot, from <a href=a>lamps</a></li><li>Oil and patience</li></ul>"))
    }

    @Test func boilerplatePhrasesGo() {
        #expect(drops(.boilerplatePhrase, text + "<p id=x>Advertisement</p>"))
        #expect(drops(.boilerplatePhrase, text + "<p id=x>Lesen Sie auch: Tinte</p>"))
        #expect(!drops(.boilerplatePhrase, text + "<p id=x>Ink was dear.</p>"))
    }

    @Test func boilerplateGoesWithItsMarksAndCounters() {
        #expect(drops(.boilerplatePhrase, text + "<p id=x>» Weiterführende Links:</p>"))
        #expect(drops(.boilerplatePhrase, text + "<p id=x>3 / 12</p>"))
        #expect(
            drops(
                .boilerplatePhrase,
                text + "<p id=x>MIRA: <a href=a>How ink was made at home in the old days, by an old maker</a></p>"))
        #expect(!drops(.boilerplatePhrase, text + "<p id=x>3 presses</p>"))
    }

    @Test func headingsThatAreTopicsStayOverParagraphs() {
        #expect(!drops(.boilerplatePhrase, text + "<h2 id=x>Images</h2>" + paragraph))
        #expect(drops(.boilerplatePhrase, text + "<h2 id=x>Images</h2><ul><li><a href=a>Ink</a></ul>"))
        #expect(drops(.boilerplatePhrase, text + "<h2 id=x>Related articles</h2>" + paragraph))
    }

    @Test func datesAboveTheTextGo() {
        #expect(drops(.byline, "<div id=x>sexta-feira, 22 de outubro de 2010 às 20:13</div>" + text))
        #expect(!drops(.byline, text + "<div id=x>22 October 2010, 20:13</div>"))
        #expect(!drops(.byline, "<div id=x>Deadline: 15 March 2020</div>" + text))
        #expect(!drops(.byline, "<h2 id=x>3 May 1919</h2>" + text))
        #expect(drops(.boilerplatePhrase, text + "<p id=x>Zuletzt aktualisiert am 3. Mai</p>"))
        #expect(!drops(.boilerplatePhrase, text + "<p id=x>Published authors came</p>"))
    }

    @Test func boxesBesideTheTextGo() {
        #expect(drops(.furniture, String(repeating: text, count: 2) + "<div id=x class=factbox>\(paragraph)</div>"))
        #expect(drops(.sharing, text + "<span id=x class=post-ratings>Was it useful? 95 votes</span>"))
        #expect(drops(.tags, text + "<span id=x class=image-toggle>Show the picture</span>"))
        #expect(!drops(.tags, text + "<div id=x class=toggle>\(paragraph)</div>"))
    }

    @Test func linesBetweenBreaksAreJudgedAlone() {
        let line = "<a id=x href=a>How ink was made at home</a>"
        #expect(
            drops(
                .linkParagraph, "<p>The press was set up in the yard, where the light was good.<br><br>\(line)<br></p>")
        )
        #expect(!drops(.linkParagraph, "<p>The press was set up, and \(line)<br>was read aloud in the yard.</p>"))
        #expect(drops(.byline, "<div>\(text)<time id=x class=date>3 May 1919</time></div>"))
    }

    @Test func linkedSentencesStay() {
        let links =
            "<a href=a>The press was set up in the yard,</a> <a href=b>where the light was good all day long and into the evening.</a>"
        #expect(!drops(.linkList, text + "<p id=x>\(links)</p>"))
        #expect(
            drops(
                .linkList, text + "<p id=x><a href=a>How ink was made at home</a> | <a href=b>What paper cost</a></p>"))
    }

    @Test func linkListsUnderBoilerplateGoHoweverShort() {
        #expect(drops(.linkList, text + "<h4>More:</h4><ul id=x><li><a href=a>How ink was made at home</a></ul>"))
        #expect(!drops(.linkList, text + "<h4>Sources</h4><ul id=x><li><a href=a>How ink was made at home</a></ul>"))
    }

    @Test func promotionsGo() {
        #expect(drops(.promotion, text + "<p id=x>Få de vigtigste historier: tilmeld vores nyhedsbrev.</p>"))
        #expect(drops(.promotion, text + "<p id=x>Follow the Yard on Facebook, Instagram and YouTube.</p>"))
        #expect(!drops(.promotion, text + "<p id=x>They follow the news on Twitter.</p>"))

        #expect(drops(.promotion, text + "<p id=x>Sign up for our weekly letter.</p>"))
        #expect(!drops(.promotion, text + "<p id=x>He signed the letter.</p>"))
    }

    @Test func legalNoticesGo() {
        #expect(drops(.legalNotice, text + "<p id=x>© 2020 The Yard. All rights reserved.</p>"))
        #expect(
            !drops(.legalNotice, text + "<figure><img src=a.jpg><figcaption id=x>© A. Setter</figcaption></figure>"))
        #expect(!drops(.legalNotice, text + "<p id=x>The law of copyright was young.</p>"))
    }

    @Test func hoverCardsGo() {
        let card = "<span id=x><img src=a.jpg><a href=a>A. Setter</a> <a href=b>More of hers</a></span>"
        #expect(
            drops(
                .hoverCard,
                "<p>The press was set up by the setter \(card) in the yard, where the light was good that day.</p>"))
        #expect(!drops(.hoverCard, text + "<p><span id=x><img src=a.jpg></span></p>"))
    }

    @Test func theTitleIsNotSaidTwice() {
        #expect(drops(.titleRepeated, "<h1 id=x>A Press in the Yard</h1>" + text, title: "A press in the yard"))
        #expect(!drops(.titleRepeated, "<h1 id=x>Ink</h1>" + text, title: "A press in the yard"))
    }

    // MARK: Structure

    @Test func tablesOfDataKeepAllTheirCells() {
        let table =
            "<table><tr><th>Ink</th><td class=category><a href=a>Black and red</a></td></tr>"
            + "<tr><th>Maker</th><td><p><a href=b>The mill of the lower valley</a></p></td></tr></table>"
        let result = kept("<article>\(text)\(table)\(text)</article>")
        #expect(result.contains("Black and red") && result.contains("The mill of the lower valley"))
    }

    @Test func theLastPointOfAListStays() {
        let list = "<ul><li>\(paragraph)</li><li><a href=a>The mill of the lower valley</a></li></ul>"
        #expect(kept("<article>\(text)\(list)</article>").contains("lower valley"))
    }

    @Test func linesThatNameWhoMadeThePicturesStay() {
        let credit = "<p>Photos by <a href=a>Ann Setter</a>, <a href=b>Bo Binder of the Lower Mill</a>.</p>"
        #expect(kept("<article>\(text)\(credit)</article>").contains("Bo Binder"))
        let artist = "<div><img src=a.jpg></div><p>(Artist: <a href=b>Bo Binder</a>)</p>"
        #expect(kept("<article>\(text)\(artist)\(text)</article>").contains("Artist"))
    }
}
