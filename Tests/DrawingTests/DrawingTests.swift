import Diagnostics
import FontFiles
import FoundationEssentials
import Geometry
import Images
import Pages
import Testing

@testable import Drawing

@Suite struct DrawingTests {
    /// A page of 4 by 2 points, a pixel to the point.
    private func page(_ items: [DisplayItem], pictures: [PictureSource] = []) throws -> PixelImage {
        let content = MarkedContent(owner: .artifact(.layout), items: items)
        let document = Document(
            pages: [Page(size: Size(width: 4, height: 2), content: [content])], pictures: pictures)
        let png = try PageImage(resolution: 72).png(of: document, page: 0)
        return try ImageDecoder().decode(png.output).output
    }

    private let half = Rect(x: 0, y: 0, width: 2, height: 2)

    @Test func fillsARectangle() throws {
        let image = try page([.path(.rectangle(half, fill: Color(red: 1, green: 0, blue: 0)))])
        #expect(image.letters == ["RR..", "RR.."])
    }

    @Test func clipsAndMovesAGroup() throws {
        let fill = DisplayItem.path(
            .rectangle(Rect(x: 0, y: 0, width: 4, height: 2), fill: Color(red: 0, green: 0, blue: 1)))
        let group = DisplayItem.Group(
            items: [fill], clip: [.rectangle(Rect(x: 0, y: 0, width: 2, height: 1))],
            transform: .translation(x: 1, y: 1))
        #expect(try page([.group(group)]).letters == ["....", ".BB."])
    }

    @Test func paintsATranslucentGroupAsOne() throws {
        let red = DisplayItem.path(.rectangle(half, fill: Color(red: 1, green: 0, blue: 0)))
        let image = try page([.group(.init(items: [red, red], opacity: 0.5))])
        #expect(image.pixels[0] == 255)
        #expect(abs(Int(image.pixels[1]) - 128) <= 1)
    }

    @Test func strokesALine() throws {
        let path = Path(
            segments: [.move(Point(x: 0, y: 0.5)), .line(Point(x: 4, y: 0.5))],
            paint: .stroke(.init(color: Color(red: 0, green: 0, blue: 1), width: 1)))
        #expect(try page([.path(path)]).letters == ["BBBB", "...."])
    }

    @Test(arguments: [
        (1, ["RB", ".."]), (2, ["BR", ".."]), (3, ["..", "BR"]), (4, ["..", "RB"]), (5, ["R.", "B."]),
        (6, [".R", ".B"]), (7, [".B", ".R"]), (8, ["B.", "R."]),
    ])
    func turnsThePictureAsItsOrientationSays(orientation: Int, expected: [String]) throws {
        // Red and blue above white, as stored.
        let corners: [(Double, Double)] = [(0.25, 0.25), (0.75, 0.25)]
        let map = Transform(orientation: orientation)
        var rows = [["." as Character, "."], [".", "."]]
        for ((x, y), letter) in zip(corners, ["R", "B"] as [Character]) {
            let seenX = map.a * x + map.c * y + map.tx
            let seenY = map.b * x + map.d * y + map.ty
            rows[seenY < 0.5 ? 0 : 1][seenX < 0.5 ? 0 : 1] = letter
        }
        #expect(rows.map { String($0) } == expected)
    }

    @Test func showsAPictureWithAlpha() throws {
        let file = TemporaryFile(
            try ImageEncoder.png(
                PixelImage(width: 2, height: 1, hasAlpha: true, pixels: [255, 0, 0, 255, 0, 0, 255, 0])))
        let source = PictureSource(
            path: file.path, mediaType: "image/png", pixelWidth: 2, pixelHeight: 1, orientation: 1, identifier: "a")
        let item = DisplayItem.picture(.init(source: 0, rect: Rect(x: 0, y: 0, width: 4, height: 2)))
        let letters = try page([item], pictures: [source]).letters
        #expect(letters[0].first == "R" && letters[0].last == ".")
    }

    @Test(arguments: ["image/png", "image/svg+xml"]) func showsAPictureWithoutItsColours(mediaType: String) throws {
        let red = PixelImage(width: 2, height: 1, hasAlpha: false, pixels: [255, 0, 0, 255, 255, 0, 0, 255])
        let drawing =
            "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'><path fill='red' d='M0 0h2v1H0z'/></svg>"
        let file = TemporaryFile(mediaType == "image/png" ? try ImageEncoder.png(red) : Array(drawing.utf8))
        let source = PictureSource(
            path: file.path, mediaType: mediaType, pixelWidth: 2, pixelHeight: 1, orientation: 1, identifier: "a",
            isGray: true)
        let item = DisplayItem.picture(.init(source: 0, rect: Rect(x: 0, y: 0, width: 4, height: 2)))
        let pixels = try page([item], pictures: [source]).pixels
        // Red's share of luminance is 0.2126.
        #expect(pixels[0] == pixels[1] && pixels[1] == pixels[2] && abs(Int(pixels[0]) - 54) <= 1)
    }

    @Test func saysWhichPictureItCannotRead() throws {
        let file = TemporaryFile(Array("no picture".utf8))
        let source = PictureSource(
            path: file.path, mediaType: "image/png", pixelWidth: 2, pixelHeight: 1, orientation: 1, identifier: "a")
        let content = MarkedContent(
            owner: .artifact(.layout),
            items: [.picture(.init(source: 0, rect: Rect(x: 0, y: 0, width: 4, height: 2)))])
        let document = Document(
            pages: [Page(size: Size(width: 4, height: 2), content: [content])], pictures: [source])
        let drawn = try DocumentDrawing().draw(document)
        #expect(drawn.diagnostics.map(\.subject) == [file.path])
    }

    @Test func leavesTwoSentinelsForEachPieceOfContent() throws {
        let content = MarkedContent(owner: .artifact(.layout), items: [])
        let document = Document(
            pages: [Page(size: Size(width: 40, height: 20), content: [content, content])])
        let drawn = try DocumentDrawing().draw(document).output
        #expect(drawn.bytes.starts(with: Array("%PDF-".utf8)))
        #expect(drawn.pages.count == 1 && !drawn.hasSpecimenPage)
    }
}

extension PixelImage {
    /// A letter for each pixel: red, blue or neither.
    fileprivate var letters: [String] {
        (0..<height).map { row in
            String(
                (0..<width).map { column in
                    let place = (row * width + column) * 4
                    switch (pixels[place], pixels[place + 1], pixels[place + 2]) {
                    case (255, 0, 0): return "R" as Character
                    case (0, 0, 255): return "B"
                    default: return "."
                    }
                })
        }
    }
}

/// A file that goes when its test does.
private final class TemporaryFile {
    let path = FileManager.default.temporaryDirectory.path + "/offprint-\(UUID().uuidString)"

    init(_ bytes: [UInt8]) { _ = FileManager.default.createFile(atPath: path, contents: Data(bytes)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
