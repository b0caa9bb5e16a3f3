@testable import Shaping
import TextAnalysis
import Testing

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct TextShaperTests {
    @Test func shapesScripts() {
        for t in ["office Tofu AV", "שלום עולם", "سلام عليكم", "नमस्ते", "สวัสดี", "漢字かな", "a → ✓ ☃ 😀 👩🏽‍🚀 b"] {
            let p = shape(t)
            print(t, line(p), p.missing, p.unsafeToBreak, p.unitAdvances, separator: "\n")
            var s = TextShaper(fonts: FontBook())
            for r in s.lineRuns(of: p, range: 0..<p.text.count, hyphen: nil) { print("   ", r.text, r.clusters, r.width, r.level) }
        }
    }
}
