import Testing

@testable import HTML

/// What reaches the parser, as text.
private func prescanned(_ markup: String) -> String {
    String(decoding: Prescan.page(from: Array(markup.utf8)).utf8, as: UTF8.self)
}

@Suite struct PrescanTests {
    @Test func emptiesScriptsAndStyles() {
        #expect(
            prescanned("<script>let a = '<p>'</script><p>x<style>p { }</style>")
                == "<script></script><p>x<style></style>")
    }

    @Test func keepsStructuredDataAndFormulas() {
        let data = "<script type=\"application/ld+json\">{\"a\": \"<p>\"}</script>"
        #expect(prescanned(data) == data)
        let formula = "<script type=\"math/tex\">a < b</script>"
        #expect(prescanned(formula) == formula)
    }

    @Test func followsTheEscapesInScripts() {
        #expect(prescanned("<script><!-- <script> </script> --> </script>x") == "<script></script>x")
        #expect(prescanned("<script><!-- a --></script>x") == "<script></script>x")
        #expect(prescanned("<script>'</scripty>'</script >x") == "<script></script >x")
    }

    @Test func dropsComments() {
        #expect(prescanned("a<!-- <p> -->b<!-->c<!--->d<!--e--!>f<!-- g") == "abcdf")
    }

    @Test func dropsBogusComments() {
        #expect(prescanned("a<?php 1 ?>b<!x>c</ d>e") == "abce")
    }

    @Test func keepsCDATAInForeignContentOnly() {
        #expect(prescanned("<svg><![CDATA[a<b]]></svg>") == "<svg><![CDATA[a<b]]></svg>")
        #expect(prescanned("<p>a<![CDATA[b]]>c") == "<p>ac")
    }

    @Test func readsQuotedAttributesWhole() {
        #expect(prescanned("<a title=\"a > b\" x='<script>'>c") == "<a title=\"a > b\" x='<script>'>c")
        #expect(prescanned("<p>a<b title=\"x") == "<p>a")
    }

    @Test func leavesTextOfTitlesAndTextareasAlone() {
        #expect(prescanned("<title>a <b> <!-- c --></title>") == "<title>a <b> <!-- c --></title>")
        #expect(prescanned("<textarea><script></textarea>x") == "<textarea><script></textarea>x")
    }

    @Test func leavesNoscriptUsable() {
        #expect(prescanned("<noscript><img src=a.jpg></noscript>") == "<noscript><img src=a.jpg></noscript>")
    }

    @Test func anUnclosedSVGEndsWithTheNextBlock() {
        #expect(prescanned("<svg><path><div><script>'<!--'</script><p>x") == "<svg><path><div><script></script><p>x")
    }

    @Test func capsOpenElementsAndKeepsText() {
        let page = Prescan.page(
            from: Array(
                (String(repeating: "<div>", count: 2_000) + "x" + String(repeating: "</div>", count: 2_000)).utf8))
        #expect(page.droppedTags == 2_000 - Prescan.maximumDepth)
        let text = String(decoding: page.utf8, as: UTF8.self)
        #expect(text.contains("x"))
        #expect(text.split(separator: "</div>").count == Prescan.maximumDepth + 1 || text.hasSuffix("</div>"))
    }

    @Test func elementsWithOptionalEndTagsAreNotCounted() {
        let items = "<ul>" + String(repeating: "<li><p>x", count: 2_000) + "</ul>"
        #expect(prescanned(items) == items)
    }

    @Test func capsAttributes() {
        let many = "<p " + (0..<1_000).map { "a\($0)=1" }.joined(separator: " ") + ">x"
        let text = prescanned(many)
        #expect(text.split(separator: " ").count <= Prescan.maximumAttributes + 2)
        #expect(text.hasSuffix(">x"))
    }

    @Test func knowsWhereThingsStoodInTheSource() {
        let page = Prescan.page(from: Array("<!-- a --><p>x".utf8))
        #expect(page.source(of: 0) == 10)
        #expect(page.source(of: 3) == 13)
    }
}
