/// What CSS has and pages do not show: what is worth a warning, and what to write instead.
enum UnsupportedCSS {
    /// Properties that change how things look elsewhere; those that move, wait or answer to a pointer are not among them.
    static let properties: Set<String> = [
        "align-content", "align-items", "align-self", "alignment-baseline", "aspect-ratio", "backdrop-filter",
        "background-attachment", "background-blend-mode", "background-clip", "background-image", "background-origin",
        "background-position", "background-repeat", "background-size", "baseline-shift", "baseline-source",
        "block-ellipsis", "border-image", "box-shadow", "footnote-display", "list-style-image", "outline",
        "outline-color", "outline-offset", "outline-style", "outline-width", "text-decoration-skip-ink",
        "text-underline-position",
        "block-step", "block-step-align", "block-step-insert", "block-step-round", "block-step-size", "bottom",
        "box-snap", "clip", "clip-path", "column-rule-break", "continue", "copy-into", "flex", "flex-basis",
        "flex-direction", "flex-flow", "flex-grow", "flex-shrink", "flex-wrap", "float-defer", "float-offset",
        "float-reference", "flow-from", "flow-into", "font-language-override", "font-palette",
        "grid", "grid-area", "grid-auto-columns", "grid-auto-flow", "grid-auto-rows", "grid-column",
        "grid-column-end", "grid-column-start", "grid-row", "grid-row-end", "grid-row-start", "grid-template",
        "grid-template-areas", "grid-template-columns", "grid-template-rows", "initial-letter-align",
        "initial-letter-wrap", "inset", "inset-block", "inset-block-end", "inset-block-start", "inset-inline",
        "justify-content", "justify-items", "justify-self", "left", "line-clamp", "line-fit-edge", "line-grid",
        "line-height-step", "line-padding", "line-snap", "margin-trim", "mask", "mask-border", "mask-clip",
        "mask-composite", "mask-image", "mask-mode", "mask-origin", "mask-position", "mask-repeat", "mask-size",
        "max-lines", "mix-blend-mode", "object-view-box", "offset", "offset-path", "order", "page-orientation",
        "perspective", "place-content", "place-items", "place-self", "reading-flow", "right", "rotate", "ruby-align",
        "ruby-merge", "ruby-overhang", "ruby-position", "scale", "shape-image-threshold", "shape-margin",
        "shape-outside", "text-box", "text-box-edge", "text-box-trim", "text-combine-upright", "text-decoration-skip",
        "text-decoration-skip-box", "text-decoration-skip-self", "text-emphasis", "text-emphasis-color",
        "text-emphasis-position", "text-emphasis-skip", "text-emphasis-style", "text-fill-color", "text-group-align",
        "text-orientation",
        "text-shadow", "text-stroke", "text-stroke-color", "text-stroke-width", "top", "transform",
        "transform-origin", "translate", "word-space-transform", "wrap-after", "wrap-before", "wrap-flow",
        "wrap-inside", "wrap-through", "z-index", "zoom",
        // Print formatters' own.
        "footnote-style-position", "page-group", "linebreak-magic", "text-replace", "caption-page",
        "float-placement", "line-break-magic", "page-fill", "shrink-to-fit", "tooltip", "anchor", "link",
    ]

    /// Whether a property means nothing where nothing moves, scrolls, is pointed at or read aloud, or speaks of drawings'
    /// insides, which style sheets do not reach.
    static func isWithoutMeaning(_ name: String) -> Bool {
        meaningless.contains(name) || meaninglessFamilies.contains(where: name.hasPrefix)
    }

    static let meaningless: Set<String> = [
        "accent-color", "appearance", "azimuth", "backface-visibility", "clip-rule", "color-adjust",
        "color-interpolation", "color-interpolation-filters", "color-rendering", "color-scheme", "content-visibility",
        "cursor", "dominant-baseline", "dynamic-range-limit", "elevation", "field-sizing", "fill", "font-smooth",
        "forced-color-adjust", "ime-mode", "image-rendering", "interactivity", "interest-delay", "interpolate-size",
        "isolation", "math-depth", "math-shift", "math-style", "nav-index", "overlay", "paint-order", "pitch",
        "pitch-range", "play-during", "pointer-events", "print-color-adjust", "resize", "richness", "row-gap",
        "shape-rendering", "speak", "speech-rate", "stress", "stroke", "tab-index", "text-anchor", "text-rendering",
        "text-size-adjust", "touch-action", "user-modify", "user-select", "vector-effect", "volume", "will-change",
        "grid-row-gap", "tap-highlight-color", "overflow-anchor", "overflow-clip-margin",
    ]

    static let meaninglessFamilies = [
        "anchor-", "animation", "caret", "contain", "cue", "fill-", "flood-", "lighting-", "nav-", "overscroll-",
        "pause", "position-", "rest-", "scroll", "speak-", "stop-", "stroke-", "timeline-", "transition", "view-",
        "voice-",
    ]

    /// What a value that is read is laid out as, where that is not what it says.
    static func replacement(of name: String, _ value: ValueParser) -> String? {
        guard name == "filter" else { return nil }
        var value = value
        return value.filters()?.isShown == false ? "none" : nil
    }

    /// Whether pages show what a value that is read says, for `@supports`; layout speaks of boxes of these kinds itself.
    static func isHonoured(_ name: String, _ value: ValueParser) -> Bool {
        if name == "display" {
            var value = value
            while let word = value.keyword() { if word.hasSuffix("flex") || word.hasSuffix("grid") { return false } }
        }
        return replacement(of: name, value) == nil
    }

    /// Whether a value asks for nothing (`transform: none`), as sheets for print do that take back what others say.
    static func isWithoutEffect(_ value: ValueParser) -> Bool {
        var value = value
        var isPlain = true
        while !value.isAtEnd, isPlain {
            if let word = value.keyword() {
                isPlain = neutral.contains(word)
            } else {
                isPlain = value.token.map { $0.kind != .function && $0.number == 0 } ?? true
                value.advance()
            }
        }
        return isPlain
    }

    private static let neutral: Set<String> = [
        "none", "auto", "normal", "initial", "unset", "inherit", "revert", "revert-layer", "static", "visible",
        "mixed", "stretch", "nowrap", "row",
    ]

    // MARK: Rules

    /// Rules that have a block and are known, those that change nothing on paper among them.
    static func isBlockRule(_ name: String) -> Bool {
        blockRules.contains(name) || movingRules.contains(where: name.hasSuffix)
    }

    private static let blockRules: Set<String> = [
        "media", "supports", "page", "counter-style", "font-face", "font-feature-values", "property",
        "starting-style", "position-try",
    ]
    /// With the prefixes of browsers, too.
    private static let movingRules = ["keyframes", "viewport", "scroll-timeline"]

    // MARK: Remedies

    /// What to write in place of a property that is not known.
    static func remedy(for name: String) -> String? {
        if let known = instead[name] { return known }
        return nearest(to: name, among: PropertyTable.allNames).map { "did you mean '\($0)'?" }
    }

    private static let instead: [String: String] = [
        "hyphenate-before": "use 'hyphenate-limit-chars'", "hyphenate-after": "use 'hyphenate-limit-chars'",
        "hyphenate-lines": "use 'hyphenate-limit-lines'", "hyphenate-resource": "dictionaries are chosen by 'lang'",
        "text-align-source": "use 'text-align'", "page-policy": "use 'string()' with 'first', 'start' or 'last'",
        "size": "it belongs into '@page'", "marks": "it belongs into '@page'", "bleed": "it belongs into '@page'",
        "src": "it belongs into '@font-face'", "unicode-range": "it belongs into '@font-face'",
        "font-display": "it belongs into '@font-face'", "page-name": "use 'page'",
        "margin-inner": "use 'margin-inside'",
        "margin-outer": "use 'margin-outside'",
    ]

    static func remedy(forRule name: String) -> String? {
        switch name {
        case "container": "pages have no containers to ask; use '@media'"
        case "scope": "write the scope as the selector's beginning, or nest the rules"
        case "prince-pdf", "prince-overlay", "-ro-preferences": "it is a formatter's own"
        case "else", "when": "use '@media' and '@supports'"
        case "include", "mixin", "extend", "if", "each", "function", "return", "use", "forward", "for", "while":
            "it is Sass; compile it to CSS first"
        case "apply", "tailwind", "custom-media", "custom-selector": "it is for a CSS preprocessor; run that first"
        case "font-palette-values", "color-profile": "it is not supported"
        default: nearest(to: name, among: blockRules.union(PageRule.Area.ruleNames)).map { "did you mean '@\($0)'?" }
        }
    }

    /// The name that is a letter or two away: added, left out, changed or changed over.
    static func nearest(to name: String, among names: some Collection<String>) -> String? {
        let letters = Array(name.utf8)
        guard (4...40).contains(letters.count) else { return nil }
        let limit = letters.count < 7 ? 1 : 2
        var best: (name: String, distance: Int)?
        for candidate in names.sorted() where abs(candidate.utf8.count - letters.count) <= limit {
            let distance = distance(letters, Array(candidate.utf8))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Damerau's distance, neighbours changed over counting as one.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var rows = [Array(0...b.count)]
        for i in 1...max(1, a.count) {
            var row = [i]
            for j in 1...max(1, b.count) {
                var least = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    least = min(least, rows[i - 2][j - 2] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
