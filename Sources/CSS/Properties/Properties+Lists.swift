/// CSS Lists 3, tables of CSS 2.2 §17, Fragmentation 3, Multi-column 1, GCPM 3 and Generated Content 3.
extension Property {
    static let lists: [Property] = [
        .value("list-style-type", \.list.type, inherited: true) { $0.markerType() },
        .value("list-style-position", \.list.isInside, inherited: true) { parser in
            switch parser.keyword() {
            case "inside": true
            case "outside": false
            default: nil
            }
        },
        .value("counter-reset", \.list.counterReset) { $0.counterChanges(default: 0) },
        .value("counter-set", \.list.counterSet) { $0.counterChanges(default: 0) },
        .value("counter-increment", \.list.counterIncrement) { $0.counterChanges(default: 1) },
        .value("list-style-image", \.list.image, inherited: true) { $0.pictureOrNone() },
        .value("content", \.generated) { $0.content() },
    ]

    static let tables: [Property] = [
        .value("table-layout", \.table.isFixed) { $0.flag(off: "auto", on: "fixed") },
        .value("border-collapse", \.table.collapsesBorders, inherited: true) {
            $0.flag(off: "separate", on: "collapse")
        },
        Property(
            name: "border-spacing", isInherited: true,
            parse: { parser in
                guard let horizontal = parser.length([]) else { return nil }
                let vertical = parser.length([]) ?? horizontal
                return { values, context in
                    values.table.spacingHorizontal = horizontal.computed(in: context).points
                    values.table.spacingVertical = vertical.computed(in: context).points
                }
            },
            copy: {
                $0.table.spacingHorizontal = $1.table.spacingHorizontal
                $0.table.spacingVertical = $1.table.spacingVertical
            }),
        .value("caption-side", \.table.captionAtBottom, inherited: true) { $0.flag(off: "top", on: "bottom") },
        .value("empty-cells", \.table.hidesEmptyCells, inherited: true) { $0.flag(off: "show", on: "hide") },
    ]

    static let fragmentation: [Property] = [
        .value("break-before", \.page.breakBefore) { $0.pageBreak() },
        .value("break-after", \.page.breakAfter) { $0.pageBreak() },
        .keyword("break-inside", \.page.breakInside),
        .value("orphans", \.page.orphans, inherited: true) { $0.positiveInteger() },
        .value("widows", \.page.widows, inherited: true) { $0.positiveInteger() },
        .value("page", \.page.name, inherited: true) { parser -> String?? in
            parser.take("auto") ? .some(nil) : parser.name().map { .some($0) }
        },
        .value("string-set", \.page.stringSet) { $0.stringSets() },
        .keyword("footnote-policy", \.page.footnotePolicy),
        .value("bookmark-level", \.page.bookmarkLevel) { parser -> Int?? in
            parser.take("none") ? .some(nil) : parser.positiveInteger().map { .some($0) }
        },
        .value("bookmark-label", \.page.bookmarkLabel) { parser -> [ContentItem]?? in
            parser.contentList().map { .some($0) }
        },
        .value("bookmark-state", \.page.bookmarkIsOpen) { $0.flag(off: "closed", on: "open") },
        .keyword("margin-break", \.page.marginBreak),
    ]

    static let multicolumn: [Property] =
        [
            .value("column-count", \.columns.count) { parser -> Int?? in
                parser.take("auto") ? .some(nil) : parser.positiveInteger().map { .some($0) }
            },
            .computed(
                "column-width", \.columns.width,
                { parser -> Length?? in parser.take("auto") ? .some(nil) : parser.length([]).map { .some($0) } },
                { length, context in length.map { $0.computed(in: context).points } }),
            .computed(
                "column-gap", \.columns.gap,
                { parser -> Length?? in parser.take("normal") ? .some(nil) : parser.length().map { .some($0) } },
                { length, context in length.map { $0.computed(in: context) } }),
            .value("column-span", \.columns.spansAll) { $0.flag(off: "none", on: "all") },
            .value("column-fill", \.columns.balances) { parser in
                switch parser.keyword() {
                case "balance", "balance-all": true
                case "auto": false
                default: nil
                }
            },
        ] + borderSide("rule", \.columns.rule, prefix: "column-")
}

extension ValueParser {
    mutating func flag(off: String, on: String) -> Bool? { take(off) ? false : take(on) ? true : nil }

    mutating func positiveInteger() -> Int? {
        attempt { parser in parser.integer().flatMap { $0 > 0 ? $0 : nil } }
    }

    mutating func markerType() -> ListStyle.MarkerType? {
        if let text = string() { return .string(text) }
        if let style = anonymousCounterStyle() { return .symbols(style) }
        if take("none") { return ListStyle.MarkerType.none }
        return name().map { .named($0.asciiLowercased) }
    }

    mutating func counterChanges(default value: Int) -> [ListStyle.CounterChange]? {
        if take("none") { return [] }
        var changes: [ListStyle.CounterChange] = []
        while let name = name() { changes.append(.init(name: name, value: integer() ?? value)) }
        return changes.isEmpty ? nil : changes
    }

    /// `break-*`, and `page-break-*`'s `always`, which is `page`.
    mutating func pageBreak() -> PageStyle.Break? {
        take("always") || take("all") ? .page : keyword(PageStyle.Break.self)
    }

    mutating func stringSets() -> [PageStyle.StringSet]? {
        if take("none") { return [] }
        return commaList { parser in
            guard let name = parser.name(), let content = parser.contentList() else { return nil }
            return PageStyle.StringSet(name: name, content: content)
        }
    }
}
