import ArticleModel
import Foundation
import Testing

/// Drawings in the page itself.
@Suite struct PageDrawingTests {
    private func markup(_ svg: String) throws -> String? {
        guard
            let address = try PageSample.article("<figure>\(svg)<figcaption>Sheets a day</figcaption></figure>").images
                .first?.address, let comma = address.firstIndex(of: ",")
        else { return nil }
        return Data(base64Encoded: String(address[address.index(after: comma)...]))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func aDrawingIsAPicture() throws {
        let svg =
            "<svg width=400 height=200 viewBox='0 0 40 20' role=img aria-label='A chart'><rect width=9 height=9 /></svg>"
        let picture = try #require(try PageSample.article(svg).images.first)
        #expect(picture.address?.hasPrefix("data:image/svg+xml;base64,") == true)
        #expect(picture.alternative == "A chart")
        #expect(picture.width == 400 && picture.height == 200)
    }

    @Test func nothingInItRunsOrLoads() throws {
        let drawing = try #require(
            try markup(
                """
                <svg width=400 height=200 onload="x()"><script>x()</script><style>@import url(http://a.example/x.css);</style>
                <rect width=9 height=9 onclick="x()" style="fill: url(http://a.example/x)" /><a href="javascript:x()"><circle r=3 /></a>
                <image href="http://a.example/x.png" /><use href="#a" /><foreignObject><p>text</p></foreignObject></svg>
                """))
        #expect(drawing.contains("<rect") && drawing.contains("<circle") && drawing.contains("xmlns="))
        for word in ["script", "onload", "onclick", "a.example", "foreignObject", "import"] {
            #expect(!drawing.contains(word), "\(word)")
        }
    }

    @Test func iconsAndTooMuchAreLeftOut() throws {
        #expect(try markup("<svg width=24 height=24><path d='M0 0'/></svg>") == nil)
        #expect(try markup("<svg viewBox='0 0 100 100'><path d='M0 0'/></svg>") == nil)
        #expect(try markup("<svg width=400 height=400></svg>") == nil)
        let much = "<path d='" + String(repeating: "M0 0h1", count: 200_000) + "'/>"
        #expect(try markup("<svg width=400 height=400>\(much)</svg>") == nil)
    }
}
