import Diagnostics
import FontFiles
import Geometry
import Images
import Pages
import TestSupport
import Testing

@testable import Drawing

/// A box of our own font on a page of ten pixels to the em, in several instances.
@Suite struct VariableFontTests {
    /// How many of the page's pixels are black, in rows of 20 from the top.
    private func rows(_ variations: [FontInstance.Variation], path: String = "Boxes.ttf") throws -> [Int] {
        let font = FontInstance(path: packageRoot + "/Tests/Fixtures/Fonts/" + path, variations: variations)
        let run = GlyphRun(
            font: 0, size: 20, color: .black, glyphs: [2], x: [0], y: [20], text: "a",
            clusters: [.init(byteCount: 1, glyphCount: 1)], width: 20)
        let content = MarkedContent(owner: .artifact(.layout), items: [.glyphs(run)])
        let document = Document(
            pages: [Page(size: Size(width: 20, height: 20), content: [content])], fonts: [font])
        let image = try ImageDecoder().decode(PageImage(resolution: 72).png(of: document, page: 0).output).output
        return (0..<20).map { row in
            (0..<20).reduce(0) { $0 + (image.pixels[(row * 20 + $1) * 4] < 128 ? 1 : 0) }
        }
    }

    @Test func drawsTheInstanceThatIsAskedFor() throws {
        // 100 to 500 units wide, 500 high.
        let expected: [Int] = (0..<20).map { $0 < 10 ? 0 : 8 }
        #expect(try rows([]) == expected)
        #expect(try rows([.init(axis: "wght", value: 900)]).last == 10)
        #expect(try rows([.init(axis: "wght", value: 100)]).last == 4)
        #expect(try rows([.init(axis: "opsz", value: 72)]).filter { $0 > 0 }.count == 14)
    }

    @Test func saysThatAFontCannotBeVaried() {
        let error = #expect(throws: DrawingError.self) {
            _ = try rows([.init(axis: "wght", value: 900)], path: "BoxesBold.ttf")
        }
        #expect(error?.message.hasPrefix("has no variations that can be read") ?? false)
    }
}
