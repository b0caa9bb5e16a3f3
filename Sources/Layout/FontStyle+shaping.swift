import CSS
import FontFiles
import Shaping

/// What styles say of fonts, in the words of shaping.
extension FontSlant {
    init(_ slant: FontStyle.Slant) {
        self =
            switch slant {
            case .normal: .normal
            case .italic: .italic
            case .oblique: .oblique
            }
    }
}

extension FontSizeAdjust {
    init(_ adjust: FontStyle.SizeAdjust) {
        let metric: Metric =
            switch adjust.metric {
            case .exHeight: .exHeight
            case .capHeight: .capHeight
            case .chWidth: .chWidth
            case .icWidth: .icWidth
            }
        let value: Value =
            switch adjust.value {
            case .number(let number): .number(number)
            case .fromFont: .fromFont
            }
        self.init(metric: metric, value: value)
    }
}

extension CapsVariant {
    init(_ caps: FontStyle.Caps) {
        self =
            switch caps {
            case .normal: .normal
            case .smallCaps: .smallCaps
            case .allSmallCaps: .allSmallCaps
            case .petiteCaps: .petiteCaps
            case .allPetiteCaps: .allPetiteCaps
            case .unicase: .unicase
            case .titlingCaps: .titlingCaps
            }
    }
}

extension EmojiVariant {
    init(_ emoji: FontStyle.Emoji) {
        self =
            switch emoji {
            case .normal, .unicode: .normal
            case .text: .text
            case .emoji: .emoji
            }
    }
}

extension PositionVariant {
    init(_ position: FontStyle.Position) {
        self =
            switch position {
            case .normal: .normal
            case .sub: .sub
            case .super: .super
            }
    }
}

extension EastAsianSpacing {
    init(_ style: TextStyle) {
        self = []
        if style.autospace.contains(.ideographAlpha) { insert(.ideographAlpha) }
        if style.autospace.contains(.ideographNumeric) { insert(.ideographNumeric) }
        if style.spacingTrim.contains(.adjacent) { insert(.trimAdjacent) }
        if style.spacingTrim.contains(.start) { insert(.trimStart) }
        if style.spacingTrim.contains(.end) { insert(.trimEnd) }
    }
}
