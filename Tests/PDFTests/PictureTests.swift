import Diagnostics
import Foundation
import Geometry
import Images
import PDF
import Pages
import TestSupport
import Testing

@Suite struct PictureTests {
    let folder = TemporaryFolder()

    /// Writes a picture file and describes it.
    func source(_ bytes: [UInt8], _ name: String, orientation: Int = 1) throws -> PictureSource {
        let path = folder.path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let header = try? ImageHeader(bytes: bytes)
        return PictureSource(
            path: path, mediaType: header?.format.mediaType ?? "image/jpeg", pixelWidth: header?.size.width ?? 8,
            pixelHeight: header?.size.height ?? 8, orientation: orientation, identifier: name)
    }

    /// The file, written to the folder, of a document that shows the pictures.
    func write(_ sources: [PictureSource], width: Double = 72) throws -> (path: String, [Diagnostic]) {
        var sample = SampleDocument()
        for source in sources { sample.figure(source, width: width, height: width, alternative: source.identifier) }
        let path = folder.path + "/pictures.pdf"
        return (path, try PDFWriter().write(sample.document, to: path).diagnostics)
    }

    private func images(in path: String) throws -> [[Substring]] {
        try run("/usr/bin/pdfimages", ["-list", path]).output.split(separator: "\n").dropFirst(2)
            .map { $0.split(separator: " ") }
    }

    @Test func passesAJPEGThroughByteForByte() throws {
        let bytes = try JPEGMetadata.stripped(try ImageEncoder.jpeg(.gradient(width: 200, height: 200)))
        let (path, diagnostics) = try write([try source(bytes, "a.jpg")])
        #expect(diagnostics.isEmpty)
        _ = try run("/usr/bin/pdfimages", ["-all", path, folder.path + "/out"])
        let out = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out-000.jpg"))
        #expect([UInt8](out) == bytes)
    }

    @Test func reducesPicturesThatAreMuchFinerThanPrint() throws {
        let jpeg = try source(try ImageEncoder.jpeg(.gradient(width: 700, height: 700)), "a.jpg")
        let png = try source(try ImageEncoder.png(.gradient(width: 700, height: 700)), "a.png")
        let (path, _) = try write([jpeg, png])
        #expect(try images(in: path).map { $0[3] } == ["300", "300"])
    }

    @Test func writesAPictureShownTwiceOnce() throws {
        let jpeg = try source(try ImageEncoder.jpeg(.gradient(width: 100, height: 100)), "a.jpg")
        let png = try source(try ImageEncoder.png(.gradient(width: 100, height: 100)), "a.png")
        let (path, _) = try write([jpeg, png, jpeg, png])
        #expect(Set(try images(in: path).map { $0[10] }).count == 2)
    }

    @Test func turnsCMYKIntoRGB() throws {
        let bytes = [UInt8](Data(base64Encoded: cmykJPEG)!)
        let (path, diagnostics) = try write([try source(bytes, "cmyk.jpg")])
        #expect(diagnostics.isEmpty)
        #expect(try images(in: path).map { $0[5] } == ["rgb"])
    }

    @Test func convertsAJPEGOfAWideGamut() throws {
        let plain = try ImageEncoder.jpeg(.gradient(width: 40, height: 40))
        let wide = ColorProfileFile.insert(ColorProfileFile.wide, intoJPEG: plain)
        let standard = ColorProfileFile.insert(ColorProfileFile.standard, intoJPEG: plain)
        let (path, diagnostics) = try write([try source(wide, "wide.jpg"), try source(standard, "standard.jpg")])
        #expect(diagnostics.isEmpty)
        _ = try run("/usr/bin/pdfimages", ["-all", path, folder.path + "/out"])
        let pictures = try ["out-000.jpg", "out-001.jpg"].map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + $0)))
        }
        #expect(JPEGMetadata.colorProfile(pictures[0]) == nil)
        #expect(pictures[1] == (try JPEGMetadata.stripped(standard)))
        let colors = try pictures.map { try ImageDecoder().decode($0).output.pixels }
        #expect(colors[0] != colors[1])
    }

    @Test func showsWhatThereIsOfAPictureCutOff() throws {
        let whole = try ImageEncoder.jpeg(.gradient(width: 200, height: 200))
        let (path, diagnostics) = try write([try source(Array(whole[..<(whole.count * 2 / 3)]), "half.jpg")])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(try images(in: path).count == 1)
    }

    @Test func drawsNothingThatAnSVGNamesOutside() throws {
        let picture = try ImageEncoder.png(.gradient(width: 8, height: 8))
        let outside = try source(picture, "outside.png")
        let references = ["outside.png", outside.path, "file://\(outside.path)"]
        let svg =
            "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
            + references.map { "<image href='\($0)' width='8' height='8'/>" }.joined() + "<circle r='9'/></svg>"
        let (path, _) = try write([try source(Array(svg.utf8), "drawing.svg")])
        #expect(try images(in: path).isEmpty)
    }

    @Test func drawsSVGAsVectors() throws {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><circle cx='10' cy='10' r='9'/></svg>"
        let (path, diagnostics) = try write([try source(Array(svg.utf8), "circle.svg")])
        #expect(diagnostics.isEmpty)
        #expect(try images(in: path).isEmpty)
    }

    @Test func reducesAPictureThatIsTooLongForCairo() throws {
        let long = try source(try ImageEncoder.png(.gradient(width: 33000, height: 2)), "long.png")
        let (path, diagnostics) = try write([long])
        #expect(diagnostics.isEmpty)
        #expect(try images(in: path).map { $0[3] } == ["300"])
    }

    @Test func makesThePageWithoutAPictureThatIsBroken() throws {
        let (_, diagnostics) = try write([try source(Array("nothing".utf8), "broken.jpg")])
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    // Skipped where the shared tools are absent.
    @Test(.enabled(if: validator != nil, "needs ../shared/tools/pdf-validate"))
    func conformsWithEveryKindOfPicture() throws {
        let filtered = """
            <svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><defs><filter id='f'>\
            <feGaussianBlur stdDeviation='2'/></filter><linearGradient id='g'><stop stop-color='red'/>\
            <stop offset='1' stop-color='blue' stop-opacity='0.5'/></linearGradient></defs>\
            <rect width='20' height='20' fill='url(#g)' opacity='0.5'/><circle cx='10' cy='10' r='6' filter='url(#f)'/>\
            </svg>
            """
        let plain = filtered.replacing(" filter='url(#f)'", with: "").replacing(/<filter.*<\/filter>/, with: "")
        let sources = try [
            source(try ImageEncoder.jpeg(.gradient(width: 40, height: 40)), "a.jpg", orientation: 6),
            source(try ImageEncoder.png(.gradient(width: 40, height: 40, alpha: true)), "alpha.png"),
            source([UInt8](Data(base64Encoded: cmykJPEG)!), "cmyk.jpg"),
            source(
                ColorProfileFile.insert(ColorProfileFile.wide, intoJPEG: HalvedPictures.progressiveJPEG), "wide.jpg"),
            source(HalvedPictures.progressiveJPEG, "progressive.jpg"), source(HalvedPictures.grayJPEG, "gray.jpg"),
            source(HalvedPictures.cmykJPEG, "inks.jpg"), source(HalvedPictures.tiffLZW, "a.tiff"),
            source(HalvedPictures.tiffCMYK, "inks.tiff"), source(HalvedPictures.bmpPalette, "a.bmp"),
            source(HalvedPictures.pngPalette, "palette.png"), source(HalvedPictures.png16, "deep.png"),
            source(Array(filtered.utf8), "filtered.svg"),
            source(Array(plain.utf8), "plain.svg"),
        ]
        let (path, diagnostics) = try write(sources)
        #expect(diagnostics.isEmpty)
        let result = try run(validator!, ["-f", "ua1,2a", path])
        #expect(result.status == 0, "\(result.output)")
    }
}

extension PixelImage {
    static func gradient(width: Int, height: Int, alpha: Bool = false) -> PixelImage {
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width { pixels += [UInt8(x % 256), UInt8(y % 256), 128, alpha ? UInt8(x % 256) : 255] }
        }
        return PixelImage(width: width, height: height, hasAlpha: alpha, pixels: pixels)
    }
}

/// Eight by eight pixels of one colour.
private let cmykJPEG = """
    /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBK\
    UVJP/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAYH/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAA\
    PwCnCQkpz//Z
    """

/// Formats whose loaders are packages of their own; where one is absent, the test says so and ends.
@Suite struct RecentFormatTests {
    @Test(
        .enabled(if: validator != nil, "needs ../shared/tools/pdf-validate"),
        arguments: [
            ("lossy.webp", HalvedPictures.lossyWebP), ("clear.webp", HalvedPictures.losslessWebP),
            ("clear.avif", HalvedPictures.avif),
        ]) func conforms(name: String, bytes: [UInt8]) throws
    {
        let tests = PictureTests()
        do {
            _ = try ImageDecoder().decode(bytes)
        } catch {
            return print("skipped: \(error.message)")
        }
        let (path, diagnostics) = try tests.write([try tests.source(bytes, name)])
        #expect(diagnostics.isEmpty)
        let result = try run(validator!, ["-f", "ua1,2a", path])
        #expect(result.status == 0, "\(result.output)")
    }
}
