import Images
import Testing

struct ImageResamplerTests {
    private func image(_ width: Int, _ pixels: [[UInt8]]) -> PixelImage {
        PixelImage(
            width: width, height: pixels.count / width, hasAlpha: pixels.contains { $0[3] < 255 },
            pixels: pixels.flatMap(\.self))
    }

    private let black: [UInt8] = [0, 0, 0, 255]
    private let white: [UInt8] = [255, 255, 255, 255]

    @Test func averagesLightAndNotCodes() {
        // Half of the light is 188 in sRGB.
        let checks = image(2, [black, white, white, black])
        #expect(ImageResampler().resample(checks, width: 1, height: 1).pixels == [188, 188, 188, 255])
    }

    @Test func keepsAFlatColorWhateverTheSizes() {
        let flat = image(7, Array(repeating: [10, 120, 250, 255], count: 35))
        for (width, height) in [(3, 2), (1, 1), (7, 3), (5, 5), (9, 11)] {
            let small = ImageResampler().resample(flat, width: width, height: height)
            #expect(small.width == width && small.height == height)
            #expect(
                stride(from: 0, to: small.pixels.count, by: 4).allSatisfy {
                    Array(small.pixels[$0..<$0 + 4]) == [10, 120, 250, 255]
                })
        }
    }

    @Test func letsTransparentPixelsLendNoColor() {
        let edge = image(2, [[255, 0, 0, 255], [0, 255, 0, 0]])
        #expect(ImageResampler().resample(edge, width: 1, height: 1).pixels == [255, 0, 0, 128])
    }

    @Test func weightsPartlyCoveredPixels() {
        // Three pixels to two: each takes one and a half.
        let row = image(3, [black, white, black])
        let small = ImageResampler().resample(row, width: 2, height: 1)
        #expect(small.pixels[0] == small.pixels[4])
        #expect(small.pixels[0] == 156)
    }

    @Test func leavesTheSameSizeAlone() {
        let picture = image(2, [black, [1, 2, 3, 4]])
        #expect(ImageResampler().resample(picture, width: 2, height: 1) == picture)
    }
}
