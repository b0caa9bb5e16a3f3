import Diagnostics
import Images
import Testing

struct ImageDecoderTests {
    private let colors: [[UInt8]] = [
        [255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255], [255, 255, 255, 255], [0, 0, 0, 255],
        [128, 128, 128, 255],
    ]

    private func pixels(_ image: PixelImage) -> [[UInt8]] {
        stride(from: 0, to: image.pixels.count, by: 4).map { Array(image.pixels[$0..<$0 + 4]) }
    }

    @Test(arguments: [TinyPictures.png, TinyPictures.tiff, TinyPictures.bmp])
    func decodesLosslessFormatsExactly(bytes: [UInt8]) throws {
        let image = try ImageDecoder().decode(bytes).output
        #expect(image.width == 3 && image.height == 2 && !image.hasAlpha)
        #expect(pixels(image) == colors)
    }

    @Test(arguments: TinyPictures.all)
    func decodesEachFormatOrNamesThePackageThatDoes(format: ImageFormat, bytes: [UInt8]) throws {
        do {
            let image = try ImageDecoder().decode(bytes).output
            #expect(image.width == 3 && image.height == 2)
        } catch {
            #expect(error.code == .missingLibrary && error.message.contains("Debian package"))
        }
    }

    @Test func decodesTransparency() throws {
        let image = try ImageDecoder().decode(TinyPictures.gif).output
        #expect(image.hasAlpha)
        #expect(image.pixels[3] == 0)
    }

    @Test func appliesTheOrientation() throws {
        let bytes = Array(TinyPictures.jpeg[..<2]) + exif(orientation: 6) + TinyPictures.jpeg[2...]
        let upright = try ImageDecoder().decode(TinyPictures.jpeg).output
        #expect(try ImageDecoder().decode(bytes).output == upright.oriented(by: .right))
    }

    @Test(arguments: [
        (ImageOrientation.upMirrored, [2, 1, 0, 5, 4, 3]), (.down, [5, 4, 3, 2, 1, 0]),
        (.downMirrored, [3, 4, 5, 0, 1, 2]), (.leftMirrored, [0, 3, 1, 4, 2, 5]), (.right, [3, 0, 4, 1, 5, 2]),
        (.rightMirrored, [5, 2, 4, 1, 3, 0]), (.left, [2, 5, 1, 4, 0, 3]),
    ])
    func turnsPixels(orientation: ImageOrientation, order: [Int]) throws {
        let image = try ImageDecoder().decode(TinyPictures.png).output.oriented(by: orientation)
        #expect(pixels(image) == order.map { colors[$0] })
        #expect(image.width == (orientation.swapsAxes ? 2 : 3))
    }

    @Test func refusesMorePixelsThanAllowed() {
        let error = #expect(throws: ImageError.self) { try ImageDecoder(maximumPixels: 5).decode(TinyPictures.png) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message == "3 × 2 pixels are more than the limit of 5")
    }

    @Test func refusesVectorsAndBrokenPictures() {
        let vector = #expect(throws: ImageError.self) { try ImageDecoder().decode(Array("<svg/>".utf8)) }
        #expect(vector?.code == .vector)
        let broken = #expect(throws: ImageError.self) { try ImageDecoder().decode(Array(TinyPictures.png[..<40])) }
        #expect(broken?.code == .unreadable)
    }

    @Test func shrinksAJPEGWhileDecodingButNotTooFar() throws {
        let large = PixelImage(
            width: 64, height: 48, hasAlpha: false, pixels: Array(repeating: 200, count: 64 * 48 * 4).opaque)
        let jpeg = try ImageEncoder.jpeg(large)
        let small = try ImageDecoder().decode(jpeg, minimumWidth: 16, minimumHeight: 10).output
        #expect(small.width == 16 && small.height == 12)
        #expect(try ImageDecoder().decode(jpeg, minimumWidth: 33, minimumHeight: 10).output.width == 64)
    }

    @Test func encodesWhatItDecodes() throws {
        let image = try ImageDecoder().decode(TinyPictures.png).output
        #expect(try ImageDecoder().decode(ImageEncoder.png(image)).output == image)
        let clear = try ImageDecoder().decode(TinyPictures.gif).output
        #expect(try ImageDecoder().decode(ImageEncoder.png(clear)).output.hasAlpha)
        #expect(try ImageDecoder().decode(ImageEncoder.jpeg(clear)).output.pixels == [255, 255, 255, 255])
    }
}

extension [UInt8] {
    /// Every fourth byte 255.
    fileprivate var opaque: [UInt8] { enumerated().map { $0 % 4 == 3 ? 255 : $1 } }
}
