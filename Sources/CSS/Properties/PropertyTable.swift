/// All properties by name, in the order in which they are computed: those that others are measured by come first.
enum PropertyTable {
    static let properties: [Property] =
        [.fontSize, .lineHeight, .direction, .color] + Property.fonts + Property.fontSelection + Property.texts
        + Property.eastAsian + Property.annotations + Property.boxes + Property.borderImages + Property.lists
        + Property.tables + Property.fragmentation + Property.multicolumn

    static let fontSize = 0
    static let lineHeight = 1
    static let direction = 2
    static let color = 3

    static let index: [String: Int] = Dictionary(
        uniqueKeysWithValues: properties.enumerated().map { ($1.name, $0) })

    /// What `all` stands for.
    static let ofAll = properties.indices.filter { !["direction", "unicode-bidi"].contains(properties[$0].name) }

    static let shorthands: [String: Shorthand] = Dictionary(
        uniqueKeysWithValues: Shorthand.all.map { ($0.name, $0) })

    /// Older and logical names that mean the same in horizontal text (`margin-block-start` is `margin-top`).
    static let aliases: [String: String] = [
        "word-wrap": "overflow-wrap", "page-break-before": "break-before", "page-break-after": "break-after",
        "page-break-inside": "break-inside", "font-width": "font-stretch", "overflow-x": "overflow",
        "overflow-y": "overflow", "text-align-all": "text-align", "grid-column-gap": "column-gap", "grid-gap": "gap",
        "inset-block-start": "top", "inset-block-end": "bottom", "margin-block-start": "margin-top",
        "margin-block-end": "margin-bottom",
        "padding-block-start": "padding-top", "padding-block-end": "padding-bottom",
        "border-block-start": "border-top", "border-block-end": "border-bottom",
        "border-block-start-width": "border-top-width", "border-block-end-width": "border-bottom-width",
        "border-block-start-style": "border-top-style", "border-block-end-style": "border-bottom-style",
        "border-block-start-color": "border-top-color", "border-block-end-color": "border-bottom-color",
        "inline-size": "width", "block-size": "height", "min-inline-size": "min-width", "min-block-size": "min-height",
        "max-inline-size": "max-width", "max-block-size": "max-height",
    ]

    /// Properties and shorthands that take pictures.
    static let pictured: Set<String> = [
        "background", "background-image", "border-image", "border-image-source", "content", "list-style",
        "list-style-image",
    ]

    /// Names that mean one side in text from left to right and the other in text from right to left.
    static let logical: [String: (leftToRight: String, rightToLeft: String)] = {
        var table: [String: (leftToRight: String, rightToLeft: String)] = [:]
        for (edge, sides) in [("start", ("left", "right")), ("end", ("right", "left"))] {
            table["margin-inline-\(edge)"] = ("margin-\(sides.0)", "margin-\(sides.1)")
            table["padding-inline-\(edge)"] = ("padding-\(sides.0)", "padding-\(sides.1)")
            table["border-inline-\(edge)"] = ("border-\(sides.0)", "border-\(sides.1)")
            table["inset-inline-\(edge)"] = (sides.0, sides.1)
            for part in ["width", "style", "color"] {
                table["border-inline-\(edge)-\(part)"] = ("border-\(sides.0)-\(part)", "border-\(sides.1)-\(part)")
            }
        }
        for (vertical, top) in [("start", "top"), ("end", "bottom")] {
            table["border-\(vertical)-start-radius"] = ("border-\(top)-left-radius", "border-\(top)-right-radius")
            table["border-\(vertical)-end-radius"] = ("border-\(top)-right-radius", "border-\(top)-left-radius")
        }
        return table
    }()
}
