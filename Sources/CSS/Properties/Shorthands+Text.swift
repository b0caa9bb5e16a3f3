/// `white-space` and `text-wrap` (CSS Text 4, §4.4 and §6.4.3).
extension Shorthand {
    /// The keywords of CSS 2.2, or those of the two longhands.
    static let whiteSpace = Shorthand(name: "white-space", longhands: ["white-space-collapse", "text-wrap-mode"]) {
        parser in
        var collapse: TextStyle.WhiteSpaceCollapse?
        var mode: TextStyle.WrapMode?
        if let keyword = TextStyle.whiteSpaceKeywords.first(where: { parser.take($0.name) }) {
            (collapse, mode) = (keyword.collapse, keyword.mode)
        }
        while !parser.isAtEnd {
            if collapse == nil, let value = parser.keyword(TextStyle.WhiteSpaceCollapse.self) {
                collapse = value
            } else {
                guard mode == nil, let value = parser.keyword(TextStyle.WrapMode.self) else { return nil }
                mode = value
            }
        }
        guard collapse != nil || mode != nil else { return nil }
        return [
            (
                "white-space-collapse",
                { [collapse] values, _ in values.text.whiteSpaceCollapse = collapse ?? .collapse }
            ),
            ("text-wrap-mode", { [mode] values, _ in values.text.wrapMode = mode ?? .wrap }),
        ]
    }
}

extension TextStyle {
    /// What the keywords of `white-space` stand for; `nowrap` and `break-spaces` are keywords of the longhands, too.
    static let whiteSpaceKeywords: [(name: String, collapse: WhiteSpaceCollapse, mode: WrapMode)] = [
        ("normal", .collapse, .wrap), ("pre", .preserve, .nowrap), ("pre-wrap", .preserve, .wrap),
        ("pre-line", .preserveBreaks, .wrap),
    ]

    /// `white-space` by its keyword, or by those of its longhands.
    var whiteSpaceText: String {
        let keyword = Self.whiteSpaceKeywords.first { $0.collapse == whiteSpaceCollapse && $0.mode == wrapMode }
        if let keyword { return keyword.name }
        if whiteSpaceCollapse == .collapse { return wrapMode.cssText }
        return whiteSpaceCollapse.cssText + (wrapMode == .wrap ? "" : " nowrap")
    }
}

extension TextStyle.Transform {
    var cssText: String {
        let parts =
            (letterCase == .none ? [] : [letterCase.cssText]) + (isFullWidth ? ["full-width"] : [])
            + (hasFullSizeKana ? ["full-size-kana"] : [])
        return parts.isEmpty ? "none" : parts.joined(separator: " ")
    }
}
