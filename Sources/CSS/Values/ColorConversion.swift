import Geometry

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One argument of a colour function.
struct ColorComponent {
    var value: Double
    var isPercentage = false
    /// In degrees.
    var isAngle = false
    var isNone = false

    /// The value with 100 % standing for `reference`.
    func scaled(_ reference: Double) -> Double { isPercentage ? value / 100 * reference : value }
}

/// The colour spaces of CSS Color 4 brought to sRGB; what lies outside of it is mapped to the nearest colour inside.
enum ColorConversion {
    static func color(_ function: String, _ c: [ColorComponent], alpha: Double) -> Color? {
        switch function {
        case "rgb", "rgba":
            return Color(
                red: c[0].scaled(255) / 255, green: c[1].scaled(255) / 255, blue: c[2].scaled(255) / 255, alpha: alpha
            ).clamped
        case "hsl", "hsla":
            guard !c[0].isPercentage else { return nil }
            return hsl(hue: c[0].value, saturation: c[1].value / 100, lightness: c[2].value / 100, alpha: alpha)
        case "hwb":
            return hwb(hue: c[0].value, whiteness: c[1].value / 100, blackness: c[2].value / 100, alpha: alpha)
        case "lab": return lab(c[0].scaled(100), c[1].scaled(125), c[2].scaled(125), alpha: alpha)
        case "lch":
            let (a, b) = polar(c[1].scaled(150), c[2].value)
            return lab(c[0].scaled(100), a, b, alpha: alpha)
        case "oklab": return oklab(c[0].scaled(1), c[1].scaled(0.4), c[2].scaled(0.4), alpha: alpha)
        case "oklch":
            let (a, b) = polar(c[1].scaled(0.4), c[2].value)
            return oklab(c[0].scaled(1), a, b, alpha: alpha)
        case "device-cmyk":
            let (cyan, magenta, yellow, key) = (c[0].scaled(1), c[1].scaled(1), c[2].scaled(1), c[3].scaled(1))
            return Color(
                red: 1 - min(1, cyan * (1 - key) + key), green: 1 - min(1, magenta * (1 - key) + key),
                blue: 1 - min(1, yellow * (1 - key) + key), alpha: alpha
            ).clamped
        default: return nil
        }
    }

    /// §7.1.
    private static func hsl(hue: Double, saturation: Double, lightness: Double, alpha: Double) -> Color {
        let saturation = min(1, max(0, saturation))
        let lightness = min(1, max(0, lightness))
        func channel(_ n: Double) -> Double {
            var k = (n + hue / 30).truncatingRemainder(dividingBy: 12)
            if k < 0 { k += 12 }
            return lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(k - 3, 9 - k, 1))
        }
        return Color(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha).clamped
    }

    /// §8.1.
    private static func hwb(hue: Double, whiteness: Double, blackness: Double, alpha: Double) -> Color {
        if whiteness + blackness >= 1 {
            let gray = whiteness / (whiteness + blackness)
            return Color(red: gray, green: gray, blue: gray, alpha: alpha)
        }
        let pure = hsl(hue: hue, saturation: 1, lightness: 0.5, alpha: alpha)
        func mixed(_ value: Double) -> Double { value * (1 - whiteness - blackness) + whiteness }
        return Color(red: mixed(pure.red), green: mixed(pure.green), blue: mixed(pure.blue), alpha: alpha).clamped
    }

    private static func polar(_ chroma: Double, _ hue: Double) -> (a: Double, b: Double) {
        (chroma * cos(hue * .pi / 180), chroma * sin(hue * .pi / 180))
    }

    /// §9.2: CIE Lab over D50, adapted to D65 (Bradford).
    private static func lab(_ lightness: Double, _ a: Double, _ b: Double, alpha: Double) -> Color {
        let f1 = (lightness + 16) / 116
        let f0 = a / 500 + f1
        let f2 = f1 - b / 200
        let epsilon = 216.0 / 24389
        let kappa = 24389.0 / 27
        func inverse(_ f: Double) -> Double { f * f * f > epsilon ? f * f * f : (116 * f - 16) / kappa }
        let x = inverse(f0) * 0.3457 / 0.3585
        let y = lightness > kappa * epsilon ? f1 * f1 * f1 : lightness / kappa
        let z = inverse(f2) * (1 - 0.3457 - 0.3585) / 0.3585
        let d65 = (
            0.955473421488075 * x - 0.02309845494876471 * y + 0.06325924320057072 * z,
            -0.0283697093338637 * x + 1.0099953980813041 * y + 0.021041441191917323 * z,
            0.012314014864481998 * x - 0.020507649298898964 * y + 1.330365926242124 * z
        )
        return GamutMapping.color(linear: linearSRGB(x: d65.0, y: d65.1, z: d65.2), alpha: alpha)
    }

    /// From CIE XYZ over D65.
    static func linearSRGB(x: Double, y: Double, z: Double) -> [Double] {
        [
            3.2409699419045226 * x - 1.537383177570094 * y - 0.4986107602930034 * z,
            -0.9692436362808796 * x + 1.8759675015077202 * y + 0.04155505740717559 * z,
            0.05563007969699366 * x - 0.20397695888897652 * y + 1.0569715142428786 * z,
        ]
    }

    /// §9.3.
    private static func oklab(_ lightness: Double, _ a: Double, _ b: Double, alpha: Double) -> Color {
        GamutMapping.color(linear: OKLab(lightness: lightness, a: a, b: b).linear, alpha: alpha)
    }

    /// Linear light to sRGB's transfer curve.
    static func gamma(_ linear: [Double], alpha: Double) -> Color {
        func curve(_ value: Double) -> Double {
            value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
        }
        return Color(red: curve(linear[0]), green: curve(linear[1]), blue: curve(linear[2]), alpha: alpha).clamped
    }
}
