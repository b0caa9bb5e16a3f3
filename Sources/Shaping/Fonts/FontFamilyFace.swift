internal import FontFiles

/// One face of a family: where it is, and what it is good for as CSS's matching sees it (CSS Fonts 4, §5.2).
struct FontFamilyFace: Hashable, Sendable {
    var path: String
    /// Index in a collection.
    var index = 0
    /// The weights that it has, 1 to 1000; more than one in variable fonts.
    var weights: ClosedRange<Double> = 400...400
    /// The widths that it has; 1 is normal.
    var stretches: ClosedRange<Double> = 1...1
    var slants: Set<FontSlant> = [.normal]
    /// The axes of a variable font.
    var axes: [VariationAxis] = []
    /// The characters that it is to be used for; nil is all that it has.
    var coverage: CharacterRanges?
    /// ISO 15924 codes of the scripts that it is made for; empty is all that it has.
    var scripts: [String] = []
    /// What an `@font-face` rule adds to its text.
    var features: [FontFeature] = []
    var variations: [FontInstance.Variation] = []
    var adjustment = FontAdjustment()
    /// The Debian package that brings the file.
    var package: String?
}

/// An axis of a variable font (OpenType, `fvar`).
struct VariationAxis: Hashable, Sendable {
    /// Four letters.
    var tag: String
    var range: ClosedRange<Double>
    var initial: Double
}

/// A set of characters as ranges (`unicode-range`, CSS Fonts 4, §4.5).
public struct CharacterRanges: Hashable, Sendable {
    public var ranges: [ClosedRange<UInt32>]

    public init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

    public func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } }
}

extension FontFamilyFace {
    /// The instance that a request asks for, with what the drawing has to add.
    func instance(for request: FontRequest) -> FontInstance {
        var values: [String: Double] = [:]
        func set(_ tag: String, _ value: Double) {
            guard let axis = axes.first(where: { $0.tag == tag }) else { return }
            values[tag] = value.clamped(to: axis.range)
        }
        set("wght", request.weight.clamped(to: weights))
        set("wdth", request.stretch.clamped(to: stretches) * 100)
        if request.slant != .normal, slants.contains(request.slant) {
            let isItalic = axes.contains { $0.tag == "ital" }
            if isItalic { set("ital", 1) } else { set("slnt", -SynthesizedForm.obliqueAngle) }
        }
        // To a tenth, so that sizes that are the same but for rounding share a font.
        if let size = request.opticalSize { set("opsz", (size * 10).rounded() / 10) }
        for variation in variations + request.variations { set(variation.axis, variation.value) }
        return FontInstance(
            path: path, faceIndex: index,
            variations: values.map { FontInstance.Variation(axis: $0.key, value: $0.value) }
                .sorted { $0.axis < $1.axis },
            synthesis: synthesis(for: request))
    }

    /// Weight and slant that the drawing makes up (CSS Fonts 4, §2.8).
    private func synthesis(for request: FontRequest) -> FontInstance.Synthesis {
        var synthesis: FontInstance.Synthesis = []
        if request.slant != .normal, !slants.contains(.italic), !slants.contains(.oblique),
            request.synthesis.contains(.style)
        {
            synthesis.insert(.oblique)
        }
        if request.weight >= 600, weights.upperBound < 600, request.synthesis.contains(.weight) {
            synthesis.insert(.bold)
        }
        return synthesis
    }
}

extension Double {
    func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
