#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A colour space of CSS Color 4, §10 to §12, to and from linear light of sRGB, whose components outside of 0 to 1 stand for
/// colours outside of its gamut.
enum ColorSpace: String, Hashable, Sendable {
    case srgb, lab, lch, oklab, oklch, hsl, hwb, rec2020, xyz
    case srgbLinear = "srgb-linear"
    case displayP3 = "display-p3"
    case displayP3Linear = "display-p3-linear"
    case a98RGB = "a98-rgb"
    case prophotoRGB = "prophoto-rgb"
    case xyzD50 = "xyz-d50"
    case xyzD65 = "xyz-d65"

    /// What `color()` names; the others have functions of their own.
    var isPredefined: Bool {
        switch self {
        case .lab, .lch, .oklab, .oklch, .hsl, .hwb: false
        default: true
        }
    }

    /// Which component is an angle; nil where none is.
    var hue: Int? {
        switch self {
        case .lch, .oklch: 2
        case .hsl, .hwb: 0
        default: nil
        }
    }

    /// What each component says, so that what is missing in one space is missing in another (§12.2).
    var kinds: [ComponentKind] {
        switch self {
        case .lab, .oklab: [.lightness, .a, .b]
        case .lch, .oklch: [.lightness, .colorfulness, .hue]
        case .hsl: [.hue, .colorfulness, .lightness]
        case .hwb: [.hue, .whiteness, .blackness]
        default: [.red, .green, .blue]
        }
    }

    enum ComponentKind { case red, green, blue, lightness, colorfulness, hue, a, b, whiteness, blackness }

    // MARK: To linear light

    /// Linear light of sRGB.
    func linear(_ c: [Double]) -> [Double] {
        switch self {
        case .srgb: c.map(Transfer.srgb.decoded)
        case .hsl: HueModel.rgb(hsl: c).map(Transfer.srgb.decoded)
        case .hwb: HueModel.rgb(hwb: c).map(Transfer.srgb.decoded)
        case .srgbLinear: c
        case .displayP3: Self.xyz(Primaries.displayP3 * c.map(Transfer.srgb.decoded))
        case .displayP3Linear: Self.xyz(Primaries.displayP3 * c)
        case .a98RGB: Self.xyz(Primaries.a98RGB * c.map(Transfer.a98RGB.decoded))
        case .prophotoRGB: Self.xyz(Primaries.d50 * (Primaries.prophotoRGB * c.map(Transfer.prophotoRGB.decoded)))
        case .rec2020: Self.xyz(Primaries.rec2020 * c.map(Transfer.rec2020.decoded))
        case .xyz, .xyzD65: Self.xyz(c)
        case .xyzD50: Self.xyz(Primaries.d50 * c)
        case .lab: Self.xyz(Primaries.d50 * CIELab.xyz(c))
        case .lch: Self.xyz(Primaries.d50 * CIELab.xyz(Polar.rectangular(c)))
        case .oklab: OKLab(lightness: c[0], a: c[1], b: c[2]).linear
        case .oklch: Self.oklab.linear(Polar.rectangular(c))
        }
    }

    private static func xyz(_ c: [Double]) -> [Double] { Primaries.srgb.inverse * c }

    // MARK: From linear light

    /// Components of this space.
    func components(ofLinear linear: [Double]) -> [Double] {
        let xyz = Primaries.srgb * linear
        switch self {
        case .srgb: return linear.map(Transfer.srgb.encoded)
        case .hsl: return HueModel.hsl(rgb: linear.map(Transfer.srgb.encoded))
        case .hwb: return HueModel.hwb(rgb: linear.map(Transfer.srgb.encoded))
        case .srgbLinear: return linear
        case .displayP3: return (Primaries.displayP3.inverse * xyz).map(Transfer.srgb.encoded)
        case .displayP3Linear: return Primaries.displayP3.inverse * xyz
        case .a98RGB: return (Primaries.a98RGB.inverse * xyz).map(Transfer.a98RGB.encoded)
        case .prophotoRGB:
            return (Primaries.prophotoRGB.inverse * (Primaries.d50.inverse * xyz)).map(Transfer.prophotoRGB.encoded)
        case .rec2020: return (Primaries.rec2020.inverse * xyz).map(Transfer.rec2020.encoded)
        case .xyz, .xyzD65: return xyz
        case .xyzD50: return Primaries.d50.inverse * xyz
        case .lab: return CIELab.lab(Primaries.d50.inverse * xyz)
        case .lch: return Polar.polar(CIELab.lab(Primaries.d50.inverse * xyz))
        case .oklab:
            let lab = OKLab(linear: linear)
            return [lab.lightness, lab.a, lab.b]
        case .oklch: return Polar.polar(Self.oklab.components(ofLinear: linear))
        }
    }

    /// Whether a colour has so little of it that its hue means nothing (§4.4.1).
    func isAchromatic(_ c: [Double]) -> Bool {
        switch self {
        case .lch: c[1] <= 0.0015
        case .oklch: c[1] <= 0.000004
        case .hsl: c[1] <= 0.001
        case .hwb: c[1] + c[2] >= 99.999
        default: false
        }
    }
}

/// How a space encodes light (§10); below zero as above it.
private enum Transfer {
    case srgb, a98RGB, prophotoRGB, rec2020

    func decoded(_ value: Double) -> Double { mirrored(value) { decodedPositive($0) } }
    func encoded(_ light: Double) -> Double { mirrored(light) { encodedPositive($0) } }

    private func mirrored(_ value: Double, _ curve: (Double) -> Double) -> Double {
        value < 0 ? -curve(-value) : curve(value)
    }

    private func decodedPositive(_ value: Double) -> Double {
        switch self {
        case .srgb: value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        case .a98RGB: pow(value, 563.0 / 256)
        case .prophotoRGB: value <= 16.0 / 512 ? value / 16 : pow(value, 1.8)
        case .rec2020: value < 4.5 * Self.beta ? value / 4.5 : pow((value + Self.alpha - 1) / Self.alpha, 1 / 0.45)
        }
    }

    private func encodedPositive(_ light: Double) -> Double {
        switch self {
        case .srgb: light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
        case .a98RGB: pow(light, 256.0 / 563)
        case .prophotoRGB: light < 1.0 / 512 ? 16 * light : pow(light, 1 / 1.8)
        case .rec2020: light < Self.beta ? 4.5 * light : Self.alpha * pow(light, 0.45) - (Self.alpha - 1)
        }
    }

    /// ITU-R BT.2020, table 4.
    private static let alpha = 1.09929682680944
    private static let beta = 0.018053968510807
}

/// Primaries as matrices from linear light to CIE XYZ over the space's own white (§18).
private enum Primaries {
    static let srgb = Matrix3([
        506752.0 / 1_228_815, 87881.0 / 245763, 12673.0 / 70218, 87098.0 / 409605, 175762.0 / 245763,
        12673.0 / 175545, 7918.0 / 409605, 87881.0 / 737289, 1_001_167.0 / 1_053_270,
    ])
    static let displayP3 = Matrix3([
        608311.0 / 1_250_200, 189793.0 / 714400, 198249.0 / 1_000_160, 35783.0 / 156275, 247089.0 / 357200,
        198249.0 / 2_500_400, 0, 32229.0 / 714400, 5_220_557.0 / 5_000_800,
    ])
    static let a98RGB = Matrix3([
        573536.0 / 994567, 263643.0 / 1_420_810, 187206.0 / 994567, 591459.0 / 1_989_134, 6_239_551.0 / 9_945_670,
        374412.0 / 4_972_835, 53769.0 / 1_989_134, 351524.0 / 4_972_835, 4_929_758.0 / 4_972_835,
    ])
    static let rec2020 = Matrix3([
        63_426_534.0 / 99_577_255, 20_160_776.0 / 139_408_157, 47_086_771.0 / 278_816_314, 26_158_966.0 / 99_577_255,
        472_592_308.0 / 697_040_785, 8_267_143.0 / 139_408_157, 0, 19_567_812.0 / 697_040_785,
        295_819_943.0 / 278_816_314,
    ])
    /// Over D50.
    static let prophotoRGB = Matrix3([
        0.79776664490064230, 0.13518129740053308, 0.03134773412839220, 0.28807482881940130, 0.71183523424187300,
        0.00008993693872564, 0, 0, 0.82510460251046020,
    ])
    /// From D50 to D65 (Bradford).
    static let d50 = Matrix3([
        0.955473421488075, -0.02309845494876471, 0.06325924320057072, -0.0283697093338637, 1.0099953980813041,
        0.021041441191917323, 0.012314014864481998, -0.020507649298898964, 1.330365926242124,
    ])
}

/// Three by three numbers, row by row, with their inverse.
private struct Matrix3: Sendable {
    private let m: [Double]
    private let inverted: [Double]

    init(_ m: [Double]) {
        self.m = m
        func minor(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double { m[a] * m[d] - m[b] * m[c] }
        let determinant = m[0] * minor(4, 5, 7, 8) - m[1] * minor(3, 5, 6, 8) + m[2] * minor(3, 4, 6, 7)
        inverted = [
            minor(4, 5, 7, 8), minor(2, 1, 8, 7), minor(1, 2, 4, 5), minor(5, 3, 8, 6), minor(0, 2, 6, 8),
            minor(2, 0, 5, 3), minor(3, 4, 6, 7), minor(1, 0, 7, 6), minor(0, 1, 3, 4),
        ].map { $0 / determinant }
    }

    private init(_ m: [Double], inverted: [Double]) {
        self.m = m
        self.inverted = inverted
    }

    var inverse: Matrix3 { Matrix3(inverted, inverted: m) }

    static func * (a: Matrix3, c: [Double]) -> [Double] {
        (0..<3).map { a.m[3 * $0] * c[0] + a.m[3 * $0 + 1] * c[1] + a.m[3 * $0 + 2] * c[2] }
    }
}

/// Lightness and two axes as lightness, chroma and hue in degrees.
private enum Polar {
    static func rectangular(_ c: [Double]) -> [Double] {
        [c[0], c[1] * cos(c[2] * .pi / 180), c[1] * sin(c[2] * .pi / 180)]
    }

    static func polar(_ c: [Double]) -> [Double] {
        let hue = atan2(c[2], c[1]) * 180 / .pi
        return [c[0], (c[1] * c[1] + c[2] * c[2]).squareRoot(), hue < 0 ? hue + 360 : hue]
    }
}

/// CIE Lab over D50 (§9.2).
private enum CIELab {
    private static let epsilon = 216.0 / 24389
    private static let kappa = 24389.0 / 27
    private static let white = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585]

    static func xyz(_ c: [Double]) -> [Double] {
        let y = (c[0] + 16) / 116
        func cube(_ f: Double) -> Double { f * f * f > epsilon ? f * f * f : (116 * f - 16) / kappa }
        let luminance = c[0] > kappa * epsilon ? y * y * y : c[0] / kappa
        return [cube(c[1] / 500 + y) * white[0], luminance, cube(y - c[2] / 200) * white[2]]
    }

    static func lab(_ xyz: [Double]) -> [Double] {
        let f = zip(xyz, white).map { value, white in
            let share = value / white
            return share > epsilon ? cbrt(share) : (kappa * share + 16) / 116
        }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }
}

/// `hsl()` and `hwb()`, of sRGB as it is encoded (§7 and §8); percentages up to 100.
private enum HueModel {
    static func rgb(hsl c: [Double]) -> [Double] {
        let (saturation, lightness) = (c[1] / 100, c[2] / 100)
        func channel(_ n: Double) -> Double {
            var k = (n + c[0] / 30).truncatingRemainder(dividingBy: 12)
            if k < 0 { k += 12 }
            return lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(k - 3, 9 - k, 1))
        }
        return [channel(0), channel(8), channel(4)]
    }

    static func rgb(hwb c: [Double]) -> [Double] {
        let (white, black) = (c[1] / 100, c[2] / 100)
        if white + black >= 1 { return [Double](repeating: white / (white + black), count: 3) }
        return rgb(hsl: [c[0], 100, 50]).map { $0 * (1 - white - black) + white }
    }

    static func hsl(rgb c: [Double]) -> [Double] {
        let (greatest, least) = (max(c[0], c[1], c[2]), min(c[0], c[1], c[2]))
        let lightness = (greatest + least) / 2
        let difference = greatest - least
        guard difference != 0 else { return [0, 0, lightness * 100] }
        var saturation =
            lightness == 0 || lightness == 1 ? 0 : (greatest - lightness) / min(lightness, 1 - lightness)
        var hue = hue(c, greatest, difference)
        // A colour far outside has less than no saturation, which is the opposite hue.
        if saturation < 0 {
            hue += 180
            saturation = -saturation
        }
        return [hue.truncatingRemainder(dividingBy: 360), saturation * 100, lightness * 100]
    }

    static func hwb(rgb c: [Double]) -> [Double] {
        let (greatest, least) = (max(c[0], c[1], c[2]), min(c[0], c[1], c[2]))
        let hue = greatest == least ? 0 : hue(c, greatest, greatest - least)
        return [hue, least * 100, (1 - greatest) * 100]
    }

    private static func hue(_ c: [Double], _ greatest: Double, _ difference: Double) -> Double {
        let sextant: Double
        if greatest == c[0] {
            sextant = (c[1] - c[2]) / difference + (c[1] < c[2] ? 6 : 0)
        } else if greatest == c[1] {
            sextant = (c[2] - c[0]) / difference + 2
        } else {
            sextant = (c[0] - c[1]) / difference + 4
        }
        return sextant * 60
    }
}
