import Geometry
import Images
import Testing

struct ImageHeaderTests {
    @Test(arguments: TinyPictures.all)
    func tellsFormatAndSize(format: ImageFormat, bytes: [UInt8]) throws {
        let header = try ImageHeader(bytes: bytes)
        #expect(header.format == format)
        #expect(header.size == Size(width: 3, height: 2))
        #expect(header.orientation == .up)
        #expect(!header.hasAlpha)
        #expect(header.bitsPerComponent == 8)
    }

    @Test func tellsAGIFAndItsTransparency() throws {
        let header = try ImageHeader(bytes: TinyPictures.gif)
        #expect(header.format == .gif)
        #expect(header.size == Size(width: 1, height: 1))
        #expect(header.hasAlpha)
    }

    @Test func turnsTheSizeByTheOrientation() throws {
        let bytes = Array(TinyPictures.jpeg[..<2]) + exif(orientation: 6) + TinyPictures.jpeg[2...]
        let header = try ImageHeader(bytes: bytes)
        #expect(header.orientation == .right)
        #expect(header.storedSize == Size(width: 3, height: 2))
        #expect(header.size == Size(width: 2, height: 3))
    }

    @Test func tellsGrayAndCMYKJPEGsFromTheirComponents() throws {
        func jpeg(_ components: UInt8) -> [UInt8] {
            [0xFF, 0xD8] + segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 2])
                + segment(0xC2, [8, 0, 7, 0, 9, components])
        }
        #expect(try ImageHeader(bytes: jpeg(1)).colorModel == .gray)
        #expect(try ImageHeader(bytes: jpeg(3)).colorModel == .rgb)
        let cmyk = try ImageHeader(bytes: jpeg(4))
        #expect(cmyk.colorModel == .cmyk)
        #expect(cmyk.hasAdobeMarker)
        #expect(cmyk.size == Size(width: 9, height: 7))
    }

    @Test(arguments: [
        (#"<svg width="20" height="10mm">"#, 20, 10 * 96 / 25.4),
        (
            #"<?xml version="1.0"?><!-- a > b --><!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 40,20" stroke-width="3">"#,
            40, 20
        ),
        (#"<svg:svg xmlns:svg="x" viewBox='0 0 40 20' height='10em'/>"#, 320, 160),
        (#"<svg width="100%" height="100%" viewBox="0 0 7 5" a=">">"#, 7, 5),
        ("\u{FEFF}\n<svg>", 300, 150),
    ])
    func readsTheSizeOfAnSVGFromItsRoot(svg: String, width: Double, height: Double) throws {
        let header = try ImageHeader(bytes: Array(svg.utf8))
        #expect(header.format == .svg)
        #expect(header.size == Size(width: width, height: height))
    }

    @Test(arguments: ["", "<html><svg width='1' height='1'>", "plain", "GIF89a", "BM", "\u{89}PNG"])
    func refusesWhatIsNoPicture(text: String) {
        #expect(throws: ImageError.self) { try ImageHeader(bytes: Array(text.utf8)) }
    }

    @Test(arguments: TinyPictures.all)
    func neverReadsBeyondTheEnd(format: ImageFormat, bytes: [UInt8]) {
        for count in bytes.indices { _ = try? ImageHeader(bytes: Array(bytes[..<count])) }
    }
}
