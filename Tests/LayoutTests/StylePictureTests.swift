import ArticleModel
import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// Pictures that style sheets name: in generated content, markers, margin boxes and in place of elements.
@Suite(.enabled(if: hasFonts))
struct StylePictureTests {
    /// 80 × 40 pixels, which are 60 × 30 points.
    private static let pictures = StylePictures([
        PictureAddress("a.png", in: "test.css"): Resource(
            id: "a", path: "/a.png", mediaType: "image/png", byteCount: 1, pixelWidth: 80, pixelHeight: 40,
            orientation: 6)
    ])

    private func probe(_ css: String, _ blocks: [String]) throws -> PageProbe {
        try PageProbe(css, blocks, pictures: Self.pictures)
    }

    @Test(
        arguments: [
            ("p::before { content: url(a.png) }", Size(width: 60, height: 30)),
            ("p::before { content: url(a.png) 'x'; width: 10pt }", Size(width: 60, height: 30)),
            ("p::after { content: url(a.png); width: 30pt }", Size(width: 30, height: 15)),
            ("p::before { content: url(a.png); image-resolution: 192dpi }", Size(width: 30, height: 15)),
            ("p::before { content: image-set('a.png' 2x); image-resolution: 10dpi }", Size(width: 30, height: 15)),
            ("p::before { content: url(a.png); image-orientation: none }", Size(width: 30, height: 60)),
            ("p::before { content: url(a.png); display: block; width: 50% }", Size(width: 80, height: 40)),
            ("p { content: url(a.png); width: 40pt }", Size(width: 40, height: 20)),
            ("em { content: url(a.png); width: 20pt }", Size(width: 20, height: 10)),
            ("@page { @top-left { content: url(a.png) } }", Size(width: 40, height: 20)),
            ("@page { @top-left { content: url(a.png); padding: 5pt 0 } }", Size(width: 20, height: 10)),
            ("@page { @top-left { content: url(a.png) ' x' } }", Size(width: 40, height: 20)),
            ("@page { @left-middle { content: url(a.png) } }", Size(width: 20, height: 10)),
            ("@page { @top-right { content: url(a.png); width: 12pt } }", Size(width: 12, height: 6)),
        ])
    func hasTheSizeThatItsStyleAsksFor(css: String, size: Size) throws {
        let shown = try probe(css, ["p Some *words* here."]).pictures()
        #expect(shown.map { Size(width: $0.rect.width.rounded(), height: $0.rect.height.rounded()) } == [size])
    }

    @Test func standsInTheMiddleOfAMarginBox() throws {
        let css = "@page { @top-center { content: url(a.png); width: 20pt; vertical-align: middle } }"
        let picture = try #require(try probe(css, ["p x"]).pictures().first)
        let (middle, height) = ((picture.rect.minX + picture.rect.maxX) / 2, picture.rect.height)
        #expect(abs(middle - 100) < 0.1 && abs(picture.rect.minY + height / 2 - 10) < 0.1)
    }

    @Test func floatsWhereAPseudoElementDoes() throws {
        let css = "p::before { content: url(a.png); float: left }"
        let page = try probe(css, ["p Words beside the picture and then below the picture, which is three lines high."])
        #expect(page.pictures().first?.rect.minX == 20)
        #expect(page.runs().first.map { $0.x[0] >= 80 } == true)
    }

    @Test func isOrnamentUnlessItHasAnAlternative() throws {
        let plain = try probe("p::before { content: url(a.png) }", ["p x"]).document
        #expect(!plain.structure.elements.contains { $0.role == .figure })
        let spoken = try probe("p::before { content: url(a.png) / 'Note: ' }", ["p x"]).document
        let figure = try #require(spoken.structure.elements.first { $0.role == .figure })
        #expect(figure.alternative == "Note:")
    }

    @Test(arguments: [
        ("'★' / 'Important: '", "Span", "Important:"), ("'★ ' url(a.png) / 'both'", "Span", "both"),
        ("url(a.png) url(a.png) / 'two'", "Figure", "two"),
    ])
    func speaksTheAlternativeOfContent(content: String, role: String, alternative: String) throws {
        let structure = try probe("p::before { content: \(content) }", ["p x"]).document.structure
        let spoken = structure.elements.filter { $0.alternative != nil }
        #expect(spoken.map(\.role.rawValue) == [role] && spoken.map(\.alternative) == [alternative])
    }

    @Test(arguments: [
        "p::before { content: '★' / '' }", "li::marker { content: '★' / '' }",
        "li { list-style: '★' inside } li::marker { content: '★' / '' }",
    ])
    func isOrnamentWithAnEmptyAlternative(css: String) throws {
        let page = try probe(css, [css.hasPrefix("p") ? "p x" : "ul x"])
        let stars = page.document.pages[0].content.filter { piece in
            piece.items.contains { if case .glyphs(let run) = $0 { run.text.contains("★") } else { false } }
        }
        #expect(stars.map(\.owner) == [.artifact(.layout)])
        #expect(!page.document.structure.elements.contains { $0.role == .label })
    }

    @Test func callsNotesWithAPicture() throws {
        let css = ".note::footnote-call { content: url(a.png) / 'Note ' counter(footnote) }"
        let page = try PageProbe(css, ["p Words{1}."], notes: ["A note."], pictures: Self.pictures)
        #expect(page.pictures().count == 1)
        #expect(page.document.structure.elements.contains { $0.role == .figure && $0.alternative == "Note 1" })
    }

    @Test func speaksTheTextThatItStandsInPlaceOf() throws {
        let page = try probe("h2 { content: url(a.png) } p { content: url(a.png) / 'other' }", ["h2 The title", "p x"])
        let figures = page.document.structure.elements.filter { $0.role == .figure }
        #expect(figures.map(\.alternative) == ["The title", "other"])
        #expect(page.runs().isEmpty)
        #expect(figures[0].parent.map { page.document.structure[$0].role } == .heading1)
    }

    @Test(arguments: [
        ("p { content: url(no.png) }", "x"), ("p::before { content: url(no.png) }", "x"),
        ("p::before { content: url(no.png) / 'alt ' }", "alt x"), ("p::before { content: '«' url(no.png) '»' }", "«»x"),
        ("@page { @top-left { content: url(no.png) / 'Name' } }", "Name / x"),
    ])
    func fallsBackWhereItIsMissing(css: String, text: String) throws {
        #expect(try probe(css, ["p x"]).lines().joined(separator: " / ") == text)
    }

    @Test func marksItemsOfLists() throws {
        let css = "ul { list-style-image: url(a.png); image-resolution: 960dpi }"
        let page = try probe(css, ["ul one|two"])
        let pictures = page.pictures()
        #expect(pictures.count == 2 && pictures.allSatisfy { abs($0.rect.width - 6) < 0.01 })
        let first = try #require(page.runs().first { $0.text.contains("one") })
        #expect(pictures[0].rect.maxX < first.x[0] && abs(pictures[0].rect.maxY - first.y[0]) < 0.01)
        let structure = page.document.structure
        let figure = try #require(structure.elements.first { $0.role == .figure })
        #expect(figure.alternative == "•" && figure.parent.map { structure[$0].role } == .label)
    }

    @Test(arguments: [
        ("ul { list-style: square url(no.png) }", "▪ one"), ("li::marker { content: url(no.png) / '+' }", "+ one"),
        ("li::marker { content: none }", "one"), ("ul { list-style: none }", "one"),
    ])
    func marksItemsWithoutItsPicture(css: String, line: String) throws {
        let lines = try probe(css, ["ul one"]).lines()
        #expect(lines.map { $0.replacing("\u{A0}", with: " ").replacing(" | ", with: "") } == [line])
    }

    @Test func marksItemsInsideOfThem() throws {
        let page = try probe(
            "li::marker { content: '(' url(a.png) ')' } ul { list-style-position: inside }", ["ul one"])
        #expect(page.pictures().count == 1)
        #expect(page.lines() == ["( | ) one"])
    }

    @Test func isOneSourceHoweverOftenItIsShown() throws {
        let css = "p::before, p::after { content: url(a.png); width: 5pt } @page { @top-left { content: url(a.png) } }"
        #expect(try probe(css, ["p x", "p y"]).document.pictures.count == 1)
    }
}
