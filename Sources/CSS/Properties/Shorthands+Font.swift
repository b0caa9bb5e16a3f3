/// The shorthands of CSS Fonts 4.
extension Shorthand {
    /// `font` (§4.1): style, variant, weight and stretch in any order, size, line height, families; all else is reset.
    static let font = Shorthand(
        name: "font",
        longhands: [
            "font-style", "font-variant-caps", "font-weight", "font-stretch", "font-size", "line-height", "font-family",
            "font-variant-ligatures", "font-variant-numeric", "font-variant-east-asian", "font-variant-alternates",
            "font-variant-position", "font-feature-settings", "font-variation-settings", "font-size-adjust",
            "font-kerning", "font-optical-sizing",
        ]
    ) { parser in
        var parts: Parts = []
        var missing = ["font-style", "font-variant-caps", "font-weight", "font-stretch"]
        search: while !parser.isAtEnd {
            if parser.take("normal") { continue }
            // A number here could be a weight or nothing else; a length or percentage is the size.
            if parser.token?.kind == .percentage { break }
            for (position, name) in missing.enumerated() {
                if let setter = parser.attempt(Property.named(name).parse) {
                    parts.append((name, setter))
                    missing.remove(at: position)
                    continue search
                }
            }
            break
        }
        guard let size = parser.attempt(Property.fontSize.parse) else { return nil }
        parts.append(("font-size", size))
        if parser.slash() {
            guard let height = parser.attempt(Property.lineHeight.parse) else { return nil }
            parts.append(("line-height", height))
        }
        guard let families = parser.attempt(Property.named("font-family").parse) else { return nil }
        parts.append(("font-family", families))
        return parts
    }

    private static let variants = [
        "font-variant-ligatures", "font-variant-caps", "font-variant-numeric", "font-variant-east-asian",
        "font-variant-alternates", "font-variant-position",
    ]

    /// `font-variant` (§6.11).
    static let fontVariant = Shorthand(name: "font-variant", longhands: variants) { parser in
        if parser.take("normal") { return [] }
        if parser.take("none") {
            return [
                (
                    "font-variant-ligatures",
                    { values, _ in
                        values.features.ligatures = FontFeatures.noLigatures
                    }
                )
            ]
        }
        var ligatures = FeatureKeywords(FontFeatures.ligatureValues)
        var numeric = FeatureKeywords(FontFeatures.numericValues)
        var eastAsian = FeatureKeywords(FontFeatures.eastAsianValues)
        var forms = FeatureKeywords(FontFeatures.alternateValues)
        var caps = FontStyle.Caps.normal
        var position = FontStyle.Position.normal
        var alternates: [FontStyle.Alternate] = []
        while !parser.isAtEnd {
            if let alternate = parser.attempt({ $0.alternate() }) {
                alternates.append(alternate)
                continue
            }
            guard let word = parser.keyword() else { return nil }
            if ligatures.take(word) || numeric.take(word) || eastAsian.take(word) || forms.take(word) { continue }
            if let some = FontStyle.Caps(rawValue: word.camelCased) {
                caps = some
            } else if let some = FontStyle.Position(rawValue: word) {
                position = some
            } else {
                return nil
            }
        }
        let (ligature, number, wide, form) = (
            ligatures.features, numeric.features, eastAsian.features, forms.features
        )
        return [
            ("font-variant-ligatures", { values, _ in values.features.ligatures = ligature }),
            ("font-variant-numeric", { values, _ in values.features.numeric = number }),
            ("font-variant-east-asian", { values, _ in values.features.eastAsian = wide }),
            (
                "font-variant-alternates",
                { [alternates] values, _ in
                    values.features.alternates = form
                    values.font.alternates = alternates
                }
            ),
            ("font-variant-caps", { [caps] values, _ in values.font.caps = caps }),
            ("font-variant-position", { [position] values, _ in values.font.position = position }),
        ]
    }
}
