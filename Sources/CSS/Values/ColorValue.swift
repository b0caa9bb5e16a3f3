public import Geometry

/// A specified colour: one of its own, or the element's text colour.
enum ColorValue: Hashable, Sendable {
    case color(Color)
    case currentColor

    /// nil stands for `currentcolor` in computed styles that can wait for it.
    var color: Color? { if case .color(let color) = self { color } else { nil } }
}

extension Color {
    /// A colour from CSS text, or nil if it is none or depends on its element.
    public init?(css text: String) {
        var parser = ValueParser(text)
        guard case .color(let color)? = parser.color(), parser.isAtEnd else { return nil }
        self = color
    }
}

extension ValueParser {
    /// `<color>` of CSS Color 4.
    mutating func color() -> ColorValue? {
        guard let token else { return nil }
        switch token.kind {
        case .hash:
            guard let color = ColorValue.hexadecimal(buffer.text(token)) else { return nil }
            advance()
            return .color(color)
        case .ident:
            return attempt { parser in
                guard let name = parser.keyword() else { return nil }
                switch name {
                case "currentcolor": return .currentColor
                case "transparent": return .color(.transparent)
                default: return (NamedColors.table[name] ?? NamedColors.system[name]).map { .color(Color(rgb: $0)) }
                }
            }
        case .function:
            return attempt { parser in parser.colorFunction().map(ColorValue.color) }
        default: return nil
        }
    }

    private mutating func colorFunction() -> Color? {
        guard let name = functionName, var arguments = block() else { return nil }
        if name == "color" {
            guard let space = arguments.keyword().flatMap(PredefinedColorSpace.init),
                let values = arguments.colorComponents(of: name)
            else { return nil }
            let scaled = values.components.map { $0.isPercentage ? $0.value / 100 : $0.value }
            return GamutMapping.color(linear: space.linear(scaled), alpha: values.alpha)
        }
        if name == "color-mix" { return arguments.colorMix() }
        guard let values = arguments.colorComponents(of: name) else { return nil }
        return ColorConversion.color(name, values.components, alpha: values.alpha)
    }

    /// The arguments of `color-mix()`: a space, and two colours with their shares.
    private mutating func colorMix() -> Color? {
        guard take("in"), let space = keyword().flatMap(ColorMix.Space.init), comma() else { return nil }
        func part(_ parser: inout ValueParser) -> (color: Color, share: Double?)? {
            var share = parser.percentage()
            guard case .color(let color)? = parser.color() else { return nil }
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
        return ColorMix.mix(first.color, second.color, share: two / sum, alpha: min(1, sum), in: space)
    }

    /// Components by comma (all of them, the older form) or by space with the alpha behind a slash.
    private mutating func colorComponents(of name: String) -> (components: [ColorComponent], alpha: Double)? {
        let count = name == "device-cmyk" ? 4 : 3
        var components: [ColorComponent] = []
        var usesCommas = false
        for index in 0..<count {
            if index == 1 { usesCommas = comma() } else if index > 1, usesCommas, !comma() { return nil }
            guard let component = colorComponent() else { return nil }
            components.append(component)
        }
        if usesCommas {
            // The older form: three numbers or three percentages alike; hue plain or an angle, then percentages.
            let kinds = components.map(\.isPercentage)
            if name.hasPrefix("rgb"), Set(kinds).count != 1 { return nil }
            if name.hasPrefix("hsl"), kinds != [false, true, true] { return nil }
            if components.contains(where: \.isNone) { return nil }
        }
        if name.hasPrefix("rgb"), components.contains(where: \.isAngle) { return nil }
        var alpha = 1.0
        if usesCommas ? comma() : slash() {
            guard let value = colorComponent(), !value.isAngle else { return nil }
            alpha = value.isPercentage ? value.value / 100 : value.value
        }
        return isAtEnd ? (components, min(1, max(0, alpha))) : nil
    }

    private mutating func colorComponent() -> ColorComponent? {
        guard let token else { return nil }
        switch token.kind {
        case .percentage:
            advance()
            return ColorComponent(value: token.number, isPercentage: true)
        case .dimension:
            let degrees: Double
            switch buffer.unit(token).asciiLowercased {
            case "deg": degrees = token.number
            case "grad": degrees = token.number * 0.9
            case "rad": degrees = token.number * 180 / .pi
            case "turn": degrees = token.number * 360
            default: return nil
            }
            advance()
            return ColorComponent(value: degrees, isAngle: true)
        case .ident: return take("none") ? ColorComponent(value: 0, isNone: true) : nil
        default: return number().map { ColorComponent(value: $0) }
        }
    }
}

extension ColorValue {
    /// 3, 4, 6 or 8 hexadecimal digits.
    static func hexadecimal(_ text: String) -> Color? {
        let digits = text.utf8.compactMap(\.hexValue)
        guard digits.count == text.utf8.count else { return nil }
        let values: [Int]
        switch digits.count {
        case 3, 4: values = digits.map { $0 * 17 }
        case 6, 8: values = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        default: return nil
        }
        return Color(
            red: Double(values[0]) / 255, green: Double(values[1]) / 255, blue: Double(values[2]) / 255,
            alpha: values.count == 4 ? Double(values[3]) / 255 : 1)
    }
}

extension Color {
    init(rgb: UInt32) {
        self.init(
            red: Double(rgb >> 16 & 0xFF) / 255, green: Double(rgb >> 8 & 0xFF) / 255, blue: Double(rgb & 0xFF) / 255)
    }

    /// Each component brought between 0 and 1.
    var clamped: Color {
        Color(red: min(1, max(0, red)), green: min(1, max(0, green)), blue: min(1, max(0, blue)), alpha: alpha)
    }
}
