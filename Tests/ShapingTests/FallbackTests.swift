import FontFiles
import Testing
import TextAnalysis

@testable import Shaping

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct FallbackTests {
    @Test func keepsAClusterInOneFont() {
        // Inconsolata has the letter, but not the mark.
        let paragraph = shape("ax\u{0331}b", families: ["Inconsolata"])
        #expect(paragraph.runs.map(\.textRange) == [0..<1, 1..<3, 3..<4])
        #expect(paragraph.missing.isEmpty)
    }

    @Test func choosesOneFontAScript() {
        let paragraph = shape("Слово и дело, ѯ", families: ["Inconsolata"], language: "ru")
        let families = paragraph.runs.filter { $0.script.description == "Cyrl" }.map {
            paragraph.faces[$0.face!].family
        }
        #expect(families.prefix(1) == ["Noto Sans Mono"])
    }

    @Test func takesNoLettersThatAFamilyIsNotMadeFor() {
        // Biolinum's bold face has Hebrew letters that are not bold.
        let paragraph = shape("שלום ab", families: ["Linux Biolinum O", "sans-serif"], language: "he") {
            $0.request.weight = 700
        }
        #expect(paragraph.faces.map(\.family) == ["Noto Sans Hebrew", "Linux Biolinum O"])
        #expect(paragraph.missing.isEmpty)
    }

    @Test func setsPointedHebrewInOneFont() {
        let paragraph = shape("בְּרֵאשִׁית בָּרָא", families: ["Inconsolata"], language: "he")
        #expect(paragraph.faces.count == 1)
    }

    @Test func bringsFallbacksToTheXHeightOfTheFirstFont() throws {
        let paragraph = shape("aբ", families: ["Linux Libertine O"])
        let sizes = paragraph.runs.map { $0.size * paragraph.faces[$0.face!].metrics.xHeight }
        #expect(paragraph.faces.count == 2 && abs(sizes[0] - sizes[1]) < 1e-9)
    }

    @Test func leavesSymbolsAtTheirSize() {
        let paragraph = shape("ab ☎ cd")
        #expect(paragraph.runs.map(\.script.description) == ["Latn", "Zyyy", "Latn"])
        #expect(paragraph.runs.map(\.size) == [10, 10, 10])
        let columns = shape("ab│", families: ["Inconsolata"])
        #expect(abs(columns.unitAdvances[2] - columns.unitAdvances[0]) < 0.01)
    }

    @Test func keepsMonospacedTextInItsColumns() {
        let paragraph = shape("abcЖ", families: ["Inconsolata"])
        #expect(paragraph.faces.count == 2)
        #expect(abs(paragraph.unitAdvances[3] - paragraph.unitAdvances[0]) < 0.01)
    }

    @Test func leavesScriptsWithoutXHeightAtTheirSize() {
        let paragraph = shape("a漢ا", families: ["Linux Libertine O"])
        #expect(paragraph.runs.map(\.size) == [10, 10, 10])
    }

    @Test func adjustsAllFontsToTheAspectThatIsAskedFor() {
        let paragraph = shape("a", families: ["Linux Libertine O"]) {
            $0.request.sizeAdjust = FontSizeAdjust(value: .number(0.5))
        }
        #expect(abs(paragraph.runs[0].size * paragraph.faces[0].metrics.xHeight - 5) < 1e-9)
        let same = shape("a") { $0.request.sizeAdjust = FontSizeAdjust(metric: .capHeight, value: .fromFont) }
        #expect(same.runs[0].size == 10)
    }

    @Test(
        arguments: [
            (0x4E00, "fonts-nowhere"), (0x1F600, nil), (0x10FFFD, nil), (0x378, nil),
        ] as [(UInt32, String?)])
    func namesThePackageThatWouldHelp(scalar: UInt32, package: String?) {
        let catalog = FontCatalog(
            parsing: Array(
                """
                {"families": [{"family": "Nowhere", "scripts": ["Hani"], "package": "fonts-nowhere",
                  "faces": [{"file": "nowhere/Nowhere.otf"}]}]}
                """.utf8))
        #expect(FontBook(catalog: catalog).package(for: scalar) == package)
    }

    @Test func namesALastResortWhereTheCataloguesFontsDoNotHelp() {
        #expect(FontBook().package(for: 0x20000) == "fonts-hanazono")
        #expect(FontBook().package(for: 0x1C90) == "fonts-unifont")
    }
}
