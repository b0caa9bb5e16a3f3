import TestSupport
import Testing
import TextAnalysis

@testable import Shaping

@Suite(.enabled(if: hasFonts, "needs the catalogue's fonts")) struct TextShaperTests {
    @Test func kernsAndJoinsLatin() {
        #expect(
            line(shape("office AV")) == """
                Linux Libertine O Latn 0 \
                [80=0+504|2649=1+829|68=4+428|70=5+447|1=6+250|34=7+583|55=8+652]
                """)
    }

    @Test func addsUpUnitsAndGlyphsToTheSameWidth() {
        for text in ["office Tofu AV", "שלום עולם", "سلام عليكم", "नमस्ते", "สวัสดี", "漢字かな", "a → ✓ 😀 👩🏽‍🚀 b"] {
            let paragraph = shape(text)
            let units = paragraph.unitAdvances.reduce(0, +)
            #expect(abs(units - paragraph.advances.reduce(0, +)) < 1e-9)
        }
    }
}
