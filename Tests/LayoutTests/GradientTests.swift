import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// Stops of gradients and the lines that they are on (CSS Images 3, §3; CSS Images 4, §3).
struct GradientTests {
    private let red = Color(red: 1, green: 0, blue: 0)
    private let lime = Color(red: 0, green: 1, blue: 0)
    private let blue = Color(red: 0, green: 0, blue: 1)
    private let box = Rect(x: 0, y: 0, width: 200, height: 100)

    private func stops(_ stops: [GradientImage.Stop], length: Double = 100) -> [Double] {
        let gradient = GradientImage(shape: .linear(.angle(90)), stops: stops)
        return GradientStops(gradient, length: length).stops.map { ($0.offset * 1000).rounded() / 1000 }
    }

    private func gradient(_ shape: GradientImage.Shape, _ stops: [GradientImage.Stop]? = nil, repeats: Bool = false)
        -> Gradient?
    {
        let image = GradientImage(
            shape: shape, stops: stops ?? [.init(red), .init(blue)], isRepeating: repeats)
        if case .gradient(let gradient) = image.paint(in: box) { return gradient }
        return nil
    }

    @Test func spacesStopsThatHaveNoPlace() {
        #expect(stops([.init(red), .init(lime), .init(blue)]) == [0, 0.5, 1])
        #expect(stops([.init(red, at: .percent(40)), .init(lime), .init(lime), .init(blue)]) == [0.4, 0.6, 0.8, 1])
        #expect(stops([.init(red), .init(lime, at: .points(20)), .init(blue)], length: 80) == [0, 0.25, 1])
    }

    /// The examples of §3.4.3.
    @Test func neverGoesBack() {
        #expect(
            stops([.init(red, at: .points(40)), .init(.white), .init(.black), .init(blue)], length: 100) == [
                0.4, 0.6, 0.8, 1,
            ])
        #expect(stops([.init(red, at: .percent(-50)), .init(.white), .init(blue)]) == [-0.5, 0.25, 1])
        #expect(
            stops([
                .init(red, at: .points(-50)), .init(.white), .init(lime, at: .points(20)),
                .init(blue, at: .points(10)),
            ]) == [-0.5, -0.15, 0.2, 0.2])
    }

    @Test func goesAlongTheAngle() {
        #expect(gradient(.linear(.angle(90)))?.axis == .linear(from: Point(x: 0, y: 50), to: Point(x: 200, y: 50)))
        guard case .linear(let from, let to)? = gradient(.linear(.angle(45)))?.axis else {
            Issue.record("no line")
            return
        }
        // The corners to which the line points have the colours of its ends.
        #expect(abs(from.x - 25) < 1e-9 && abs(from.y - 125) < 1e-9 && abs(to.x - 175) < 1e-9 && abs(to.y + 25) < 1e-9)
    }

    @Test func meetsTheOtherCornersHalfWay() {
        guard case .linear(let from, let to)? = gradient(.linear(.corner(isRight: true, isBottom: false)))?.axis else {
            Issue.record("no line")
            return
        }
        func share(_ x: Double, _ y: Double) -> Double {
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            return ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy)
        }
        #expect(abs(share(0, 0) - 0.5) < 1e-9 && abs(share(200, 100) - 0.5) < 1e-9)
        #expect(abs(share(0, 100)) < 1e-9 && abs(share(200, 0) - 1) < 1e-9)
    }

    @Test(arguments: [
        (GradientImage.Ending.circle(.closestSide), Size(width: 20, height: 20)),
        (.circle(.farthestSide), Size(width: 150, height: 150)),
        (.ellipse(.closestSide), Size(width: 50, height: 20)), (.ellipse(.farthestSide), Size(width: 150, height: 80)),
        (.ellipse(.closestCorner), Size(width: 50 * 2.0.squareRoot(), height: 20 * 2.0.squareRoot())),
        (.circle(.farthestCorner), Size(width: 170, height: 170)),
        (.radius(7), Size(width: 7, height: 7)), (.radii(.percent(10), .percent(10)), Size(width: 20, height: 10)),
    ])
    func endsWhereTheShapeDoes(ending: GradientImage.Ending, radii: Size) {
        let position = BackgroundPosition(horizontal: .points(50), vertical: .points(20))
        #expect(gradient(.radial(ending, position))?.axis == .radial(center: Point(x: 50, y: 20), radii: radii))
    }

    @Test func repeatsOverAllOfTheLine() {
        let stops: [GradientImage.Stop] = [.init(red, at: .points(0)), .init(blue, at: .points(50))]
        let repeated = gradient(.linear(.angle(90)), stops, repeats: true)
        #expect(repeated?.stops.map(\.offset) == [0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1])
        #expect(repeated?.stops.map(\.color) == [red, blue, red, blue, red, blue, red, blue])
        // Too fine to be seen: what it looks like from afar.
        let fine: [GradientImage.Stop] = [.init(red, at: .points(0)), .init(blue, at: .points(0.001))]
        let image = GradientImage(shape: .linear(.angle(90)), stops: fine, isRepeating: true)
        #expect(image.paint(in: box) == .fill(Color(red: 0.5, green: 0, blue: 0.5)))
    }

    @Test func mixesNoColourThatIsNotSeen() {
        let fading = gradient(.linear(.angle(90)), [.init(.transparent), .init(red)])
        #expect(fading?.stops.last?.color == red)
        #expect(fading?.stops.dropFirst().first?.color == Color(red: 1, green: 0, blue: 0, alpha: 0))
    }

    @Test func bendsAtAHint() {
        let gradient = gradient(.linear(.angle(90)), [.init(.black), .init(nil, at: .percent(25)), .init(.white)])
        // Half-way of the colours is at the hint.
        let offset = gradient?.stops.first { $0.color.red >= 0.5 - 1e-9 }?.offset
        #expect(offset.map { abs($0 - 0.25) < 0.03 } ?? false)
    }

    @Test func mixesInOKLab() {
        let image = GradientImage(
            shape: .linear(.angle(90)), stops: [.init(red), .init(blue)], interpolation: .oklab)
        guard case .gradient(let gradient) = image.paint(in: box) else {
            Issue.record("no gradient")
            return
        }
        let middle = gradient.stops.first { abs($0.offset - 0.5) < 1e-9 }?.color
        #expect(middle == GradientImage.Interpolation.oklab.mix(red, blue, share: 0.5))
    }

    @Test func turnsRoundAPoint() {
        let center = BackgroundPosition(horizontal: .percent(25), vertical: .percent(50))
        let stops: [GradientImage.Stop] = [.init(red), .init(blue, at: .percent(50)), .init(red, at: .percent(150))]
        let turn = gradient(.conic(from: 30, center), stops)
        #expect(turn?.axis == .conic(center: Point(x: 50, y: 50), start: 30))
        #expect(turn?.stops.map(\.offset) == [0, 0.5, 1])
        #expect(turn?.stops.last?.color == Color(red: 0.5, green: 0, blue: 0.5))
    }
}
