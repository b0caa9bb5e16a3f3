import ArticleModel
import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// Footnotes numbered by pages, and pages told apart by their numbers.
@Suite(.enabled(if: hasFonts))
struct PageFeatureTests {
    private let blocks = ["p One{1} and two{2}.", "p.new Three{3}."]
    private let notes = ["first", "second", "third"]

    @Test func numbersNotesThroughTheDocument() throws {
        let probe = try PageProbe(
            """
            .new { break-before: page } .noteref { vertical-align: baseline; font-size: 1em } .note::footnote-call { content: '(' counter(footnote) ')' }
            .note::footnote-marker { content: counter(footnote) ': ' }
            """, blocks, notes: notes)
        #expect(probe.lines(0) == ["One(1) and two(2).", "1: first", "2: second"])
        #expect(probe.lines(1) == ["Three(3).", "3: third"])
    }

    @Test func numbersNotesByPages() throws {
        let probe = try PageProbe(
            """
            @page { counter-reset: footnote } .new { break-before: page } .noteref { vertical-align: baseline; font-size: 1em }
            .note::footnote-call { content: counter(footnote, symbolic) }
            .note::footnote-marker { content: counter(footnote, symbolic) ' ' }
            @counter-style symbolic { system: symbolic; symbols: '*' '†' }
            """, blocks, notes: notes)
        #expect(probe.lines(0) == ["One* and two†.", "* first", "† second"])
        #expect(probe.lines(1) == ["Three*.", "* third"])
        #expect(probe.diagnostics.isEmpty)
    }

    @Test func keepsTheNotesOfAPageWithinTheirHeight() throws {
        let probe = try PageProbe(
            """
            @page { @footnote { max-height: 26pt } } .note, .note > p { font-size: 10pt; line-height: 12pt; margin: 0 }
            .noteref { vertical-align: baseline; font-size: 1em } .note::footnote-marker { content: '' }
            """, ["p One{1}, two{2}, three{3}."], notes: ["first", "second", "third"])
        #expect(probe.lines(0) == ["One1, two2, three3.", "first", "second"])
        #expect(probe.lines(1) == ["third"])
    }

    @Test func makesNotesOfAnyElement() throws {
        let probe = try PageProbe(
            """
            em { float: footnote; font-style: normal } em::footnote-call { content: '[' counter(footnote) ']' }
            em::footnote-marker { content: counter(footnote) '. ' } .new { break-before: page }
            """, ["p One*first*, two*second*.", "p.new Three*third*."])
        #expect(probe.lines(0) == ["One[1], two[2].", "1. first", "2. second"])
        #expect(probe.lines(1) == ["Three[3].", "3. third"])
        let notes = probe.document.structure.elements.filter { $0.role == .note }
        #expect(Set(notes.map(\.identifier)).count == 3)
        #expect(
            probe.document.pages[0].links.map(\.target) == [.destination("footnote-1"), .destination("footnote-2")])
    }

    @Test func numbersNotesOfAnyElementByPages() throws {
        let probe = try PageProbe(
            """
            @page { counter-reset: footnote } em { float: footnote } em::footnote-marker { content: counter(footnote) '. ' }
            em::footnote-call { content: counter(footnote) } .new { break-before: page }
            """, ["p One*first*, two*second*.", "p.new Three*third*."])
        #expect(probe.lines(1) == ["Three1.", "1. third"])
    }

    /// Notes are set at the foot of the page of their call wherever that is.
    @Test(arguments: [
        "ul item{1}|other", "blockquote quoted{1}", "div one{1}|two",
    ])
    func findsCallsInBlocks(block: String) throws {
        let blocks = "article > ul, article > blockquote, article > div"
        for css in ["", "float: left; width: 60pt", "column-count: 2", "display: inline-block", "height: 6pt"] {
            let probe = try PageProbe(
                ".new { break-before: page } .note::footnote-marker { content: '' } \(blocks) { \(css) }",
                [block, "p text", "p.new b"],
                notes: ["foot"])
            #expect(probe.lines(0).last == "foot", "\(css)")
        }
    }

    @Test func putsThePagesNumberInPlaceOfTheArticles() throws {
        let probe = try PageProbe(
            """
            @page { counter-reset: footnote } .new { break-before: page } .noteref { vertical-align: baseline; font-size: 1em } .note::footnote-call { content: none }
            .note::footnote-marker { content: counter(footnote) ' ' }
            """, blocks, notes: notes)
        #expect(probe.lines(1).map { $0.replacing(" | ", with: "") } == ["Three1.", "1 third"])
    }

    @Test func tellsPagesByTheirNumbers() throws {
        let probe = try PageProbe(
            "@page :nth(2n) { margin-left: 50pt } @page :nth(3) { @top-left { content: 'third' } } p { break-before: page }",
            ["p a", "p b", "p c", "p d"])
        #expect((0..<4).map { probe.runs($0).last { "abcd".contains($0.text) }?.x[0].rounded() } == [20, 50, 20, 50])
        #expect(probe.lines(2).first == "third")
    }
}

/// Borders, colours and pictures as paths.
@Suite(.enabled(if: hasFonts))
struct BoxPaintTests {
    private func paths(_ css: String) throws -> [Path] {
        try PageProbe("p { width: 60pt; \(css) }", ["p x"]).paths()
    }

    @Test func cutsBordersWhereColoursMeet() throws {
        let paths = try paths("border: 4pt solid #ff0000; border-left-color: #0000ff")
        // The upper side ends slanting on its left.
        #expect(
            paths.contains {
                $0.segments.prefix(4) == [
                    .move(Point(x: 20, y: 20)), .line(Point(x: 88, y: 20)), .line(Point(x: 84, y: 24)),
                    .line(Point(x: 24, y: 24)),
                ]
            })
        #expect(paths.count == 4)
    }

    @Test(
        arguments: [
            ("solid", 4, []), ("double", 2, []), ("groove", 8, []), ("ridge", 8, []), ("inset", 4, []),
            ("outset", 4, []),
            ("dashed", 4, [9.0]), ("dotted", 4, [0.0]), ("none", 0, []), ("hidden", 0, []),
        ] as [(String, Int, [Double])])
    func drawsEachStyle(style: String, count: Int, dash: [Double]) throws {
        let paths = try paths("border: 3pt \(style) #0000ff")
        #expect(paths.count == count)
        let dashes = paths.compactMap { path -> Double? in
            if case .stroke(let pen) = path.paint { pen.dashes.first } else { nil }
        }
        #expect(Set(dashes) == Set(dash))
    }

    @Test func lightsGroovesFromAbove() throws {
        let paths = try paths("border: 3pt inset #999999")
        guard case .fill(let top) = paths[0].paint, case .fill(let bottom) = paths[1].paint else {
            Issue.record("an inset border is filled")
            return
        }
        #expect(top.red < bottom.red)
    }

    @Test func fitsDashesToTheirLine() throws {
        guard case .stroke(let pen)? = try paths("border-top: 2pt dashed #000")[0].paint as Path.Paint? else { return }
        let (dash, gap) = (pen.dashes[0], pen.dashes[1])
        let count = (60 - dash) / (dash + gap)
        #expect(abs(count - count.rounded()) < 0.001)
    }

    @Test func roundsEachCornerByItself() throws {
        let path = try paths("background: #eee; height: 30pt; border-radius: 5pt 0 50pt 10pt")[0]
        #expect(path.segments.first == .move(Point(x: 23, y: 20)))
        // Radii that meet are brought down together: 50 and 10 on 60 points just fit, 50 on 30 does not.
        #expect(path.segments.count == 10)
        let bounds = path.segments.compactMap { segment -> Point? in
            switch segment {
            case .move(let point), .line(let point), .curve(_, _, let point): point
            case .rectangle, .close: nil
            }
        }
        #expect(bounds.allSatisfy { (20...80).contains($0.x) && (20...50).contains($0.y) })
    }

    @Test func paintsATranslucentBoxAsAWhole() throws {
        let probe = try PageProbe(
            "#a { opacity: 0.5; background: #ff0000 }", ["p before", "p#a inside", "p behind"])
        let groups = probe.document.pages[0].content.flatMap(\.items).compactMap { item in
            if case .group(let group) = item { group } else { nil }
        }
        #expect(groups.count == 2 && groups.allSatisfy { $0.opacity == 0.5 })
        #expect(groups.contains { if case .glyphs(let run)? = $0.items.first { run.text == "inside" } else { false } })
        #expect(probe.lines() == ["before", "inside", "behind"])
    }

    @Test func hidesWhatIsNotVisible() throws {
        let probe = try PageProbe("#a { visibility: hidden; border: 1pt solid }", ["p#a hidden", "p seen"])
        #expect(probe.lines() == ["seen"] && probe.paths().isEmpty)
        #expect(probe.run("seen")!.y[0] > 40)
    }

    /// A picture of 40 by 20 in a box of 60 by 60 that begins at 20, 20.
    @Test(arguments: [
        ("fill", Rect(x: 20, y: 20, width: 60, height: 60)), ("contain", Rect(x: 20, y: 35, width: 60, height: 30)),
        ("cover", Rect(x: -10, y: 20, width: 120, height: 60)), ("none", Rect(x: 30, y: 40, width: 40, height: 20)),
        ("scale-down", Rect(x: 30, y: 40, width: 40, height: 20)),
        ("contain; object-position: left top", Rect(x: 20, y: 20, width: 60, height: 30)),
        ("none; object-position: 100% 5pt", Rect(x: 40, y: 25, width: 40, height: 20)),
    ])
    func fitsPictures(fit: String, rect: Rect) throws {
        let found = try picture("img { width: 60pt; height: 60pt; object-fit: \(fit) }")
        #expect(found?.rect == rect)
    }

    @Test(arguments: [("96dpi", 40.0), ("192dpi", 20), ("2dppx", 20), ("from-image 1x", 40)])
    func takesPicturesByTheirResolution(value: String, width: Double) throws {
        #expect(try picture("img { image-resolution: \(value) }")?.rect.width == width)
    }

    private func picture(_ css: String) throws -> DisplayItem.Picture? {
        let resource = Resource(
            id: "r", path: "/none.png", mediaType: "image/png", byteCount: 1, pixelWidth: 40 / 0.75,
            pixelHeight: 20 / 0.75)
        let image = Image(resource: "r", alternative: "A picture")
        let article = Article(
            metadata: Metadata(language: "en"),
            blocks: [Block(.figure(Figure(blocks: [Block(.paragraph([Inline(.image(image))]))])))], notes: [],
            resources: ["r": resource])
        let probe = try PageProbe("figure { margin: 0 } figure > img { margin: 0; display: block } \(css)", article)
        return probe.items().lazy.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }.first
    }
}
