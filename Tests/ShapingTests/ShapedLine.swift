import FontFiles
import TextAnalysis

@testable import Shaping

/// What the catalogue's first text family needs to be there; tests of shaping say so and stop where it is not.
let hasFonts: Bool = {
    let present = (try? FontBook().face(for: FontRequest(families: ["Linux Libertine O"]))) != nil
    if !present { print("skipped: no fonts; run `make setup`") }
    return present
}()

/// One paragraph of one span, shaped.
func shape(
    _ text: String, families: [String] = ["Linux Libertine O"], language: String? = "en", size: Double = 10,
    base: BaseDirection = .auto, features: [FontFeature] = [], letterSpacing: Double = 0,
    change: (inout ShapingSpan) -> Void = { _ in }
) -> ShapedParagraph {
    var shaper = TextShaper(fonts: FontBook())
    let units = Array(text.utf16)
    var span = ShapingSpan(
        range: 0..<units.count, request: FontRequest(families: families), size: size, features: features,
        language: language, letterSpacing: letterSpacing)
    change(&span)
    return shaper.shape(text: units, spans: [span], base: base)
}

/// A paragraph's glyphs, one run a line, in HarfBuzz's one-line form: `name=cluster@x,y+advance`, in units of the font.
func line(_ paragraph: ShapedParagraph) -> String {
    paragraph.runs.map { run in
        guard let index = run.face else { return "[blank]" }
        let face = paragraph.faces[index]
        let unit = Double(face.unitsPerEm) / run.size
        let glyphs = run.glyphRange.map { glyph in
            func units(_ value: Double) -> Int { Int((value * unit).rounded()) }
            var text = "\(face.name(of: paragraph.glyphs[glyph]))=\(paragraph.clusters[glyph])"
            let (x, y) = (units(paragraph.xOffsets[glyph]), units(paragraph.yOffsets[glyph]))
            if x != 0 || y != 0 { text += "@\(x),\(y)" }
            return text + "+\(units(paragraph.advances[glyph]))"
        }
        return "\(face.family) \(run.script) \(run.level) [\(glyphs.joined(separator: "|"))]"
    }.joined(separator: "\n")
}
