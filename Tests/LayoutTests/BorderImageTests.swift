import ArticleModel
import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// The nine parts of border images (CSS Backgrounds 3, §5.2 to §5.5).
struct BorderImageGridTests {
    /// A picture of 30 × 30 points, cut at each third, round an area of 100 × 70 points.
    private func grid(
        _ horizontal: BorderImage.Kind, _ vertical: BorderImage.Kind, widths: Edges = Edges(10),
        slices: Edges = Edges(1 / 3)
    ) -> BorderImageGrid {
        BorderImageGrid(
            area: Rect(x: 0, y: 0, width: 100, height: 70), natural: Size(width: 30, height: 30), slices: slices,
            widths: widths, repetition: .init(horizontal: horizontal, vertical: vertical))
    }

    @Test func cutsNineParts() {
        let parts = grid(.stretch, .stretch).parts(withMiddle: true)
        #expect(
            parts.map { [$0.region.minX, $0.region.minY, $0.region.width, $0.region.height] } == [
                [0, 0, 10, 10], [10, 0, 80, 10], [90, 0, 10, 10], [0, 10, 10, 50], [10, 10, 80, 50], [90, 10, 10, 50],
                [0, 60, 10, 10], [10, 60, 80, 10], [90, 60, 10, 10],
            ])
        #expect(parts.allSatisfy { $0.tile == $0.region && $0.cell == nil })
        #expect(grid(.stretch, .stretch).parts(withMiddle: false).count == 8)
    }

    @Test(arguments: [
        (BorderImage.Kind.stretch, 10.0, 80.0, nil), (.repeat, 5, 10, 10), (.round, 10, 10, 10), (.space, 10, 10, 10),
    ])
    func repeatsASide(kind: BorderImage.Kind, start: Double, length: Double, step: Double?) {
        let top = grid(kind, .stretch).parts(withMiddle: false)[1]
        #expect(abs(top.tile.minX - start) < 1e-9 && abs(top.tile.width - length) < 1e-9)
        #expect(top.cell.map { ($0.width * 1e6).rounded() / 1e6 } == step)
    }

    /// Tiles of 20 points in a side of 45.
    @Test(arguments: [
        (BorderImage.Kind.repeat, 12.5, 20.0, 20.0), (.round, 20, 22.5, 22.5), (.space, 20 + 5.0 / 3, 20, 20 + 5.0 / 3),
    ])
    func fitsTilesIntoASide(kind: BorderImage.Kind, start: Double, length: Double, step: Double) throws {
        let grid = BorderImageGrid(
            area: Rect(x: 0, y: 0, width: 85, height: 70), natural: Size(width: 30, height: 30), slices: Edges(1 / 3),
            widths: Edges(20), repetition: .init(horizontal: kind, vertical: .stretch))
        let top = grid.parts(withMiddle: false)[1]
        #expect(abs(top.tile.minX - start) < 1e-9 && abs(top.tile.width - length) < 1e-9)
        #expect(top.cell.map { abs($0.width - step) < 1e-9 } == true)
        #expect(top.region.minX >= 20 && top.region.maxX <= 65)
    }

    @Test func leavesOutWhatHasNoExtent() {
        let parts = grid(.stretch, .stretch, widths: Edges(top: 10, right: 0, bottom: 0, left: 10)).parts(
            withMiddle: false)
        #expect(parts.count == 3)
        // Slices that meet leave no sides between the corners.
        #expect(grid(.stretch, .stretch, slices: Edges(0.5)).parts(withMiddle: true).count == 4)
    }
}

/// Border images on pages.
@Suite(.enabled(if: hasFonts))
struct BorderImageTests {
    private static let pictures = StylePictures([
        PictureAddress("a.png", in: "test.css"): Resource(
            id: "a", path: "/a.png", mediaType: "image/png", byteCount: 1, pixelWidth: 30, pixelHeight: 30)
    ])

    private func probe(_ css: String, _ blocks: [String] = ["p x"]) throws -> PageProbe {
        try PageProbe(css, blocks, pictures: Self.pictures)
    }

    @Test func standsInPlaceOfTheBorder() throws {
        let page = try probe("p { border: 9pt solid red; border-image: url(a.png) 10 }")
        #expect(page.pictures().count == 8 && page.paths().isEmpty)
        // The first corner shows a third of the picture in 9 points.
        let corner = try #require(page.pictures().first)
        #expect(abs(corner.rect.width - 27) < 0.01 && corner.rect.minX == 20)
    }

    @Test func leavesTheBorderWhereItIsMissing() throws {
        let page = try probe("p { border: 9pt solid red; border-image: url(no.png) 10 }")
        #expect(page.pictures().isEmpty && !page.paths().isEmpty)
    }

    @Test func goesOutOfTheBox() throws {
        let page = try probe("p { border: 9pt solid; border-image: url(a.png) 10 / 3pt / 6pt }")
        #expect(page.pictures().first.map { $0.rect.minX } == 14)
    }

    @Test func repeatsAsATiling() throws {
        let page = try probe("p { border: 9pt solid; border-image: url(a.png) 10 round; padding: 20pt }")
        let tilings = page.paths().filter { if case .tiling = $0.paint { true } else { false } }
        #expect(tilings.count == 4)
    }

    @Test func isCutWhereAPageDividesItsBox() throws {
        let words = Array(repeating: "word", count: 120).joined(separator: " ")
        let css = "div { border: 6pt solid; border-image: url(a.png) 10 } p { orphans: 1; widows: 1 }"
        let page = try probe(css, ["div \(words)"])
        #expect(page.pageCount > 1)
        // Corners at the head of the first piece and at the foot of the last only are inside of their clips.
        #expect(page.pictures(0).count == 8 && page.pictures(page.pageCount - 1).count == 8)
    }

    @Test func drawsGradients() throws {
        let page = try probe("p { border: 9pt solid; border-image: linear-gradient(red, blue) 1 }")
        let gradients = page.paths().filter { if case .gradient = $0.paint { true } else { false } }
        #expect(gradients.count == 8)
    }
}
