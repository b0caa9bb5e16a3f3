import Diagnostics
import FoundationEssentials
import Geometry
import Images
import TestSupport
import Testing

/// Every variant that pictures on pages come in, decoded to the colours that they are.
@Suite struct PictureFormatTests {
    /// Red, green, blue and alpha in the middle of the left and the right half.
    private func halves(_ bytes: [UInt8]) throws -> (left: [UInt8], right: [UInt8])? {
        do {
            let image = try ImageDecoder().decode(bytes).output
            #expect(image.width == 8 && image.height == 8)
            let middle = 4 * image.width * 4
            return (Array(image.pixels[middle + 4..<middle + 8]), Array(image.pixels[middle + 24..<middle + 28]))
        } catch {
            guard error.code == .missingLibrary else { throw error }
            print("skipped: \(error.message)")
            return nil
        }
    }

    private func isNear(_ color: [UInt8], _ other: [UInt8], _ tolerance: Int = 12) -> Bool {
        zip(color, other).allSatisfy { abs(Int($0) - Int($1)) <= tolerance }
    }

    @Test(arguments: [
        HalvedPictures.progressiveJPEG, HalvedPictures.lossyWebP, HalvedPictures.tiffLZW, HalvedPictures.bmpPalette,
    ]) func decodesOpaquePictures(bytes: [UInt8]) throws {
        guard let (left, right) = try halves(bytes) else { return }
        #expect(isNear(left, [200, 30, 30, 255]), "\(left)")
        #expect(isNear(right, [30, 30, 200, 255]), "\(right)")
    }

    @Test(arguments: [HalvedPictures.losslessWebP, HalvedPictures.avif, HalvedPictures.pngPalette])
    func decodesTransparentHalves(bytes: [UInt8]) throws {
        guard let (left, right) = try halves(bytes) else { return }
        #expect(isNear(left, [200, 30, 30, 255]), "\(left)")
        #expect(right[3] == 0)
    }

    @Test(arguments: [HalvedPictures.cmykJPEG, HalvedPictures.tiffCMYK]) func decodesInks(bytes: [UInt8]) throws {
        guard let (left, right) = try halves(bytes) else { return }
        #expect(left[0] > 150 && left[1] < 90 && left[2] < 90, "\(left)")
        #expect(right[0] < 90 && right[1] < 90 && right[2] > 150, "\(right)")
    }

    @Test func decodesGrays() throws {
        let gray = try #require(try halves(HalvedPictures.grayJPEG))
        #expect(gray.left[0] == gray.left[1] && gray.left[0] > gray.right[0])
        let deep = try #require(try halves(HalvedPictures.png16))
        #expect(isNear(deep.left, [0x20, 0x20, 0x20, 255], 1) && isNear(deep.right, [0xE0, 0xE0, 0xE0, 255], 1))
    }

    @Test func decodesTheFirstFrameOfAnAnimation() throws {
        let frame: (UInt8) -> [UInt8] = { code in
            [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, code, 0x01, 0]
        }
        let bytes =
            Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255] + frame(0x44) + frame(0x4C) + [0x3B]
        #expect(try ImageDecoder().decode(bytes).output.pixels == [255, 0, 0, 255])
    }

    @Test func appliesTheOrientationOfAPNG() throws {
        let rows: [[UInt8]] = [[255, 0, 0, 0, 0, 255]]
        let bytes = PNGFile.bytes(width: 2, height: 1, before: [PNGFile.orientationChunk(6)], rows: rows)
        let image = try ImageDecoder().decode(bytes).output
        #expect(image.width == 1 && image.height == 2)
        #expect(image.pixels == [255, 0, 0, 255, 0, 0, 255, 255])
    }

    @Test func appliesTheOrientationOfATIFF() throws {
        let base64 =
            "SUkqAAgAAAALAAABBAABAAAAAgAAAAEBBAABAAAAAQAAAAIBAwADAAAAkgAAAAMBAwABAAAAAQAAAAYBAwABAAAAAgAAABEBBAABAAAAmAAAABIBAwAB"
            + "AAAABgAAABUBAwABAAAAAwAAABYBBAABAAAAAQAAABcBBAABAAAABgAAABwBAwABAAAAAQAAAAAAAAAIAAgACAD/AAAAAP8="
        let bytes = [UInt8](Data(base64Encoded: base64) ?? Data())
        #expect(try ImageHeader(bytes: bytes).size.height == 2)
        let image = try ImageDecoder().decode(bytes).output
        #expect(image.width == 1 && image.height == 2)
        #expect(image.pixels == [255, 0, 0, 255, 0, 0, 255, 255])
    }

    @Test func appliesTheOrientationOfAWebP() throws {
        guard try halves(HalvedPictures.losslessWebP) != nil else { return }
        let tiff: [UInt8] =
            Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        let frame = Array(HalvedPictures.losslessWebP[12...])
        let header: [UInt8] = Array("VP8X".utf8) + [10, 0, 0, 0, 0x18, 0, 0, 0, 7, 0, 0, 7, 0, 0]
        let content = Array("WEBP".utf8) + header + frame + Array("EXIF".utf8) + [UInt8(tiff.count), 0, 0, 0] + tiff
        let bytes = Array("RIFF".utf8) + [UInt8(content.count & 255), UInt8(content.count >> 8), 0, 0] + content
        let image = try ImageDecoder().decode(bytes).output
        #expect(image.pixels[3] == 255 && image.pixels[7 * 8 * 4 + 3] == 0)
    }
}

@Suite struct ColorProfileTests {
    private func png(_ profile: [UInt8]?, _ color: [UInt8], type: UInt8 = 2) -> [UInt8] {
        PNGFile.bytes(
            width: 1, height: 1, colorType: type, before: profile.map { [PNGFile.profileChunk($0)] } ?? [],
            rows: [color])
    }

    @Test func convertsAWideGamutToSRGB() throws {
        let plain = try ImageDecoder().decode(png(nil, [200, 60, 60])).output.pixels
        let wide = try ImageDecoder().decode(png(ColorProfileFile.wide, [200, 60, 60])).output.pixels
        #expect(plain == [200, 60, 60, 255])
        // The same red of Display P3 is redder than sRGB's.
        #expect(wide[0] > 210 && wide[1] < 50 && wide[3] == 255, "\(wide)")
    }

    @Test(arguments: [HalvedPictures.wideWebP, HalvedPictures.wideAVIF])
    func convertsWhereTheLoaderPassesTheProfileOver(bytes: [UInt8]) throws {
        do {
            let pixels = try ImageDecoder().decode(bytes).output.pixels
            #expect(pixels[0] > 210 && pixels[1] < 50, "\(pixels.prefix(4))")
        } catch {
            guard error.code == .missingLibrary else { throw error }
            print("skipped: \(error.message)")
        }
    }

    @Test func leavesSRGBAsItIs() throws {
        #expect(
            try ImageDecoder().decode(png(ColorProfileFile.standard, [200, 60, 61])).output.pixels == [
                200, 60, 61, 255,
            ])
        #expect(PictureColors.areStandard(profile: ColorProfileFile.standard))
        #expect(!PictureColors.areStandard(profile: ColorProfileFile.wide))
        #expect(!PictureColors.areStandard(profile: ColorProfileFile.linearGray))
    }

    @Test func convertsGrays() throws {
        let gray = try ImageDecoder().decode(png(ColorProfileFile.linearGray, [55], type: 0)).output.pixels
        #expect(gray[0] > 120 && gray[0] < 132 && gray[0] == gray[1] && gray[3] == 255, "\(gray)")
    }

    @Test func keepsTransparencyWhereItConverts() throws {
        let bytes = png(ColorProfileFile.wide, [200, 60, 60, 77], type: 6)
        #expect(try ImageDecoder().decode(bytes).output.pixels[3] == 77)
    }

    @Test func takesColoursWithABrokenProfileForSRGB() throws {
        let broken = Array(ColorProfileFile.wide[..<150])
        let result = try ImageDecoder().decode(png(broken, [200, 60, 60]))
        #expect(result.output.pixels == [200, 60, 60, 255])
        #expect(PictureColors.areStandard(profile: broken))
    }

    @Test func findsTheProfileOfAJPEG() throws {
        let bytes = ColorProfileFile.insert(ColorProfileFile.wide, intoJPEG: HalvedPictures.progressiveJPEG)
        #expect(JPEGMetadata.colorProfile(bytes) == ColorProfileFile.wide)
        #expect(JPEGMetadata.colorProfile(HalvedPictures.progressiveJPEG) == nil)
        let left = try ImageDecoder().decode(bytes).output.pixels.prefix(4)
        #expect(left.first ?? 0 > 210)
        #expect(JPEGMetadata.colorProfile(Array(bytes[..<30])) == nil)
    }
}

@Suite struct DamagedPictureTests {
    private func noise(_ width: Int, _ height: Int) -> PixelImage {
        var state: UInt32 = 1
        var pixels: [UInt8] = []
        for _ in 0..<width * height {
            state = state &* 1_664_525 &+ 1_013_904_223
            pixels += [UInt8(state >> 24), UInt8(state >> 16 & 255), UInt8(state >> 8 & 255), 255]
        }
        return PixelImage(width: width, height: height, hasAlpha: false, pixels: pixels)
    }

    @Test(arguments: [ImageFormat.jpeg, .png]) func showsWhatThereIsOfAPictureCutOff(format: ImageFormat) throws {
        let image = noise(200, 200)
        let whole = format == .jpeg ? try ImageEncoder.jpeg(image) : try ImageEncoder.png(image)
        let half = Array(whole[..<(whole.count / 2)])
        let result = try ImageDecoder().decode(half)
        #expect(result.diagnostics.map(\.severity) == [.warning])
        let all = try ImageDecoder().decode(whole)
        #expect(all.diagnostics.isEmpty)
        #expect(result.output.pixels.prefix(200 * 4) == all.output.pixels.prefix(200 * 4))
        // What is missing is the same each time.
        #expect(try ImageDecoder().decode(half).output == result.output)
    }

    @Test func handsOnNoPictureThatIsCutOff() throws {
        let whole = try ImageEncoder.jpeg(noise(60, 60))
        let profile = PortablePicture.Profile(formats: [.jpeg], maximumSide: 100)
        let picture = try PortablePicture(Array(whole[..<(whole.count / 2)]), for: profile)
        #expect(picture.bytes.suffix(2) == [0xFF, 0xD9])
        #expect(picture.diagnostics.count == 1)
    }

    @Test func refusesPicturesThatSayTheyAreHuge() {
        let rows: [[UInt8]] = [[0]]
        let bomb = PNGFile.bytes(width: 60_000, height: 60_000, colorType: 0, rows: rows)
        let error = #expect(throws: ImageError.self) { try ImageDecoder().decode(bomb) }
        #expect(error?.code == .tooLarge)
    }

    @Test(
        arguments: TinyPictures.all.map(\.1) + [
            HalvedPictures.progressiveJPEG, HalvedPictures.losslessWebP, HalvedPictures.avif,
        ])
    func survivesBytesThatAreWrong(bytes: [UInt8]) {
        var state: UInt32 = 7
        for _ in 0..<60 {
            var bytes = bytes
            for _ in 0..<3 {
                state = state &* 1_664_525 &+ 1_013_904_223
                bytes[Int(state >> 8) % bytes.count] = UInt8(state >> 24)
            }
            _ = try? ImageDecoder(maximumPixels: 1_000_000).decode(bytes)
            _ = try? ImageDecoder(maximumPixels: 1_000_000).decode(Array(bytes.prefix(Int(state >> 8) % bytes.count)))
        }
    }
}
