import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// Heights and widths of boxes (CSS 2.2, §10; CSS Sizing 3). Lines are 12 points high.
@Suite(.enabled(if: hasFonts))
struct HeightTests {
    /// How far the text below a box of three lines stands under the box's first.
    private func below(_ css: String) throws -> Double {
        let probe = try PageProbe(
            "@page { size: 200pt 300pt } #a > p { margin: 0 } #a { \(css) }", ["div#a one|two|three", "p below"])
        return probe.run("below")!.y[0] - probe.run("one")!.y[0]
    }

    @Test(arguments: [
        ("", 36.0), ("height: 50pt", 50), ("height: 20pt", 20), ("max-height: 24pt", 24), ("max-height: 90pt", 36),
        ("min-height: 50pt", 50), ("min-height: 10pt", 36), ("height: 20pt; min-height: 30pt", 30),
        ("height: 60pt; max-height: 40pt", 40), ("max-height: 10pt; min-height: 20pt", 20),
        // What percentages are of follows from the content: they mean nothing.
        ("height: 50%", 36), ("min-height: 50%", 36), ("max-height: 10%", 36),
        ("height: 60pt; padding-bottom: 4pt; box-sizing: border-box", 60), ("height: 60pt; padding-bottom: 4pt", 64),
    ])
    func isAsHighAsItsStyleSays(css: String, expected: Double) throws {
        #expect(abs(try below(css) - expected) < 0.01)
    }

    @Test func takesSharesOfAHeightThatIsGiven() throws {
        let probe = try PageProbe(
            "@page { size: 200pt 300pt } #a { height: 100pt } #a > p { height: 30% }", ["div#a one|two"])
        #expect(abs(probe.run("two")!.y[0] - probe.run("one")!.y[0] - 30) < 0.01)
    }

    @Test func endsABorderWhereTheBoxEnds() throws {
        let probe = try PageProbe(
            "@page { size: 200pt 300pt } #a { max-height: 20pt; background: #eee }", ["div#a one|two|three", "p x"])
        #expect(
            probe.paths().contains { $0.segments == [.rectangle(Rect(x: 20, y: 20, width: 160, height: 20))] })
    }

    @Test func losesNothingOfWhatIsHigherThanAPage() throws {
        let probe = try PageProbe(
            "#a { height: 100% }", ["div#a " + (1...20).map { "line\($0)" }.joined(separator: "|")])
        let probe2 = try PageProbe(
            "html, body, article { height: 100% }", ["div#a " + (1...20).map { "line\($0)" }.joined(separator: "|")])
        for probe in [probe, probe2] {
            let lines = (0..<probe.pageCount).flatMap { probe.lines($0) }
            #expect(lines == (1...20).map { "line\($0)" })
        }
    }

    /// The width of a box with a background whose words are 10 points high.
    @Test func isAsWideAsItsContent() throws {
        func width(_ css: String) throws -> Double {
            let probe = try PageProbe("@page { size: 300pt 300pt } p { background: #eee; \(css) }", ["p some words"])
            for path in probe.paths() {
                if case .rectangle(let rect)? = path.segments.first { return rect.width }
            }
            return 0
        }
        let (least, most) = (try width("width: min-content"), try width("width: max-content"))
        #expect(least < most && most < 100)
        #expect(try width("width: fit-content") == most)
        #expect(try width("width: 260pt; max-width: max-content") == most)
        #expect(try width("width: 1pt; min-width: min-content") == least)
        #expect(try width("width: auto") == 260)
        // Floats shrink to fit, within their limits.
        #expect(abs(try width("float: left") - most) < 0.1)
        #expect(try width("float: left; min-width: 120pt") == 120)
        #expect(abs(try width("float: left; max-width: min-content") - least) < 0.1)
        #expect(try width("float: left; width: 80pt; padding: 0 5pt; box-sizing: border-box") == 80)
    }

    @Test func takesTheGapOfColumnsFromItsShorthand() throws {
        let probe = try PageProbe("article { columns: 2; gap: 3pt 40pt }", ["p 1", "p 2"])
        #expect(probe.run("2")!.x[0] - probe.run("1")!.x[0] == 100)
    }
}
