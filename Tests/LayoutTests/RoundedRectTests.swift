import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// Round corners (CSS Backgrounds 3, §4) and the outlines that follow them.
struct RoundedRectTests {
    private func edge(_ radius: Corners<CornerRadius>, width: Double = 100, height: Double = 40) -> RoundedRect {
        var box = BoxStyle()
        box.painting.radius = radius
        return RoundedRect(box, in: Rect(x: 0, y: 0, width: width, height: height))
    }

    private func corner(_ x: LengthPercentage, _ y: LengthPercentage? = nil) -> CornerRadius {
        CornerRadius(horizontal: x, vertical: y ?? x)
    }

    @Test func takesPercentagesOfBothSides() {
        #expect(edge(Corners(corner(.percent(50)))).radii == Corners(Size(width: 50, height: 20)))
    }

    @Test func reducesAllCurvesByOneFactor() {
        // §4.5: f is the least of all sides' lengths over the sums of their radii, 40 / 80 here.
        var radius = Corners(corner(.points(10)))
        radius.topLeft = corner(.points(20), .points(40))
        radius.bottomLeft = corner(.points(20), .points(40))
        let radii = edge(radius).radii
        #expect(radii.topLeft == Size(width: 10, height: 20))
        #expect(radii.topRight == Size(width: 5, height: 5))
    }

    @Test func isSharpWhereOneOfTheHalfAxesIsNothing() {
        #expect(!edge(Corners(corner(.points(10), .zero))).isRound)
    }

    @Test func curvesInsideHaveTheSameMiddles() {
        let inner = edge(Corners(corner(.points(10), .points(8)))).inset(
            by: Edges(top: 8, right: 4, bottom: 2, left: 3))
        #expect(inner.radii.bottomLeft == Size(width: 7, height: 6))
        // The border is as wide as the radius is high.
        #expect(inner.radii.topLeft == .zero)
    }

    @Test func keepsSharpCornersSharpOutside() {
        // §6.1.1: small radii grow by less than the spread.
        let outer = edge(Corners(corner(.points(5)))).outset(by: 10)
        #expect(abs(outer.radii.topLeft.width - 13.75) < 1e-9)
        #expect(!edge(Corners(corner(.zero))).outset(by: 10).isRound)
    }

    @Test func goesRoundTheOtherWayForAHole() {
        let hole = RoundedRect(Rect(x: 1, y: 2, width: 3, height: 4)).hole
        #expect(
            hole == [
                .move(Point(x: 1, y: 2)), .line(Point(x: 1, y: 6)), .line(Point(x: 4, y: 6)), .line(Point(x: 4, y: 2)),
                .line(Point(x: 1, y: 2)), .close,
            ])
    }

    @Test func measuresACircle() {
        #expect(abs(edge(Corners(corner(.points(20))), width: 40).length - 40 * .pi) < 1e-6)
    }
}
