internal import TextAnalysis

/// A part of an item and how it is shaped.
struct FormedRange: Hashable {
    /// UTF-16 offsets.
    var range: Range<Int>
    var form = SynthesizedForm.none
    /// Features that the font has for what was asked, in place of those that it lacks.
    var features: [FontFeature] = []
}

extension TextShaper {
    /// Splits an item where some of its letters have to be made up, because the face has no glyphs for its variant.
    mutating func forms(of item: TextItem, text: [UInt16], face: FontFace, span: ShapingSpan) -> [FormedRange] {
        var plain = FormedRange(range: item.range)
        guard item.content == .text else { return [plain] }
        var form = SynthesizedForm.none
        if span.position != .normal {
            // All letters or none, so that they stand at one height.
            let feature = span.position.features.first {
                share(of: item, in: text, takenBy: $0, face: face, where: Self.isWritten) == 1
            }
            if let feature {
                plain.features.append(FontFeature(tag: feature, value: 1))
            } else if span.request.synthesis.contains(.position) {
                return [FormedRange(range: item.range, form: span.position.form)]
            }
        }
        if span.caps != .normal {
            let (own, instead) = span.caps.features
            if let features = [own, instead].first(where: { hasAll($0, item, text, face) }) {
                plain.features += features.map { FontFeature(tag: $0, value: 1) }
            } else if span.request.synthesis.contains(.smallCaps) {
                form = span.caps.form
            }
        }
        if form != .none { return capitals(of: item, text: text, form: form) }
        if span.hasFractions { return fractions(of: item, text: text, face: face, plain: plain) }
        return [plain]
    }

    /// The face has each of the features for most letters of the item.
    private mutating func hasAll(_ features: [String], _ item: TextItem, _ text: [UInt16], _ face: FontFace) -> Bool {
        !features.isEmpty
            && features.allSatisfy { feature in
                let isOfCapitals = feature.hasPrefix("c2") || feature == "titl"
                return share(of: item, in: text, takenBy: feature, face: face) { scalar in
                    isOfCapitals ? Self.isUpper(scalar) : Self.isLower(scalar)
                } > 0.5
            }
    }

    /// Which share of the characters of a kind a feature has glyphs for; 1 where there are none of the kind.
    private mutating func share(
        of item: TextItem, in text: [UInt16], takenBy feature: String, face: FontFace, where isKind: (UInt32) -> Bool
    ) -> Double {
        let taken = glyphs(takenBy: feature, script: item.script, face: face)
        var count = 0
        var hits = 0
        var offset = item.range.lowerBound
        while offset < item.range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            guard isKind(scalar), let glyph = face.glyph(of: scalar) else { continue }
            count += 1
            if taken.contains(glyph) { hits += 1 }
        }
        return count == 0 ? 1 : Double(hits) / Double(count)
    }

    private mutating func glyphs(takenBy feature: String, script: Script, face: FontFace) -> Set<UInt32> {
        let key = FeatureKey(face: ObjectIdentifier(face), feature: feature, script: script)
        if let known = featureGlyphs[key] { return known }
        let found = face.glyphs(takenBy: feature, script: Tag(script.isReal ? script.description : "Zyyy"))
        featureGlyphs[key] = found
        return found
    }

    /// Letters that become small capitals, with their marks, and all else.
    private func capitals(of item: TextItem, text: [UInt16], form: SynthesizedForm) -> [FormedRange] {
        var ranges: [FormedRange] = []
        var offset = item.range.lowerBound
        while offset < item.range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            let isMark = Script(of: scalar) == .inherited
            let isSmall = Self.isLower(scalar) || form == .allSmallCapitals && Self.isUpper(scalar)
            let own = isMark ? ranges.last?.form ?? .none : isSmall ? form : .none
            if ranges.last?.form == own {
                ranges[ranges.count - 1].range = ranges[ranges.count - 1].range.lowerBound..<offset + length
            } else {
                ranges.append(FormedRange(range: offset..<offset + length, form: own))
            }
            offset += length
        }
        return ranges
    }

    /// Figures with a slash between them as fractions, by the font's `frac` or made up.
    ///
    /// The feature is switched for these alone: in many fonts it makes numerators of all figures.
    private mutating func fractions(
        of item: TextItem, text: [UInt16], face: FontFace, plain: FormedRange
    ) -> [FormedRange] {
        let found = Fractions.ranges(in: text, item.range)
        guard !found.isEmpty else { return [plain] }
        let hasFeature = share(of: item, in: text, takenBy: "frac", face: face, where: Self.isDigit) == 1
        var ranges: [FormedRange] = []
        func add(_ range: Range<Int>, _ form: SynthesizedForm = .none, _ features: [FontFeature] = []) {
            guard !range.isEmpty else { return }
            ranges.append(FormedRange(range: range, form: form, features: plain.features + features))
        }
        var start = item.range.lowerBound
        for fraction in found {
            add(start..<fraction.range.lowerBound)
            if hasFeature {
                add(fraction.range, .none, [FontFeature(tag: "frac", value: 1)])
            } else {
                add(fraction.range.lowerBound..<fraction.slash, .numerator)
                add(fraction.slash..<fraction.slash + 1)
                add(fraction.slash + 1..<fraction.range.upperBound, .denominator)
            }
            start = fraction.range.upperBound
        }
        add(start..<item.range.upperBound)
        return ranges
    }

    private static func isLower(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x61 < 26 }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
        return properties.isLowercase && properties.changesWhenUppercased
    }

    private static func isUpper(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x41 < 26 }
        return Unicode.Scalar(scalar)?.properties.changesWhenLowercased ?? false
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
    private static func isWritten(_ scalar: UInt32) -> Bool {
        scalar > 0x20 && scalar != 0xA0 && !CharacterProperties.isDefaultIgnorable(scalar)
    }

    /// The capitals that stand for a letter; a language may have its own.
    static func capitals(of scalar: UInt32, language: String?) -> [UInt32] {
        if scalar == 0x69, let language, ["tr", "az"].contains(where: language.hasPrefix) { return [0x130] }
        guard let scalar = Unicode.Scalar(scalar) else { return [scalar] }
        return scalar.properties.uppercaseMapping.unicodeScalars.map(\.value)
    }
}

/// Fractions written in figures: `1/2`, but no dates and no addresses.
enum Fractions {
    struct Found: Hashable {
        var range: Range<Int>
        var slash: Int
    }

    static func ranges(in text: [UInt16], _ range: Range<Int>) -> [Found] {
        var found: [Found] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard text[offset] == 0x2F || text[offset] == 0x2044 else {
                offset += 1
                continue
            }
            let slash = offset
            var start = slash
            while start > range.lowerBound, isDigit(text[start - 1]) { start -= 1 }
            var end = slash + 1
            while end < range.upperBound, isDigit(text[end]) { end += 1 }
            offset = end
            let isFree = { (unit: UInt16?) in unit.map { $0 != 0x2F && $0 != 0x2E && $0 != 0x2D } ?? true }
            let before = start > 0 ? text[start - 1] : nil
            let after = end < text.count ? text[end] : nil
            if start < slash, end > slash + 1, isFree(before), after != 0x2F, slash - start <= mostDigits,
                end - slash - 1 <= mostDigits
            {
                found.append(Found(range: start..<end, slash: slash))
            }
        }
        return found
    }

    /// Longer numbers on a side are no fractions but references and years.
    private static let mostDigits = 3

    private static func isDigit(_ unit: UInt16) -> Bool { unit &- 0x30 < 10 }
}

/// What the shaper remembers of a font's features.
struct FeatureKey: Hashable {
    var face: ObjectIdentifier
    var feature: String
    var script: Script
}
