import ArticleModel
import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// What is painted of boxes, by where it is painted.
@Suite(.enabled(if: hasFonts))
struct BoxPaintingTests {
    private let red = Color(red: 1, green: 0, blue: 0)

    /// Areas filled with a colour, in painting order.
    private func areas(_ probe: PageProbe, _ color: Color, page: Int = 0) -> [Rect] {
        probe.paths(page).compactMap { path in
            guard path.paint == .fill(color), case .rectangle(let rect)? = path.segments.first else { return nil }
            return rect
        }
    }

    private func gradients(_ probe: PageProbe, page: Int = 0) -> [(area: Path.Segment, gradient: Gradient)] {
        probe.paths(page).compactMap { path in
            guard case .gradient(let gradient) = path.paint, let first = path.segments.first else { return nil }
            return (first, gradient)
        }
    }

    // MARK: Pages

    /// CSS Paged Media 3, §3.1, and CSS Backgrounds 3, §2.11.
    @Test func paintsThePageUnderTheCanvasUnderItsBorders() throws {
        let probe = try PageProbe(
            """
            @page { background: #ff0000; border: 2pt solid #00ff00; padding: 3pt }
            html { background: #0000ff } p { background: #ffff00 }
            """, ["p text"])
        #expect(areas(probe, red) == [Rect(x: 0, y: 0, width: 200, height: 100)])
        // The canvas goes up to the page's border edge.
        #expect(areas(probe, Color(red: 0, green: 0, blue: 1)) == [Rect(x: 20, y: 20, width: 160, height: 60)])
        #expect(areas(probe, Color(red: 1, green: 1, blue: 0)) == [Rect(x: 25, y: 25, width: 150, height: 12)])
        let fills = probe.paths().map(\.paint)
        let border = try #require(fills.firstIndex { if case .stroke = $0 { true } else { false } })
        #expect(border == 2)
    }

    @Test func paintsTheBackgroundOfTheBodyOnTheCanvas() throws {
        let probe = try PageProbe("body { background: #ff0000; padding: 5pt }", ["p text"])
        #expect(areas(probe, red) == [Rect(x: 20, y: 20, width: 160, height: 60)])
        let both = try PageProbe("html { background: #0000ff } body { background: #ff0000; padding: 5pt }", ["p text"])
        #expect(areas(both, red).first?.height == 22)
    }

    @Test func repeatsNothingUnderAnOpaqueBorder() throws {
        let gradient = "p { background: linear-gradient(#ff0000, #0000ff); border: 2pt "
        let opaque = try PageProbe(gradient + "solid }", ["p text"])
        #expect(gradients(opaque).first?.area == .rectangle(Rect(x: 20, y: 20, width: 160, height: 16)))
        let dashed = try PageProbe(gradient + "dashed }", ["p text"])
        #expect(gradients(dashed).isEmpty)
    }

    @Test func placesWhatIsFixedInThePageBox() throws {
        let probe = try PageProbe(
            "p { background: linear-gradient(90deg, #ff0000, #0000ff) fixed }", ["p text"])
        #expect(gradients(probe).first?.gradient.axis == .linear(from: Point(x: 0, y: 50), to: Point(x: 200, y: 50)))
    }

    @Test func paintsMarginBoxes() throws {
        let probe = try PageProbe(
            """
            @page { @top-left { content: 'x'; width: 50pt; border: 1pt solid; padding: 2pt;
                background: linear-gradient(90deg, #ff0000, #0000ff) content-box } }
            """, ["p text"])
        #expect(gradients(probe).first?.area == .rectangle(Rect(x: 23, y: 3, width: 50, height: 14)))
    }

    // MARK: Divided boxes

    @Test func slicesAPictureOverPages() throws {
        let css = "div { background: linear-gradient(#ff0000, #0000ff) } p { orphans: 1; widows: 1; height: 12pt }"
        let probe = try PageProbe(css, ["div a|b|c|d|e|f|g|h"])
        #expect(probe.pageCount == 2)
        let (first, second) = (gradients(probe)[0], gradients(probe, page: 1)[0])
        #expect(first.gradient.axis == .linear(from: Point(x: 100, y: 20), to: Point(x: 100, y: 116)))
        #expect(second.gradient.axis == .linear(from: Point(x: 100, y: -40), to: Point(x: 100, y: 56)))
        let cloned = try PageProbe(css + " div { box-decoration-break: clone }", ["div a|b|c|d|e|f|g|h"])
        #expect(
            gradients(cloned, page: 1)[0].gradient.axis == .linear(from: Point(x: 100, y: 20), to: Point(x: 100, y: 56))
        )
    }

    @Test func slicesAPictureOverLines() throws {
        let probe = try PageProbe(
            "em { background: linear-gradient(90deg, #ff0000, #0000ff) }",
            ["p Words before it and *several words that go over to a second line, and to a third* after it"])
        let axes = gradients(probe).map(\.gradient.axis)
        guard axes.count > 1, case .linear(let from, let to) = axes[0], case .linear(let next, let last) = axes[1]
        else {
            Issue.record("one line")
            return
        }
        #expect(abs((to.x - from.x) - (last.x - next.x)) < 0.001 && next.x < from.x)
    }

    // MARK: Tables

    @Test func paintsRowsInTheirCells() throws {
        let probe = try PageProbe(
            """
            table { border-spacing: 4pt; border-collapse: separate } td { padding: 0; text-align: left }
            tr { background: #ff0000 } tbody { background: linear-gradient(#00ff00, #0000ff) }
            """, Article.table([["a", "b"], ["c", "d"]]))
        let rows = areas(probe, red)
        #expect(rows.count == 4 && rows[0].minY == rows[1].minY && rows[0].maxX < rows[1].minX)
        // One gradient over all rows, though each cell shows its part.
        let axes = Set(gradients(probe).map(\.gradient.axis))
        #expect(gradients(probe).count == 4 && axes.count == 1)
    }

    // MARK: Shadows, outlines, clips

    @Test func castsShadowsRoundTheBoxOnly() throws {
        let probe = try PageProbe("p { box-shadow: 2pt 3pt #ff0000 }", ["p text"])
        #expect(areas(probe, red) == [Rect(x: 22, y: 23, width: 160, height: 12)])
        let group = probe.document.pages[0].content[0].items.first
        guard case .group(let group)? = group else {
            Issue.record("no clip")
            return
        }
        #expect(group.clip.contains(.move(Point(x: 20, y: 20))))
    }

    @Test func addsABlurUpToTheShadowsColour() throws {
        let probe = try PageProbe("p { box-shadow: 0 0 6pt rgb(255 0 0 / 0.5) }", ["p text"])
        var light = 1.0
        for path in probe.paths() { if case .fill(let color) = path.paint { light *= 1 - color.alpha } }
        #expect(abs(1 - light - 0.5) < 0.001)
    }

    @Test func paintsOutlinesOverEverything() throws {
        let probe = try PageProbe(
            "p { outline: 2pt solid #ff0000; outline-offset: 1pt; background: #eeeeee }", ["p text", "p more"])
        let last = try #require(probe.document.pages[0].content.last)
        #expect(last.owner == .artifact(.layout) && last.items.count == 8)
    }

    @Test func cutsOffWhatOverflows() throws {
        let probe = try PageProbe(
            "p { overflow: hidden; white-space: nowrap; width: 40pt } h2 { overflow: hidden }",
            ["h2 short", "p a line that is longer than its box"])
        #expect(probe.messages.contains { $0.hasPrefix("text is cut off by 'overflow'") })
        let groups = probe.document.pages[0].content.flatMap(\.items).compactMap { item in
            if case .group(let group) = item { group } else { nil }
        }
        #expect(groups.map(\.clip) == [[.rectangle(Rect(x: 20, y: 32, width: 40, height: 12))]])
    }

    @Test func keepsTheOutlineOfABoxThatCutsOff() throws {
        let probe = try PageProbe("p { overflow: hidden; outline: 2pt solid #ff0000 }", ["p text"])
        #expect(probe.paths().count == 4)
    }

    @Test func cutsNothingOffOfTheRoot() throws {
        let probe = try PageProbe("html, body { overflow: hidden } p { margin-left: -9pt }", ["p text"])
        #expect(probe.messages.isEmpty)
        #expect(probe.document.pages[0].content.flatMap(\.items).count == 1)
    }

    @Test func makesInlineBoxesTranslucent() throws {
        let probe = try PageProbe("em { opacity: 0.5; background: #ff0000 }", ["p text *faded* text"])
        #expect(probe.run("faded")?.color.alpha == 0.5)
        #expect(probe.run("text")?.color.alpha == 1)
    }

    @Test func showsShadowsOfTextThatAreNoText() throws {
        let probe = try PageProbe("p { text-shadow: 1pt 2pt #ff0000 }", ["p word"])
        let runs = probe.runs()
        #expect(runs.map(\.text) == ["", "word"])
        #expect(runs[0].x[0] == runs[1].x[0] + 1 && runs[0].y[0] == runs[1].y[0] + 2 && runs[0].color == red)
    }
}

extension Article {
    /// Nothing but a table.
    fileprivate static func table(_ rows: [[String]]) -> Article {
        let body = rows.map { row in
            Table.Row(row.map { .init([Block(.paragraph([.text($0)]))]) })
        }
        return Article(
            metadata: Metadata(language: "en"), blocks: [Block(.table(Table(caption: [], head: [], body: body)))])
    }
}
