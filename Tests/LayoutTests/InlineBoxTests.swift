import ArticleModel
import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// Inline boxes on their lines: edges, slices, vertical alignment, decorations, annotations, inline blocks.
@Suite(.enabled(if: hasFonts, "Linux Libertine is not installed")) struct InlineBoxTests {
    private func text(_ string: String) -> Inline { .text(string) }
    private func code(_ string: String) -> Inline { Inline(.code(string)) }
    private func emphasis(_ string: String) -> Inline { Inline(.emphasis([.text(string)])) }

    private func lines(_ inlines: [Inline], _ css: String, width: Double = 200) throws -> [LineBox] {
        try ParagraphFixture(inlines, css: "p { text-align: left } \(css)").layout(width: width).lines()
    }

    @Test func takesRoomForTheEdgesOfABox() throws {
        let content = [text("one "), emphasis("two"), text(" three")]
        let plain = try lines(content, "em { font-style: normal }")[0]
        let boxed = try lines(
            content, "em { font-style: normal; padding: 2pt 3pt; border: 1pt solid red; margin: 0 5pt 0 4pt }")[0]
        #expect(abs(boxed.fragments[1].x - plain.fragments[1].x - 8) < 0.001)
        #expect(abs(boxed.fragments[2].x - plain.fragments[2].x - 17) < 0.001)
        let box = try #require(boxed.boxes.first)
        #expect(abs(box.x - (boxed.fragments[1].x - 4)) < 0.001)
        #expect(abs(box.width - (boxed.fragments[1].width + 8)) < 0.001)
        // Vertical padding and borders are painted and take no room (CSS 2.2, §10.8).
        #expect(boxed.height == plain.height)
        #expect(box.height > 6 + 10)
    }

    @Test func slicesABoxOverLines() throws {
        let content = [text("Before it "), emphasis(someWords), text(" after it")]
        let style = "em { padding: 0 6pt; border: 1pt solid red; border-radius: 3pt; box-decoration-break: "
        let sliced = try lines(content, style + "slice }").flatMap(\.boxes)
        #expect(sliced.count > 4)
        #expect(sliced.first!.edges == [.top, .bottom, .left])
        #expect(sliced.last!.edges == [.top, .bottom, .right])
        #expect(sliced[1].edges == [.top, .bottom])
        let cloned = try lines(content, style + "clone }")
        for line in cloned {
            #expect(line.overflow == 0)
            for box in line.boxes {
                #expect(box.edges == .all)
                #expect(box.x + box.width <= 200.001)
            }
        }
        #expect(cloned[1].fragments[0].x == 7)
    }

    @Test func nestsBoxes() throws {
        let inner = Inline(.strong([emphasis("in both"), text(" in one")]))
        let line = try lines(
            [inner], "strong { padding: 0 3pt; background: red } em { padding: 0 2pt; background: blue }")[0]
        #expect(line.boxes.count == 2)
        #expect(line.boxes[0].x == 0 && line.boxes[1].x == 3)
        #expect(line.fragments[0].x == 5)
        #expect(line.boxes[0].width > line.boxes[1].width)
    }

    @Test func keepsStartAndEndOfRightToLeftBoxes() throws {
        let content = [text("אחת "), emphasis("שתיים"), text(" שלוש")]
        let line = try lines(content, "p { direction: rtl } em { padding: 0 4pt 0 9pt; background: red }")[0]
        let box = try #require(line.boxes.first)
        let held = line.fragments.first { $0.x > box.x && $0.x < box.x + box.width }!
        #expect(abs(held.x - box.x - 9) < 0.001)
    }

    @Test(arguments: [("super", 10.0 / 3), ("sub", -2), ("3pt", 3), ("50%", 6), ("baseline", 0)])
    func shiftsBaselines(value: String, shift: Double) throws {
        let line = try lines(
            [text("one "), emphasis("two")], "em { vertical-align: \(value); line-height: 12pt; font-style: normal }")[
                0]
        #expect(abs(line.fragments[1].shift - shift) < 0.001)
    }

    @Test func alignsWithTheParentsMiddleAndEdges() throws {
        func fragment(_ value: String) throws -> (line: LineBox, shift: Double) {
            let line = try lines(
                [text("one "), emphasis("two")], "em { vertical-align: \(value); font: 5pt/5pt \"Linux Libertine O\" }")[
                    0]
            return (line, line.fragments[1].shift)
        }
        #expect(try fragment("text-top").shift > 3)
        #expect(try fragment("text-bottom").shift < 0)
        #expect(try (0.5..<3).contains(fragment("middle").shift))
        let (line, top) = try fragment("top")
        // The small box's line is 5 points high; its top is the line's.
        #expect(line.height == 12)
        #expect(top > 3)
        #expect(try fragment("bottom").shift < top - 6.9)
    }

    @Test func makesALineAsHighAsWhatStandsInIt() throws {
        let line = try lines([text("one "), emphasis("two")], "em { vertical-align: 5pt; line-height: 12pt }")[0]
        #expect(abs(line.height - 17) < 0.001)
        let high = try lines([text("one "), emphasis("two")], "em { vertical-align: top; line-height: 30pt }")[0]
        #expect(abs(high.height - 30) < 0.001)
    }

    @Test func drawsDecorationsByTheBoxThatTheyDecorate() throws {
        let content = [
            Inline(.underline([text("large "), Inline(.superscript([text("small")])), text(" large")]))
        ]
        let line = try lines(
            content,
            "u { text-decoration: underline dotted red 2pt; text-decoration-skip-ink: none } sup { font-size: 5pt; vertical-align: super }"
        )[0]
        let strokes = line.fragments.flatMap(\.decorations)
        #expect(strokes.count == 3)
        #expect(Set(strokes.map(\.y)).count == 1)
        #expect(strokes.allSatisfy { $0.thickness == 2 && $0.style == .dotted && $0.color != .black })
    }

    @Test func setsAnnotationsOverTheirBases() throws {
        let ruby = Inline(.ruby(base: [text("漢字")], text: [text("かんじ")]))
        let fixture = try ParagraphFixture(
            [text("これは"), ruby, text("です")],
            css:
                "html { line-height: 16pt } ruby { display: ruby } rt { display: ruby-text; font-size: 0.5em } rp { display: none }",
            language: "ja")
        let line = fixture.layout(width: 300).lines()[0]
        #expect(String(decoding: fixture.paragraph.content.text, as: UTF16.self) == "これは漢字です")
        let annotation = try #require(line.insertions.first)
        #expect(annotation.shift > 5)
        #expect(abs(annotation.x - 30) < 0.1)
    }

    @Test func makesRoomForAnAnnotationWiderThanItsBase() throws {
        let ruby = Inline(.ruby(base: [text("志")], text: [text("こころざし")]))
        let css = "ruby { display: ruby } rt { display: ruby-text; font-size: 5pt } rp { display: none }"
        let line = try ParagraphFixture([text("あ"), ruby, text("い")], css: css, language: "ja").layout(width: 300)
            .lines()[0]
        #expect(abs(line.fragments[1].x - 17.5) < 0.1)
        #expect(abs(line.insertions[0].x - 10) < 0.1)
    }

    @Test func setsAnInlineBlockOnTheBaselineOfItsLastLine() throws {
        let css =
            "em { display: inline-block; padding: 2pt; margin: 1pt; width: 40pt; font-style: normal; line-height: 12pt }"
        let line = try lines([text("one "), emphasis("two three four five six seven"), text(" end")], css)[0]
        guard case .flow(let flow, let top) = line.fragments[1].content else {
            Issue.record("no inline block")
            return
        }
        #expect(abs(line.fragments[1].width - 46) < 0.001)
        #expect(flow.height > 30)
        #expect(top > flow.height - 12)
        #expect(line.height >= flow.height)
    }

    @Test func addsWordSpacingToRaggedLines() throws {
        let plain = try lines([text("one two three")], "")[0].extent.upperBound
        let spaced = try lines([text("one two three")], "p { word-spacing: 4pt }")[0].extent.upperBound
        #expect(abs(spaced - plain - 8) < 0.001)
    }

    @Test(arguments: [
        ("uppercase", "tr", "istanbul ığ", "İSTANBUL IĞ"), ("uppercase", "de", "Straße", "STRASSE"),
        ("uppercase", "el", "άνθρωπος ϋ", "ΑΝΘΡΩΠΟΣ Ϋ"), ("capitalize", "nl", "ijsland is «ijs»", "IJsland Is «IJs»"),
        ("capitalize", "en", "it’s (one) well-known day", "It’s (One) Well-Known Day"),
        ("full-width", "en", "Ab 1", "Ａｂ\u{3000}１"), ("lowercase", "tr", "IŞIK İZ", "ışık iz"),
    ])
    func transformsLettersByLanguage(transform: String, language: String, from: String, to: String) throws {
        let fixture = try ParagraphFixture(from, css: "text-transform: \(transform)", language: language)
        #expect(String(decoding: fixture.paragraph.content.text, as: UTF16.self) == to)
    }
}
