/// CSS Fonts 4.
extension Property {
    /// `font-size` first: everything else may be measured in it. Its own context holds the parent's size.
    static let fontSize = Property.computed("font-size", \.font.size, inherited: true, FontSize.parse) {
        size, context in
        max(0, size.computed(in: context))
    }

    static let lineHeight = Property.computed(
        "line-height", \.font.lineHeight, inherited: true,
        { parser -> SpecifiedLineHeight? in
            if parser.take("normal") { return .normal }
            if let number = parser.number() { return number >= 0 ? .number(number) : nil }
            return parser.length().map(SpecifiedLineHeight.length)
        },
        { specified, context -> FontStyle.LineHeight in
            switch specified {
            case .normal: .normal
            case .number(let number): .number(number)
            case .length(let length): .length(length.computed(in: context).resolved(against: context.fontSize))
            }
        })

    static let fonts: [Property] = [
        .value("font-family", \.font.families, inherited: true) { $0.fontFamilies() },
        Property(
            name: "font-weight", isInherited: true,
            parse: { parser -> StyleSetter? in
                if let number = parser.number() {
                    guard (1...1000).contains(number) else { return nil }
                    return { values, _ in values.font.weight = number }
                }
                switch parser.keyword() {
                case "normal": return { values, _ in values.font.weight = 400 }
                case "bold": return { values, _ in values.font.weight = 700 }
                case "bolder": return { values, _ in values.font.weight = FontWeight.bolder(values.font.weight) }
                case "lighter": return { values, _ in values.font.weight = FontWeight.lighter(values.font.weight) }
                default: return nil
                }
            }, copy: { $0.font.weight = $1.font.weight }),
        .value("font-style", \.font.slant, inherited: true) { parser in
            guard let slant = parser.keyword(FontStyle.Slant.self) else { return nil }
            if slant == .oblique, parser.token?.kind == .dimension { parser.advance() }
            return slant
        },
        .value("font-stretch", \.font.stretch, inherited: true) { $0.fontStretch() },
        .value("font-kerning", \.font.kerning, inherited: true) { parser in
            switch parser.keyword() {
            case "auto", "normal": true
            case "none": false
            default: nil
            }
        },
        .value("font-variant-ligatures", \.features.ligatures, inherited: true) { parser in
            parser.take("none") ? FontFeatures.noLigatures : parser.features(FontFeatures.ligatureValues)
        },
        .value("font-variant-caps", \.font.caps, inherited: true) { parser in
            parser.attempt { parser in
                guard let caps = parser.keyword(FontStyle.Caps.self) else { return nil }
                return caps
            }
        },
        .value("font-variant-numeric", \.features.numeric, inherited: true) { parser in
            parser.features(FontFeatures.numericValues)
        },
        .value("font-variant-east-asian", \.features.eastAsian, inherited: true) { parser in
            parser.features(FontFeatures.eastAsianValues)
        },
        Property(
            name: "font-variant-alternates", isInherited: true,
            parse: { parser in
                guard let (features, alternates) = parser.alternates() else { return nil }
                return { values, _ in
                    values.features.alternates = features
                    values.font.alternates = alternates
                }
            },
            copy: {
                $0.features.alternates = $1.features.alternates
                $0.font.alternates = $1.font.alternates
            }),
        .value("font-variant-position", \.font.position, inherited: true) { $0.keyword(FontStyle.Position.self) },
        .value("font-feature-settings", \.features.settings, inherited: true) { $0.featureSettings() },
        .value("font-language-override", \.font.languageSystem, inherited: true) { parser -> String?? in
            if parser.take("normal") { return .some(nil) }
            guard let tag = parser.string(), (1...4).contains(tag.utf8.count), tag.allSatisfy(\.isASCIILetterOrDigit)
            else { return nil }
            return .some(tag)
        },
        .value("font-variation-settings", \.font.variations, inherited: true) { $0.variationSettings() },
    ]
}

/// `line-height` before its element's size is known.
enum SpecifiedLineHeight: Sendable {
    case normal
    case number(Double)
    case length(Length)
}

/// The relative weights of CSS Fonts 4, §2.2.1.
enum FontWeight {
    static func bolder(_ weight: Double) -> Double {
        weight < 350 ? 400 : weight < 550 ? 700 : weight < 900 ? 900 : weight
    }

    static func lighter(_ weight: Double) -> Double {
        weight < 100 ? weight : weight < 550 ? 100 : weight < 750 ? 400 : 700
    }
}

/// `font-size`'s specified values (CSS Fonts 4, §2.5).
enum FontSize: Sendable {
    /// A multiple of `medium`.
    case absolute(Double)
    /// A multiple of the parent's size.
    case scaled(Double)
    case length(Length)

    /// Points.
    static let medium = 12.0

    func computed(in context: ComputationContext) -> Double {
        switch self {
        case .absolute(let factor): Self.medium * factor
        case .scaled(let factor): context.fontSize * factor
        case .length(let length):
            length.computed(in: context).resolved(against: context.fontSize).bounded(LengthPercentage.longest)
        }
    }

    @Sendable
    static func parse(_ parser: inout ValueParser) -> FontSize? {
        if let length = parser.length() { return .length(length) }
        return parser.attempt { parser in
            switch parser.keyword() {
            case "xx-small": .absolute(0.6)
            case "x-small": .absolute(0.75)
            case "small": .absolute(8.0 / 9)
            case "medium": .absolute(1)
            case "large": .absolute(1.2)
            case "x-large": .absolute(1.5)
            case "xx-large": .absolute(2)
            case "xxx-large": .absolute(3)
            case "larger": .scaled(1.2)
            case "smaller": .scaled(1 / 1.2)
            default: nil
            }
        }
    }
}

extension ValueParser {
    /// Families up to the end or the next thing that is none; names without quotes may have several words.
    mutating func fontFamilies() -> [String]? {
        commaList { parser in
            if let quoted = parser.string() { return quoted }
            var words: [String] = []
            while let word = parser.name() { words.append(word) }
            guard let first = words.first else { return nil }
            if words.count == 1, Self.genericFamilies.contains(first.asciiLowercased) { return first.asciiLowercased }
            return words.joined(separator: " ")
        }
    }

    private static let genericFamilies: Set<String> = [
        "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif",
        "ui-monospace", "ui-rounded", "math", "emoji", "fangsong",
    ]

    mutating func fontStretch() -> Double? {
        if let percentage = percentage() { return percentage >= 0 ? percentage / 100 : nil }
        return attempt { parser in
            switch parser.keyword() {
            case "ultra-condensed": 0.5
            case "extra-condensed": 0.625
            case "condensed": 0.75
            case "semi-condensed": 0.875
            case "normal": 1
            case "semi-expanded": 1.125
            case "expanded": 1.25
            case "extra-expanded": 1.5
            case "ultra-expanded": 2
            default: nil
            }
        }
    }

    /// `normal`, or keywords that each switch features.
    mutating func features(_ choices: FontFeatures.Choices) -> [FontStyle.Feature]? {
        if take("normal") { return [] }
        var keywords = FeatureKeywords(choices)
        while !isAtEnd {
            guard let word = keyword(), keywords.take(word) else { return nil }
        }
        return keywords.features.isEmpty ? nil : keywords.features
    }

    /// `font-feature-settings`.
    mutating func featureSettings() -> [FontStyle.Feature]? {
        if take("normal") { return [] }
        return commaList { parser in
            guard let tag = parser.string(), tag.utf8.count == 4 else { return nil }
            if parser.take("on") { return FontStyle.Feature(tag: tag, value: 1) }
            if parser.take("off") { return FontStyle.Feature(tag: tag, value: 0) }
            return FontStyle.Feature(tag: tag, value: parser.integer() ?? 1)
        }
    }

    /// `font-variation-settings`.
    mutating func variationSettings() -> [FontStyle.Variation]? {
        if take("normal") { return [] }
        return commaList { parser in
            guard let axis = parser.string(), axis.utf8.count == 4, let value = parser.number() else { return nil }
            return FontStyle.Variation(axis: axis, value: value)
        }?.sorted { $0.axis < $1.axis }
    }
}

extension Character {
    fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
