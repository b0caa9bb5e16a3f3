import Geometry

/// `<color>` of CSS Color 4 and 5.
extension ValueParser {
    mutating func color() -> ColorValue? {
        guard let expression = attempt({ $0.colorExpression() }) else { return nil }
        if expression == .currentColor { return .currentColor }
        if expression.dependsOnCurrent {
            // What is wrong with any colour is wrong now.
            return expression.color(current: AbsoluteColor(.black)) == nil ? nil : .dependent(expression)
        }
        return expression.color(current: AbsoluteColor(.black)).map { .color($0.color) }
    }

    private mutating func colorExpression() -> ColorExpression? {
        guard let token else { return nil }
        switch token.kind {
        case .hash:
            advance()
            return Color(hexadecimal: buffer.text(token)).map { .absolute(AbsoluteColor($0)) }
        case .ident:
            guard let name = keyword() else { return nil }
            switch name {
            case "currentcolor": return .currentColor
            case "transparent": return .absolute(AbsoluteColor(.transparent))
            default:
                return (NamedColors.table[name] ?? NamedColors.system[name]).map {
                    .absolute(AbsoluteColor(Color(rgb: $0)))
                }
            }
        case .function:
            guard let name = functionName, var arguments = block() else { return nil }
            return arguments.colorFunction(name)
        default: return nil
        }
    }

    private mutating func colorFunction(_ name: String) -> ColorExpression? {
        switch name {
        case "color-mix": return colorMix()
        case "light-dark":
            // Paper is light (CSS Color 5, §6).
            guard let light = colorExpression(), comma(), colorExpression() != nil, isAtEnd else { return nil }
            return light
        case "contrast-color":
            guard let color = colorExpression(), isAtEnd else { return nil }
            return .contrasting(color)
        default: break
        }
        if take("from") {
            guard let origin = colorExpression() else { return nil }
            let relative = ColorExpression.relative(origin, function: name, arguments: buffer.source(rest))
            return relative.color(current: AbsoluteColor(.black)) == nil ? nil : relative
        }
        return absoluteColor(name).map(ColorExpression.absolute)
    }

    /// A space to mix in, and which way round its hues; OKLab where none is named (CSS Color 5, §3).
    mutating func colorInterpolation() -> ColorMix? {
        guard take("in") else { return nil }
        guard let space = keyword().flatMap(ColorSpace.init) else { return nil }
        var mix = ColorMix(space: space)
        if space.hue != nil, let way = keyword(ColorMix.HueInterpolation.self) {
            guard take("hue") else { return nil }
            mix.hue = way
        }
        return mix
    }

    private mutating func colorMix() -> ColorExpression? {
        var mix = ColorMix(space: .oklab)
        if let token, token.kind == .ident, buffer.lowercasedText(token) == "in" {
            guard let specified = colorInterpolation(), comma() else { return nil }
            mix = specified
        }
        func part(_ parser: inout ValueParser) -> (color: ColorExpression, share: Double?)? {
            var share = parser.percentage()
            guard let color = parser.colorExpression() else { return nil }
            share = share ?? parser.percentage()
            if let share, !(0...100).contains(share) { return nil }
            return (color, share.map { $0 / 100 })
        }
        guard let first = part(&self), comma(), let second = part(&self), isAtEnd else { return nil }
        let (one, two): (Double, Double) =
            switch (first.share, second.share) {
            case (nil, nil): (0.5, 0.5)
            case (let one?, nil): (one, 1 - one)
            case (nil, let two?): (1 - two, two)
            case (let one?, let two?): (one, two)
            }
        let sum = one + two
        guard sum > 0 else { return nil }
        return .mixed(first.color, second.color, share: two / sum, alpha: min(1, sum), mix)
    }

    // MARK: Relative colours

    /// `rgb(from origin r g b / alpha)` behind its origin: channels go by their names, in calculations too.
    mutating func relativeColor(_ function: String, from origin: AbsoluteColor) -> AbsoluteColor? {
        guard let function = ColorFunction(function) else { return nil }
        var space = function.space
        if function == .color {
            guard let named = keyword().flatMap(ColorSpace.init), named.isPredefined else { return nil }
            space = named
        }
        let converted = origin.converted(to: space)
        let scale = function.isOf255 ? 255.0 : 1
        var channels: [String: Double] = ["alpha": converted.alpha ?? 0]
        for (name, value) in zip(function.channels(space), converted.values) { channels[name] = value * scale }
        variables = channels
        return absoluteColor(function, space, isRelative: true, alpha: converted.alpha)
    }

    // MARK: Functions

    private mutating func absoluteColor(_ name: String) -> AbsoluteColor? {
        if name == "device-cmyk" { return deviceCMYK() }
        guard let function = ColorFunction(name) else { return nil }
        var space = function.space
        if function == .color {
            guard let named = keyword().flatMap(ColorSpace.init), named.isPredefined else { return nil }
            space = named
        }
        return absoluteColor(function, space, isRelative: false, alpha: 1)
    }

    /// Components by comma (all of them, the older form) or by space with the alpha behind a slash.
    private mutating func absoluteColor(
        _ function: ColorFunction, _ space: ColorSpace, isRelative: Bool, alpha standard: Double?
    ) -> AbsoluteColor? {
        var parts: [ColorComponent] = []
        var usesCommas = false
        for index in 0..<3 {
            if index == 1 { usesCommas = !isRelative && function.hasLegacyForm && comma() }
            if index > 1, usesCommas, !comma() { return nil }
            guard let part = colorComponent() else { return nil }
            parts.append(part)
        }
        if usesCommas, !function.admitsLegacy(parts) { return nil }
        var alpha = standard
        if usesCommas ? comma() : slash() {
            guard let part = colorComponent(), part.kind != .angle else { return nil }
            alpha = part.kind == .none ? nil : min(1, max(0, part.scaled(1)))
        }
        guard isAtEnd else { return nil }
        var components: [Double?] = []
        for (position, part) in parts.enumerated() {
            let isHue = space.hue == position
            guard part.kind != .angle || isHue, part.kind != .percentage || !isHue else { return nil }
            components.append(part.kind == .none ? nil : function.component(position, part))
        }
        if function.isOf255, !isRelative { components = components.map { $0.map { min(1, max(0, $0)) } } }
        return AbsoluteColor(space, components, alpha: alpha)
    }

    /// Process colours without a profile (CSS Color 5, §7): subtracted from white.
    private mutating func deviceCMYK() -> AbsoluteColor? {
        var inks: [Double] = []
        let usesCommas: Bool
        guard let first = colorComponent() else { return nil }
        inks.append(first.scaled(1))
        usesCommas = comma()
        for index in 1..<4 {
            if index > 1, usesCommas, !comma() { return nil }
            guard let part = colorComponent(), part.kind != .angle else { return nil }
            inks.append(part.scaled(1))
        }
        var alpha = 1.0
        if slash() {
            guard let part = colorComponent(), part.kind != .angle else { return nil }
            alpha = min(1, max(0, part.scaled(1)))
        }
        guard isAtEnd else { return nil }
        let light = inks[..<3].map { min(1, max(0, 1 - min(1, $0 * (1 - inks[3]) + inks[3]))) }
        return AbsoluteColor(.srgb, light.map(Optional.some), alpha: alpha)
    }

    private mutating func colorComponent() -> ColorComponent? {
        guard let token else { return nil }
        switch token.kind {
        case .percentage:
            advance()
            return ColorComponent(token.number, .percentage)
        case .dimension: return angle().map { ColorComponent($0, .angle) }
        case .ident:
            return attempt { parser in
                guard let word = parser.keyword() else { return nil }
                if word == "none" { return ColorComponent(0, .none) }
                return parser.variables[word].map { ColorComponent($0, .number) }
            }
        case .number:
            advance()
            return ColorComponent(token.number.bounded(1e9), .number)
        case .function:
            return attempt { parser in
                switch parser.calculation() {
                case .number(let number): ColorComponent(number.bounded(1e9), .number)
                case .angle(let degrees): ColorComponent(degrees.bounded(1e9), .angle)
                case .length(let length): length.percentage.map { ColorComponent(($0 * 100).bounded(1e9), .percentage) }
                case nil: nil
                }
            }
        default: return nil
        }
    }
}

/// One argument of a colour function.
private struct ColorComponent {
    enum Kind { case number, percentage, angle, none }
    /// A percentage's number, an angle's degrees.
    var value: Double
    var kind: Kind

    init(_ value: Double, _ kind: Kind) {
        self.value = value
        self.kind = kind
    }

    /// The value with 100 % standing for `reference`.
    func scaled(_ reference: Double) -> Double { kind == .percentage ? value / 100 * reference : value }
}

/// The functions that make colours from three components (CSS Color 4, §5 to §10).
private enum ColorFunction {
    case rgb, hsl, hwb, lab, lch, oklab, oklch, color

    init?(_ name: String) {
        switch name {
        case "rgb", "rgba": self = .rgb
        case "hsl", "hsla": self = .hsl
        case "hwb": self = .hwb
        case "lab": self = .lab
        case "lch": self = .lch
        case "oklab": self = .oklab
        case "oklch": self = .oklch
        case "color": self = .color
        default: return nil
        }
    }

    var space: ColorSpace {
        switch self {
        case .rgb, .color: .srgb
        case .hsl: .hsl
        case .hwb: .hwb
        case .lab: .lab
        case .lch: .lch
        case .oklab: .oklab
        case .oklch: .oklch
        }
    }

    var isOf255: Bool { self == .rgb }
    var hasLegacyForm: Bool { self == .rgb || self == .hsl }

    /// Channel names, for relative colours.
    func channels(_ space: ColorSpace) -> [String] {
        switch space {
        case .hsl: ["h", "s", "l"]
        case .hwb: ["h", "w", "b"]
        case .lab, .oklab: ["l", "a", "b"]
        case .lch, .oklch: ["l", "c", "h"]
        case .xyz, .xyzD50, .xyzD65: ["x", "y", "z"]
        default: ["r", "g", "b"]
        }
    }

    /// The older form: three numbers or three percentages alike; hue plain or an angle, then percentages.
    func admitsLegacy(_ parts: [ColorComponent]) -> Bool {
        let kinds = parts.map(\.kind)
        if kinds.contains(.none) { return false }
        return self == .rgb
            ? Set(kinds).count == 1 && kinds[0] != .angle
            : kinds[0] != .percentage && kinds[1] == .percentage && kinds[2] == .percentage
    }

    /// A component in the space's own measure.
    func component(_ position: Int, _ part: ColorComponent) -> Double {
        switch self {
        case .rgb: part.scaled(255) / 255
        case .hsl: position == 0 ? part.value : position == 1 ? max(0, part.scaled(100)) : part.scaled(100)
        case .hwb: position == 0 ? part.value : part.scaled(100)
        case .lab: position == 0 ? min(100, max(0, part.scaled(100))) : part.scaled(125)
        case .lch: [min(100, max(0, part.scaled(100))), max(0, part.scaled(150)), part.value][position]
        case .oklab: position == 0 ? min(1, max(0, part.scaled(1))) : part.scaled(0.4)
        case .oklch: [min(1, max(0, part.scaled(1))), max(0, part.scaled(0.4)), part.value][position]
        case .color: part.scaled(1)
        }
    }
}
