import FontFiles
import Testing

@testable import Shaping

extension FontCatalog {
    /// A catalogue whose one font is not there.
    static let absent = FontCatalog(
        parsing: Array(
            """
            {"families": [{"family": "Nowhere", "roles": ["text"], "scripts": ["Latn"], "package": "fonts-nowhere",
              "faces": [{"file": "nowhere/Nowhere.otf"}]}]}
            """.utf8))
}

@Suite struct FontBookTests {
    @Test func readsTheCatalogue() {
        let catalog = FontCatalog.standard
        #expect(catalog.families.count > 150)
        #expect(catalog.family(named: "linux libertine o")?.package == "fonts-linuxlibertine")
        #expect(catalog.families(for: .text).first?.name == "Linux Libertine O")
        #expect(catalog.families(for: .display).first?.name == "Linux Biolinum O")
        #expect(catalog.families(for: .mono).first?.name == "Inconsolata")
        #expect(catalog.families(forScript: "Hebr").map(\.name).contains("Noto Serif Hebrew"))
        #expect(catalog.family(named: "Noto Serif CJK TC")?.faces.first?.index == 3)
    }

    @Test func survivesABrokenCatalogue() {
        for text in ["", "{", "[1, 2", "{\"families\": [{\"family\": \"x", "{\"families\": [{}]}", "{\"families\": 7}"]
        {
            #expect(FontCatalog(parsing: Array(text.utf8)).families.isEmpty)
        }
    }

    @Test func namesThePackageOfAMissingFile() throws {
        let error = #expect(throws: FontError.self) {
            try FontBook(catalog: .absent).face(for: FontRequest(families: ["Nowhere"]))
        }
        #expect(error?.description == "the font 'Nowhere' is not installed (install the package fonts-nowhere)")
    }

    @Test(.enabled(if: hasFonts, "needs the catalogue's fonts")) func notesWhichFontAnotherStandsInFor() throws {
        let text = """
            {"families": [{"family": "Nowhere", "package": "fonts-nowhere", "faces": [{"file": "Nowhere.otf"}]},
              {"family": "Here", "faces": [{"file": "opentype/linux-libertine/LinLibertine_R.otf"}]}]}
            """
        let book = FontBook(catalog: FontCatalog(parsing: Array(text.utf8)))
        #expect(try book.face(for: FontRequest(families: ["Nowhere", "Here"])).family == "Here")
        #expect(book.absent.map(\.family) == ["Nowhere"])
    }

    @Test(.enabled(if: hasFonts, "needs the catalogue's fonts")) func findsTheFontsOfTheUsersFolders() throws {
        let book = FontBook(directories: ["/usr/share/fonts/opentype/linux-libertine"], catalog: .absent)
        let request = FontRequest(families: ["No Such Family 7", "Linux Libertine O"], weight: 700, slant: .italic)
        let face = try book.face(for: request)
        #expect(face.instance.path.hasSuffix("LinLibertine_RBI.otf"))
        #expect(face.instance.synthesis == [])
    }

    @Test func saysThatAFileIsNoFont() {
        let error = #expect(throws: FontError.self) {
            try FontFace(FontInstance(path: #filePath), family: "x")
        }
        #expect(error?.code == .unreadable)
    }

    @Test func matchesWeightsByTheRulesOfCSS() {
        let faces = [300.0, 400, 600, 700].map { FontFamilyFace(path: "\(Int($0))", weights: $0...$0) }
        func match(_ weight: Double) -> String? {
            FontMatching(request: FontRequest(families: [], weight: weight, slant: .italic)).best(of: faces)?.path
        }
        #expect(match(100) == "300" && match(400) == "400" && match(500) == "400" && match(900) == "700")
        #expect(match(650) == "700" && match(350) == "300")
    }

    @Test(.enabled(if: hasFonts, "needs the catalogue's fonts")) func synthesisesWhatAFamilyLacks() throws {
        let book = FontBook()
        func synthesis(_ family: String, _ weight: Double, _ isItalic: Bool) throws -> FontInstance.Synthesis {
            let request = FontRequest(families: [family], weight: weight, slant: isItalic ? .italic : .normal)
            return try book.face(for: request).instance.synthesis
        }
        #expect(try synthesis("Linux Libertine O", 700, true) == [])
        #expect(
            try synthesis("Linux Biolinum O", 700, true) == [.bold]
                || synthesis("Linux Biolinum O", 700, true) == [.oblique])
        #expect(try synthesis("Inconsolata", 700, true) == [.bold, .oblique])
    }

    @Test(.enabled(if: hasFonts, "needs the catalogue's fonts")) func passesOverFamiliesThatNobodyKnows() throws {
        let face = try FontBook().face(for: FontRequest(families: ["No Such Family 7", "serif"]))
        #expect(face.family == "Linux Libertine O")
        #expect(abs(face.metrics.xHeight - 0.43) < 0.02 && face.metrics.ascent > 0.6 && face.metrics.descent > 0.1)
        #expect(abs(face.spaceAdvance - 0.25) < 0.001)
    }
}
