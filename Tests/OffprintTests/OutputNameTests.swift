import Testing

@testable import Offprint

@Suite struct OutputNameTests {
    @Test func makesOneHyphenOfAllThatIsNoLetterOrDigit() {
        #expect(
            OutputName.name(title: "On — Offprints: 2nd, ed.", input: "a.html", format: .pdf)
                == "on-offprints-2nd-ed.pdf")
    }

    @Test func keepsLettersOfEveryScriptAndDropsApostrophes() {
        #expect(OutputName.name(title: "Don’t Über 漢字", input: "a.html", format: .epub) == "dont-über-漢字.epub")
    }

    @Test func takesTheInputsNameWhereThereIsNoTitle() {
        #expect(OutputName.name(title: nil, input: "saved/My Page.html", format: .txt) == "my-page.txt")
        #expect(OutputName.name(title: "…", input: "-", format: .txt) == "article.txt")
    }

    @Test func endsBetweenWordsWhereATitleIsLong() {
        let name = OutputName.name(title: String(repeating: "word ", count: 40), input: "a", format: .pdf)
        #expect(name.utf8.count <= OutputName.maximumLength + 4)
        #expect(name.hasSuffix("-word.pdf"))
    }

    @Test func cutsAWordThatIsTooLongAlone() {
        let name = OutputName.name(title: String(repeating: "ü", count: 200), input: "a", format: .pdf)
        #expect(name.utf8.count == OutputName.maximumLength + 4)
    }

    @Test(arguments: [
        ("a.pdf", OutputFormat.pdf), ("a.b/c.EPUB", .epub), ("x.htm", .html), ("x.eml", .eml), ("x.text", .txt),
        ("x.markdown", .md),
    ]) func tellsTheFormatByTheEnding(path: String, format: OutputFormat) {
        #expect(OutputFormat(ending: path) == format)
    }

    @Test(arguments: ["a", "a.pdf/b", "a.doc", "."]) func knowsNoFormatOfOtherEndings(path: String) {
        #expect(OutputFormat(ending: path) == nil)
    }
}

@Suite struct OutputPatternTests {
    @Test(arguments: [
        ("out/{title}", "out/on-paper.pdf"), ("{title}.pdf", "on-paper.pdf"), ("{n}.pdf", "07.pdf"),
        ("{name}-{n}", "my-page-07.pdf"), ("{title}.txt", "on-paper.txt.pdf"), ("{title}.d/x", "on-paper.d/x.pdf"),
    ]) func fillsThePlaceholders(text: String, path: String) throws {
        let pattern = try #require(OutputPattern(text, number: 7, count: 12))
        #expect(pattern.path(title: "On Paper", input: "saved/My Page.html", format: .pdf) == path)
    }

    @Test func sparesWhatIsThere() throws {
        var pattern = try #require(OutputPattern.titles(inFolder: "out/"))
        pattern.spare("out/on-paper.pdf")
        pattern.spare("out/on-paper-2.pdf")
        #expect(pattern.path(title: "On Paper", input: "a", format: .pdf) == "out/on-paper-3.pdf")
        #expect(pattern.path(title: "On Paper", input: "a", format: .txt) == "out/on-paper.txt")
    }

    @Test func needsAPlaceholder() { #expect(OutputPattern("out.pdf") == nil) }
}
