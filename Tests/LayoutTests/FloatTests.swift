import ArticleModel
import Geometry
import Pages
import Testing

@testable import Layout

@Test func placesFloatsSideBySideAndThenBelow() {
    var floats = FloatContext()
    func place(_ width: Double, isLeft: Bool, from top: Double = 0) -> FloatContext.Placed {
        let placed = floats.place(width: width, height: 50, from: top, isLeft: isLeft, x: 10, available: 100)
        floats.add(placed)
        return placed
    }
    #expect(place(40, isLeft: true).left == 10)
    #expect(place(40, isLeft: true).left == 50)
    // There are 20 points left: the third one goes below the first two.
    let third = place(40, isLeft: false)
    #expect(third.top == 50 && third.right == 110)
    // No float stands higher than the one before it.
    #expect(place(10, isLeft: true).top == 50)
    #expect(floats.inset(from: 0, to: 10, x: 10, width: 100) == .init(left: 80, right: 0))
    #expect(floats.inset(from: 60, to: 70, x: 10, width: 100) == .init(left: 10, right: 40))
    #expect(floats.bottom(of: .right) == 100 && floats.bottom(of: .left) == 100)
}

@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct FloatLayoutTests {
    private static let plain = """
        @page { size: 340pt 300pt; margin: 20pt }
        html { font: 10pt/12pt "Linux Libertine O"; orphans: 1; widows: 1; text-align: justify }
        html, body, article, section, p, h2, header, blockquote { display: block; margin: 0 } .notes { display: none }
        ul { display: block; padding-left: 15pt } li { display: list-item; list-style-type: disc }
        table { display: table } tr { display: table-row } td { display: table-cell }
        """
    private static let words = (1...60).map { "word\($0)" }.joined(separator: " ")

    private struct Line {
        var page: Int
        var baseline: Double
        var left: Double
        var right: Double
        var text: String
    }

    private func lines(_ document: Document) -> [Line] {
        var lines: [Line] = []
        for (page, content) in document.pages.enumerated() {
            for case .glyphs(let run) in content.content.flatMap(\.items) where !run.glyphs.isEmpty {
                lines.append(
                    Line(
                        page: page, baseline: run.y[0], left: run.x.min() ?? 0, right: (run.x.min() ?? 0) + run.width,
                        text: run.text))
            }
        }
        return lines
    }

    private func document(_ css: String, _ blocks: [Block]) throws -> Document {
        try LayoutFixture(css: Self.plain + css).document(
            Article(metadata: Metadata(language: "en"), blocks: blocks))
    }

    private func paragraph(_ text: String = words) -> Block { Block(.paragraph([.text(text)])) }
    private func box(_ text: String) -> Block { Block(.blockQuote([Block(.paragraph([.text(text)]))])) }

    private static let float = "blockquote { float: left; width: 80pt; height: 40pt; margin-right: 10pt } "

    @Test func leavesRoomForAFloatAndNoMore() throws {
        let lines = lines(try document(Self.float, [box("A box"), paragraph()])).filter { !$0.text.contains("box") }
        let beside = lines.filter { $0.left > 25 }
        // 40 points are four lines of 12, of which the last ends below the float.
        #expect(beside.count == 4)
        #expect(beside.allSatisfy { abs($0.left - 110) < 0.01 })
        #expect(lines.dropFirst(4).allSatisfy { abs($0.left - 20) < 0.01 })
        #expect(lines.dropLast().allSatisfy { abs($0.right - 320) < 4 })
    }

    @Test func setsAFloatAtTheRightAtTheLineItIsMetOn() throws {
        let document = try document(
            "strong { float: right; width: 50pt }",
            [Block(.paragraph([.text(Self.words + " "), Inline(.strong([.text("Aside")])), .text(Self.words)]))])
        let lines = lines(document)
        let aside = try #require(lines.first { $0.text == "Aside" })
        #expect(abs(aside.left - 270) < 0.01)
        let same = lines.filter { $0.text != "Aside" && abs($0.baseline - aside.baseline) < 0.01 }
        #expect(same.count == 1 && same[0].right < 275)
        #expect(lines.filter { $0.baseline < aside.baseline - 1 }.allSatisfy { $0.right > 300 })
    }

    @Test func clearsFloats() throws {
        let lines = lines(try document(Self.float + "p { clear: both }", [box("A box"), paragraph()]))
        #expect(lines.allSatisfy { $0.left < 25 })
        #expect(lines[1].baseline - lines[0].baseline >= 39.99)
    }

    @Test func setsTextBelowWhereTooLittleRoomIsLeft() throws {
        let lines = lines(
            try document("blockquote { float: left; width: 240pt; height: 30pt }", [box("A box"), paragraph()]))
        #expect(lines.allSatisfy { $0.left < 25 })
    }

    @Test func takesAFloatToTheNextPageWithTheTextBesideIt() throws {
        for count in 0..<12 {
            let before = (0..<(10 + count)).map { _ in paragraph("Line") }
            let document = try document(Self.float, before + [box("A box"), paragraph()])
            let lines = lines(document)
            let float = try #require(lines.first { $0.text.contains("A box") })
            let beside = lines.filter { $0.left > 25 }
            #expect(beside.count == 4 && beside.allSatisfy { $0.page == float.page })
            #expect(float.baseline - 12 + 40 <= 281)
        }
    }

    @Test func shiftsMarkersOfItemsBesideAFloat() throws {
        let list = Block(.list(List(items: [ListItem([paragraph("Item")])])))
        let lines = lines(try document(Self.float, [box("A box"), list]))
        let marker = try #require(lines.first { $0.text.contains("•") })
        #expect(marker.left > 100)
    }

    @Test func keepsTablesOutOfFloats() throws {
        let table = Block(.table(Table(body: [.init([.init([paragraph("Cell")])])])))
        let lines = lines(try document(Self.float, [box("A box"), table]))
        let cell = try #require(lines.first { $0.text == "Cell" })
        #expect(cell.left >= 110)
    }

    @Test func keepsFloatsInsideTheirColumns() throws {
        let document = try document(
            "article { columns: 2; column-gap: 20pt } blockquote { float: right; width: 40pt; height: 30pt }",
            [paragraph(), box("A"), paragraph(), paragraph(), box("B"), paragraph(), box("C"), paragraph()])
        let findings = DocumentChecker().findings(in: document)
        #expect(findings.filter { $0.kind == .overlap || $0.kind == .outsidePage }.isEmpty, "\(findings)")
        let numbers = lines(document).flatMap { $0.text.split(separator: " ") }.filter { $0.hasPrefix("word") }
        #expect(numbers.count == 300)
    }
}
