import Geometry
import Images
import TestSupport
import Testing

@Suite struct PortablePictureTests {
    private let profile = PortablePicture.Profile(formats: [.jpeg, .png, .gif, .svg], maximumSide: 100)

    @Test func passesOnWhatFits() throws {
        let picture = try PortablePicture(TinyPictures.png, for: profile)
        #expect(picture.bytes == TinyPictures.png)
        #expect(picture.format == .png && picture.pixelWidth == 3)
    }

    @Test func stripsAJPEGAndKeepsItsPixels() throws {
        let picture = try PortablePicture(TinyPictures.jpeg, for: profile)
        #expect(picture.bytes == (try JPEGMetadata.stripped(TinyPictures.jpeg)))
    }

    @Test func takesTextsOutOfAPNG() throws {
        let text: [UInt8] = [0, 0, 0, 3] + Array("tEXtabc".utf8) + [0, 0, 0, 0]
        let bytes = TinyPictures.png[..<33] + text + TinyPictures.png[33...] + Array("behind the end".utf8)
        #expect(try PortablePicture(Array(bytes), for: profile).bytes == TinyPictures.png)
    }

    @Test func takesTheMakersDataOutOfAWebP() throws {
        let profile = PortablePicture.Profile(formats: [.webp], maximumSide: 100)
        let exif = Array("EXIF".utf8) + [3, 0, 0, 0, 1, 2, 3, 0]
        var bytes = TinyPictures.webp + exif
        bytes[4] += UInt8(exif.count)
        #expect(try PortablePicture(bytes, for: profile).bytes == TinyPictures.webp)
    }

    @Test func encodesOtherFormatsAnew() throws {
        let picture = try PortablePicture(TinyPictures.bmp, for: profile)
        #expect(picture.format == .png)
        #expect(ImageFormat(sniffing: picture.bytes) == .png)
    }

    @Test func makesLargePicturesSmaller() throws {
        var small = profile
        small.maximumSide = 2
        let picture = try PortablePicture(TinyPictures.png, for: small)
        #expect(picture.size == Size(width: 2, height: 1))
        #expect(try ImageHeader(bytes: picture.bytes).size == picture.size)
    }

    @Test(arguments: [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"8\" height=\"8\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><use href=\"#one\"/></svg>",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <!-- drawn -->
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://example.org/i" width='8' height='8' i:version="1">
            <i:view id="base"/><style><![CDATA[ a > b { fill: url("#p") } ]]></style><text>a &amp; b &#233;</text>
        </svg>
        """,
    ])
    func passesOnDrawings(text: String) throws {
        #expect(try PortablePicture(Array(text.utf8), for: profile).format == .svg)
    }

    @Test(arguments: ["<g>", "<g a=1/>", "<i:g/></g>", "</g>", "<g a=\"<\"/>&nothing;"])
    func refusesDrawingsThatAreNotWellFormed(content: String) {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\">\(content)</svg>"
        #expect(throws: ImageError.self) { try PortablePicture(Array(text.utf8), for: profile) }
    }

    @Test func makesRGBOfInks() throws {
        let picture = try PortablePicture(HalvedPictures.cmykJPEG, for: profile)
        #expect(try ImageHeader(bytes: picture.bytes).colorModel == .rgb)
    }

    @Test func keepsTheColourProfile() throws {
        let bytes = ColorProfileFile.insert(ColorProfileFile.wide, intoJPEG: HalvedPictures.progressiveJPEG)
        let picture = try PortablePicture(bytes, for: profile)
        #expect(JPEGMetadata.colorProfile(picture.bytes) == ColorProfileFile.wide)
    }
}
