extension ComputedStyle {
    /// What this style says that its parent's does not hand down, as CSS declarations in a fixed order, for dumps.
    public func declarations(inheriting parent: ComputedStyle) -> [(name: String, value: String)] {
        var inherited = StyleValues.inheriting(parent.values)
        inherited.finish()
        if values == inherited { return [] }
        var result = ComputedProperty.all.compactMap { property -> (name: String, value: String)? in
            let value = property.text(values)
            return value == property.text(inherited) ? nil : (property.name, value)
        }
        let names = Set(values.custom.keys).union(inherited.custom.keys).sorted()
        for name in names where values.custom[name] != inherited.custom[name] {
            result.append((name, values.custom[name] ?? "initial"))
        }
        return result
    }
}

/// A computed value as text; sides stand together as their shorthand has them.
private struct ComputedProperty: Sendable {
    let name: String
    let text: @Sendable (StyleValues) -> String

    init(_ name: String, _ text: @escaping @Sendable (StyleValues) -> String) {
        self.name = name
        self.text = text
    }

    static let all = font + text + box + list + page + columns

    private static let font: [ComputedProperty] = [
        .init("font-family") { $0.font.families.joined(separator: ", ") },
        .init("font-size") { $0.font.size.points },
        .init("font-weight") { $0.font.weight.cssText },
        .init("font-style") { $0.font.slant.cssText },
        .init("font-stretch") { ($0.font.stretch * 100).cssText + "%" },
        .init("line-height") { values in
            switch values.font.lineHeight {
            case .normal: "normal"
            case .number(let number): number.cssText
            case .length(let length): length.points
            }
        },
        .init("font-variant-caps") { $0.font.caps.cssText },
        .init("font-variant-position") { $0.font.position.cssText },
        .init("font-variant-alternates") { values in
            values.font.alternates.isEmpty ? "normal" : values.font.alternates.map(\.cssText).joined(separator: " ")
        },
        .init("font-feature-settings") { values in
            values.font.features.isEmpty
                ? "normal" : values.font.features.map { "\($0.tag.quoted) \($0.value)" }.joined(separator: ", ")
        },
        .init("font-variation-settings") { values in
            values.font.variations.isEmpty
                ? "normal"
                : values.font.variations.map { "\($0.axis.quoted) \($0.value.cssText)" }.joined(separator: ", ")
        },
        .init("font-size-adjust") { $0.font.sizeAdjust?.cssText ?? "none" },
        .init("font-variant-emoji") { $0.font.emoji.cssText },
        .init("font-optical-sizing") { $0.font.opticalSizing ? "auto" : "none" },
        .init("font-language-override") { $0.font.languageSystem?.quoted ?? "normal" },
        .init("font-synthesis") { $0.font.synthesis.cssText },
        .init("color") { $0.color.cssText },
        .init("opacity") { $0.opacity.cssText },
        .init("filter") { $0.isGray ? "grayscale(1)" : "none" },
        .init("visibility") { $0.isVisible ? "visible" : "hidden" },
    ]

    private static let text: [ComputedProperty] = [
        .init("language") { $0.text.language ?? "unknown" },
        .init("direction") { $0.text.direction == .leftToRight ? "ltr" : "rtl" },
        .init("unicode-bidi") { $0.text.unicodeBidi.cssText },
        .init("text-align") { $0.text.align.cssText },
        .init("text-align-last") { $0.text.alignLast.cssText },
        .init("text-justify") { $0.text.justify.cssText },
        .init("text-indent") { values in
            values.text.indent.cssText + (values.text.indentHanging ? " hanging" : "")
                + (values.text.indentEachLine ? " each-line" : "")
        },
        .init("text-transform") { $0.text.transform.cssText },
        .init("white-space") { $0.text.whiteSpaceText },
        .init("text-wrap-style") { $0.text.wrapStyle.cssText },
        .init("overflow-wrap") { $0.text.overflowWrap.cssText },
        .init("word-break") { $0.text.wordBreak.cssText },
        .init("line-break") { $0.text.lineBreak.cssText },
        .init("hyphens") { $0.text.hyphens.cssText },
        .init("hyphenate-limit-chars") { values in
            [values.text.hyphenateLimitWord, values.text.hyphenateLimitBefore, values.text.hyphenateLimitAfter]
                .map { $0.map(String.init) ?? "auto" }.joined(separator: " ")
        },
        .init("hyphenate-limit-zone") { $0.text.hyphenateLimitZone.cssText },
        .init("hyphenate-limit-last") { $0.text.hyphenateLimitLast.cssText },
        .init("hyphenate-limit-lines") { $0.text.hyphenateLimitLines.map(String.init) ?? "no-limit" },
        .init("hyphenate-character") { $0.text.hyphenateCharacter?.quoted ?? "auto" },
        .init("letter-spacing") { $0.text.letterSpacing?.cssText ?? "normal" },
        .init("word-spacing") { $0.text.wordSpacing.cssText },
        .init("tab-size") { values in
            switch values.text.tabSize {
            case .number(let number): number.cssText
            case .length(let length): length.points
            }
        },
        .init("hanging-punctuation") { values in
            let names = ["first", "last", "force-end", "allow-end"].enumerated().filter {
                values.text.hangingPunctuation.rawValue >> $0.offset & 1 == 1
            }
            return names.isEmpty ? "none" : names.map(\.element).joined(separator: " ")
        },
        .init("text-autospace") { $0.text.autospace.cssText },
        .init("text-spacing-trim") { $0.text.spacingTrim.cssText },
        .init("--offprint-font-expansion") {
            $0.text.fontExpansion == 0 ? "none" : ($0.text.fontExpansion * 100).cssText + "%"
        },
        .init("--offprint-line-numbers") { $0.text.lineNumbers.map(String.init) ?? "none" },
        .init("text-shadow") { values in
            let shadows = values.text.shadows
            return shadows.isEmpty ? "none" : shadows.map(\.cssText).joined(separator: ", ")
        },
        .init("text-overflow") { $0.text.overflowsWithEllipsis ? "ellipsis" : "clip" },
        .init("vertical-align") { values in
            if case .length(let length) = values.text.verticalAlign { return length.points }
            return VerticalAlignName(rawValue: "\(values.text.verticalAlign)")?.cssText ?? "baseline"
        },
        .init("initial-letter") { values in
            values.text.initialLetter.map { "\($0.size.cssText) \($0.sink)" } ?? "normal"
        },
        .init("text-decoration") { values in
            let decoration = values.text.decoration
            let lines = ["underline", "overline", "line-through"].enumerated().filter {
                decoration.lines.rawValue >> $0.offset & 1 == 1
            }
            guard !lines.isEmpty else { return "none" }
            return
                (lines.map(\.element)
                + [decoration.style.cssText, decoration.color?.cssText, decoration.thickness?.points]
                .compactMap { $0 }).joined(separator: " ")
        },
        .init("text-underline-offset") { $0.text.decoration.underlineOffset?.points ?? "auto" },
        .init("text-emphasis-style") { $0.text.emphasis.mark?.quoted ?? "none" },
        .init("text-emphasis-color") { $0.text.emphasis.color?.cssText ?? "currentcolor" },
        .init("text-emphasis-position") { $0.text.emphasis.isUnder ? "under" : "over" },
        .init("ruby-position") { $0.text.rubyIsUnder ? "under" : "over" },
        .init("ruby-align") { $0.text.rubyAlign.cssText },
        .init("line-clamp") { $0.text.lineClamp.map(String.init) ?? "none" },
        .init("text-underline-position") { $0.text.decoration.underlinePosition.cssText },
        .init("text-decoration-skip-ink") { $0.text.skipInk.cssText },
        .init("quotes") { values in
            values.text.quotes.map { pairs in
                pairs.isEmpty ? "none" : pairs.map { "\($0.open.quoted) \($0.close.quoted)" }.joined(separator: " ")
            } ?? "auto"
        },
    ]

    private static let box: [ComputedProperty] = [
        .init("display") { $0.box.display.cssText },
        .init("float") { $0.box.float.cssText },
        .init("float-reference") { $0.box.floatReference.cssText },
        .init("clear") { $0.box.clear.cssText },
        .init("position") { values in
            if case .running(let name) = values.box.position { return "running(\(name))" }
            return "\(values.box.position)"
        },
        .init("inset") { $0.box.inset.cssText },
        .init("margin") { $0.box.margin.cssText },
        .init("padding") { $0.box.padding.cssText },
        .init("border-top") { $0.box.border.top.cssText },
        .init("border-right") { $0.box.border.right.cssText },
        .init("border-bottom") { $0.box.border.bottom.cssText },
        .init("border-left") { $0.box.border.left.cssText },
        .init("border-radius") { $0.box.painting.radius.cssText },
        .init("box-decoration-break") { $0.box.boxDecorationBreak.cssText },
        .init("width") { $0.box.width.cssText },
        .init("height") { $0.box.height.cssText },
        .init("min-width") { $0.box.minWidth.cssText },
        .init("min-height") { $0.box.minHeight.cssText },
        .init("max-width") { $0.box.maxWidth == .auto ? "none" : $0.box.maxWidth.cssText },
        .init("max-height") { $0.box.maxHeight == .auto ? "none" : $0.box.maxHeight.cssText },
        .init("box-sizing") { $0.box.sizing.cssText },
        .init("background-color") { $0.box.backgroundColor.cssText },
        .init("background") { $0.box.painting.background.cssText },
        .init("border-image") { $0.box.painting.borderImage.cssText },
        .init("box-shadow") { values in
            let shadows = values.box.painting.shadows
            return shadows.isEmpty ? "none" : shadows.map(\.cssText).joined(separator: ", ")
        },
        .init("outline") { $0.box.painting.outline.cssText },
        .init("outline-offset") { $0.box.painting.outlineOffset.points },
        .init("object-fit") { $0.box.objectFit.cssText },
        .init("object-position") {
            $0.box.objectPosition.cssText
        },
        .init("image-resolution") { $0.images.dotsPerInch.cssText + "dpi" },
        .init("image-orientation") { $0.images.ignoresOrientation ? "none" : "from-image" },
        .init("overflow") { $0.box.overflowHidden ? "hidden" : "visible" },
    ]

    private static let list: [ComputedProperty] = [
        .init("list-style-type") { values in
            switch values.list.type {
            case .none: "none"
            case .named(let name): name
            case .string(let text): text.quoted
            case .symbols(let style): "symbols(\(style.symbols.map(\.quoted).joined(separator: " ")))"
            }
        },
        .init("list-style-image") { $0.list.image?.cssText ?? "none" },
        .init("list-style-position") { $0.list.isInside ? "inside" : "outside" },
        .init("counter-reset") { $0.list.counterReset.cssText },
        .init("counter-set") { $0.list.counterSet.cssText },
        .init("counter-increment") { $0.list.counterIncrement.cssText },
        .init("content") { values in
            switch values.generated.content {
            case .normal: "normal"
            case .none: "none"
            case .items(let items):
                items.cssText + (values.generated.alternative.map { " / " + $0.cssText } ?? "")
            }
        },
        .init("table-layout") { $0.table.isFixed ? "fixed" : "auto" },
        .init("border-collapse") { $0.table.collapsesBorders ? "collapse" : "separate" },
        .init("border-spacing") { $0.table.spacingHorizontal.points + " " + $0.table.spacingVertical.points },
        .init("caption-side") { $0.table.captionAtBottom ? "bottom" : "top" },
        .init("empty-cells") { $0.table.hidesEmptyCells ? "hide" : "show" },
    ]

    private static let page: [ComputedProperty] = [
        .init("break-before") { $0.page.breakBefore.cssText },
        .init("break-after") { $0.page.breakAfter.cssText },
        .init("break-inside") { $0.page.breakInside.cssText },
        .init("orphans") { String($0.page.orphans) },
        .init("widows") { String($0.page.widows) },
        .init("page") { $0.page.name ?? "auto" },
        .init("string-set") { values in
            values.page.stringSet.isEmpty
                ? "none" : values.page.stringSet.map { "\($0.name) \($0.content.cssText)" }.joined(separator: ", ")
        },
        .init("footnote-policy") { $0.page.footnotePolicy.cssText },
        .init("bookmark-level") { $0.page.bookmarkLevel.map(String.init) ?? "none" },
        .init("bookmark-label") { $0.page.bookmarkLabel?.cssText ?? "content(text)" },
        .init("bookmark-state") { $0.page.bookmarkIsOpen ? "open" : "closed" },
        .init("margin-break") { $0.page.marginBreak.cssText },
    ]

    private static let columns: [ComputedProperty] = [
        .init("column-count") { $0.columns.count.map(String.init) ?? "auto" },
        .init("column-width") { $0.columns.width?.points ?? "auto" },
        .init("column-gap") { $0.columns.gap?.cssText ?? "normal" },
        .init("column-rule") { $0.columns.rule.cssText },
        .init("column-span") { $0.columns.spansAll ? "all" : "none" },
        .init("column-fill") { $0.columns.balances ? "balance" : "auto" },
    ]
}

/// The keywords of `vertical-align`, whose computed type also holds lengths.
private enum VerticalAlignName: String {
    case baseline, sub, `super`, top, textTop, middle, bottom, textBottom
}
