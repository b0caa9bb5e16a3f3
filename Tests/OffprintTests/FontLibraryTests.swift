import CSS
import Diagnostics
import FontFiles
import FoundationEssentials
import Shaping
import TestSupport
import Testing

@testable import Offprint

@Suite struct FontLibraryTests {
    @Test(
        arguments: [
            ("a.ttf", "styles/a.ttf"), ("./f/../f/a%20b.ttf#x", "styles/f/a b.ttf"), ("../a.ttf", nil),
            ("f/../../a.ttf", nil),
            ("/etc/a.ttf", nil), ("file:///a.ttf", nil), ("https://example.org/a.ttf", nil),
            ("data:font/ttf;base64,AA", nil),
            ("a%00.ttf", nil), ("", nil), ("..%2Fa.ttf", nil),
        ] as [(String, String?)])
    func keepsAddressesBelowTheSheetsFolder(address: String, path: String?) {
        #expect(FontLibrary.path(of: address, in: "styles/my.css") == path)
    }

    @Test func setsASnippetsFontsInTheWorkingDirectory() {
        #expect(FontLibrary.path(of: "f/a.ttf", in: "--css") == "f/a.ttf")
    }

    @Test func findsTheFontsOfASheet() throws {
        let css =
            "@font-face { font-family: Mine; src: url(x.svg) format(svg), url(y.ttf) tech(incremental), url(../x.ttf), url(Boxes.ttf) }"
        let sheet = StyleSheet(parsing: css, name: packageRoot + "/Tests/Fixtures/Fonts/my.css", origin: .theme)
        let library = FontLibrary(
            directories: [], rules: StyleResolver([sheet], medium: .print).fontFaces, unpacked: UnpackedFonts())
        let (book, diagnostics) = (library.book.output, library.book.diagnostics)
        #expect(try book.face(for: FontRequest(families: ["Mine"])).instance.path.hasSuffix("Fonts/Boxes.ttf"))
        #expect(
            diagnostics.map(\.message.text) == [
                "the font 'x.svg' is passed over: 'svg' is not read; TTF, OTF, TTC, WOFF and WOFF2 are",
                "the font 'y.ttf' is passed over: 'incremental' is not read; TTF, OTF, TTC, WOFF and WOFF2 are",
                "the font '../x.ttf' is not below the style sheet's folder",
            ])
    }

    private func library(_ css: String, name: String, _ unpacked: UnpackedFonts) -> FontLibrary {
        let sheet = StyleSheet(parsing: css, name: name, origin: .theme)
        return FontLibrary(
            directories: [], rules: StyleResolver([sheet], medium: .print).fontFaces, unpacked: unpacked)
    }

    @Test func unpacksWebFonts() throws {
        let folder = try SpoolFolder()
        defer { folder.remove() }
        let font = [UInt8](try Data(contentsOf: URL(filePath: packageRoot + "/Tests/Fixtures/Fonts/Boxes.ttf")))
        try OutputFile(folder.path + "/a.woff").write(WebFontFixture.woff(of: font))
        try OutputFile(folder.path + "/b.woff2").write(WebFontFixture.woff2(of: font))
        let data = Data(WebFontFixture.woff2(of: font)).base64EncodedString()
        let plain = Data(font).base64EncodedString()
        let unpacked = UnpackedFonts()
        let book = library(
            """
            @font-face { font-family: First; src: url(a.woff) format("woff") }
            @font-face { font-family: Second; src: url(b.woff2) format(woff2) tech(variations, features-opentype) }
            @font-face { font-family: Third; src: url("data:font/woff2;base64,\(data)") format("woff2") }
            @font-face { font-family: Fourth; src: url("data:font/ttf;base64,\(plain)") }
            """, name: folder.path + "/my.css", unpacked
        ).book
        #expect(book.diagnostics.isEmpty)
        for family in ["First", "Second", "Third", "Fourth"] {
            let face = try book.output.face(for: FontRequest(families: [family]))
            #expect(face.glyph(of: 0x41) != nil && face.instance.path.contains("/font-"), "\(family)")
        }
        withExtendedLifetime(unpacked) {}
    }

    @Test func saysWhichWebFontCannotBeUsed() {
        let book = library(
            """
            @font-face { font-family: A; src: url("data:font/woff2;base64,d09GMgABAAA=") }
            @font-face { font-family: B; src: url("data:font/woff2;base64,*") }
            """, name: "my.css", UnpackedFonts()
        ).book
        #expect(
            book.diagnostics.map(\.message.text) == [
                "the font 'data:font/woff2;base64,d09GMgABAAA=' cannot be used: it is no WOFF file of a size that is read",
                "the font 'data:font/woff2;base64,*' cannot be used: it is no 'data:' address",
            ])
    }

    @Test func givesFontsOtherMeasures() throws {
        let css = """
            @font-face { font-family: Plain; src: url(Boxes.ttf) }
            @font-face {
                font-family: Other; src: url(Boxes.ttf); ascent-override: 90%; descent-override: 30%; line-gap-override: 10%;
                size-adjust: 50% }
            """
        let book = library(css, name: packageRoot + "/Tests/Fixtures/Fonts/my.css", UnpackedFonts()).book.output
        let plain = try book.face(for: FontRequest(families: ["Plain"]))
        let other = try book.face(for: FontRequest(families: ["Other"]))
        #expect(other.metrics.ascent == 0.9 && other.metrics.descent == 0.3 && other.metrics.lineGap == 0.1)
        #expect(other.sizeFactor(for: nil, first: plain) == 0.5 && plain.sizeFactor(for: nil, first: plain) == 1)
        #expect(plain.metrics.ascent != 0.9)
    }
}
