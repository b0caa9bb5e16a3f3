import Geometry

/// A colour in the space that it was written in, components that are `none` told apart (CSS Color 4, §4.4).
struct AbsoluteColor: Hashable, Sendable {
    var space: ColorSpace
    /// nil is `none`.
    var components: [Double?]
    /// 0 to 1; nil is `none`.
    var alpha: Double?

    init(_ space: ColorSpace, _ components: [Double?], alpha: Double? = 1) {
        self.space = space
        self.components = components
        self.alpha = alpha
    }

    init(_ color: Color) {
        self.init(.srgb, [color.red, color.green, color.blue], alpha: color.alpha)
    }

    /// The components with 0 for what is missing.
    var values: [Double] { components.map { $0 ?? 0 } }

    /// The sRGB colour that is printed; what lies outside of it becomes the nearest colour inside.
    var color: Color {
        let alpha = min(1, max(0, self.alpha ?? 0))
        if space == .srgb, values.allSatisfy({ (0...1).contains($0) }) {
            return Color(red: values[0], green: values[1], blue: values[2], alpha: alpha)
        }
        return GamutMapping.color(linear: space.linear(values), alpha: alpha)
    }

    /// The same colour in another space: what is missing stays so where that space has something like it, and the hue of
    /// a grey is missing (§12.2).
    func converted(to target: ColorSpace) -> AbsoluteColor {
        guard target != space else { return self }
        var result = AbsoluteColor(
            target, target.components(ofLinear: space.linear(values)).map(Optional.some), alpha: alpha)
        if let hue = target.hue, target.isAchromatic(result.values) { result.components[hue] = nil }
        for (position, kind) in target.kinds.enumerated() {
            if let own = space.kinds.firstIndex(of: kind), components[own] == nil { result.components[position] = nil }
        }
        return result
    }
}

/// Mixing two colours (CSS Color 4, §12, CSS Color 5, §3).
struct ColorMix: Hashable, Sendable {
    var space: ColorSpace
    var hue = HueInterpolation.shorter

    var cssText: String { "in \(space.rawValue)" + (hue == .shorter ? "" : " \(hue.rawValue) hue") }

    /// Which way round the circle (§12.4).
    enum HueInterpolation: String, Hashable, Sendable { case shorter, longer, increasing, decreasing }

    /// `share`, 0 to 1, is the second colour's; `alpha` multiplies the result's.
    func mix(_ a: AbsoluteColor, _ b: AbsoluteColor, share: Double, alpha scale: Double = 1) -> AbsoluteColor {
        var (first, second) = (a.converted(to: space), b.converted(to: space))
        for position in 0..<3 {
            // What one has not is the other's.
            if first.components[position] == nil { first.components[position] = second.components[position] }
            if second.components[position] == nil { second.components[position] = first.components[position] }
        }
        let alphas = (first.alpha ?? second.alpha ?? 1, second.alpha ?? first.alpha ?? 1)
        let alpha = alphas.0 * (1 - share) + alphas.1 * share
        let mixed = (0..<3).map { position -> Double? in
            guard let one = first.components[position], let other = second.components[position] else { return nil }
            if position == space.hue { return self.hue.mix(one, other, share) }
            guard alpha > 0 else { return one * (1 - share) + other * share }
            return (one * alphas.0 * (1 - share) + other * alphas.1 * share) / alpha
        }
        return AbsoluteColor(space, mixed, alpha: alpha * scale)
    }
}

extension ColorMix.HueInterpolation {
    /// Degrees.
    fileprivate func mix(_ from: Double, _ to: Double, _ share: Double) -> Double {
        func turned(_ degrees: Double) -> Double {
            let rest = degrees.truncatingRemainder(dividingBy: 360)
            return rest < 0 ? rest + 360 : rest
        }
        let start = turned(from)
        var way = turned(to) - start
        switch self {
        case .shorter: if way > 180 { way -= 360 } else if way < -180 { way += 360 }
        case .longer: if way > 0, way < 180 { way -= 360 } else if way > -180, way <= 0 { way += 360 }
        case .increasing: if way < 0 { way += 360 }
        case .decreasing: if way > 0 { way -= 360 }
        }
        return turned(start + way * share)
    }
}
