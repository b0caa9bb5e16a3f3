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
        if isInside(linear) { return ColorConversion.gamma(linear, alpha: alpha) }
        let origin = OKLab(linear: linear)
        if origin.lightness >= 1 { return Color(red: 1, green: 1, blue: 1, alpha: alpha) }
        if origin.lightness <= 0 { return Color(red: 0, green: 0, blue: 0, alpha: alpha) }
        if origin.distance(to: OKLab(linear: clipped(linear))) < justNoticeable {
            return ColorConversion.gamma(clipped(linear), alpha: alpha)
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
        return ColorConversion.gamma(best, alpha: alpha)
    }

    private static func isInside(_ linear: [Double]) -> Bool { linear.allSatisfy { (-1e-5...1.00001).contains($0) } }

    private static func clipped(_ linear: [Double]) -> [Double] { linear.map { min(1, max(0, $0)) } }
}

/// The spaces of `color()` (CSS Color 4, §10), each by its transfer curve and its primaries.
enum PredefinedColorSpace: String {
    case srgb
    case srgbLinear = "srgb-linear"
    case displayP3 = "display-p3"
    case a98RGB = "a98-rgb"
    case prophotoRGB = "prophoto-rgb"
    case rec2020
    case xyz
    case xyzD50 = "xyz-d50"
    case xyzD65 = "xyz-d65"

    /// Linear light of sRGB.
    func linear(_ c: [Double]) -> [Double] {
        switch self {
        case .srgb: return c.map(Self.fromSRGB)
        case .srgbLinear: return c
        case .displayP3:
            return Self.product(
                [
                    1.2249401762805587, -0.2249401762805597, 0, -0.0420569547096882, 1.0420569547096874, 0,
                    -0.0196375545903344,
                    -0.0786360455506319, 1.0982736001409661,
                ], c.map(Self.fromSRGB))
        case .a98RGB:
            return Self.xyz(
                Self.product(
                    [
                        0.5766690429101305, 0.1855582379065463, 0.1882286462349947, 0.2973449752505361,
                        0.6273635662554661,
                        0.0752914584939978, 0.0270313613864123, 0.0706888525358272, 0.9913375368376388,
                    ],
                    c.map { Self.signed($0) { pow($0, 563.0 / 256) } }))
        case .prophotoRGB:
            return Self.d50(
                Self.product(
                    [
                        0.7977666449006423, 0.1351812974005331, 0.0313477341283922, 0.2880748288194013,
                        0.7118352342418731,
                        0.0000899369387256, 0, 0, 0.8251046025104602,
                    ],
                    c.map { Self.signed($0) { $0 <= 16.0 / 512 ? $0 / 16 : pow($0, 1.8) } }))
        case .rec2020:
            return Self.xyz(
                Self.product(
                    [
                        0.6369580483012914, 0.1446169035862083, 0.1688809751641721, 0.2627002120112671,
                        0.6779980715188708,
                        0.0593017164698620, 0, 0.0280726930490874, 1.0609850577107910,
                    ],
                    c.map {
                        Self.signed($0) {
                            $0 < 0.0812428582986 ? $0 / 4.5 : pow(($0 + 0.09929682680944) / 1.09929682680944, 1 / 0.45)
                        }
                    }))
        case .xyz, .xyzD65: return Self.xyz(c)
        case .xyzD50: return Self.d50(c)
        }
    }

    static func fromSRGB(_ value: Double) -> Double {
        signed(value) { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    }

    private static func signed(_ value: Double, _ curve: (Double) -> Double) -> Double {
        value < 0 ? -curve(-value) : curve(value)
    }

    private static func product(_ m: [Double], _ c: [Double]) -> [Double] {
        (0..<3).map { m[3 * $0] * c[0] + m[3 * $0 + 1] * c[1] + m[3 * $0 + 2] * c[2] }
    }

    private static func xyz(_ c: [Double]) -> [Double] { ColorConversion.linearSRGB(x: c[0], y: c[1], z: c[2]) }

    /// Adapted from D50 to D65 (Bradford).
    private static func d50(_ c: [Double]) -> [Double] {
        xyz(
            product(
                [
                    0.955473421488075, -0.02309845494876471, 0.06325924320057072, -0.0283697093338637,
                    1.0099953980813041,
                    0.021041441191917323, 0.012314014864481998, -0.020507649298898964, 1.330365926242124,
                ], c))
    }
}

/// `color-mix()` (CSS Color 5, §3): in sRGB, its linear light, or OKLab; mixing is of colours times their alpha.
enum ColorMix {
    typealias Space = GradientImage.Interpolation

    static func mix(_ a: Color, _ b: Color, share: Double, alpha scale: Double, in space: Space) -> Color {
        let alpha = a.alpha * (1 - share) + b.alpha * share
        guard alpha > 0 else { return Color(red: 0, green: 0, blue: 0, alpha: 0) }
        let (first, second) = (components(a, space), components(b, space))
        let mixed = zip(first, second).map { ($0 * a.alpha * (1 - share) + $1 * b.alpha * share) / alpha }
        switch space {
        case .srgb: return Color(red: mixed[0], green: mixed[1], blue: mixed[2], alpha: alpha * scale)
        case .srgbLinear: return GamutMapping.color(linear: mixed, alpha: alpha * scale)
        case .oklab:
            let lab = OKLab(lightness: mixed[0], a: mixed[1], b: mixed[2])
            return GamutMapping.color(linear: lab.linear, alpha: alpha * scale)
        }
    }

    private static func components(_ color: Color, _ space: Space) -> [Double] {
        let plain = [color.red, color.green, color.blue]
        switch space {
        case .srgb: return plain
        case .srgbLinear: return plain.map(PredefinedColorSpace.fromSRGB)
        case .oklab:
            let lab = OKLab(linear: plain.map(PredefinedColorSpace.fromSRGB))
            return [lab.lightness, lab.a, lab.b]
        }
    }
}
