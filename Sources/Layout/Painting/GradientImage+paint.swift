import CSS
import Geometry
import Pages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A gradient of a style sheet as it is painted in a rectangle (CSS Images 3, §3.1 and §3.2; CSS Images 4, §3.3).
extension GradientImage {
    /// A gradient, or where nothing changes one colour.
    func paint(in rect: Rect) -> Path.Paint {
        switch shape {
        case .linear(let direction): linear(direction, in: rect)
        case .radial(let ending, let position): radial(ending, position, in: rect)
        case .conic(let angle, let position):
            conic(from: angle, round: position.point(in: rect))
        }
    }

    /// A step of length 1 in a direction; straight ones are straight.
    private static func vector(_ degrees: Double) -> Point {
        let turn = degrees.truncatingRemainder(dividingBy: 360)
        switch turn < 0 ? turn + 360 : turn {
        case 0: return Point(x: 0, y: -1)
        case 90: return Point(x: 1, y: 0)
        case 180: return Point(x: 0, y: 1)
        case 270: return Point(x: -1, y: 0)
        case let angle: return Point(x: sin(angle * .pi / 180), y: -cos(angle * .pi / 180))
        }
    }

    private func linear(_ direction: Direction, in rect: Rect) -> Path.Paint {
        let vector: Point
        switch direction {
        case .angle(let degrees):
            vector = Self.vector(degrees)
        case .corner(let isRight, let isBottom):
            // At right angles to the line between the two other corners.
            let length = (rect.width * rect.width + rect.height * rect.height).squareRoot()
            vector = Point(
                x: (isRight ? rect.height : -rect.height) / length, y: (isBottom ? rect.width : -rect.width) / length)
        }
        let length = abs(rect.width * vector.x) + abs(rect.height * vector.y)
        let (x, y) = ((rect.minX + rect.maxX) / 2, (rect.minY + rect.maxY) / 2)
        func point(_ offset: Double) -> Point {
            Point(x: x + (offset - 0.5) * length * vector.x, y: y + (offset - 0.5) * length * vector.y)
        }
        switch GradientStops(self, length: length).ramp(in: 0...1) {
        case .color(let color): return .fill(color)
        case .stops(let stops, let range):
            return .gradient(
                Gradient(axis: .linear(from: point(range.lowerBound), to: point(range.upperBound)), stops: stops))
        }
    }

    private func radial(_ ending: Ending, _ position: BackgroundPosition, in rect: Rect) -> Path.Paint {
        let center = position.point(in: rect)
        let radii = ending.radii(round: center, in: rect)
        let settled = GradientStops(self, length: radii.width)
        guard radii.width > 1e-6, radii.height > 1e-6 else { return .fill(settled.color(isRepeating: isRepeating)) }
        let x = max(center.x - rect.minX, rect.maxX - center.x) / radii.width
        let y = max(center.y - rect.minY, rect.maxY - center.y) / radii.height
        switch settled.ramp(in: 0...max(1e-6, (x * x + y * y).squareRoot()), startsInside: true) {
        case .color(let color): return .fill(color)
        case .stops(let stops, let range):
            let end = range.upperBound
            return .gradient(
                Gradient(
                    axis: .radial(center: center, radii: Size(width: radii.width * end, height: radii.height * end)),
                    stops: stops.map { stop in
                        Gradient.Stop(
                            (range.lowerBound + stop.offset * (end - range.lowerBound)) / end, stop.color)
                    }))
        }
    }

    private func conic(from angle: Double, round center: Point) -> Path.Paint {
        switch GradientStops(self, length: 0).ramp(in: 0...1, startsInside: true, endsInside: true) {
        case .color(let color): return .fill(color)
        case .stops(let stops, let range):
            return .gradient(
                Gradient(
                    axis: .conic(center: center, start: angle),
                    stops: stops.map { stop in
                        Gradient.Stop(
                            range.lowerBound + stop.offset * (range.upperBound - range.lowerBound), stop.color)
                    }))
        }
    }
}

extension GradientImage.Ending {
    /// The half axes of the ending shape (CSS Images 3, §3.2.2).
    fileprivate func radii(round center: Point, in rect: Rect) -> Size {
        let (left, right) = (abs(center.x - rect.minX), abs(rect.maxX - center.x))
        let (above, below) = (abs(center.y - rect.minY), abs(rect.maxY - center.y))
        let (near, far) = (
            Size(width: min(left, right), height: min(above, below)),
            Size(width: max(left, right), height: max(above, below))
        )
        switch self {
        case .radius(let radius): return Size(width: radius, height: radius)
        case .radii(let horizontal, let vertical):
            return Size(
                width: max(0, horizontal.resolved(against: rect.width)),
                height: max(0, vertical.resolved(against: rect.height)))
        case .circle(let extent):
            let radius =
                switch extent {
                case .closestSide: min(near.width, near.height)
                case .farthestSide: max(far.width, far.height)
                case .closestCorner: (near.width * near.width + near.height * near.height).squareRoot()
                case .farthestCorner: (far.width * far.width + far.height * far.height).squareRoot()
                }
            return Size(width: radius, height: radius)
        case .ellipse(let extent):
            // Through a corner goes the ellipse that is like the one to its sides.
            let (sides, factor) =
                switch extent {
                case .closestSide: (near, 1.0)
                case .farthestSide: (far, 1)
                case .closestCorner: (near, 2.0.squareRoot())
                case .farthestCorner: (far, 2.0.squareRoot())
                }
            return Size(width: sides.width * factor, height: sides.height * factor)
        }
    }
}

extension BackgroundPosition {
    /// The position as a point of a rectangle.
    fileprivate func point(in rect: Rect) -> Point {
        Point(
            x: rect.minX + horizontal.resolved(against: rect.width),
            y: rect.minY + vertical.resolved(against: rect.height))
    }
}
