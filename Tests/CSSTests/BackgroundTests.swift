import Geometry
import Testing

@testable import CSS

/// Values of CSS Backgrounds 3 and CSS Images 3 and 4, as a style computes them.
struct BackgroundTests {
    private func box(_ css: String) -> BoxStyle { style("p { \(css) }").box }

    private func text(_ image: String) -> String { box("background-image: \(image)").painting.background.cssText }

    // MARK: Positions

    /// The equivalents of CSS Backgrounds 3, §2.6.
    @Test(arguments: [
        ("left", "0% 50%"), ("top", "50% 0%"), ("center", "50% 50%"), ("right", "100% 50%"), ("bottom", "50% 100%"),
        ("bottom left", "0% 100%"), ("left top", "0% 0%"), ("left 10pt top 15pt", "10pt 15pt"),
        ("left 15pt", "0% 15pt"), ("10pt top", "10pt 0%"), ("top 15pt right", "100% 15pt"),
        ("right 20% bottom 20%", "80% 80%"), ("center left", "0% 50%"), ("left 2pt center", "2pt 50%"),
    ])
    func placesPictures(position: String, expected: String) {
        let positions = [position, expected].map { box("background-position: \($0)").painting.background.positions }
        #expect(positions[0] == positions[1])
    }

    @Test func placesPicturesFromTheFarEdges() {
        let positions = box("font-size: 10pt; background-position: right 3em bottom 10pt").painting.background.positions
        let horizontal = LengthPercentage(points: -30, fraction: 1)
        let vertical = LengthPercentage(points: -10, fraction: 1)
        #expect(positions == [BackgroundPosition(horizontal: horizontal, vertical: vertical)])
    }

    @Test(arguments: [
        "left left", "top 10pt", "50% left", "left 10pt 20pt top", "right 3em center 10pt", "10pt 20pt 30pt",
    ])
    func refusesPositionsThatAreNone(position: String) {
        #expect(box("background-position: \(position)").painting == BoxPainting())
    }

    // MARK: Layers

    @Test func repeatsShorterListsForAllPictures() {
        // §2.2: images of three, positions and repetitions of two.
        let background = box(
            """
            background-image: url(a.png), url(b.png), url(c.png); background-position: 1pt 1pt, 2pt 2pt;
            background-repeat: no-repeat, repeat-x
            """
        ).painting.background
        #expect(background.layers.map(\.position.horizontal.points) == [1, 2, 1])
        #expect(background.layers.map(\.repetition.vertical) == [.noRepeat, .noRepeat, .noRepeat])
        #expect(background.layers.map(\.repetition.horizontal) == [.noRepeat, .repeat, .noRepeat])
    }

    @Test func dealsTheShorthandOut() {
        let box = box(
            "background: url(a.png) right 2pt top 50% / 10pt auto no-repeat fixed content-box, "
                + "linear-gradient(red, blue) border-box padding-box, #fff")
        let layers = box.painting.background.layers
        #expect(box.backgroundColor == .white)
        #expect(layers.count == 2 && box.painting.background.images.count == 3)
        #expect(layers[0].size == .lengths(.length(.points(10)), .auto))
        #expect(layers[0].attachment == .fixed && layers[0].repetition == BackgroundRepetition(.noRepeat))
        #expect(layers[0].origin == .contentBox && layers[0].clip == .contentBox)
        #expect(layers[1].origin == .borderBox && layers[1].clip == .paddingBox)
        #expect(layers[1].position == BackgroundPosition(horizontal: .zero, vertical: .zero))
    }

    @Test(arguments: ["red, url(a.png)", "url(a.png) url(b.png)", "url(a.png),", "left / 2pt red blue", "10pt 10pt /"])
    func refusesShorthandsThatAreNone(value: String) {
        let before = box("background: #123456; background: \(value)")
        #expect(before.backgroundColor == Color(css: "#123456"))
    }

    @Test func setsTheColourBackWhereTheShorthandHasNone() {
        #expect(box("background: red; background: none").backgroundColor == .transparent)
        #expect(box("color: #00f; background: currentcolor").backgroundColor == Color(css: "#00f"))
    }

    // MARK: Gradients

    @Test(arguments: [
        ("linear-gradient(red, blue)", "linear-gradient(180deg, #ff0000, #0000ff)"),
        ("linear-gradient(to top right, red, blue)", "linear-gradient(to top right, #ff0000, #0000ff)"),
        ("linear-gradient(to right top, red, blue)", "linear-gradient(to top right, #ff0000, #0000ff)"),
        (
            "linear-gradient(0.25turn, red 10%, 30%, blue 8pt 9pt)",
            "linear-gradient(90deg, #ff0000 10%, 30%, #0000ff 8pt, #0000ff 9pt)"
        ),
        (
            "repeating-linear-gradient(to left, 10% red, blue)",
            "repeating-linear-gradient(270deg, #ff0000 10%, #0000ff)"
        ),
        ("linear-gradient(in oklab, red, blue)", "linear-gradient(180deg in oklab, #ff0000, #0000ff)"),
        ("radial-gradient(red, blue)", "radial-gradient(ellipse farthest-corner at 50% 50%, #ff0000, #0000ff)"),
        ("radial-gradient(5pt at top, red, blue)", "radial-gradient(circle 5pt at 50% 0, #ff0000, #0000ff)"),
        (
            "radial-gradient(closest-side circle, red, blue)",
            "radial-gradient(circle closest-side at 50% 50%, #ff0000, #0000ff)"
        ),
        ("radial-gradient(20% 5pt, red, blue)", "radial-gradient(ellipse 20% 5pt at 50% 50%, #ff0000, #0000ff)"),
        (
            "conic-gradient(from 0.5turn at 0 0, red 90deg, blue)",
            "conic-gradient(from 180deg at 0 0, #ff0000 25%, #0000ff)"
        ),
    ])
    func readsGradients(written: String, computed: String) {
        #expect(text(written).hasPrefix(computed + " "), "\(text(written))")
    }

    @Test(arguments: [
        "linear-gradient(red 10%, 20%)", "linear-gradient(10%, red, blue)", "linear-gradient(red, 10%, 20%, blue)",
        "linear-gradient(to top bottom, red, blue)", "linear-gradient(to middle, red, blue)", "linear-gradient()",
        "linear-gradient(45deg red, blue)", "radial-gradient(circle 5pt 6pt, red, blue)",
        "radial-gradient(circle 10%, red, blue)", "radial-gradient(ellipse 5pt, red, blue)",
        "conic-gradient(red 5pt, blue)", "linear-gradient(at top, red, blue)",
    ])
    func refusesGradientsThatAreNone(written: String) { #expect(text(written) == "none") }

    // MARK: Corners, shadows, outlines

    @Test func readsTheExamplesOfBorderRadius() {
        // §4.1: 2em 1em 4em / 0.5em 3em.
        let radius = box("font-size: 10pt; border-radius: 2em 1em 4em / 0.5em 3em").painting.radius
        #expect(radius.topLeft == CornerRadius(horizontal: .points(20), vertical: .points(5)))
        #expect(radius.topRight == CornerRadius(horizontal: .points(10), vertical: .points(30)))
        #expect(radius.bottomRight == CornerRadius(horizontal: .points(40), vertical: .points(5)))
        #expect(radius.bottomLeft == CornerRadius(horizontal: .points(10), vertical: .points(30)))
    }

    @Test func readsShadowsWithAColourAtEitherSide() {
        let shadows = box("color: #f00; box-shadow: 1pt 2pt, #00f -1pt 2pt 3pt 4pt inset").painting.shadows
        #expect(
            shadows == [
                BoxShadow(offset: Point(x: 1, y: 2), color: Color(rgb: 0xFF0000)),
                BoxShadow(offset: Point(x: -1, y: 2), blur: 3, spread: 4, color: Color(rgb: 0x0000FF), isInset: true),
            ])
        #expect(box("box-shadow: 1pt").painting.shadows == [])
        #expect(box("box-shadow: 1pt 1pt -2pt").painting.shadows == [])
    }

    @Test func keepsStylesWithoutPicturesAsTheyAre() {
        #expect(!box("background: red; border: 1pt solid").hasPainting)
        #expect(!box("border-radius: 4pt; border-radius: 0").hasPainting)
        #expect(box("outline: auto").painting.outline.style == .solid)
    }
}
