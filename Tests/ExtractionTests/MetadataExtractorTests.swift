import ArticleModel
import HTML
import Testing

@testable import Extraction

@Suite struct MetadataExtractorTests {
    private func metadata(_ head: String, body: String = "<p>x") -> Metadata {
        MetadataExtractor().extract(HTMLParser().parse("<html><head>\(head)</head><body>\(body)")).metadata
    }

    @Test func structuredDataIsTrustedFirst() {
        let found = metadata(
            """
            <script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#o", "name": "The Yard"},
            {"@type": ["NewsArticle"], "headline": "Ink &amp; paper", "author": [{"name": "Ann Setter"}, {"name": "Bo Binder"}],
            "datePublished": "2020-05-03", "publisher": {"@id": "#o"}, "keywords": "ink, paper",}]}</script>
            <meta property="og:title" content="Other"><meta name=author content=Nobody>
            """)
        #expect(found.title == "Ink & paper")
        #expect(found.authors == ["Ann Setter", "Bo Binder"])
        #expect(found.published == "2020-05-03")
        #expect(found.site == "The Yard")
        #expect(found.keywords == ["ink", "paper"])
    }

    @Test func theSitesNameIsTakenOffTheTitle() {
        #expect(metadata("<title>Ink | The Yard</title><meta property=og:site_name content='The Yard'>").title == "Ink")
        #expect(metadata("<title>The Yard: Ink</title>").title == "The Yard: Ink")
        #expect(
            metadata("<title>How ink was made - The Yard</title>", body: "<h1>How ink was made</h1>").title
                == "How ink was made")
        #expect(
            metadata("<title>Black - and red - in one pull of the press</title>").title
                == "Black - and red - in one pull of the press")
    }

    @Test func bylinesLoseTheirWords() {
        #expect(metadata("<meta name=author content='By Ann Setter'>").authors == ["Ann Setter"])
        #expect(metadata("", body: "<div class=byline>By Ann Setter 3 May 2020</div>").authors == ["Ann Setter"])
        #expect(metadata("", body: "<a rel=author href=/ann>Ann Setter</a>").authors == ["Ann Setter"])
    }

    @Test func datesAreISO8601() {
        let expected = [
            "2020-05-03T10:00:00Z": "2020-05-03T10:00:00Z", "20200503": "2020-05-03",
            "05/29/2007 09:49:00": "2007-05-29",
            "3.5.2020": "2020-05-03", "2020/5/3": "2020-05-03", "May 3rd, 2020": "2020-05-03",
            "Sun, 3 May 2020 10:00:00 GMT": "2020-05-03",
        ]
        for (text, date) in expected { #expect(DateText.date(text) == date, "\(text)") }
        for text in ["yesterday", "05/06/2007", "99/99/2007", "2020", ""] {
            #expect(DateText.date(text) == nil, "\(text)")
        }
    }

    @Test func languagesAreTags() {
        #expect(metadata("<meta property=og:locale content=pt_BR>").language == "pt-BR")
        #expect(metadata("<meta name=language content='no such thing at all'>").language == nil)
    }

    @Test func addressesAreAbsolute() {
        #expect(
            metadata("<link rel=canonical href=/a><meta property=og:url content='https://yard.example/a'>").address
                == "https://yard.example/a")
    }

    @Test func looseJSONIsForgiven() {
        let json = LooseJSON.parse(Array("<!-- {\"a\": [1, 2,], \"b\": \"x\ny\\u00e9\\ud83d\\ude00\"} -->".utf8)[...])
        #expect(json?["a"]?.values.count == 2)
        #expect(json?["b"]?.text == "x\nyé😀")
    }

    @Test func hostileJSONEnds() {
        #expect(LooseJSON.parse(Array(String(repeating: "[", count: 100_000).utf8)[...]) != nil)
        #expect(LooseJSON.parse(Array("{\"a\": ".utf8)[...]) != nil)
    }

    // MARK: Each source

    @Test(arguments: [
        "<script type=application/ld+json>{\"@type\":\"http://schema.org/BlogPosting\",\"headline\":\"Ink\",\"author\":{\"name\":[\"Ann Setter\"]}}</script>",
        "<script type=application/ld+json>[{\"@type\":\"Article\",\"headline\":\"Ink\",\"author\":[{\"givenName\":\"Ann\",\"familyName\":\"Setter\"}]}]</script>",
        "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Ink\",\"author\":{\"@id\":\"#a\"}},{\"@id\":\"#a\",\"@type\":\"Person\",\"name\":\"Ann Setter\"}]}</script>",
        "<script type=application/ld+json>{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"Ink\",\"author\":{\"@list\":[\"Ann Setter\"]}}}</script>",
        "<meta property=og:title content=Ink><meta property=article:author content='Ann Setter'>",
        "<meta property=og:title content=Ink><meta property=og:article:author content='Ann Setter'>",
        "<meta name=DC.title content=Ink><meta name=DC.creator content='Ann Setter'>",
        "<meta name=dcterms.title content=Ink><meta name=dcterms.creator content='Ann Setter'>",
        "<meta name=citation_title content=Ink><meta name=citation_author content='Ann Setter'>",
        "<meta name=parsely-title content=Ink><meta name=parsely-author content='Ann Setter'>",
        "<title>Ink</title><meta name=author content='Ann Setter'>",
    ]) func readsTitleAndAuthor(head: String) {
        let found = metadata(head)
        #expect(found.title == "Ink")
        #expect(found.authors == ["Ann Setter"])
    }

    @Test(arguments: [
        "<span itemprop=author itemscope><a itemprop=url href=/a><span itemprop=name>Ann Setter</span></a> Editor</span>",
        "<span property=schema:author typeof=Person><span property=schema:name>Ann Setter</span></span>",
        "<span property=dc:creator>Ann Setter</span>", "<a rel=author href=/a>Ann Setter</a>",
        "<p class=byline>By Ann Setter</p>", "<p class=author>Von Ann Setter, 3. Mai 2020</p>",
        "<p class=auteur>Propos recueillis par Ann Setter</p>", "<p class=byline>Автор: Ann Setter</p>",
        "<p class=byline>作者：Ann Setter</p>", "<p class=byline>Written by Ann Setter Edited by Bo Binder</p>",
        "<aside><p class=author>Cy Caster</p></aside><p class=author-name>Ann Setter</p>",
    ]) func readsAuthorsInTheText(body: String) {
        #expect(metadata("", body: body).authors == ["Ann Setter"])
    }

    @Test(arguments: [
        "3 May 2020", "May 3, 2020", "3. Mai 2020", "3 mai 2020 à 10h", "3 de mayo de 2020", "3 maggio 2020",
        "3 de maio de 2020", "3 mei 2020", "3 maja 2020", "3. května 2020", "3 мая 2020", "3 травня 2020",
        "3 Mayıs 2020",
        "3 maj 2020", "2020年5月3日", "2020년 5월 3일", "3 مايو 2020", "03.05.2020", "2020. május 3.",
    ]) func datesInTheTextAreReadInManyLanguages(date: String) {
        #expect(metadata("", body: "<p class=post-date>\(date)</p>").published == "2020-05-03")
    }

    @Test(arguments: [
        ("<meta property=article:published_time content=2020-05-03>", ""),
        ("<meta name=dcterms.issued content=2020-05-03>", ""),
        ("<script type=application/ld+json>{\"@type\":\"WebPage\",\"datePublished\":\"2020-05-03\"}</script>", ""),
        ("", "<meta itemprop=datePublished content=2020-05-03>"),
        ("", "<time itemprop=datePublished datetime=2020-05-03>Sunday</time>"),
        ("", "<span property=dc:date content=2020-05-03>Sunday</span>"), ("", "<time>3 May 2020</time>"),
    ]) func readsTheDateOfPublication(head: String, body: String) {
        #expect(metadata(head, body: body).published == "2020-05-03")
    }

    @Test func anUpdateIsNoPublication() {
        #expect(metadata("", body: "<p class=updated-date>3 May 2020</p>").published == nil)
        #expect(metadata("<meta property=og:updated_time content=2020-05-03>").modified == "2020-05-03")
        #expect(metadata("", body: "<time itemprop=dateModified datetime=2020-05-03>x</time>").modified == "2020-05-03")
    }

    @Test func readsSectionLicenceAndLeadPicture() {
        #expect(metadata("<meta property=article:section content=Craft>").section == "Craft")
        #expect(metadata("", body: "<span itemprop=articleSection>Craft</span>").section == "Craft")
        let way =
            "{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"name\":\"Home\"},{\"item\":{\"name\":\"Craft\"}},{\"name\":\"Ink\"}]}"
        #expect(metadata("<script type=application/ld+json>\(way)</script>").section == "Craft")
        #expect(metadata("<link rel=license href=https://l.example/by>").license == "https://l.example/by")
        #expect(
            metadata("", body: "<a rel='license nofollow' href=https://l.example/by>by</a>").license
                == "https://l.example/by")
        #expect(metadata("<meta name=dcterms.license content=CC-BY>").license == "CC-BY")
        #expect(metadata("<link rel=image_src href=/a.jpg>").leadImage?.address == "/a.jpg")
        #expect(metadata("", body: "<img itemprop=image src=/a.jpg>").leadImage?.address == "/a.jpg")
        let images = "{\"@type\":\"Article\",\"image\":[{\"@type\":\"ImageObject\",\"url\":\"/a.jpg\"}]}"
        #expect(metadata("<script type=application/ld+json>\(images)</script>").leadImage?.address == "/a.jpg")
    }

    @Test func aThingsNameIsNoTitleWhereItIsTheSites() {
        let data =
            "{\"@type\":\"NewsArticle\",\"name\":\"The Yard\",\"headline\":\"Ink at home\",\"publisher\":{\"name\":\"The Yard\"}}"
        #expect(
            metadata("<title>Ink at our home | The Yard</title><script type=application/ld+json>\(data)</script>").title
                == "Ink at home")
    }
}
