import ArticleModel
import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// `float: top | bottom` (CSS Page Floats 3). A page holds five lines.
@Suite(.enabled(if: hasFonts))
struct PageFloatTests {
    @Test func goesToTheTop() throws {
        let probe = try PageProbe("#f { float: top }", ["p one", "p two", "p#f float", "p three"])
        #expect(probe.lines() == ["float", "one", "two", "three"])
        #expect(probe.run("one")!.y[0] - probe.run("float")!.y[0] == 12)
    }

    @Test func goesToTheFootAboveTheNotes() throws {
        let probe = try PageProbe(
            "#f { float: bottom } .note { font-size: 10pt; line-height: 12pt; margin: 0 } .note::footnote-marker { content: '' }",
            ["p one{1}", "p#f float", "p two"], notes: ["note"])
        #expect(probe.lines().suffix(2) == ["float", "note"])
        #expect(probe.run("note")!.y[0] - probe.run("float")!.y[0] == 12)
    }

    @Test func waitsForAPageWithRoom() throws {
        let probe = try PageProbe(
            "#f { float: top; height: 24pt }", ["p 1", "p 2", "p 3", "p 4", "p 5", "p#f float", "p 6", "p 7"])
        #expect(probe.lines(0) == ["1", "2", "3", "4", "5"])
        #expect(probe.lines(1) == ["float", "6", "7"])
    }

    @Test func spansAllColumns() throws {
        let probe = try PageProbe(
            "article { columns: 2; column-gap: 10pt } #f { float: top; height: 23pt; border-bottom: 1pt solid; float-reference: page }",
            ["p 1", "p#f float"] + (2...16).map { "p \($0)" })
        #expect(probe.lines(0).first == "float")
        #expect(
            probe.paths(0).contains { path in
                path.segments.contains { if case .line(let point) = $0 { point.x > 175 } else { false } }
            })
        #expect(probe.run("1")!.y[0] > probe.run("float")!.y[0])
        #expect(probe.run("4")!.x[0] > 100)
    }

    @Test func isTakenOutOfLines() throws {
        let probe = try PageProbe("em { float: bottom }", ["p before *float* after"])
        #expect(probe.lines() == ["before after", "float"])
    }

    @Test func keepsTheOrderOfTheSourceInTheTree() throws {
        let probe = try PageProbe("#f { float: top }", ["p one", "p#f float", "p two"])
        var texts: [String] = []
        func read(_ id: StructureElement.ID) {
            for child in probe.document.structure[id].children {
                switch child {
                case .element(let id): read(id)
                case .content(let page, let index):
                    for case .glyphs(let run) in probe.document.pages[page].content[index].items {
                        texts.append(run.text)
                    }
                case .link: break
                }
            }
        }
        read(StructureTree.root)
        #expect(texts == ["one", "float", "two"])
    }

    @Test func takesItsNotesAlong() throws {
        let probe = try PageProbe(
            "#f { float: top } .note::footnote-marker { content: '' }", ["p one", "p#f float{1}", "p two"],
            notes: ["note"])
        let words = probe.lines().map { $0.filter(\.isLetter) }.filter { !$0.isEmpty }
        #expect(words == ["float", "note", "one", "two"])
    }

    @Test func staysWhereItIsHigherThanThePage() throws {
        let probe = try PageProbe("#f { float: top; height: 80pt }", ["p one", "p#f float", "p two"])
        #expect(probe.messages.count == 1)
        #expect((0..<probe.pageCount).flatMap { probe.lines($0) } == ["one", "float", "two"])
    }

    /// No text is lost, floats keep their order, and none stands before the page that it is met on.
    @Test(arguments: ["top", "bottom"]) func obeysItsLaws(side: String) throws {
        let blocks = (0..<120).map { $0 % 3 == 1 ? "p.f f\($0)" : "p t\($0)" }
        let probe = try PageProbe(".f { float: \(side); height: 18pt }", blocks)
        var pageOf: [String: Int] = [:]
        var floats: [Int] = []
        for page in 0..<probe.pageCount {
            for line in probe.lines(page) {
                #expect(pageOf[line] == nil)
                pageOf[line] = page
                if line.hasPrefix("f"), let number = Int(line.dropFirst()) { floats.append(number) }
            }
        }
        #expect(pageOf.count == 120)
        #expect(floats == floats.sorted())
        for number in stride(from: 1, to: 120, by: 3) {
            #expect(pageOf["f\(number)"] ?? 0 >= pageOf["t\(number - 1)"] ?? 0)
        }
    }
}
