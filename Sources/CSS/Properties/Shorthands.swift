/// The shorthands of the specifications, dealt out to their longhands.
extension Shorthand {
    typealias Parts = [(name: String, setter: StyleSetter)]

    static let all: [Shorthand] =
        [
            sides("inset") { $0 }, pair("inset-block", "top", "bottom"), pair("inset-inline", "left", "right"),
            sides("margin") { "margin-\($0)" }, sides("padding") { "padding-\($0)" },
            sides("border-width") { "border-\($0)-width" }, sides("border-style") { "border-\($0)-style" },
            sides("border-color") { "border-\($0)-color" },
            pair("border-block-width", "border-top-width", "border-bottom-width"),
            pair("border-block-style", "border-top-style", "border-bottom-style"),
            pair("border-block-color", "border-top-color", "border-bottom-color"),
            pair("border-inline-width", "border-left-width", "border-right-width"),
            pair("border-inline-style", "border-left-style", "border-right-style"),
            pair("border-inline-color", "border-left-color", "border-right-color"),
            pair("margin-block", "margin-top", "margin-bottom"), pair("padding-block", "padding-top", "padding-bottom"),
            border("border", sides: ["top", "right", "bottom", "left"]),
            border("border-block", sides: ["top", "bottom"]), border("border-inline", sides: ["left", "right"]),
            border("border-top", sides: ["top"]), border("border-right", sides: ["right"]),
            border("border-bottom", sides: ["bottom"]), border("border-left", sides: ["left"]),
            borderRadius, borderImage, listStyle, textDecoration, background, columns, gap,
            inAnyOrder("column-rule", ["column-rule-width", "column-rule-style", "column-rule-color"]),
            inAnyOrder("outline", ["outline-width", "outline-style", "outline-color"]),
            font, fontVariant, fontSynthesis, textSpacing, whiteSpace,
            inAnyOrder("text-emphasis", ["text-emphasis-style", "text-emphasis-color"]),
            inAnyOrder("text-wrap", ["text-wrap-mode", "text-wrap-style"]),
        ]

    /// One to four values, for top, right, bottom and left.
    private static func sides(_ name: String, _ longhand: (String) -> String) -> Shorthand {
        let longhands = ["top", "right", "bottom", "left"].map(longhand)
        return Shorthand(name: name, longhands: longhands) { parser in
            var starts: [ValueParser] = []
            while !parser.isAtEnd, starts.count < 4 {
                starts.append(parser)
                parser.advance()
            }
            guard !starts.isEmpty else { return nil }
            let order = [
                0, starts.count > 1 ? 1 : 0, starts.count > 2 ? 2 : 0, starts.count > 3 ? 3 : starts.count > 1 ? 1 : 0,
            ]
            var parts: Parts = []
            for (longhand, position) in zip(longhands, order) {
                var start = starts[position]
                let limit = start.index
                guard let setter = Property.named(longhand).parse(&start), start.index > limit else { return nil }
                // One component each, so that nothing is read twice.
                guard
                    position + 1 >= starts.count
                        ? start.isAtEnd || starts.count == 4 : start.index == starts[position + 1].index
                else { return nil }
                parts.append((longhand, setter))
            }
            return parts
        }
    }

    /// One or two values, for a start and an end.
    private static func pair(_ name: String, _ first: String, _ second: String) -> Shorthand {
        Shorthand(name: name, longhands: [first, second]) { parser in
            let start = parser
            guard let one = Property.named(first).parse(&parser) else { return nil }
            if parser.isAtEnd {
                var again = start
                guard let other = Property.named(second).parse(&again) else { return nil }
                return [(first, one), (second, other)]
            }
            guard let other = Property.named(second).parse(&parser) else { return nil }
            return [(first, one), (second, other)]
        }
    }

    /// Width, style and colour in any order, for some sides; `border` itself takes away an image, too.
    private static func border(_ name: String, sides: [String]) -> Shorthand {
        let own = sides.flatMap { side in ["width", "style", "color"].map { "border-\(side)-\($0)" } }
        let longhands = name == "border" ? own + borderImage.longhands : own
        return Shorthand(name: name, longhands: longhands) { parser in
            var parts: Parts = []
            let start = parser
            for side in sides {
                parser = start
                guard let some = parse(&parser, ["width", "style", "color"].map { "border-\(side)-\($0)" }) else {
                    return nil
                }
                parts += some
            }
            return parts
        }
    }

    private static func inAnyOrder(_ name: String, _ longhands: [String]) -> Shorthand {
        Shorthand(name: name, longhands: longhands) { parser in parse(&parser, longhands) }
    }

    /// Values of these longhands in any order, each at most once, up to where none fits.
    private static func parse(_ parser: inout ValueParser, _ longhands: [String]) -> Parts? {
        var missing = longhands
        var parts: Parts = []
        search: while !parser.isAtEnd {
            for (position, longhand) in missing.enumerated() {
                if let setter = parser.attempt(Property.named(longhand).parse) {
                    parts.append((longhand, setter))
                    missing.remove(at: position)
                    continue search
                }
            }
            break
        }
        return parts.isEmpty ? nil : parts
    }

    /// `none` is said of the image and the type, as far as nothing else is (CSS Lists 3, §3.5).
    private static let listStyle = Shorthand(
        name: "list-style", longhands: ["list-style-position", "list-style-image", "list-style-type"]
    ) { parser in
        var parts: Parts = []
        var missing = ["list-style-position", "list-style-image", "list-style-type"]
        var nones = 0
        while !parser.isAtEnd {
            if parser.take("none") {
                nones += 1
                continue
            }
            guard
                let position = missing.firstIndex(where: { longhand in
                    guard let setter = parser.attempt(Property.named(longhand).parse) else { return false }
                    parts.append((longhand, setter))
                    return true
                })
            else { return nil }
            missing.remove(at: position)
        }
        missing.removeAll { $0 == "list-style-position" }
        guard nones <= missing.count else { return nil }
        if nones > 0, missing.contains("list-style-type") {
            parts.append(("list-style-type", { values, _ in values.list.type = .none }))
        }
        return parts
    }

    private static let textDecoration = inAnyOrder(
        "text-decoration",
        ["text-decoration-line", "text-decoration-style", "text-decoration-color", "text-decoration-thickness"])

    /// Gaps between rows and between columns (CSS Align 3, §8.3); there are none between rows.
    private static let gap = Shorthand(name: "gap", longhands: ["column-gap"]) { parser in
        guard let both = Property.named("column-gap").parse(&parser) else { return nil }
        if let columns = parser.attempt(Property.named("column-gap").parse) { return [("column-gap", columns)] }
        return [("column-gap", both)]
    }

    /// `auto` goes to whichever is not named.
    private static let columns = Shorthand(name: "columns", longhands: ["column-width", "column-count"]) { parser in
        var parts: Parts = []
        while !parser.isAtEnd {
            if parser.take("auto") { continue }
            if !parts.contains(where: { $0.name == "column-count" }),
                let setter = parser.attempt(Property.named("column-count").parse)
            {
                parts.append(("column-count", setter))
            } else if !parts.contains(where: { $0.name == "column-width" }),
                let setter = parser.attempt(Property.named("column-width").parse)
            {
                parts.append(("column-width", setter))
            } else {
                return nil
            }
        }
        return parts
    }
}

extension Property {
    /// A longhand of the table, by a name that is known to be there.
    static func named(_ name: String) -> Property { PropertyTable.properties[PropertyTable.index[name]!] }
}
