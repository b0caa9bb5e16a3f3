import Geometry

/// CSS Backgrounds 3: pictures in the background, round corners, shadows; UI 4: outlines.
extension Property {
    static let backgrounds: [Property] =
        [
            .computed("background-color", \.box.backgroundColor, { $0.color() }, { $0.resolved($1.color) }),
            computedList("background-image", \.box.painting.background.images) { $0.image() },
            computedList("background-position", \.box.painting.background.positions) { $0.backgroundPosition() },
            computedList("background-size", \.box.painting.background.sizes) { $0.backgroundSize() },
            list("background-repeat", \.box.painting.background.repetitions) { $0.backgroundRepetition() },
            list("background-origin", \.box.painting.background.origins) { $0.keyword(BoxArea.self) },
            list("background-clip", \.box.painting.background.clips) { $0.keyword(BoxArea.self) },
            list("background-attachment", \.box.painting.background.attachments) {
                $0.keyword(BackgroundAttachment.self)
            },
            radius("border-top-left-radius", \.box.painting.radius.topLeft),
            radius("border-top-right-radius", \.box.painting.radius.topRight),
            radius("border-bottom-right-radius", \.box.painting.radius.bottomRight),
            radius("border-bottom-left-radius", \.box.painting.radius.bottomLeft),
            .computed(
                "box-shadow", \.box.painting.shadows, { $0.shadows() }, { list, context in list.map { $0(context) } }),
            .computed(
                "text-shadow", \.text.shadows, inherited: true, { $0.textShadows() },
                { list, context in list.map { $0(context) } }),
            .computed(
                "outline-width", \.box.painting.outline.width, { $0.borderWidth() },
                { max(0, $0.computed(in: $1).points) }),
            .value("outline-style", \.box.painting.outline.style) { parser in
                if parser.take("auto") { return .solid }
                return parser.keyword(BoxStyle.BorderSide.Style.self).flatMap { $0 == .hidden ? nil : $0 }
            },
            .computed(
                "outline-color", \.box.painting.outline.color,
                { parser -> ColorValue? in parser.take("auto") ? .currentColor : parser.color() },
                { $0.computed($1.color) }),
            .computed(
                "outline-offset", \.box.painting.outlineOffset, { $0.length([.negative]) },
                { $0.computed(in: $1).points }),
        ]

    /// A comma list of values that need no context.
    private static func list<Value: Sendable>(
        _ name: String, _ path: StylePath<[Value]>, _ item: @escaping @Sendable (inout ValueParser) -> Value?
    ) -> Property {
        .value(name, path) { $0.commaList(item) }
    }

    /// A comma list of values with lengths or colours.
    private static func computedList<Value: Sendable>(
        _ name: String, _ path: StylePath<[Value]>,
        _ item: @escaping @Sendable (inout ValueParser) -> Computable<Value>?
    ) -> Property {
        .computed(name, path, { $0.commaList(item) }, { list, context in list.map { $0(context) } })
    }

    private static func radius(_ name: String, _ path: StylePath<CornerRadius>) -> Property {
        .computed(
            name, path,
            { parser -> (Length, Length)? in
                guard let horizontal = parser.length() else { return nil }
                return (horizontal, parser.length() ?? horizontal)
            },
            { CornerRadius(horizontal: $0.0.computed(in: $1), vertical: $0.1.computed(in: $1)) })
    }
}

extension ValueParser {
    mutating func backgroundPosition() -> Computable<BackgroundPosition>? {
        guard let position = position(takesThree: true) else { return nil }
        return { context in position.computed(in: context) }
    }

    mutating func backgroundSize() -> Computable<BackgroundSize>? {
        if take("cover") { return { _ in .cover } }
        if take("contain") { return { _ in .contain } }
        guard let width = autoLength(.percentages) else { return nil }
        let height: Length? = autoLength(.percentages) ?? nil
        return { context in .lengths(AutoLength(width, context), AutoLength(height, context)) }
    }

    mutating func backgroundRepetition() -> BackgroundRepetition? {
        if take("repeat-x") { return BackgroundRepetition(horizontal: .repeat, vertical: .noRepeat) }
        if take("repeat-y") { return BackgroundRepetition(horizontal: .noRepeat, vertical: .repeat) }
        guard let horizontal = keyword(BackgroundRepetition.Kind.self) else { return nil }
        return BackgroundRepetition(
            horizontal: horizontal, vertical: keyword(BackgroundRepetition.Kind.self) ?? horizontal)
    }

    /// `none`, or shadows with commas between them.
    fileprivate mutating func shadows() -> [Computable<BoxShadow>]? {
        take("none") ? [] : commaList { $0.shadow() }
    }

    fileprivate mutating func textShadows() -> [Computable<TextShadow>]? {
        if take("none") { return [] }
        return commaList { parser -> Computable<TextShadow>? in
            guard let shadow = parser.shadow(lengths: 3, takesInset: false) else { return nil }
            return { context in
                let shadow = shadow(context)
                return TextShadow(offset: shadow.offset, blur: shadow.blur, color: shadow.color)
            }
        }
    }

    /// Two to four lengths, with `inset` and a colour at either side of them.
    private mutating func shadow(lengths most: Int = 4, takesInset: Bool = true) -> Computable<BoxShadow>? {
        var lengths: [Length] = []
        var color: ColorValue?
        var isInset = false
        while !isAtEnd {
            if lengths.isEmpty, let x = length([.negative]) {
                guard let y = length([.negative]) else { return nil }
                lengths = [x, y]
                if let blur = length([]) {
                    lengths.append(blur)
                    if most > 3, let spread = length([.negative]) { lengths.append(spread) }
                }
            } else if takesInset, !isInset, take("inset") {
                isInset = true
            } else if color == nil, let some = self.color() {
                color = some
            } else {
                break
            }
        }
        guard lengths.count >= 2 else { return nil }
        return { [lengths, color, isInset] context in
            let points = lengths.map { $0.computed(in: context).points }
            return BoxShadow(
                offset: Point(x: points[0], y: points[1]), blur: points.count > 2 ? points[2] : 0,
                spread: points.count > 3 ? points[3] : 0, color: color?.resolved(context.color) ?? context.color,
                isInset: isInset)
        }
    }
}
