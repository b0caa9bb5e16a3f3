import Images
import Testing

struct JPEGMetadataTests {
    private let profile = segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}abc".utf8))
    private let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])

    @Test func removesWhatIsPrivateAndKeepsWhatIsSeen() throws {
        let plain = TinyPictures.jpeg
        let head = Array(plain[..<2])
        let secret =
            exif(orientation: 3) + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0x".utf8))
            + segment(0xED, Array("Photoshop 3.0".utf8)) + segment(0xFE, Array("comment".utf8))
            + segment(0xE2, Array("MPF\0".utf8))
        let bytes = head + secret + profile + adobe + plain[2...] + Array("trailing".utf8)
        #expect(try JPEGMetadata.stripped(bytes) == head + profile + adobe + plain[2...])
    }

    @Test func leavesACleanPictureAsItIs() throws {
        #expect(try JPEGMetadata.stripped(TinyPictures.jpeg) == TinyPictures.jpeg)
    }

    @Test func endsACutOffPicture() throws {
        let bytes = Array(TinyPictures.jpeg.dropLast(6))
        #expect(try JPEGMetadata.stripped(bytes) == bytes + [0xFF, 0xD9])
    }

    @Test func refusesWhatHasNoPicture() {
        #expect(throws: ImageError.self) { try JPEGMetadata.stripped([0xFF, 0xD8, 0xFF, 0xD9]) }
        #expect(throws: ImageError.self) { try JPEGMetadata.stripped(TinyPictures.png) }
    }
}
