import FontFiles
import TestSupport
import Testing
import TextAnalysis

@testable import Shaping

/// CSS Fonts 4, §5.2, with its own order: width, style, weight.
@Suite struct FontMatchingTests {
    private func match(_ request: FontRequest, _ faces: [FontFamilyFace]) -> String? {
        FontMatching(request: request).best(of: faces)?.path
    }

    @Test(arguments: [
        (0.9, "narrow"), (1.0, "normal"), (1.2, "wide"), (0.5, "narrow"), (2.0, "wide"), (1.05, "wide"),
        (0.95, "narrow"),
    ])
    func takesTheNearestWidthFirst(stretch: Double, expected: String) {
        let faces = [
            FontFamilyFace(path: "narrow", weights: 700...700, stretches: 0.75...0.75),
            FontFamilyFace(path: "normal"), FontFamilyFace(path: "wide", stretches: 1.25...1.25),
        ]
        #expect(match(FontRequest(families: [], stretch: stretch), faces) == expected)
    }

    @Test func prefersTheStyleToTheWeight() {
        let faces = [
            FontFamilyFace(path: "bold", weights: 700...700), FontFamilyFace(path: "italic", slants: [.italic]),
            FontFamilyFace(path: "oblique", slants: [.oblique]),
        ]
        #expect(match(FontRequest(families: [], weight: 700, slant: .italic), faces) == "italic")
        #expect(match(FontRequest(families: [], weight: 700, slant: .oblique), faces) == "oblique")
        #expect(match(FontRequest(families: [], weight: 400), faces) == "bold")
        #expect(match(FontRequest(families: [], slant: .italic), [faces[0], faces[2]]) == "oblique")
    }

    @Test(arguments: [
        (100.0, "300"), (350, "300"), (400, "400"), (450, "400"), (500, "400"), (550, "700"), (950, "900"),
    ])
    func takesTheNearestWeightOnTheSideThatCSSPrefers(weight: Double, expected: String) {
        let faces = [900.0, 300, 700, 400].map { FontFamilyFace(path: "\(Int($0))", weights: $0...$0) }
        #expect(match(FontRequest(families: [], weight: weight), faces) == expected)
    }

    @Test func prefersAVariableFaceThatHasTheWeight() {
        let faces = [
            FontFamilyFace(path: "regular"), FontFamilyFace(path: "variable", weights: 500...900),
        ]
        #expect(match(FontRequest(families: [], weight: 600), faces) == "variable")
        #expect(match(FontRequest(families: [], weight: 300), faces) == "regular")
    }

    @Test func takesTheLastOfEqualFaces() {
        #expect(match(FontRequest(families: []), [FontFamilyFace(path: "a"), FontFamilyFace(path: "b")]) == "b")
    }
}

/// Fonts of folders and of `@font-face`, on files of our own.
@Suite struct OwnFontTests {
    static let folder = packageRoot + "/Tests/Fixtures/Fonts"
    private let book = FontBook(directories: [Self.folder], catalog: .absent)

    @Test func findsFamiliesInAFolder() throws {
        let face = try book.face(for: FontRequest(families: ["offprint box"], weight: 700))
        #expect(face.instance == FontInstance(path: Self.folder + "/BoxesBold.ttf"))
        #expect(book.absent.isEmpty)
    }

    @Test func movesAVariableFontToWhatIsAskedFor() throws {
        let request = FontRequest(
            families: ["Offprint Boxes"], weight: 950, slant: .oblique, stretch: 1.1, opticalSize: 20)
        let instance = try book.face(for: request).instance
        #expect(instance.synthesis == [])
        #expect(instance.variations.map(\.axis) == ["opsz", "slnt", "wdth", "wght"])
        #expect(zip(instance.variations.map(\.value), [20, -14, 110, 900]).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test func letsSettingsGoBeforeProperties() throws {
        var request = FontRequest(families: ["Offprint Boxes"], weight: 700)
        request.variations = [.init(axis: "wght", value: 250), .init(axis: "GRAD", value: 1)]
        let variations = try book.face(for: request).instance.variations
        #expect(variations.first { $0.axis == "wght" }?.value == 250)
        #expect(!variations.contains { $0.axis == "GRAD" || $0.axis == "opsz" })
    }

    @Test func measuresTheInstanceThatIsDrawn() throws {
        func advance(_ stretch: Double) throws -> Double {
            let face = try book.face(for: FontRequest(families: ["Offprint Boxes"], stretch: stretch))
            return face.advance(of: face.glyph(of: 0x61)!)
        }
        let advances = try [1, 1.25, 0.75].map { (try advance($0) * 1000).rounded() }
        #expect(advances == [600, 800, 400])
    }

    @Test func takesTheFirstSourceThatCanBeRead() throws {
        let rule = DeclaredFont(
            family: "Mine",
            sources: [
                .local("No Such Face"), .file(Self.folder + "/make-fonts"), .file(Self.folder + "/none.ttf"),
                .file(Self.folder + "/Boxes.ttf"),
            ], weights: 200...300)
        let book = FontBook(declared: [rule], catalog: .absent)
        let face = try book.face(for: FontRequest(families: ["mine"], weight: 700))
        #expect(face.instance.path.hasSuffix("/Boxes.ttf"))
        #expect(face.instance.variations.contains(.init(axis: "wght", value: 300)))
        #expect(face.instance.synthesis == [.bold])
        #expect(book.absent.map(\.code) == [.unreadable, .missingFile])
    }

    @Test func passesOverARuleWithoutAFontAndSaysSo() throws {
        let book = FontBook(declared: [DeclaredFont(family: "Serif Mine", sources: [.local("No Such Face")])])
        _ = try? book.face(for: FontRequest(families: ["Serif Mine", "serif"]))
        #expect(book.absent.map(\.description) == ["none of the sources of 'Serif Mine' is there"])
    }

    @Test func opensNoWebFontsAndSaysSo() throws {
        let error = #expect(throws: FontError.self) {
            try FontFileReader.faces(of: Self.folder + "/make-fonts", family: "x")
        }
        #expect(error?.code == .unreadable)
        let missing = FontBook(directories: ["/no/such/folder"])
        #expect(missing.absent.map(\.description) == ["the folder of fonts /no/such/folder cannot be read"])
    }

    @Test(.enabled(if: hasFonts, "needs the catalogue's fonts")) func dividesAFamilyByUnicodeRange() {
        let rules = [
            DeclaredFont(family: "Mixed", sources: [.file(Self.folder + "/BoxesBold.ttf")]),
            DeclaredFont(
                family: "Mixed", sources: [.file(Self.folder + "/Boxes.ttf")],
                coverage: CharacterRanges([0x61...0x63])),
        ]
        var shaper = TextShaper(fonts: FontBook(declared: rules))
        let span = ShapingSpan(range: 0..<7, request: FontRequest(families: ["Mixed", "serif"]), size: 10)
        let paragraph = shaper.shape(text: Array("xabc xé".utf16), spans: [span], base: .auto)
        #expect(
            paragraph.runs.map { paragraph.faces[$0.face!].instance.path.split(separator: "/").last } == [
                "BoxesBold.ttf", "LinLibertine_R.otf",
            ])
        let first = FontBook(declared: [rules[1]])
        var other = TextShaper(fonts: first)
        let span2 = ShapingSpan(range: 0..<4, request: FontRequest(families: ["serif", "Mixed"]), size: 10)
        #expect(
            other.shape(text: Array("abcd".utf16), spans: [span2], base: .auto).faces.map(\.family) == [
                "Linux Libertine O"
            ])
    }
}
