import Diagnostics
import Geometry
import Images
import Pages
import Testing

@testable import Drawing

/// Gradients, tiles and clips as pixels.
struct PaintTests {
    private let red = Color(red: 1, green: 0, blue: 0)
    private let blue = Color(red: 0, green: 0, blue: 1)

    /// A page of 40 by 40 points, a pixel to the point.
    private func image(_ items: [DisplayItem]) throws -> PixelImage {
        let content = MarkedContent(owner: .artifact(.background), items: items)
        let document = Document(pages: [Page(size: Size(width: 40, height: 40), content: [content])])
        return try ImageDecoder().decode(try PageImage(resolution: 72).png(of: document, page: 0).output).output
    }

    private func pixel(_ image: PixelImage, _ x: Int, _ y: Int) -> [Int] {
        let place = (y * image.width + x) * 4
        return image.pixels[place..<place + 3].map(Int.init)
    }

    private func isNear(_ a: [Int], _ b: [Int], _ tolerance: Int = 8) -> Bool {
        zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
    }

    private let page = [Path.Segment.rectangle(Rect(x: 0, y: 0, width: 40, height: 40))]

    private func filled(_ axis: Gradient.Axis, _ stops: [Gradient.Stop]) throws -> PixelImage {
        try image([.path(Path(segments: page, paint: .gradient(Gradient(axis: axis, stops: stops))))])
    }

    @Test func changesAlongALine() throws {
        let image = try filled(
            .linear(from: Point(x: 10, y: 0), to: Point(x: 30, y: 0)), [.init(0, red), .init(1, blue)])
        #expect(pixel(image, 2, 20) == [255, 0, 0] && pixel(image, 38, 20) == [0, 0, 255])
        #expect(isNear(pixel(image, 20, 5), [124, 0, 131]))
    }

    @Test func changesOutFromAPoint() throws {
        let image = try filled(
            .radial(center: Point(x: 20, y: 20), radii: Size(width: 20, height: 10)), [.init(0, red), .init(1, blue)])
        #expect(isNear(pixel(image, 20, 20), [248, 0, 7], 12))
        #expect(isNear(pixel(image, 30, 20), [121, 0, 134]) && isNear(pixel(image, 20, 25), [115, 0, 140], 12))
        #expect(pixel(image, 20, 35) == [0, 0, 255])
    }

    @Test func changesRoundAPoint() throws {
        let white = Color.white
        let image = try filled(
            .conic(center: Point(x: 20, y: 20), start: 0),
            [.init(0, red), .init(0.25, red), .init(0.25, blue), .init(0.5, blue), .init(0.5, white), .init(1, .black)])
        #expect(isNear(pixel(image, 30, 10), [255, 0, 0]) && isNear(pixel(image, 30, 30), [0, 0, 255]))
        #expect(isNear(pixel(image, 10, 30), [191, 191, 191]) && isNear(pixel(image, 10, 10), [64, 64, 64]))
    }

    @Test func showsWhatIsBehindATranslucentStop() throws {
        let image = try filled(
            .linear(from: Point(x: 0, y: 0), to: Point(x: 40, y: 0)),
            [.init(0, red), .init(1, Color(red: 1, green: 0, blue: 0, alpha: 0))])
        #expect(isNear(pixel(image, 20, 20), [255, 131, 131]))
    }

    @Test func repeatsACell() throws {
        let cell = Rect(x: 2, y: 3, width: 10, height: 10)
        let square = DisplayItem.path(.rectangle(Rect(x: 2, y: 3, width: 5, height: 5), fill: red))
        let image = try image([.path(Path(segments: page, paint: .tiling(Tiling(cell: cell, items: [square]))))])
        for (x, y) in [(4, 5), (14, 5), (24, 35), (34, 15)] { #expect(pixel(image, x, y) == [255, 0, 0]) }
        for (x, y) in [(9, 5), (4, 10), (19, 20), (0, 0)] { #expect(pixel(image, x, y) == [255, 255, 255]) }
    }

    @Test func clipsToAnOutlineWithAHole() throws {
        let hole: [Path.Segment] = [
            .move(Point(x: 10, y: 10)), .line(Point(x: 10, y: 30)), .line(Point(x: 30, y: 30)),
            .line(Point(x: 30, y: 10)),
            .close,
        ]
        let fill = DisplayItem.path(Path(segments: page, paint: .fill(red)))
        let image = try image([.group(.init(items: [fill], clip: page + hole))])
        #expect(pixel(image, 5, 5) == [255, 0, 0] && pixel(image, 20, 20) == [255, 255, 255])
    }
}
