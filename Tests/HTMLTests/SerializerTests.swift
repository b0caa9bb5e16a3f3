import Testing

@testable import HTML

@Suite struct SerializerTests {
    private func built(_ content: (inout HTMLDocumentBuilder) -> Void) -> HTMLDocument {
        var builder = HTMLDocumentBuilder()
        content(&builder)
        return builder.document()
    }

    private let mixed: HTMLDocument = {
        var builder = HTMLDocumentBuilder()
        builder.element("p", [("class", "a & \"b\""), ("1x", "no"), ("data-a:b", "no"), ("epub:type", "z")]) {
            $0.text("a < b & c > d\u{8}\u{fffe}")
            $0.element("br")
            $0.element("o:p") { $0.text("kept") }
            $0.comment("gone")
        }
        return builder.document()
    }()

    @Test func htmlEscapesAndLeavesVoidElementsOpen() {
        #expect(
            HTMLSerializer().string(mixed, mixed.firstChild(of: HTMLDocument.root))
                == "<p class=\"a &amp; &quot;b&quot;\" 1x=\"no\" data-a:b=\"no\" epub:type=\"z\">"
                + "a &lt; b &amp; c &gt; d\u{8}\u{fffe}<br><o:p>kept</o:p></p>")
    }

    @Test func xhtmlIsWellFormed() {
        #expect(
            XHTMLSerializer().string(mixed, mixed.firstChild(of: HTMLDocument.root))
                == "<p class=\"a &amp; &quot;b&quot;\" epub:type=\"z\">a &lt; b &amp; c &gt; d<br/>kept</p>")
    }

    @Test func xhtmlDeclaresItsNamespaces() {
        let document = built { builder in
            builder.element("html", [("lang", "en")]) {
                $0.element("body") { $0.element("svg") { $0.element("lineargradient") } }
            }
        }
        let text = XHTMLSerializer().string(document)
        #expect(
            text.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\""
            ))
        #expect(text.contains("lang=\"en\" xml:lang=\"en\""))
        #expect(text.contains("<svg xmlns=\"http://www.w3.org/2000/svg\"><linearGradient></linearGradient></svg>"))
    }

    @Test func styleAndScriptAreWrittenAsTheyAre() {
        let document = built { $0.element("style") { $0.text("p > a { }") } }
        #expect(
            HTMLSerializer().string(document, document.firstChild(of: HTMLDocument.root)) == "<style>p > a { }</style>")
    }

    @Test func parsingWhatWasWrittenGivesTheSame() {
        let markup = "<h1>A &amp; b</h1><pre>\n\n x</pre><ul><li>one<li>two</ul><table><td>c</table>"
        let first = HTMLParser().parse(markup)
        let once = HTMLSerializer().string(first, first.firstChild(of: HTMLDocument.root))
        let again = HTMLParser().parse(once)
        #expect(HTMLSerializer().string(again, again.firstChild(of: HTMLDocument.root)) == once)
    }
}
