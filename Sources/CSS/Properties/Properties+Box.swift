/// CSS 2.2 box model, Backgrounds 3, Sizing 3, Display 3, Images 3.
extension Property {
    static let boxes: [Property] =
        [
            .value("display", \.box.display) { $0.display() },
            .keyword("float", \.box.float),
            .keyword("float-reference", \.box.floatReference), .keyword("clear", \.box.clear),
            .value("position", \.box.position) { parser in
                if var arguments = parser.function("running") {
                    return arguments.name().map { .running($0) }
                }
                switch parser.keyword() {
                case "static": return .static
                case "relative": return .relative
                case "absolute": return .absolute
                case "fixed": return .fixed
                // Nothing scrolls on paper.
                case "sticky": return .static
                default: return nil
                }
            },
            margin("top", \.box.inset.top), margin("right", \.box.inset.right),
            margin("bottom", \.box.inset.bottom), margin("left", \.box.inset.left),
            margin("margin-top", \.box.margin.top), margin("margin-right", \.box.margin.right),
            margin("margin-bottom", \.box.margin.bottom), margin("margin-left", \.box.margin.left),
            length("padding-top", \.box.padding.top), length("padding-right", \.box.padding.right),
            length("padding-bottom", \.box.padding.bottom), length("padding-left", \.box.padding.left),
        ] + borders + backgrounds + [
            .keyword("box-decoration-break", \.box.boxDecorationBreak),
            size("width", \.box.width, none: "auto"), size("height", \.box.height, none: "auto"),
            size("min-width", \.box.minWidth, none: "auto"), size("min-height", \.box.minHeight, none: "auto"),
            size("max-width", \.box.maxWidth, none: "none"), size("max-height", \.box.maxHeight, none: "none"),
            .value("box-sizing", \.box.sizing) { $0.keyword(BoxStyle.Sizing.self) },
            .keyword("object-fit", \.box.objectFit),
            .computed("object-position", \.box.objectPosition, { $0.position() }, { $0.computed(in: $1) }),
            .value("image-resolution", \.images.dotsPerInch, inherited: true) { $0.imageResolution() },
            .value("image-orientation", \.images.ignoresOrientation, inherited: true) {
                $0.flag(off: "from-image", on: "none")
            },
            .value("overflow", \.box.overflowHidden) { parser in
                guard let first = parser.overflow() else { return nil }
                let second = parser.overflow() ?? first
                return first || second
            },
            .value("opacity", \.opacity) { parser in
                (parser.percentage().map { $0 / 100 } ?? parser.number()).map { min(1, max(0, $0)) }
            },
            .value("filter", \.isGray, inherited: true) { $0.filter() },
            .value("visibility", \.isVisible, inherited: true) { parser in
                switch parser.keyword() {
                case "visible": true
                case "hidden", "collapse": false
                default: nil
                }
            },
        ]

    private static let borders: [Property] =
        [
            borderSide("top", \.box.border.top), borderSide("right", \.box.border.right),
            borderSide("bottom", \.box.border.bottom), borderSide("left", \.box.border.left),
        ].flatMap { $0 }

    static func borderSide(
        _ side: String, _ path: StylePath<BoxStyle.BorderSide>, prefix: String = "border-"
    ) -> [Property] {
        [
            Property(
                name: "\(prefix)\(side)-width", isInherited: false,
                parse: { parser in
                    guard let width = parser.borderWidth() else { return nil }
                    return { values, context in
                        values[keyPath: path].width = max(0, width.computed(in: context).points)
                    }
                }, copy: { $0[keyPath: path].width = $1[keyPath: path].width }),
            Property(
                name: "\(prefix)\(side)-style", isInherited: false,
                parse: { parser in
                    guard let style = parser.keyword(BoxStyle.BorderSide.Style.self) else { return nil }
                    return { values, _ in values[keyPath: path].style = style }
                }, copy: { $0[keyPath: path].style = $1[keyPath: path].style }),
            Property(
                name: "\(prefix)\(side)-color", isInherited: false,
                parse: { parser in
                    guard let color = parser.color() else { return nil }
                    return { values, context in values[keyPath: path].color = color.computed(context.color) }
                }, copy: { $0[keyPath: path].color = $1[keyPath: path].color }),
        ]
    }

    static func length(
        _ name: String, _ path: StylePath<LengthPercentage>
    ) -> Property {
        .computed(name, path, { $0.length() }, { $0.computed(in: $1) })
    }

    static func margin(_ name: String, _ path: StylePath<AutoLength>) -> Property {
        .computed(name, path, { $0.autoLength(.all) }, { length, context in .init(length, context) })
    }

    /// `width` and its kin; `stretch` is `auto`.
    private static func size(
        _ name: String, _ path: StylePath<AutoLength>, none: String
    ) -> Property {
        .computed(
            name, path,
            { parser -> SpecifiedSize? in
                if parser.take(none) || parser.take("stretch") { return .keyword(.auto) }
                if parser.take("min-content") { return .keyword(.minContent) }
                if parser.take("max-content") { return .keyword(.maxContent) }
                if parser.take("fit-content") { return .keyword(.fitContent) }
                return parser.length().map { .length($0) }
            },
            { size, context in
                switch size {
                case .keyword(let keyword): keyword
                case .length(let length): .init(length, context)
                }
            })
    }
}

/// A size as it is written.
private enum SpecifiedSize: Sendable {
    case keyword(AutoLength)
    case length(Length)
}

extension AutoLength {
    /// The computed form of a specified length, nil being `auto`.
    init(_ length: Length?, _ context: ComputationContext) {
        self = length.map { .length($0.computed(in: context)) } ?? .auto
    }
}

extension ValueParser {
    /// A length or `auto`.
    mutating func autoLength(_ range: LengthRange) -> Length?? {
        if take("auto") { return .some(nil) }
        return length(range).map { .some($0) }
    }

    mutating func borderWidth() -> Length? {
        if take("thin") { return .points(0.75) }
        if take("medium") { return .points(BorderWidth.medium) }
        if take("thick") { return .points(3.75) }
        return length([])
    }

    /// Whether a list of filters takes all colour away; the others change nothing on paper (Filter Effects 1, §5).
    mutating func filter() -> Bool? { filters()?.isGray }

    /// The same, and whether pages show all that the list says: a gray picture has no colours to change.
    mutating func filters() -> (isGray: Bool, isShown: Bool)? {
        if take("none") { return (false, true) }
        guard !isAtEnd else { return nil }
        var (isGray, isShown) = (false, true)
        while !isAtEnd {
            if var arguments = function("grayscale") {
                let amount = arguments.percentage().map { $0 / 100 } ?? arguments.number() ?? 1
                guard arguments.isAtEnd else { return nil }
                isGray = isGray || amount >= 1
                if amount > 0, amount < 1 { isShown = false }
            } else {
                guard Self.otherFilters.contains(where: { function($0) != nil }) else { return nil }
                isShown = false
            }
        }
        return (isGray, isShown || isGray)
    }

    private static let otherFilters = [
        "blur", "brightness", "contrast", "drop-shadow", "hue-rotate", "invert", "opacity", "saturate", "sepia",
    ]

    mutating func overflow() -> Bool? {
        attempt { parser in
            switch parser.keyword() {
            case "visible", "auto", "scroll": false
            case "hidden", "clip": true
            default: nil
            }
        }
    }

    /// One keyword, or an outer and an inner display type (CSS Display 3, §2).
    mutating func display() -> BoxStyle.Display? {
        guard let first = keyword() else { return nil }
        switch (first, keyword()) {
        case ("block", "flow"): return .block
        case ("block", "flex"): return .flex
        case ("block", "grid"): return .grid
        case ("inline", "flex"): return .inlineFlex
        case ("inline", "grid"): return .inlineGrid
        case ("inline", "table"): return .inlineTable
        case ("inline", "flow-root"): return .inlineBlock
        case ("block", "flow-root"): return .flowRoot
        case ("inline", "flow"): return .inline
        case ("block", "table"): return .table
        case (let word, nil): return BoxStyle.Display(rawValue: word.camelCased)
        default: return nil
        }
    }
}

/// Widths of border keywords (CSS Backgrounds 3, §3.3).
enum BorderWidth {
    /// Points.
    static let medium = 2.25
}
