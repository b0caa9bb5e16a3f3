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
        case .relative(let factor, let unit): .points(factor * context.size(of: unit))
        case .calculation(let calculation): calculation.computed(in: context)
        }
    }

    /// The value if no context is needed.
    var fixed: LengthPercentage? { if case .fixed(let length) = self { length } else { nil } }
}

/// The units of CSS Values 4, §6 that depend on fonts or the page.
enum LengthUnit: String, Hashable, Sendable {
    case em, rem, ex, rex, ch, rch, cap, rcap, ic, ric, lh, rlh, vw, vh, vmin, vmax, vi, vb

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
    /// The two have no percentages in them.
    case rounded(Calculation, to: Calculation, Rounding)
    case absolute(Calculation)

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
            let value = term.computed(in: context)
            return LengthPercentage(points: value.points * factor, fraction: value.fraction * factor)
        case .least(let terms): return terms.map { $0.computed(in: context) }.min(by: context.isLess)!
        case .greatest(let terms): return terms.map { $0.computed(in: context) }.max(by: context.isLess)!
        case .rounded(let term, let step, let rounding):
            return .points(rounding.round(term.computed(in: context).points, to: step.computed(in: context).points))
        case .absolute(let term): return .points(abs(term.computed(in: context).points))
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
        case .rounded, .absolute: false
        }
    }
}

/// `round()`'s strategies, and what is left of a division (CSS Values 4, §10.4).
enum Rounding: String, Hashable, Sendable {
    case nearest, up, down, toZero, mod, rem

    /// The value as a multiple of a step, or what is over; a step of nothing changes nothing.
    func round(_ value: Double, to step: Double) -> Double {
        guard step != 0 else { return value }
        switch self {
        case .nearest: return (value / step + 0.5).rounded(.down) * step
        case .up: return (value / abs(step)).rounded(.up) * abs(step)
        case .down: return (value / abs(step)).rounded(.down) * abs(step)
        case .toZero: return (value / step).rounded(.towardZero) * step
        case .mod: return value - (value / step).rounded(.down) * step
        case .rem: return value.truncatingRemainder(dividingBy: step)
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
