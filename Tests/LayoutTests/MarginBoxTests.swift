import Geometry
import Pages
import Testing

@testable import Layout

/// The margins of pages (CSS Paged Media 3, §5 to §7).
@Suite(.enabled(if: hasFonts))
struct MarginBoxTests {
    private typealias Need = MarginBoxLengths.Need

    /// §5.3.2, on a side of 100 points; a need is its minimum and maximum, or a specified length.
    @Test(arguments: [
        // One box alone has the whole side, two share what is over by what they like, or what is missing by what they can give.
        ("10-20 . .", "100 0 0"), (". 10-20 .", "0 100 0"), (". . 10-20", "0 0 100"), ("10-20 . 10-30", "40 0 60"),
        ("20-80 . 10-70", "55 0 45"), ("60-90 . 60-70", "50 0 50"), ("=30 . 10-20", "30 0 70"),
        ("=30 . =20", "30 0 20"),
        // The middle box stays in the middle.
        ("10-20 10-20 .", "33.33 33.33 0"), ("10-10 10-20 10-20", "33.33 33.33 33.33"), ("5-5 40-40 5-5", "10 80 10"),
        ("30-30 10-60 .", "30 40 0"), ("=10 10-20 .", "10 80 0"), ("=10 =20 10-20", "10 20 40"),
        ("10-20 =50 10-20", "25 50 25"),
        // Limits.
        ("10-20<30 . 10-20", "30 0 70"), ("10-20>70 . 10-20", "70 0 30"),
    ])
    func sharesASide(needs: String, lengths: String) {
        let boxes = needs.split(separator: " ").map { Self.need(String($0)) }
        let found = MarginBoxLengths(available: 100).lengths(boxes[0], boxes[1], boxes[2])
        #expect(
            found.map { "\(($0 * 100).rounded() / 100)".replacing(".0", with: "") }.joined(separator: " ") == lengths)
    }

    private static func need(_ text: String) -> Need? {
        if text == "." { return nil }
        if text.hasPrefix("=") { return Need(minimum: 0, maximum: 0, specified: Double(text.dropFirst())) }
        let parts = text.split(whereSeparator: { "-<>".contains($0) }).map { Double($0)! }
        var need = Need(minimum: parts[0], maximum: parts[1])
        if text.contains("<") { need.upperLimit = parts[2] }
        if text.contains(">") { need.lowerLimit = parts[2] }
        return need
    }

    /// Where the words `XX` of one margin box begin or end, on a page of 200 by 100 with margins of 20.
    @Test(arguments: [
        ("@top-left { content: 'XX'; text-align: left }", "left", 20.0),
        ("@top-right { content: 'XX'; text-align: right }", "right", 180),
        ("@top-left-corner { content: 'XX'; text-align: right }", "right", 20),
        ("@top-right-corner { content: 'XX'; text-align: left }", "left", 180),
        ("@bottom-left-corner { content: 'XX'; text-align: left }", "left", 0),
        ("@bottom-right-corner { content: 'XX'; text-align: right }", "right", 200),
        ("@left-top { content: 'XX'; text-align: left }", "left", 0),
        ("@right-bottom { content: 'XX'; text-align: right }", "right", 200),
        ("@top-left { content: 'XX'; padding-left: 7pt; margin-left: 3pt; text-align: left }", "left", 30),
        ("@top-right { content: 'XX'; width: 50pt; text-align: left }", "left", 130),
        ("@top-left { content: 'A' } @top-right { content: 'XX'; width: 25%; text-align: left }", "left", 140),
    ])
    func placesBoxes(css: String, edge: String, x: Double) throws {
        let run = try #require(PageProbe("@page { \(css) }", ["p text"]).run("XX"))
        #expect(abs((edge == "left" ? run.x[0] : run.x[0] + run.width) - x) < 0.01)
    }

    /// The baseline of `XX`, at 12 points of line height in a box of 20 (or 60 at the sides).
    @Test(arguments: [
        ("@top-center { content: 'XX'; vertical-align: top }", 0.0),
        ("@top-center { content: 'XX'; vertical-align: middle }", 4),
        ("@top-center { content: 'XX'; vertical-align: bottom }", 8),
        ("@bottom-center { content: 'XX'; vertical-align: top }", 80),
        ("@bottom-center { content: 'XX'; vertical-align: bottom; padding-bottom: 3pt }", 85),
        ("@left-top { content: 'XX'; vertical-align: top }", 20),
        ("@left-bottom { content: 'XX'; vertical-align: bottom }", 68),
        ("@left-middle { content: 'XX'; vertical-align: middle }", 44),
        ("@top-center { content: 'XX'; height: 14pt; vertical-align: top }", 6),
        ("@top-center { content: 'XX'; height: 14pt; margin: auto; vertical-align: top }", 3),
        ("@bottom-center { content: 'XX'; height: 14pt; vertical-align: bottom }", 82),
    ])
    func placesLines(css: String, top: Double) throws {
        let probe = try PageProbe("@page { \(css) }", ["p text"])
        let run = try #require(probe.run("XX"))
        let text = try #require(probe.run("text"))
        // The text's own line begins at the page area's top.
        #expect(abs(run.y[0] - text.y[0] - (top - 20)) < 0.01)
    }

    @Test func wrapsLinesOrCutsThem() throws {
        let css =
            "@page { @top-left { width: 40pt; vertical-align: top; text-align: left; content: 'Words and more words'"
        #expect(try PageProbe(css + " } }", ["p text"]).lines().prefix(2) == ["Words ", "and more "])
        let cut = try PageProbe(css + "; white-space: nowrap; text-overflow: ellipsis } }", ["p text"]).lines()[0]
        #expect(cut.hasPrefix("Words") && cut.hasSuffix("…"))
    }

    @Test func paintsBoxes() throws {
        let probe = try PageProbe("@page { @top-left { content: 'x'; background: #ff0000; width: 30pt } }", ["p text"])
        let rect = probe.paths().compactMap { path -> Rect? in
            if case .rectangle(let rect) = path.segments[0] { rect } else { nil }
        }
        #expect(rect == [Rect(x: 20, y: 0, width: 30, height: 20)])
    }

    /// GCPM 3, §1.1.2: page 1 begins with A; page 2 goes on and then has B; page 3 begins with C; page 4 has none.
    @Test(arguments: [
        ("first", "A B C C"), ("start", "A A C C"), ("last", "A B C C"), ("first-except", "− − − C"),
    ])
    func showsNamedStrings(keyword: String, heads: String) throws {
        let probe = try PageProbe(
            """
            h2 { string-set: name content(text) } #c, .new { break-before: page }
            @page { @top-left { content: string(name, \(keyword)) '·' } }
            """,
            ["h2 A", "p.new text", "h2 B", "h2#c C", "p.new text"])
        let found = probe.document.pages.indices.map { probe.lines($0)[0].dropLast() }
        #expect(found.map { $0.isEmpty ? "−" : String($0) }.joined(separator: " ") == heads)
    }

    @Test func drawsMarksOutsideOfWhatBleeds() throws {
        let probe = try PageProbe("@page { bleed: 9pt; marks: crop cross; background: #eeeeee }", ["p text"])
        let page = probe.document.pages[0]
        let trim = try #require(page.trim)
        #expect(trim.width == 200 && trim.height == 100)
        #expect(page.bleed == trim.inset(by: Edges(-9)))
        #expect(page.size.width > 218 && page.size.width == 200 + 2 * trim.minX)
        let text = try #require(probe.run("text"))
        #expect(abs(text.x[0] - (trim.minX + 20)) < 0.01)
        // The background goes over the edges; eight crop marks and four crosses of two lines keep clear of it.
        #expect(probe.paths().first?.segments == [.rectangle(page.bleed!)])
        #expect(probe.paths().count == 1 + 8 + 8)
    }

    @Test func leavesPagesWithoutBleedAlone() throws {
        let page = try PageProbe("@page { bleed: auto }", ["p text"]).document.pages[0]
        #expect(page.trim == nil && page.size == Size(width: 200, height: 100))
    }
}
