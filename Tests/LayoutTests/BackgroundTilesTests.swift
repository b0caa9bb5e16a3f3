import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// How large the pictures of a background are and where they stand (CSS Backgrounds 3, §2.4 to §2.9).
struct BackgroundTilesTests {
    private let area = Rect(x: 100, y: 50, width: 60, height: 40)

    private func layer(
        _ size: BackgroundSize = .lengths(.auto, .auto),
        _ repetition: BackgroundRepetition = BackgroundRepetition(.repeat),
        x: LengthPercentage = .zero, y: LengthPercentage = .zero
    ) -> BackgroundLayer {
        var pictures = BackgroundPictures()
        pictures.images = [.gradient(GradientImage(shape: .linear(.angle(0)), stops: []))]
        pictures.positions = [BackgroundPosition(horizontal: x, vertical: y)]
        pictures.sizes = [size]
        pictures.repetitions = [repetition]
        return pictures.layers[0]
    }

    @Test(arguments: [
        (BackgroundSize.lengths(.auto, .auto), Size(width: 20, height: 10)),
        (.contain, Size(width: 60, height: 30)), (.cover, Size(width: 80, height: 40)),
        (.lengths(.length(.percent(50)), .auto), Size(width: 30, height: 15)),
        (.lengths(.auto, .length(.points(20))), Size(width: 40, height: 20)),
        (.lengths(.length(.points(7)), .length(.percent(25))), Size(width: 7, height: 10)),
    ])
    func sizesAPicture(size: BackgroundSize, expected: Size) {
        #expect(BackgroundTiles(layer(size), natural: Size(width: 20, height: 10), in: area)?.tile.size == expected)
    }

    @Test(arguments: [
        (BackgroundSize.lengths(.auto, .auto), Size(width: 60, height: 40)), (.contain, Size(width: 60, height: 40)),
        (.cover, Size(width: 60, height: 40)),
        (.lengths(.length(.points(7)), .auto), Size(width: 7, height: 40)),
    ])
    func sizesAGradientByItsArea(size: BackgroundSize, expected: Size) {
        #expect(BackgroundTiles(layer(size), natural: nil, in: area)?.tile.size == expected)
    }

    @Test func putsPercentagesOnPercentages() {
        // §2.6: with 100% the right edge of the picture is on the right edge of the area.
        let tiles = BackgroundTiles(
            layer(x: .percent(100), y: .percent(50)), natural: Size(width: 20, height: 10), in: area)
        #expect(tiles?.tile.origin == Point(x: 140, y: 65))
    }

    @Test(arguments: [(22.0, 20.0), (25, 30), (100, 60), (60, 60)])
    func roundsToAWholeNumber(width: Double, expected: Double) {
        let wide = layer(
            .lengths(.length(.points(width)), .auto), BackgroundRepetition(horizontal: .round, vertical: .repeat))
        let tiles = BackgroundTiles(wide, natural: Size(width: width, height: 10), in: area)
        #expect(tiles?.tile.width == expected && tiles?.across == expected)
        // The free side keeps the picture's shape.
        #expect(tiles.map { abs($0.tile.height - expected / width * 10) < 1e-9 } ?? false)
    }

    @Test func spacesPicturesEvenly() {
        let spaced = BackgroundTiles(
            layer(.lengths(.length(.points(25)), .length(.points(15))), BackgroundRepetition(.space), x: .percent(50)),
            natural: nil, in: area)
        #expect(spaced?.tile.minX == 100 && spaced?.across == 35)
        #expect(spaced?.tile.minY == 50 && spaced?.down == 25)
        // Where only one has room it is placed as if it were alone.
        let alone = BackgroundTiles(
            layer(.lengths(.length(.points(40)), .auto), BackgroundRepetition(.space), x: .percent(50)), natural: nil,
            in: area)
        #expect(alone?.tile.minX == 110 && alone?.across == nil)
    }

    @Test func paintsBeyondTheAreaThatPlacesIt() throws {
        let tiles = try #require(
            BackgroundTiles(layer(.lengths(.length(.points(20)), .length(.points(40)))), natural: nil, in: area))
        let border = Rect(x: 95, y: 45, width: 70, height: 50)
        let shown = try #require(tiles.shown(in: border))
        #expect(shown.region == border && shown.tile.origin == Point(x: 80, y: 10))
        #expect(shown.cell == Rect(x: 80, y: 10, width: 20, height: 40))
        #expect(tiles.shown(in: Rect(x: 102, y: 60, width: 10, height: 10))?.cell == nil)
    }

    @Test func cutsASinglePictureOff() throws {
        let once = layer(
            .lengths(.length(.points(20)), .length(.points(10))), BackgroundRepetition(.noRepeat), x: .points(-5))
        let tiles = try #require(BackgroundTiles(once, natural: nil, in: area))
        let shown = try #require(tiles.shown(in: area))
        #expect(shown.region == Rect(x: 100, y: 50, width: 15, height: 10) && shown.cell == nil)
        #expect(tiles.shown(in: Rect(x: 130, y: 50, width: 5, height: 5)) == nil)
    }

    @Test func paintsNothingOfNoSize() {
        #expect(BackgroundTiles(layer(.lengths(.length(.zero), .auto)), natural: nil, in: area) == nil)
    }
}
