import ArticleMarkup
import Diagnostics
import HTML
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: [
        ("en", "en"), ("EN", "en"), ("en_US", "en-US"), ("zh-Hant-TW", "zh-Hant-TW"), ("de-1996", "de-1996"),
        ("es-419", "es-419"), ("zh-yue-HK", "zh-yue-HK"), ("sr-Latn-x-private", "sr-Latn"), ("en-US-!!", "en-US"),
        ("en-", "en"), ("ca-valencia", "ca-valencia"),
    ])
    func keepsTheWellFormedPartOfALanguageTag(text: String, tag: String) {
        #expect(LanguageTag.wellFormed(text) == tag)
    }

    @Test(arguments: ["", "-", "e", "english", "12", "-en", "{{lang}}", "é"])
    func refusesWhatIsNoLanguageTag(text: String) {
        #expect(LanguageTag.wellFormed(text) == nil)
    }

    @Test(arguments: [
        ("https://example.org", "https://example.org"),
        (" HTTPS://example.org/a b ", "https://example.org/a%20b"),
        ("https://example.org/%7Ea%zz", "https://example.org/%7Ea%25zz"),
        ("https://example.org\\a\\b?c\\d", "https://example.org/a/b?c%5Cd"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("https://user:pass@example.org:8080/", "https://example.org:8080/"),
        ("https://example.org:/", "https://example.org/"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
        ("http://192.0.2.1/a", "http://192.0.2.1/a"),
        ("https://example.org/a\nb", "https://example.org/ab"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("https://de.wikipedia.org/wiki/Ähre", "https://de.wikipedia.org/wiki/%C3%84hre"),
    ])
    func makesAddressesValid(text: String, address: String) {
        #expect(WebAddress.valid(text) == address)
    }

    @Test(arguments: [
        "", "a", "/a", "//example.org/", "javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,a",
        "file:///etc/passwd", "vbscript:a", "https://", "https://exa mple.org", "https://a..b", "http://1.2.3/",
        "http://example.org:port/", "mailto:", "about:blank", "blob:https://example.org/1",
    ])
    func refusesWhatIsNoAddressToLeadTo(text: String) {
        #expect(WebAddress.valid(text) == nil)
    }

    @Test(arguments: [
        "2026", "2026-02", "2026-02-28", "2024-02-29", "2026-02-28T10:00", "2026-02-28T10:00:00Z",
        "2026-02-28 10:00:00.123+01:00", "2026-02-28T10:00:00-0500",
    ])
    func knowsHTMLsTimes(text: String) { #expect(HTMLTime.isValid(text)) }

    @Test(arguments: [
        "", "26", "2026-13", "2026-02-30", "2023-02-29", "0000-01-01", "2026-02-28T", "2026-02-28T25:00",
        "2026-02T10:00", "2026-02-28T10:00:00+25:00", "yesterday", "2026-2-8", "20260228",
    ])
    func knowsWhatIsNoTimeInHTML(text: String) { #expect(!HTMLTime.isValid(text)) }

    private func conforming(_ build: (inout HTMLDocumentBuilder) -> Void) -> HTMLDocument {
        var builder = HTMLDocumentBuilder()
        build(&builder)
        return MarkupConformer().document(of: builder.document()).output
    }

    @Test func leadsLinksToRenamedIds() {
        let document = conforming { builder in
            builder.element("a", [("href", "#1 ü")]) { $0.text("link") }
            builder.element("p", [("id", "1 ü")])
        }
        #expect(document.firstElement(named: "a").flatMap { document.attribute("href", of: $0) } == "#id-1__fc")
        #expect(document.firstElement(named: "p").flatMap { document.attribute("id", of: $0) } == "id-1__fc")
    }

    @Test func keepsTheTextOfALinkThatLeadsNowhere() {
        let document = conforming { $0.element("a", [("href", "#none"), ("id", "a")]) { $0.text("link") } }
        #expect(document.firstElement(named: "a") == nil)
        #expect(document.firstElement(named: "span").map(document.spokenText) == "link")
    }

    @Test func putsANotesNumberBeforeItsWords() {
        let document = conforming { builder in
            builder.element("a", [("href", "#n"), ("id", "c1"), ("role", "doc-noteref")]) { $0.text("1") }
            builder.element("a", [("href", "#n"), ("id", "c2"), ("role", "doc-noteref")]) { $0.text("1") }
            builder.element("div", [("id", "n"), ("role", "doc-footnote"), ("data-number", "1")]) { note in
                note.element("p") { $0.text("The note.") }
            }
        }
        #expect(document.firstElement(named: "p").map(document.spokenText) == "1 The note.")
    }
}
