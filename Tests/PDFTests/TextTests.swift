import Diagnostics
import FontFiles
import Foundation
import Geometry
import PDF
import Pages
import Testing

@Suite struct TextTests {
    let folder = TemporaryFolder()

    /// The text that `pdftotext` finds in a document with one paragraph of these runs.
    private func text(_ runs: (SampleDocument) -> [GlyphRun], fonts: [FontInstance] = []) throws -> String {
        var sample = SampleDocument()
        sample.document.pages[0].content = []
        sample.document.fonts += fonts
        let paragraph = sample.add(.paragraph)
        sample.place(runs(sample).map { .glyphs($0) }, in: paragraph)
        let path = folder.path + "/text.pdf"
        _ = try PDFWriter().write(sample.document, to: path)
        return try run("/usr/bin/pdftotext", ["-layout", path, "-"]).output
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func givesALigatureItsLetters() throws {
        let found = try text { sample in
            var run = sample.run("o\u{FB03}ce", x: 72, y: 100, size: 12)
            run.text = "office"
            run.clusters[1].byteCount = 3
            return [run]
        }
        #expect(found == "office")
    }

    @Test func spellsOutWhatAGlyphStandsForOnlyHere() throws {
        let found = try text { sample in
            var small = sample.run("AAA", x: 72, y: 100, size: 12)
            small.text = "aAA"
            return [small]
        }
        #expect(found == "aAA")
    }

    @Test func givesAHyphenBackThatStandsInAWord() throws {
        let found = try text { sample in
            var soft = sample.run("off-", x: 72, y: 100, size: 12)
            soft.text = "off\u{AD}"
            soft.clusters[3].byteCount = 2
            return [soft, soft, sample.run("well-set", x: 72, y: 130, size: 12)]
        }
        #expect(found.hasSuffix("well-set"))
    }

    @Test func keepsALetterAndItsMarkTogether() throws {
        let found = try text { sample in
            var run = sample.run("xe\u{301}x", x: 72, y: 100, size: 12)
            run.clusters = [
                .init(byteCount: 1, glyphCount: 1), .init(byteCount: 3, glyphCount: 2),
                .init(byteCount: 1, glyphCount: 1),
            ]
            return [run]
        }
        #expect(found.precomposedStringWithCanonicalMapping == "xéx")
    }

    @Test func survivesClustersThatDoNotAddUp() throws {
        let found = try text { sample in
            var run = sample.run("broken", x: 72, y: 100, size: 12)
            run.clusters.removeLast()
            return [run]
        }
        #expect(found == "broken")
    }

    @Test func showsTextInAGroupOnce() throws {
        var sample = SampleDocument()
        let paragraph = sample.add(.paragraph)
        let group = DisplayItem.Group(
            items: [.glyphs(sample.run("grouped", x: 72, y: 100, size: 12))], opacity: 0.5,
            transform: .translation(x: 10, y: 10))
        sample.place([.group(group)], in: paragraph)
        let path = folder.path + "/group.pdf"
        _ = try PDFWriter().write(sample.document, to: path)
        let found = try run("/usr/bin/pdftotext", [path, "-"]).output
        #expect(found.ranges(of: "grouped").count == 1)
    }

    @Test func placesEveryGlyphWhereTheRunSays() throws {
        var sample = SampleDocument()
        sample.document.pages[0].content = []
        let paragraph = sample.add(.paragraph)
        var run1 = sample.run("ab", x: 72, y: 100, size: 12)
        run1.x[1] = 300
        run1.y[1] = 90
        run1.horizontalScale = 0.5
        sample.place([.glyphs(run1)], in: paragraph)
        let path = folder.path + "/places.pdf"
        _ = try PDFWriter().write(sample.document, to: path)
        let boxes = try run("/usr/bin/pdftotext", ["-bbox", path, "-"]).output
        #expect(boxes.contains("xMin=\"72.0"))
        #expect(boxes.contains("xMin=\"300.0"))
    }

    // The colour font is Debian's; without it there is nothing to show.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: emojiFont), "needs fonts-noto-color-emoji"))
    func showsColourGlyphsWithTheirText() throws {
        var sample = SampleDocument()
        sample.document.fonts.append(FontInstance(path: emojiFont))
        let paragraph = sample.add(.paragraph)
        let emoji = GlyphRun(
            font: 1, size: 12, color: .black, glyphs: [1000], x: [72], y: [200], text: "😀",
            clusters: [.init(byteCount: 4, glyphCount: 1)], width: 12)
        sample.place([.glyphs(sample.run("see ", x: 40, y: 200, size: 12)), .glyphs(emoji)], in: paragraph)
        let path = folder.path + "/emoji.pdf"
        _ = try PDFWriter().write(sample.document, to: path)
        #expect(try run("/usr/bin/pdftotext", [path, "-"]).output.contains("😀"))
        #expect(try run("/usr/bin/pdfimages", ["-list", path]).output.split(separator: "\n").count > 2)
        if let validator {
            let result = try run(validator, ["-f", "ua1,2a", path])
            #expect(result.status == 0, "\(result.output)")
        }
    }
}

private let emojiFont = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
