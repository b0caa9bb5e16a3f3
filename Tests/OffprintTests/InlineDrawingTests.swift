import ArticleModel
import Diagnostics
import Foundation
import Offprint
import Readers
import TestSupport
import Testing

/// Drawings whose source is in their own address, as readers make them of `<svg>` elements in a page.
@Suite struct InlineDrawingTests {
    private func page() -> Source {
        let drawing =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"80\"><script>alert(1)</script>"
            + "<rect width=\"200\" height=\"80\" fill=\"#c33\"/><image href=\"https://example.org/x.png\" width=\"9\" height=\"9\"/></svg>"
        let address = "data:image/svg+xml;base64," + Data(drawing.utf8).base64EncodedString()
        let text = "The drawing below was made with a pen of steel on a plate of copper, and printed on the day. "
        let html =
            "<html lang=en><head><title>On plates</title></head><body><article><h1>On plates</h1>"
            + "<p>\(text)\(text)</p><figure><img src=\"\(address)\" alt=\"A plate\"><figcaption>The plate</figcaption></figure>"
            + "<p>\(text)\(text)</p></article></body></html>"
        return Source(name: "page.html", bytes: Array(html.utf8))
    }

    private func publish(_ format: OutputFormat) async throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out." + format.rawValue
        _ = try await Publisher().publish([page()], as: format, to: .file(path))
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test func isVectorsInAPDF() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.pdf"
        let publication = try await Publisher().publish([page()], as: .pdf, to: .file(path))
        #expect(!publication.diagnostics.contains { $0.severity > .note })
        let images = try runShell("pdfimages -list \(path) | tail -n +3 | wc -l", input: "", in: folder.path)
        #expect(images.output.filter(\.isNumber) == "0")
    }

    @Test func isACleanDrawingInAPage() async throws {
        let html = String(decoding: try await publish(.html), as: UTF8.self)
        let start = try #require(html.firstRange(of: "data:image/svg+xml;base64,"))
        let base64 = html[start.upperBound...].prefix { $0 != "\"" }
        let drawing = String(decoding: try #require(Data(base64Encoded: String(base64))), as: UTF8.self)
        #expect(drawing.contains("<rect") && !drawing.contains("script") && !drawing.contains("example.org"))
    }

    @Test(arguments: [OutputFormat.epub, .eml]) func goesIntoBooksAndMail(format: OutputFormat) async throws {
        #expect(try await publish(format).count > 1_000)
    }
}
