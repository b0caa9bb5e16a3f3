import CSS
import Geometry

/// How large one picture of a background is, where the first one stands, and how far it is to the next
/// (CSS Backgrounds 3, §2.4 to §2.9).
struct BackgroundTiles: Equatable {
    var tile: Rect
    /// Points from one to the next; nil where there is only one.
    var across: Double?
    var down: Double?

    /// Sides below this many points leave nothing to be seen.
    private static let leastSide = 0.01

    /// `natural` is the picture's own size in points, nil for gradients, which have none; `area` is where it is placed.
    init?(_ layer: BackgroundLayer, natural: Size?, in area: Rect) {
        var size = Self.size(layer.size, natural: natural, in: area.size)
        let repetition = layer.repetition
        if repetition.horizontal == .round { size.width = Self.rounded(size.width, in: area.width) }
        if repetition.vertical == .round { size.height = Self.rounded(size.height, in: area.height) }
        if let natural, case .lengths(let width, let height) = layer.size {
            // What is rounded in one direction keeps its shape where the other one is free.
            if repetition.horizontal == .round, repetition.vertical != .round, height == .auto {
                size.height = size.width * natural.height / natural.width
            }
            if repetition.vertical == .round, repetition.horizontal != .round, width == .auto {
                size.width = size.height * natural.width / natural.height
            }
        }
        guard size.width >= Self.leastSide, size.height >= Self.leastSide, size.width.isFinite, size.height.isFinite
        else { return nil }
        let horizontal = Self.row(
            repetition.horizontal, layer.position.horizontal, length: size.width, in: area.width)
        let vertical = Self.row(repetition.vertical, layer.position.vertical, length: size.height, in: area.height)
        tile = Rect(
            origin: Point(x: area.minX + horizontal.start, y: area.minY + vertical.start), size: size)
        across = horizontal.step
        down = vertical.step
    }

    // MARK: Size

    private static func size(_ size: BackgroundSize, natural: Size?, in area: Size) -> Size {
        let natural = natural.flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
        switch size {
        case .cover, .contain:
            guard let natural else { return area }
            let (x, y) = (area.width / natural.width, area.height / natural.height)
            let scale = size == .cover ? max(x, y) : min(x, y)
            return Size(width: natural.width * scale, height: natural.height * scale)
        case .lengths(let width, let height):
            let given = (
                width.resolved(against: area.width).map { max(0, $0) },
                height.resolved(against: area.height).map { max(0, $0) }
            )
            switch given {
            case (let width?, let height?): return Size(width: width, height: height)
            case (let width?, nil):
                return Size(width: width, height: natural.map { width * $0.height / $0.width } ?? area.height)
            case (nil, let height?):
                return Size(width: natural.map { height * $0.width / $0.height } ?? area.width, height: height)
            case (nil, nil): return natural ?? area
            }
        }
    }

    /// The length nearest to one that goes into the area a whole number of times.
    private static func rounded(_ length: Double, in area: Double) -> Double {
        guard length > 0, area > 0 else { return length }
        return area / max(1, (area / length).rounded())
    }

    // MARK: Place

    private static func row(
        _ kind: BackgroundRepetition.Kind, _ position: LengthPercentage, length: Double, in area: Double
    ) -> (start: Double, step: Double?) {
        let start = position.points + position.fraction * (area - length)
        switch kind {
        case .noRepeat: return (start, nil)
        case .repeat, .round: return (start, length)
        case .space:
            let count = (area / length + 1e-9).rounded(.down)
            guard count >= 2 else { return (start, nil) }
            return (0, length + (area - count * length) / (count - 1))
        }
    }

    // MARK: What is seen

    /// What of the tiles an area shows.
    struct Shown: Equatable {
        var region: Rect
        /// The one that is seen first.
        var tile: Rect
        /// That one with what is between it and the next, where there are several.
        var cell: Rect?
    }

    /// Nil where the area shows none of them.
    func shown(in area: Rect) -> Shown? {
        let x = Self.stretch(of: tile.minX, tile.width, across, in: (area.minX, area.maxX))
        let y = Self.stretch(of: tile.minY, tile.height, down, in: (area.minY, area.maxY))
        guard let x, let y else { return nil }
        let first = Rect(origin: Point(x: x.first, y: y.first), size: tile.size)
        var shown = Shown(
            region: Rect(x: x.start, y: y.start, width: x.end - x.start, height: y.end - y.start), tile: first)
        if x.isRepeated || y.isRepeated {
            // Where there is only one, the next is far away: what draws cells rounds their edges.
            shown.cell = Rect(
                origin: first.origin,
                size: Size(
                    width: x.isRepeated ? across ?? tile.width : 2 * tile.width,
                    height: y.isRepeated ? down ?? tile.height : 2 * tile.height))
        }
        return shown
    }

    private static func stretch(
        of start: Double, _ length: Double, _ step: Double?, in area: (start: Double, end: Double)
    ) -> (start: Double, end: Double, first: Double, isRepeated: Bool)? {
        guard area.end > area.start else { return nil }
        guard let step else {
            let (from, to) = (max(start, area.start), min(start + length, area.end))
            return from < to ? (from, to, start, false) : nil
        }
        let first = start + ((area.start - start) / step + 1e-9).rounded(.down) * step
        return (area.start, area.end, first, first + length < area.end - 1e-6)
    }
}

extension Rect {
    /// Another rectangle is inside of this one, or reaches out of it by next to nothing.
    func holds(_ other: Rect) -> Bool {
        let tolerance = 0.01
        return other.minX >= minX - tolerance && other.minY >= minY - tolerance && other.maxX <= maxX + tolerance
            && other.maxY <= maxY + tolerance
    }
}
