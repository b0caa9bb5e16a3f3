import CSS
import Geometry
import Pages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The stops of a gradient, each with its place (CSS Images 3, §3.4), and what colours there are between them.
struct GradientStops {
    /// In order; offsets are shares of the gradient line, and may lie outside of it.
    private(set) var stops: [Gradient.Stop] = []
    private let isRepeating: Bool

    /// What the stops are on a stretch of the gradient line.
    enum Ramp: Equatable {
        case color(Color)
        /// Offsets from 0 to 1 on a part of the line.
        case stops([Gradient.Stop], ClosedRange<Double>)
    }

    /// Pieces of a curved change of colour that are each as good as straight.
    private static let pieces = 16
    /// Stops of a repeated pattern; finer ones than these make could not be told from one colour.
    private static let mostStops = 4_000
    private static let tolerance = 1e-9

    /// `length` is the gradient line's, in points.
    init(_ gradient: GradientImage, length: Double) {
        isRepeating = gradient.isRepeating
        let offsets = Self.offsets(gradient.stops, length: length)
        var previous: (offset: Double, color: Color)?
        var hint: Double?
        for (stop, offset) in zip(gradient.stops, offsets) {
            guard let color = stop.color else {
                hint = offset
                continue
            }
            if let previous {
                append(from: previous, to: (offset, color), hint: hint, gradient.interpolation)
            } else {
                stops.append(Gradient.Stop(offset, color))
            }
            previous = (offset, color)
            hint = nil
        }
    }

    /// The place of each stop and hint: none before the one in front of it, those without one evenly between others.
    private static func offsets(_ stops: [GradientImage.Stop], length: Double) -> [Double] {
        var offsets: [Double?] = stops.map { stop in
            stop.position.map { $0.fraction + (length > 0 ? $0.points / length : 0) }
        }
        if offsets[0] == nil { offsets[0] = 0 }
        if offsets[offsets.count - 1] == nil { offsets[offsets.count - 1] = offsets.count == 1 ? 0 : 1 }
        var greatest = -Double.infinity
        for index in offsets.indices {
            guard let offset = offsets[index] else { continue }
            greatest = max(greatest, offset)
            offsets[index] = greatest
        }
        var known = 0
        for index in offsets.indices.dropFirst() {
            guard let offset = offsets[index], let start = offsets[known] else { continue }
            for between in known + 1..<max(index, known + 1) {
                offsets[between] = start + (offset - start) * Double(between - known) / Double(index - known)
            }
            known = index
        }
        return offsets.map { $0 ?? 0 }
    }

    /// Adds what leads from one colour to the next: straight where mixing is, else in pieces.
    private mutating func append(
        from start: (offset: Double, color: Color), to end: (offset: Double, color: Color), hint: Double?,
        _ space: GradientImage.Interpolation
    ) {
        var (from, to) = (start.color, end.color)
        // Colours are mixed times their alpha, so nothing is seen of the one that has none.
        if from.isTransparent { (from.red, from.green, from.blue) = (to.red, to.green, to.blue) }
        if to.isTransparent { (to.red, to.green, to.blue) = (from.red, from.green, from.blue) }
        if from != start.color { stops.append(Gradient.Stop(start.offset, from)) }
        defer { stops.append(Gradient.Stop(end.offset, end.color)) }
        let length = end.offset - start.offset
        let middle = hint.map { length > 0 ? ($0 - start.offset) / length : 0.5 } ?? 0.5
        if middle <= 0 || middle >= 1 {
            // The hint is at one of the two: there is an edge.
            return stops.append(Gradient.Stop(middle <= 0 ? start.offset : end.offset, middle <= 0 ? to : from))
        }
        let isStraight =
            abs(middle - 0.5) < Self.tolerance
            && (from == to || space == .srgb && (from.alpha == to.alpha || from.sameHue(as: to)))
        if !isStraight, length > 0 {
            let exponent = log(0.5) / log(middle)
            for piece in 1..<Self.pieces {
                let share = Double(piece) / Double(Self.pieces)
                stops.append(
                    Gradient.Stop(start.offset + length * share, space.mix(from, to, share: pow(share, exponent))))
            }
        }
        if to != end.color { stops.append(Gradient.Stop(end.offset, to)) }
    }

    // MARK: On a stretch of the line

    /// The stops on a stretch of the line. Its ends cut stops off where nothing lies outside of them.
    func ramp(
        in range: ClosedRange<Double>, startsInside: Bool = false, endsInside: Bool = false
    ) -> Ramp {
        guard let first = stops.first, let last = stops.last else { return .color(.transparent) }
        var shown = stops
        if isRepeating {
            let period = last.offset - first.offset
            let count = (range.upperBound - range.lowerBound) / max(period, Self.tolerance) + 2
            guard period > Self.tolerance, count * Double(stops.count) <= Double(Self.mostStops) else {
                return .color(color(isRepeating: true))
            }
            let start = ((range.lowerBound - first.offset) / period).rounded(.down)
            let end = ((range.upperBound - first.offset) / period).rounded(.up)
            shown = (Int(start)..<max(Int(end), Int(start) + 1)).flatMap { turn in
                // One turn ends exactly where the next one begins.
                let (from, to) = (first.offset + Double(turn) * period, first.offset + Double(turn + 1) * period)
                return stops.map { stop in
                    let share = (stop.offset - first.offset) / period
                    return Gradient.Stop(share >= 1 ? to : min(to, from + share * period), stop.color)
                }
            }
            shown = Self.cut(Self.cut(shown, from: range.lowerBound), to: range.upperBound)
        } else {
            if startsInside { shown = Self.cut(shown, from: range.lowerBound) }
            if endsInside { shown = Self.cut(shown, to: range.upperBound) }
        }
        if shown.allSatisfy({ $0.color == shown[0].color }) { return .color(shown[0].color) }
        var (low, high) = (shown[0].offset, shown[shown.count - 1].offset)
        if startsInside { low = range.lowerBound }
        if endsInside { high = range.upperBound }
        if high - low < Self.tolerance { (low, high) = (low - (startsInside ? 0 : 0.5), high + 0.5) }
        return .stops(
            shown.map { Gradient.Stop(min(1, max(0, ($0.offset - low) / (high - low))), $0.color) }, low...high)
    }

    /// Without what lies before an offset; a stop stands at it.
    private static func cut(_ stops: [Gradient.Stop], from offset: Double) -> [Gradient.Stop] {
        guard let next = stops.firstIndex(where: { $0.offset >= offset }) else {
            return [Gradient.Stop(offset, stops[stops.count - 1].color)]
        }
        guard next > 0, stops[next].offset > offset else { return Array(stops[next...]) }
        return [Gradient.Stop(offset, color(between: stops[next - 1], stops[next], at: offset))] + stops[next...]
    }

    private static func cut(_ stops: [Gradient.Stop], to offset: Double) -> [Gradient.Stop] {
        guard let last = stops.lastIndex(where: { $0.offset <= offset }) else {
            return [Gradient.Stop(offset, stops[0].color)]
        }
        guard last + 1 < stops.count, stops[last].offset < offset else { return Array(stops[...last]) }
        return stops[...last] + [Gradient.Stop(offset, color(between: stops[last], stops[last + 1], at: offset))]
    }

    private static func color(between a: Gradient.Stop, _ b: Gradient.Stop, at offset: Double) -> Color {
        GradientImage.Interpolation.srgb.mix(
            a.color, b.color, share: (offset - a.offset) / (b.offset - a.offset))
    }

    /// What is seen of a gradient without a length: the last colour, or all of them together if they are repeated.
    func color(isRepeating: Bool) -> Color {
        guard let first = stops.first, let last = stops.last else { return .transparent }
        guard isRepeating, last.offset - first.offset > Self.tolerance else { return last.color }
        var sum = Color(red: 0, green: 0, blue: 0, alpha: 0)
        var covered = 0.0
        for (a, b) in zip(stops, stops.dropFirst()) where b.offset > a.offset {
            let middle = GradientImage.Interpolation.srgb.mix(a.color, b.color, share: 0.5)
            let length = b.offset - a.offset
            sum = GradientImage.Interpolation.srgb.mix(sum, middle, share: length / (covered + length))
            covered += length
        }
        return sum
    }
}

extension Color {
    /// Only the alphas differ.
    fileprivate func sameHue(as other: Color) -> Bool {
        red == other.red && green == other.green && blue == other.blue
    }
}
