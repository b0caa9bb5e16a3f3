import Geometry

/// The shorthands of CSS Backgrounds 3.
extension Shorthand {
    /// `background` (§2.10): layers with commas between them, the last one with the colour.
    static let background = Shorthand(
        name: "background",
        longhands: [
            "background-image", "background-position", "background-size", "background-repeat", "background-origin",
            "background-clip", "background-attachment", "background-color",
        ]
    ) { parser in
        var layers: [LayerParts] = []
        repeat {
            if layers.last?.color != nil { return nil }
            guard let layer = LayerParts(&parser) else { return nil }
            layers.append(layer)
        } while parser.comma()
        let color = layers.last?.color
        return [
            ("background-image", { [layers] in $0.box.painting.background.images = layers.computed(\.image, in: $1) }),
            (
                "background-position",
                { [layers] in $0.box.painting.background.positions = layers.computed(\.position, in: $1) }
            ),
            ("background-size", { [layers] in $0.box.painting.background.sizes = layers.computed(\.size, in: $1) }),
            (
                "background-repeat",
                { [layers] values, _ in values.box.painting.background.repetitions = layers.map(\.repetition) }
            ),
            (
                "background-origin",
                { [layers] values, _ in values.box.painting.background.origins = layers.map { $0.origin ?? .paddingBox }
                }
            ),
            (
                "background-clip",
                { [layers] values, _ in
                    values.box.painting.background.clips = layers.map { $0.clip ?? $0.origin ?? .borderBox }
                }
            ),
            (
                "background-attachment",
                { [layers] values, _ in values.box.painting.background.attachments = layers.map(\.attachment) }
            ),
            (
                "background-color",
                { values, context in
                    values.box.backgroundColor = color.map { $0.resolved(context.color) } ?? .transparent
                }
            ),
        ]
    }

    /// `border-radius` (§4.1): one to four horizontal radii, and behind a slash as many vertical ones.
    static let borderRadius = Shorthand(
        name: "border-radius",
        longhands: [
            "border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius",
            "border-bottom-left-radius",
        ]
    ) { parser in
        guard let horizontal = corners(&parser) else { return nil }
        guard let vertical = parser.slash() ? corners(&parser) : horizontal else { return nil }
        let radii = (0..<4).map { corner -> Computable<CornerRadius> in
            let (x, y) = (horizontal[corner], vertical[corner])
            return { CornerRadius(horizontal: x.computed(in: $0), vertical: y.computed(in: $0)) }
        }
        return [
            ("border-top-left-radius", { $0.box.painting.radius.topLeft = radii[0]($1) }),
            ("border-top-right-radius", { $0.box.painting.radius.topRight = radii[1]($1) }),
            ("border-bottom-right-radius", { $0.box.painting.radius.bottomRight = radii[2]($1) }),
            ("border-bottom-left-radius", { $0.box.painting.radius.bottomLeft = radii[3]($1) }),
        ]
    }

    /// One to four lengths, from the top left corner clockwise.
    private static func corners(_ parser: inout ValueParser) -> [Length]? {
        var lengths: [Length] = []
        while lengths.count < 4, let length = parser.length() { lengths.append(length) }
        switch lengths.count {
        case 1: return [lengths[0], lengths[0], lengths[0], lengths[0]]
        case 2: return [lengths[0], lengths[1], lengths[0], lengths[1]]
        case 3: return [lengths[0], lengths[1], lengths[2], lengths[1]]
        case 4: return lengths
        default: return nil
        }
    }
}

/// The parts of one layer of the shorthand, in any order.
private struct LayerParts: Sendable {
    var image: Computable<StyleImage> = { _ in .none }
    var position: Computable<BackgroundPosition> = { _ in BackgroundPosition(horizontal: .zero, vertical: .zero) }
    var size: Computable<BackgroundSize> = { _ in .lengths(.auto, .auto) }
    var repetition = BackgroundRepetition(.repeat)
    var attachment = BackgroundAttachment.scroll
    /// One area is both, two are origin and clip.
    var origin: BoxArea?
    var clip: BoxArea?
    var color: ColorValue?

    init?(_ parser: inout ValueParser) {
        var seen: Set<Part> = []
        while let part = take(&parser, seen) {
            guard seen.insert(part).inserted else { return nil }
        }
        if seen.isEmpty { return nil }
    }

    private enum Part { case image, position, repetition, attachment, origin, clip, color }

    private mutating func take(_ parser: inout ValueParser, _ seen: Set<Part>) -> Part? {
        if !seen.contains(.image), let image = parser.image() {
            self.image = image
            return .image
        }
        if !seen.contains(.position), let position = parser.backgroundPosition() {
            self.position = position
            if parser.slash() {
                guard let size = parser.backgroundSize() else { return nil }
                self.size = size
            }
            return .position
        }
        if let repetition = parser.attempt({ $0.backgroundRepetition() }) {
            self.repetition = repetition
            return .repetition
        }
        if let attachment = parser.keyword(BackgroundAttachment.self) {
            self.attachment = attachment
            return .attachment
        }
        if let area = parser.keyword(BoxArea.self) {
            if seen.contains(.origin) {
                clip = area
                return .clip
            }
            origin = area
            return .origin
        }
        guard let color = parser.color() else { return nil }
        self.color = color
        return .color
    }
}

extension [LayerParts] {
    fileprivate func computed<Value>(
        _ part: KeyPath<LayerParts, Computable<Value>>, in context: ComputationContext
    ) -> [Value] {
        map { $0[keyPath: part](context) }
    }
}
