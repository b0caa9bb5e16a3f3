import Geometry

/// Border images (CSS Backgrounds 3, §5).
extension Property {
    static let borderImages: [Property] = [
        .computed("border-image-source", \.box.painting.borderImage.source, { $0.image() }, { $0($1) }),
        .value("border-image-slice", \.box.painting.borderImage.slice) { $0.borderImageSlice() },
        .computed(
            "border-image-width", \.box.painting.borderImage.width, { $0.borderImageWidths() },
            { widths, context in widths.map { $0(context) } }),
        .computed(
            "border-image-outset", \.box.painting.borderImage.outset, { $0.borderImageOutsets() },
            { outsets, context in outsets.map { $0(context) } }),
        .value("border-image-repeat", \.box.painting.borderImage.repetition) { $0.borderImageRepetition() },
    ]
}

extension Shorthand {
    /// `source || slice [ / width | / width? / outset ]? || repeat` (§5.6).
    static let borderImage = Shorthand(name: "border-image", longhands: Property.borderImages.map(\.name)) { parser in
        var parts: Parts = []
        func read(_ name: String, _ parser: inout ValueParser) -> Bool {
            guard !parts.contains(where: { $0.name == name }),
                let setter = parser.attempt(Property.named(name).parse)
            else { return false }
            parts.append((name, setter))
            return true
        }
        while !parser.isAtEnd {
            if read("border-image-slice", &parser) {
                guard parser.slash() else { continue }
                let hasWidth = read("border-image-width", &parser)
                if parser.slash() {
                    guard read("border-image-outset", &parser) else { return nil }
                } else if !hasWidth {
                    return nil
                }
            } else {
                guard read("border-image-source", &parser) || read("border-image-repeat", &parser) else { return nil }
            }
        }
        return parts.isEmpty ? nil : parts
    }
}

extension ValueParser {
    /// One to four values, for top, right, bottom and left.
    private mutating func sides<Value>(_ side: (inout ValueParser) -> Value?) -> Sides<Value>? {
        var values: [Value] = []
        while values.count < 4, let value = side(&self) { values.append(value) }
        guard let top = values.first else { return nil }
        let right = values.count > 1 ? values[1] : top
        return Sides(
            top: top, right: right, bottom: values.count > 2 ? values[2] : top,
            left: values.count > 3 ? values[3] : right)
    }

    /// A number that is not below zero.
    private mutating func amount() -> Double? {
        attempt { parser in parser.number().flatMap { $0 >= 0 ? $0 : nil } }
    }

    fileprivate mutating func borderImageSlice() -> BorderImageSlice? {
        var slice = BorderImageSlice()
        slice.fills = take("fill")
        let offsets = sides { parser -> BorderImageSlice.Offset? in
            if let pixels = parser.amount() { return .pixels(pixels) }
            return parser.attempt { parser in
                parser.percentage().flatMap { $0 >= 0 ? .share($0 / 100) : nil }
            }
        }
        guard let offsets else { return nil }
        slice.offsets = offsets
        if !slice.fills { slice.fills = take("fill") }
        return slice
    }

    fileprivate mutating func borderImageWidths() -> Sides<Computable<BorderImage.Width>>? {
        sides { parser -> Computable<BorderImage.Width>? in
            if parser.take("auto") { return { _ in .auto } }
            if let multiple = parser.amount() { return { _ in .multiple(multiple) } }
            guard let length = parser.length() else { return nil }
            return { .length(length.computed(in: $0)) }
        }
    }

    fileprivate mutating func borderImageOutsets() -> Sides<Computable<BorderImage.Outset>>? {
        sides { parser -> Computable<BorderImage.Outset>? in
            if let multiple = parser.amount() { return { _ in .multiple(multiple) } }
            guard let length = parser.length([]) else { return nil }
            return { .points(length.computed(in: $0).points) }
        }
    }

    fileprivate mutating func borderImageRepetition() -> BorderImage.Repetition? {
        guard let horizontal = keyword(BorderImage.Kind.self) else { return nil }
        return BorderImage.Repetition(
            horizontal: horizontal, vertical: keyword(BorderImage.Kind.self) ?? horizontal)
    }
}
