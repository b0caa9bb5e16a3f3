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
}
