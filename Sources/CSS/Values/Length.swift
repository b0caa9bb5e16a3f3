import Geometry

/// A specified length or percentage; relative ones wait for the element's context.
enum Length: Hashable, Sendable {
    case fixed(LengthPercentage)
    case relative(Double, LengthUnit)
    indirect case calculation(Calculation)

    static let zero = Length.fixed(.zero)
    static func points(_ points: Double) -> Length { .fixed(.points(points)) }

    /// The computed value (CSS Values 4, §6).
    func computed(in context: ComputationContext) -> LengthPercentage {
        switch self {
        case .fixed(let length): length
        case .relative(let factor, let unit): LengthPercentage.points(factor * context.size(of: unit)).bounded
        case .calculation(let calculation): calculation.computed(in: context).bounded
        }
    }

    /// The same, as long as lengths may be.
    var bounded: Length { if case .fixed(let length) = self { .fixed(length.bounded) } else { self } }

    /// The value if no context is needed.
    var fixed: LengthPercentage? { if case .fixed(let length) = self { length } else { nil } }
}

/// The units of CSS Values 4, §6 that depend on fonts or the page.
enum LengthUnit: String, Hashable, Sendable {
    case em, rem, ex, rex, ch, rch, cap, rcap, ic, ric, lh, rlh, vw, vh, vmin, vmax, vi, vb

    /// A unit by its name. A page is as large as it is, so that the small, large and dynamic viewports and the containers
    /// that nobody has named are all the page (§6.1.3, Conditional 5, §7).
    init?(name: String) {
        if let unit = LengthUnit(rawValue: name) {
            self = unit
        } else if let prefix = ["sv", "lv", "dv", "cq"].first(where: name.hasPrefix),
            let unit = LengthUnit(rawValue: "v" + name.dropFirst(prefix.utf8.count))
        {
            self = unit
        } else {
            return nil
        }
    }

    /// Points in one of an absolute unit (§6.2).
    static func points(in unit: String) -> Double? {
        switch unit {
        case "px": 0.75
        case "pt": 1
        case "mm": 72 / 25.4
        case "cm": 72 / 2.54
        case "in": 72
        case "pc": 12
        case "q": 72 / 101.6
        default: nil
        }
    }
}

/// A sum, product or comparison of lengths (CSS Values 4, §10), checked for types when parsed.
indirect enum Calculation: Hashable, Sendable {
    case leaf(Length)
    case sum([Calculation])
    case scaled(Calculation, Double)
    case least([Calculation])
    case greatest([Calculation])
    /// These have no percentages in them.
    case rounded(Calculation, to: Calculation, Rounding)
    case absolute(Calculation)
    case hypotenuse([Calculation])

    func computed(in context: ComputationContext) -> LengthPercentage {
        switch self {
        case .leaf(let length): return length.computed(in: context)
        case .sum(let terms):
            return terms.reduce(into: LengthPercentage.zero) { sum, term in
                let value = term.computed(in: context)
                sum.points += value.points
                sum.fraction += value.fraction
            }
        case .scaled(let term, let factor):
            return term.computed(in: context).scaled(by: factor)
        case .least(let terms): return terms.map { $0.computed(in: context) }.min(by: context.isLess)!
        case .greatest(let terms): return terms.map { $0.computed(in: context) }.max(by: context.isLess)!
        case .rounded(let term, let step, let rounding):
            return .points(rounding.round(term.computed(in: context).points, to: step.computed(in: context).points))
        case .absolute(let term): return .points(abs(term.computed(in: context).points))
        case .hypotenuse(let terms):
            return .points(
                terms.reduce(0) { sum, term in
                    let points = term.computed(in: context).points
                    return sum + points * points
                }.squareRoot())
        }
    }

    /// Whether percentages take part.
    var hasPercentage: Bool {
        switch self {
        case .leaf(.fixed(let length)): length.fraction != 0
        case .leaf(.relative): false
        case .leaf(.calculation(let inner)): inner.hasPercentage
        case .sum(let terms), .least(let terms), .greatest(let terms): terms.contains(where: \.hasPercentage)
        case .scaled(let term, _): term.hasPercentage
        case .rounded, .absolute, .hypotenuse: false
        }
    }

    /// Points, where no font, page or percentage takes part.
    var absolutePoints: Double? {
        guard case .leaf(.fixed(let length)) = self, length.fraction == 0 else { return nil }
        return length.points
    }

    /// A percentage alone, 1 being 100 %.
    var percentage: Double? {
        switch self {
        case .leaf(.fixed(let length)) where length.points == 0: length.fraction
        case .leaf: nil
        case .sum(let terms):
            terms.reduce(Optional(0.0)) { sum, term in
                guard let sum, let part = term.percentage else { return nil }
                return sum + part
            }
        case .scaled(let term, let factor): term.percentage.map { $0 * factor }
        case .least(let terms): Self.percentages(terms)?.min()
        case .greatest(let terms): Self.percentages(terms)?.max()
        case .rounded, .absolute, .hypotenuse: nil
        }
    }

    private static func percentages(_ terms: [Calculation]) -> [Double]? {
        let parts = terms.compactMap(\.percentage)
        return parts.count == terms.count ? parts : nil
    }
}

/// `round()`'s strategies, and what is left of a division (CSS Values 4, §10.4).
enum Rounding: String, Hashable, Sendable {
    case nearest, up, down, toZero, mod, rem

    /// The value as a multiple of a step, or what is over; nothing is a multiple of no step (§10.4.1).
    func round(_ value: Double, to step: Double) -> Double {
        guard step != 0, !value.isNaN, !step.isNaN else { return .nan }
        guard step.isFinite else { return roundToInfinity(value, step) }
        switch self {
        case .nearest: return (value / abs(step) + 0.5).rounded(.down) * abs(step)
        case .up: return (value / abs(step)).rounded(.up) * abs(step)
        case .down: return (value / abs(step)).rounded(.down) * abs(step)
        case .toZero: return (value / step).rounded(.towardZero) * step
        case .mod: return value - (value / step).rounded(.down) * step
        case .rem: return value.truncatingRemainder(dividingBy: step)
        }
    }

    private func roundToInfinity(_ value: Double, _ step: Double) -> Double {
        guard value.isFinite else { return .nan }
        return switch self {
        case .nearest, .toZero: 0
        case .up: value > 0 ? .infinity : 0
        case .down: value < 0 ? -.infinity : 0
        case .mod: value != 0 && (value < 0) != (step < 0) ? .nan : value
        case .rem: value
        }
    }
}

/// What relative values are computed against: the element's fonts and the page.
struct ComputationContext: Sendable {
    /// Points.
    var fontSize: Double
    var rootFontSize: Double
    var lineHeight: Double
    var rootLineHeight: Double
    var viewport: Size
    /// The element's own `color`.
    var color = Color.black
    /// The parent's `text-align` and `direction`.
    var parentText = (align: TextStyle.Align.start, direction: TextStyle.Direction.leftToRight)

    /// Without the font's own metrics x-height and zero's advance are half an em, and cap height 0.7 (§6.1.1).
    func size(of unit: LengthUnit) -> Double {
        switch unit {
        case .em, .ic: fontSize
        case .rem, .ric: rootFontSize
        case .ex, .ch: fontSize / 2
        case .rex, .rch: rootFontSize / 2
        case .cap: fontSize * 0.7
        case .rcap: rootFontSize * 0.7
        case .lh: lineHeight
        case .rlh: rootLineHeight
        case .vw, .vi: viewport.width / 100
        case .vh, .vb: viewport.height / 100
        case .vmin: min(viewport.width, viewport.height) / 100
        case .vmax: max(viewport.width, viewport.height) / 100
        }
    }

    /// Orders what `min()` and `max()` compare; where percentages meet lengths, the page's width stands for 100 %.
    func isLess(_ a: LengthPercentage, _ b: LengthPercentage) -> Bool {
        a.resolved(against: viewport.width) < b.resolved(against: viewport.width)
    }
}
