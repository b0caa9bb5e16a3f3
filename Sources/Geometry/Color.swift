/// An sRGB colour; each component, alpha too, is from 0 to 1 and not premultiplied (CSS Color 4, §10).
public struct Color: Hashable, Sendable, BitwiseCopyable {
    public var red: Double
    public var green: Double
    public var blue: Double
    public var alpha: Double

    public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    public static let black = Color(red: 0, green: 0, blue: 0)
    public static let white = Color(red: 1, green: 1, blue: 1)
    public static let transparent = Color(red: 0, green: 0, blue: 0, alpha: 0)

    public var isTransparent: Bool { alpha <= 0 }

    /// The colour's luminance and nothing else (Filter Effects 1, §9.1 `grayscale(1)`).
    public var inGray: Color {
        let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        return Color(red: luminance, green: luminance, blue: luminance, alpha: alpha)
    }
}
