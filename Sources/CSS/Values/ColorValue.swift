public import Geometry

/// A specified colour: one of its own, or one that the element's text colour takes part in.
enum ColorValue: Hashable, Sendable {
    case color(Color)
    case currentColor
    case dependent(ColorExpression)

    /// nil stands for `currentcolor` in computed styles that can wait for it.
    var color: Color? { if case .color(let color) = self { color } else { nil } }

    /// The colour on an element whose text has this one.
    func resolved(_ current: Color) -> Color {
        switch self {
        case .color(let color): color
        case .currentColor: current
        case .dependent(let expression): expression.color(current: AbsoluteColor(current))?.color ?? current
        }
    }

    /// The colour on an element, nil being plain `currentcolor`, which is inherited as such.
    func computed(_ current: Color) -> Color? { self == .currentColor ? nil : resolved(current) }
}

/// A colour made from others, before the element's own is known (CSS Color 5, §3 to §5).
indirect enum ColorExpression: Hashable, Sendable {
    case absolute(AbsoluteColor)
    case currentColor
    case mixed(ColorExpression, ColorExpression, share: Double, alpha: Double, ColorMix)
    /// A relative colour: the origin, the function's name, and its arguments behind the origin as written.
    case relative(ColorExpression, function: String, arguments: String)
    case contrasting(ColorExpression)

    /// nil where a relative colour's arguments are wrong.
    func color(current: AbsoluteColor) -> AbsoluteColor? {
        switch self {
        case .absolute(let color): return color
        case .currentColor: return current
        case .mixed(let one, let other, let share, let alpha, let mix):
            guard let first = one.color(current: current), let second = other.color(current: current) else {
                return nil
            }
            return mix.mix(first, second, share: share, alpha: alpha)
        case .relative(let origin, let function, let arguments):
            guard let origin = origin.color(current: current) else { return nil }
            var parser = ValueParser(arguments)
            return parser.relativeColor(function, from: origin)
        case .contrasting(let inner):
            guard let color = inner.color(current: current)?.color else { return nil }
            // WCAG 2.1: where black and white stand out equally.
            let light = ColorSpace.srgb.linear([color.red, color.green, color.blue])
            let luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
            return AbsoluteColor(luminance > 0.179 ? .black : .white)
        }
    }

    /// Whether the element's own colour takes part.
    var dependsOnCurrent: Bool {
        switch self {
        case .absolute: false
        case .currentColor: true
        case .mixed(let one, let other, _, _, _): one.dependsOnCurrent || other.dependsOnCurrent
        case .relative(let origin, _, _): origin.dependsOnCurrent
        case .contrasting(let inner): inner.dependsOnCurrent
        }
    }
}

extension Color {
    /// A colour from CSS text, or nil if it is none or depends on its element.
    public init?(css text: String) {
        var parser = ValueParser(text)
        guard case .color(let color)? = parser.color(), parser.isAtEnd else { return nil }
        self = color
    }

    init(rgb: UInt32) {
        self.init(
            red: Double(rgb >> 16 & 0xFF) / 255, green: Double(rgb >> 8 & 0xFF) / 255, blue: Double(rgb & 0xFF) / 255)
    }

    /// Each component brought between 0 and 1.
    var clamped: Color {
        Color(red: min(1, max(0, red)), green: min(1, max(0, green)), blue: min(1, max(0, blue)), alpha: alpha)
    }

    /// 3, 4, 6 or 8 hexadecimal digits.
    init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap(\.hexValue)
        guard digits.count == text.utf8.count else { return nil }
        let values: [Int]
        switch digits.count {
        case 3, 4: values = digits.map { $0 * 17 }
        case 6, 8: values = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        default: return nil
        }
        self.init(
            red: Double(values[0]) / 255, green: Double(values[1]) / 255, blue: Double(values[2]) / 255,
            alpha: values.count == 4 ? Double(values[3]) / 255 : 1)
    }
}
