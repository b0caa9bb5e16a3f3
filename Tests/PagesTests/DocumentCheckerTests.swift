import Geometry
import Pages
import Testing

@Suite struct DocumentCheckerTests {
    @Test func findsNothingInASoundDocument() {
        var sample = Sample(pages: 2)
        sample.block(.heading1, "Title", at: [40])
        let paragraph = sample.block(.paragraph, "words", at: [60, 75])
        sample.place([sample.run("words", y: 40), sample.run("words", y: 55)], in: paragraph, page: 1)
        #expect(sample.kinds() == [])
    }

    @Test func findsAHeadingWhoseTextIsOnTheNextPage() {
        var sample = Sample(pages: 2)
        sample.block(.paragraph, "words", at: [40, 55])
        sample.block(.heading2, "Left behind", at: [380])
        sample.block(.paragraph, "words", at: [40, 55], page: 1)
        #expect(sample.kinds() == [.headingAtFoot])
    }

    @Test func takesANoteAtTheFootForNoText() {
        var sample = Sample(pages: 2)
        sample.block(.heading2, "Left behind", at: [340])
        let note = sample.add(.note, identifier: "n")
        sample.place([sample.run("note", y: 390, size: 8)], in: note)
        sample.block(.paragraph, "words", at: [40, 55], page: 1)
        #expect(sample.kinds() == [.headingAtFoot])
    }

    @Test func findsLinesThatStandAlone() {
        var sample = Sample(pages: 3)
        let first = sample.block(.paragraph, "first", at: [380])
        sample.place([sample.run("first", y: 40), sample.run("first", y: 55)], in: first, page: 1)
        let last = sample.block(.paragraph, "last", at: [365, 380], page: 1)
        sample.place([sample.run("last", y: 40)], in: last, page: 2)
        #expect(sample.kinds() == [.loneFirstLine, .loneLastLine])
    }

    @Test func countsARaisedCallToItsLine() {
        var sample = Sample(pages: 2)
        let paragraph = sample.block(.paragraph, "words", at: [380])
        sample.place([sample.run("1", x: 60, y: 376, size: 6)], in: paragraph)
        sample.place([sample.run("words", y: 40), sample.run("words", y: 55)], in: paragraph, page: 1)
        #expect(sample.kinds() == [.loneFirstLine])
    }

    @Test func findsTextOffThePageAndBeyondTheTextArea() {
        var sample = Sample()
        sample.block(.paragraph, String(repeating: "wide ", count: 30), at: [40])
        #expect(sample.kinds() == [.outsidePage])
        sample = Sample()
        sample.block(.paragraph, "a line of words", at: [40])
        let area = Rect(x: 20, y: 20, width: 60, height: 360)
        let findings = DocumentChecker(textAreas: [area]).findings(in: sample.document)
        #expect(findings.map(\.kind) == [.beyondTextArea])
    }

    @Test func leavesABlankAtALineEndOutOfItsWidth() {
        var sample = Sample()
        sample.block(.paragraph, "words ", at: [40])
        let area = Rect(x: 20, y: 20, width: 25, height: 360)
        #expect(DocumentChecker(textAreas: [area]).findings(in: sample.document).isEmpty)
    }

    @Test func infersTheMeasureFromTheLinesThatShareAnEnd() {
        var sample = Sample()
        sample.block(.paragraph, "same length", at: (2..<14).map { Double($0) * 20 })
        sample.block(.code, "rather longer than that", at: [300])
        #expect(sample.kinds() == [.beyondTextArea])
    }

    @Test func findsLinesThatCoverEachOther() {
        var sample = Sample()
        sample.block(.paragraph, "one line", at: [40])
        sample.block(.paragraph, "another", at: [42])
        #expect(sample.kinds() == [.overlap])
    }

    @Test func findsBreachesOfStructure() {
        var sample = Sample()
        let paragraph = sample.block(.paragraph, "words", at: [40])
        sample.document.pages[0].content.append(
            MarkedContent(owner: .element(paragraph), items: [.glyphs(sample.run("lost", y: 60))]))
        sample.document.pages[0].content.append(
            MarkedContent(owner: .artifact(.layout), items: [.glyphs(sample.run("hidden", y: 80))]))
        sample.document.structure[paragraph].children.append(.content(page: 0, index: 0))
        sample.document.structure[paragraph].children.append(.content(page: 0, index: 9))
        sample.add(.note)
        sample.add(.figure)
        #expect(
            Set(sample.kinds()) == [
                .contentNotInTree, .contentTwiceInTree, .danglingReference, .articleTextInArtifact,
                .noteWithoutIdentifier, .figureWithoutAlternative,
            ])
    }

    @Test func findsLinksThatLeadNowhereOrBelongToNobody() {
        var sample = Sample()
        let paragraph = sample.add(.paragraph)
        let link = sample.add(.link, under: paragraph)
        sample.place([sample.run("link", y: 40)], in: link)
        sample.document.pages[0].links.append(
            LinkAnnotation(
                rects: [Rect(x: 20, y: 30, width: 20, height: 12)], target: .destination("nowhere"),
                description: "link", element: link))
        #expect(sample.kinds() == [.linkNotInTree, .unknownDestination])
    }
}
