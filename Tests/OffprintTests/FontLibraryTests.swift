import CSS
import Diagnostics
import FontFiles
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
        let css = "@font-face { font-family: Mine; src: url(x.woff2) format(woff2), url(../x.ttf), url(Boxes.ttf) }"
        let sheet = StyleSheet(parsing: css, name: packageRoot + "/Tests/Fixtures/Fonts/my.css", origin: .theme)
        let library = FontLibrary(directories: [], rules: StyleResolver([sheet], medium: .print).fontFaces)
        let (book, diagnostics) = (library.book.output, library.book.diagnostics)
        #expect(try book.face(for: FontRequest(families: ["Mine"])).instance.path.hasSuffix("Fonts/Boxes.ttf"))
        #expect(
            diagnostics.map(\.message.text) == [
                "the font 'x.woff2' is passed over: 'woff2' files are not read; TTF, OTF and TTC are",
                "the font '../x.ttf' is not below the style sheet's folder",
            ])
    }
}
