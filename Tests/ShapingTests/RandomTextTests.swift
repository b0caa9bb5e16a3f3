import Testing
import TextAnalysis

@testable import Shaping

/// Laws that hold for any text, on seeded random ones.
@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct RandomTextTests {
    /// Characters that meet seldom, and that shaping treats unlike each other.
    private static let pieces: [[UInt16]] =
        [
            "office", " ", "AV", "\u{AD}", "\t", "\n", "e\u{301}", "\u{301}", "שלום", "(", ")", "سلام", "١٢", "12",
            "नमस्ते", "क्ष",
            "ไทย", "漢字", "かな", "한", "😀", "👩🏽‍🚀", "\u{200D}", "\u{FE0F}", "\u{202B}", "\u{202C}", "\u{2067}", "\u{2069}",
            "\u{FFFC}", "→", "\u{10FFFD}", "\u{378}", "―", "ﬁ", "ẞ", "\u{0}",
        ].map { Array($0.utf16) } + [[0xD83D], [0xDE00]]

    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) | (state << 31)
        }
    }

    @Test func holdTheirLawsWhereverTheyAreBroken() {
        var numbers = Numbers(state: 5)
        var shaper = TextShaper(fonts: FontBook())
        for _ in 0..<300 {
            var text: [UInt16] = []
            for _ in 0..<Int.random(in: 1...12, using: &numbers) { text += Self.pieces.randomElement(using: &numbers)! }
            let middle = Int.random(in: 0...text.count, using: &numbers)
            let request = FontRequest(families: ["Linux Libertine O"])
            let spans = [
                ShapingSpan(range: 0..<middle, request: request, size: 10, language: "en"),
                ShapingSpan(
                    range: middle..<text.count, request: FontRequest(families: ["sans-serif"], weight: 700), size: 8,
                    letterSpacing: 1),
            ]
            let base: BaseDirection = [.auto, .leftToRight, .rightToLeft].randomElement(using: &numbers)!
            let paragraph = shaper.shape(text: text, spans: spans, base: base)
            #expect(paragraph.runs.map(\.textRange.count).reduce(0, +) == text.count)
            #expect(abs(paragraph.unitAdvances.reduce(0, +) - paragraph.advances.reduce(0, +)) < 1e-6)
            for (offset, unit) in paragraph.shapedText.enumerated() where unit == 0xAD || unit == 0x200B {
                #expect(paragraph.unitAdvances[offset] == 0)
            }
            var start = 0
            while start < text.count {
                let end = Int.random(in: start + 1...text.count, using: &numbers)
                let runs = shaper.lineRuns(of: paragraph, range: start..<end, hyphen: end % 3 == 0 ? .automatic : nil)
                #expect(runs.map(\.textRange.count).reduce(0, +) == end - start)
                for run in runs {
                    #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
                    #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
                    #expect(run.glyphUnits.allSatisfy { run.textRange.contains($0) })
                }
                start = end
            }
        }
    }
}
