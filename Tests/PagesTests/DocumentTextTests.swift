import Pages
import Testing

@Suite struct DocumentTextTests {
    @Test func followsTheTreeRatherThanThePage() {
        var sample = Sample()
        sample.block(.paragraph, "drawn first", at: [80])
        sample.block(.heading1, "Heading", at: [40])
        sample.document.structure.elements[0].children.reverse()
        #expect(sample.document.text() == "Heading\ndrawn first\n")
    }

    @Test func leavesLineEndHyphensOutAndTakesReplacementTexts() {
        var sample = Sample()
        let paragraph = sample.add(.paragraph)
        sample.place([sample.run("off\u{AD}", y: 40), sample.run("print ", y: 52)], in: paragraph)
        let span = sample.add(.span, under: paragraph)
        sample.document.structure[span].actualText = "🙂"
        sample.place([sample.run("x", x: 60, y: 52)], in: span)
        #expect(sample.document.text() == "offprint 🙂\n")
    }
}
