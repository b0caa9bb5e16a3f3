import Diagnostics
import Foundation
import Geometry
import Images
import PDF
import Pages
import TestSupport
import Testing

/// Gradients and repeated pictures in the file.
struct PaintedFileTests {
    private let folder = TemporaryFolder()
    private let page = [Path.Segment.rectangle(Rect(x: 0, y: 0, width: 500, height: 700))]

    private func write(_ items: [DisplayItem], _ pictures: [PictureSource] = []) throws -> (path: String, size: Int) {
        var sample = SampleDocument()
        sample.document.pictures = pictures
        sample.document.pages[0].content.insert(MarkedContent(owner: .artifact(.background), items: items), at: 0)
        let path = folder.path + "/painted.pdf"
        _ = try PDFWriter().write(sample.document, to: path)
        return (path, try Data(contentsOf: URL(fileURLWithPath: path)).count)
    }

    @Test func keepsARepeatedPictureOnce() throws {
        let file = folder.path + "/a.png"
        try Data(try ImageEncoder.png(.gradient(width: 20, height: 20))).write(to: URL(fileURLWithPath: file))
        let source = PictureSource(
            path: file, mediaType: "image/png", pixelWidth: 20, pixelHeight: 20, orientation: 1, identifier: "a")
        func tiles(_ side: Double) throws -> (path: String, size: Int) {
            let cell = Rect(x: 0, y: 0, width: side, height: side)
            let picture = DisplayItem.picture(.init(source: 0, rect: cell))
            let path = Path(segments: page, paint: .tiling(Tiling(cell: cell, items: [picture])))
            return try write([.path(path)], [source])
        }
        let few = try tiles(50)
        let many = try tiles(5)
        #expect(abs(many.size - few.size) < 200)
    }

    @Test func keepsWhatStandsUnderAPageOfOneColour() throws {
        // Cairo takes a fill of all of a page for a new beginning.
        var sample = SampleDocument()
        sample.document.pages[0].size = Size(width: 300, height: 200)
        let path = DisplayItem.path(.rectangle(Rect(x: 0, y: 0, width: 300, height: 200), fill: .white))
        let line = DisplayItem.path(.rectangle(Rect(x: 9, y: 9, width: 9, height: 9), fill: .black))
        sample.document.pages[0].content.insert(
            MarkedContent(owner: .artifact(.background), items: [line, path, line]), at: 0)
        #expect(throws: Never.self) { try PDFWriter().write(sample.document, to: folder.path + "/white.pdf") }
    }

    @Test func drawsGradientsAsVectors() throws {
        let red = Color(red: 1, green: 0, blue: 0)
        let stops = [Gradient.Stop(0, red), Gradient.Stop(1, Color(red: 1, green: 0, blue: 0, alpha: 0))]
        let center = Point(x: 250, y: 350)
        let axes: [Gradient.Axis] = [
            .linear(from: .zero, to: center), .radial(center: center, radii: Size(width: 200, height: 100)),
            .conic(center: center, start: 20),
        ]
        let items = axes.map {
            DisplayItem.path(Path(segments: page, paint: .gradient(Gradient(axis: $0, stops: stops))))
        }
        let file = try write(items)
        #expect(try run("/usr/bin/pdfimages", ["-list", file.path]).output.split(separator: "\n").count == 2)
        #expect(file.size < 40_000)
    }
}
