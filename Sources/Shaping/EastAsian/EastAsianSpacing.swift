/// How East Asian text is spaced (CSS Text 4, §9: `text-autospace`, `text-spacing-trim`).
public struct EastAsianSpacing: OptionSet, Hashable, Sendable {
    public var rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// An eighth of an em between ideographs and letters of other scripts.
    public static let ideographAlpha = EastAsianSpacing(rawValue: 1)
    /// The same between ideographs and figures.
    public static let ideographNumeric = EastAsianSpacing(rawValue: 2)
    /// Of full-width punctuation that meets, the blank half between is left out.
    public static let trimAdjacent = EastAsianSpacing(rawValue: 4)
    /// Opening punctuation that begins a line is half as wide.
    public static let trimStart = EastAsianSpacing(rawValue: 8)
    /// Closing punctuation that ends a line is half as wide.
    public static let trimEnd = EastAsianSpacing(rawValue: 16)

    /// The properties' initial values.
    public static let normal: EastAsianSpacing = [.ideographAlpha, .ideographNumeric, .trimAdjacent, .trimEnd]
}

/// A full-width mark by the half of it that is blank (CSS Text 4, §9.1).
enum FullWidthPunctuation {
    /// Blank on the left.
    case opening
    /// Blank on the right.
    case closing
    /// Blank on both sides.
    case middle

    /// Where a language's fonts draw stops and colons.
    enum Convention {
        /// In traditional Chinese, stops and commas stand in the middle.
        case traditional
        /// In simplified Chinese, colons stand at the left.
        case simplified
        case japanese

        init(language: String?) {
            let parts = (language ?? "").lowercased().split(separator: "-")
            let isChinese = parts.first == "zh" || parts.first == "yue"
            let isTraditional = parts.first == "yue" || parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
            self = !isChinese ? .japanese : isTraditional ? .traditional : .simplified
        }
    }

    init?(_ unit: UInt16, _ convention: Convention) {
        switch unit {
        case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D, 0xFF08,
            0xFF3B, 0xFF5B, 0xFF5F:
            self = .opening
        case 0x2019, 0x201D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E, 0x301F,
            0xFF09, 0xFF3D, 0xFF5D, 0xFF60:
            self = .closing
        case 0x3001, 0x3002, 0xFF0C, 0xFF0E: self = convention == .traditional ? .middle : .closing
        case 0xFF1A, 0xFF1B: self = convention == .simplified ? .closing : .middle
        case 0x00B7, 0x30FB, 0x3000: self = .middle
        default: return nil
        }
    }
}
