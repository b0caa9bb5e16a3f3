import Geometry

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A colour in OKLab (CSS Color 4, §9.2), in which equal distances look alike.
struct OKLab {
    /// 0 to 1.
    var lightness: Double
    var a: Double
    var b: Double

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// From linear light of sRGB.
    init(linear c: [Double]) {
        let l = cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2])
        let m = cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2])
        let s = cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2])
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    /// Linear light of sRGB; components outside of 0 to 1 are outside of the gamut.
    var linear: [Double] {
        func cube(_ x: Double) -> Double { x * x * x }
        let l = cube(lightness + 0.3963377773761749 * a + 0.2158037573099136 * b)
        let m = cube(lightness - 0.1055613458156586 * a - 0.0638541728258133 * b)
        let s = cube(lightness - 0.0894841775298119 * a - 1.2914855480194092 * b)
        return [
            4.0767416360759583 * l - 3.3077115392580629 * m + 0.2309699031821043 * s,
            -1.2684379732850315 * l + 2.6097573492876882 * m - 0.3413193760026573 * s,
            -0.0041960761386756 * l - 0.7034186179359362 * m + 1.7076146940746117 * s,
        ]
    }

    fileprivate func distance(to other: OKLab) -> Double {
        let (x, y, z) = (lightness - other.lightness, a - other.a, b - other.b)
        return (x * x + y * y + z * z).squareRoot()
    }

    fileprivate func scaled(_ chroma: Double) -> OKLab {
        OKLab(lightness: lightness, a: a * chroma, b: b * chroma)
    }
}

/// Brings colours into sRGB by taking chroma away until nobody sees a difference to the clipped colour
/// (CSS Color 4, §13.2).
enum GamutMapping {
    /// Differences below are not seen, in OKLab.
    private static let justNoticeable = 0.02

    static func color(linear: [Double], alpha: Double) -> Color {
        guard linear.allSatisfy(\.isFinite) else { return Color(red: 0, green: 0, blue: 0, alpha: alpha) }
        if isInside(linear) { return gamma(linear, alpha) }
        let origin = OKLab(linear: linear)
        if origin.lightness >= 1 { return Color(red: 1, green: 1, blue: 1, alpha: alpha) }
        if origin.lightness <= 0 { return Color(red: 0, green: 0, blue: 0, alpha: alpha) }
        if origin.distance(to: OKLab(linear: clipped(linear))) < justNoticeable {
            return gamma(clipped(linear), alpha)
        }
        var low = 0.0
        var high = 1.0
        var best = clipped(origin.scaled(0).linear)
        for _ in 0..<24 {
            let middle = (low + high) / 2
            let candidate = origin.scaled(middle)
            let inside = clipped(candidate.linear)
            if isInside(candidate.linear) || candidate.distance(to: OKLab(linear: inside)) < justNoticeable {
                best = inside
                low = middle
            } else {
                high = middle
            }
        }
        return gamma(best, alpha)
    }

    private static func gamma(_ linear: [Double], _ alpha: Double) -> Color {
        let c = ColorSpace.srgb.components(ofLinear: linear)
        return Color(red: c[0], green: c[1], blue: c[2], alpha: alpha).clamped
    }

    private static func isInside(_ linear: [Double]) -> Bool { linear.allSatisfy { (-1e-5...1.00001).contains($0) } }

    private static func clipped(_ linear: [Double]) -> [Double] { linear.map { min(1, max(0, $0)) } }
}
