import Images
import Testing

@Suite struct SVGSanitizerTests {
    private let profile = PortablePicture.Profile(formats: [.svg], maximumSide: 100)

    private func safe(_ content: String, root: String = "") throws -> String {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\"\(root) width=\"8\" height=\"8\">\(content)</svg>"
        return String(decoding: try PortablePicture(Array(text.utf8), for: profile).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "script"), ("<SCRIPT href='a.js'/>", "SCRIPT"),
        ("<rect onclick=\"a()\"/>", "onclick"),
        ("<image href=\"https://example.org/a.png\" width='1' height='1'/>", "example.org"),
        ("<image xlink:href=\"file:///etc/passwd\"/>", "passwd"), ("<use href=\"other.svg#a\"/>", "other"),
        ("<style>@import url(a.css); .a { fill: url(http://example.org/b) }</style>", "import"),
        ("<style>.a { fill: url( 'http://example.org/b' ) }</style>", "example.org"),
        ("<rect fill=\"url(http://example.org/a)\"/>", "example.org"),
        ("<rect style=\"fill:\\75rl(http://example.org/a)\"/>", "\\75rl"),
        ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>", "body"),
        ("<a href='javascript:alert(1)'><text>t</text></a>", "javascript"),
        ("<image href='data:image/svg+xml,&lt;svg onload=&quot;a()&quot;/&gt;'/>", "onload"),
        ("<animate attributeName='href' to='javascript:a()'/>", "javascript"),
        ("<g id=\"a\"/><g id=\"a\" b='1'/>", "id=\"a\" b"),
        ("<metadata>who drew it</metadata>", "who"), ("<?xml-stylesheet href='http://example.org'?>", "stylesheet"),
    ]) func takesOutWhatRunsOrLoads(content: String, gone: String) throws {
        let result = try safe(
            "<circle r='3'/>" + content + "<path d='M0 0'/>", root: " xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        #expect(!result.contains(gone), "\(result)")
        #expect(result.contains("<circle") && result.contains("<path"))
    }

    @Test func takesOutReferencesToNothing() throws {
        let result = try safe(
            "<use href='#none'/><g id='a'/><use href='#a'/><metadata><g id='b'/></metadata><use href='#b'/>")
        #expect(result.contains("<use href=\"#a\"/>"))
        #expect(!result.contains("#none") && !result.contains("#b"))
    }

    @Test func keepsWhatIsDrawn() throws {
        let content =
            "<defs><linearGradient id=\"g\"/></defs><rect fill=\"url(#g)\" style=\"stroke:url('#g')\"/><use href=\"#g\"/>"
            + "<image href=\"data:image/png;base64,AAAA\"/><text x=\"1\">a &amp; b &lt; c</text><script/>"
        let result = try safe(content)
        for part in [
            "id=\"g\"", "fill=\"url(#g)\"", "stroke:url(#g)", "<use href=\"#g\"/>", "data:image/png;base64,AAAA",
            "a &amp; b &lt; c",
        ] { #expect(result.contains(part), "\(part) in \(result)") }
    }

    @Test func leavesEditorsDataOutAndPutsEntitiesInTheirPlaces() throws {
        let text = """
            <?xml version="1.0"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
                <!ENTITY ns_svg "http://www.w3.org/2000/svg">
                <!ENTITY outside SYSTEM "file:///etc/passwd">
            ]>
            <svg xmlns="&ns_svg;" xmlns:i="http://example.org/i" width="8" height="8" i:viewOrigin="0 0">
            <i:pgf>AAAA</i:pgf><circle r="3" i:knockout="Off"/></svg>
            """
        let result = String(decoding: try PortablePicture(Array(text.utf8), for: profile).bytes, as: UTF8.self)
        #expect(!result.contains("AAAA") && !result.contains("ENTITY") && !result.contains("i:"))
        #expect(result.contains("<circle r=\"3\"/>"))
    }

    @Test func readsDrawingsWithAPrefix() throws {
        let text =
            "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='8' height='8'><s:circle r='1' onclick='a()'/></s:svg>"
        let result = String(decoding: try PortablePicture(Array(text.utf8), for: profile).bytes, as: UTF8.self)
        #expect(result.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(result.contains("<circle r=\"1\"/>"))
    }

    @Test func entitiesDoNotGrowWithoutEnd() {
        let text =
            "<!DOCTYPE svg [<!ENTITY a \"\(String(repeating: "x", count: 1_999))\">]>"
            + "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><script/><text>"
            + String(repeating: "&a;", count: 1_000) + "</text></svg>"
        #expect(throws: ImageError.self) { try PortablePicture(Array(text.utf8), for: profile) }
    }
}
