/// How fonts are chosen and made up (CSS Fonts 4, §6.10 and §7; CSS Fonts 5, §3).
extension Property {
    static let fontSelection: [Property] = [
        .value("font-size-adjust", \.font.sizeAdjust, inherited: true) { $0.fontSizeAdjust() },
        .keyword("font-variant-emoji", \.font.emoji, inherited: true),
        .value("font-optical-sizing", \.font.opticalSizing, inherited: true) { $0.autoOrNone() },
        synthesis("font-synthesis-weight", .weight), synthesis("font-synthesis-style", .style),
        synthesis("font-synthesis-small-caps", .smallCaps), synthesis("font-synthesis-position", .position),
    ]

    private static func synthesis(_ name: String, _ option: FontStyle.Synthesis) -> Property {
        Property(
            name: name, isInherited: true,
            parse: { parser in
                guard let isAllowed = parser.autoOrNone() else { return nil }
                return { values, _ in values.font.synthesis.set(option, to: isAllowed) }
            },
            copy: { $0.font.synthesis.set(option, to: $1.font.synthesis.contains(option)) })
    }
}

extension Shorthand {
    /// `font-synthesis` (CSS Fonts 4, §6.10.5): what is not named is not made up.
    static let fontSynthesis = Shorthand(
        name: "font-synthesis", longhands: FontStyle.Synthesis.names.map { "font-synthesis-\($0.name)" }
    ) { parser in
        var allowed: FontStyle.Synthesis = []
        if !parser.take("none") {
            while let word = parser.keyword() {
                guard let known = FontStyle.Synthesis.names.first(where: { $0.name == word }),
                    !allowed.contains(known.option)
                else { return nil }
                allowed.insert(known.option)
            }
            if allowed.isEmpty { return nil }
        }
        return FontStyle.Synthesis.names.map { entry in
            let isAllowed = allowed.contains(entry.option)
            return (
                "font-synthesis-\(entry.name)", { values, _ in values.font.synthesis.set(entry.option, to: isAllowed) }
            )
        }
    }
}

extension FontStyle.Synthesis {
    static let names: [(name: String, option: Self)] = [
        ("weight", .weight), ("style", .style), ("small-caps", .smallCaps), ("position", .position),
    ]

    fileprivate mutating func set(_ option: Self, to isOn: Bool) {
        if isOn { insert(option) } else { remove(option) }
    }

    var cssText: String {
        isEmpty ? "none" : Self.names.filter { contains($0.option) }.map(\.name).joined(separator: " ")
    }
}

extension FontStyle.SizeAdjust {
    var cssText: String {
        let number =
            switch value {
            case .number(let number): number.cssText
            case .fromFont: "from-font"
            }
        return metric == .exHeight ? number : "\(metric.cssText) \(number)"
    }
}

extension FontStyle.Alternate {
    var cssText: String { "\(kind.cssText)(\(names.joined(separator: ", ")))" }
}

extension ValueParser {
    /// `font-variant-alternates`: `historical-forms`, and functions of names that `@font-feature-values` explains.
    mutating func alternates() -> (features: [FontStyle.Feature], alternates: [FontStyle.Alternate])? {
        if take("normal") { return ([], []) }
        var forms = FeatureKeywords(FontFeatures.alternateValues)
        var alternates: [FontStyle.Alternate] = []
        while !isAtEnd {
            if let next = alternate() {
                alternates.append(next)
            } else {
                guard let word = keyword(), forms.take(word) else { return nil }
            }
        }
        return forms.features.isEmpty && alternates.isEmpty ? nil : (forms.features, alternates)
    }

    mutating func alternate() -> FontStyle.Alternate? {
        guard let name = functionName, let kind = FontStyle.Alternate.Kind(ruleName: name), var inner = function(name),
            let names = inner.commaList({ $0.name() }), inner.isAtEnd
        else { return nil }
        return FontStyle.Alternate(kind: kind, names: names)
    }

    /// True for `auto`.
    fileprivate mutating func autoOrNone() -> Bool? { take("auto") ? true : take("none") ? false : nil }

    /// `none | [ex-height | cap-height | ch-width | ic-width]? [from-font | <number>]`.
    fileprivate mutating func fontSizeAdjust() -> FontStyle.SizeAdjust?? {
        if take("none") { return .some(nil) }
        let metric = keyword(FontStyle.SizeAdjust.Metric.self) ?? .exHeight
        if take("from-font") { return .some(.init(metric: metric, value: .fromFont)) }
        return number().flatMap { $0 >= 0 ? .some(.init(metric: metric, value: .number($0))) : nil }
    }
}
