internal import HTML
internal import TextAnalysis

/// What elements and attributes say by the HTML standard, for `NodeStatistics`.
enum ElementTraits {
    /// The traits that an element's name brings.
    static func traits(of tag: Tag?) -> NodeStatistics.Traits {
        switch tag {
        case .script, .style, .noscript, .template, .head, .iframe, .object, .embed, .applet, .canvas, .select,
            .textarea,
            .button, .audio, .video, .svg, .datalist, .dialog, .noframes, .noembed:
            tag == .head || tag == .dialog ? [.silent, .block] : .silent
        case .a: .link
        case .h1, .h2, .h3, .h4, .h5, .h6: [.heading, .block]
        case .pre, .listing, .plaintext, .xmp: [.preformatted, .block]
        case .main: [.mainRole, .block]
        case .html, .body, .div, .p, .section, .article, .aside, .header, .footer, .nav, .ul, .ol, .li, .dl, .dt, .dd,
            .blockquote, .figure, .figcaption, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .form,
            .fieldset,
            .legend, .address, .center, .details, .summary, .hr, .hgroup, .menu, .dir, .search, .option:
            .block
        default: []
        }
    }

    /// Adds what attributes say.
    static func read(
        _ node: NodeID, in document: HTMLDocument, traits: inout NodeStatistics.Traits, hints: inout Hints
    ) {
        let utf8 = document.utf8
        var added: NodeStatistics.Traits = []
        var found: Hints = []
        document.forEachAttribute(of: node) { name, range in
            switch name {
            case .class, .id: found.formUnion(HintLexicon.shared.hints(in: utf8[range]))
            case .hidden:
                // `until-found` is shown when it is searched for.
                added.insert(.hidden)
            case .ariaHidden where utf8[range].elementsEqual("true".utf8): added.insert(.hidden)
            case .style: if hides(utf8[range]) { added.insert(.hidden) }
            case .role: added.formUnion(role(utf8[range]))
            case .itemprop:
                if contains(utf8[range], "articlebody") { added.insert(.articleBody) }
                if contains(utf8[range], "headline") { added.insert(.headline) }
                if contains(utf8[range], "description") { found.insert(.lead) }
            case .itemtype: if isArticle(utf8[range]) { added.insert(.articleItem) }
            default: break
            }
        }
        // Formulas are hidden from assistive technology or from the eye; one of the twins is the text.
        if added.contains(.hidden), isFormula(node, in: document) { added.remove(.hidden) }
        // The names that MathJax gives speak of its menu, not of the page's.
        if !found.isEmpty, isNamedAsFormula(node, in: document) { found = [] }
        traits.formUnion(added)
        hints.formUnion(found)
    }

    /// Whether microdata name schema.org's `Article` or one of its kinds.
    private static func isArticle(_ value: ArraySlice<UInt8>) -> Bool {
        let type = String(decoding: value, as: UTF8.self)
        return type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type.hasSuffix("/Recipe")
    }

    private static func role(_ value: ArraySlice<UInt8>) -> NodeStatistics.Traits {
        switch String(decoding: value, as: UTF8.self).lowercased() {
        case "main", "article": .mainRole
        case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
            "alertdialog",
            "toolbar", "tablist", "alert":
            .chromeRole
        default: []
        }
    }

    /// Whether an inline style hides the element.
    static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        // Nearly all styles say nothing of it.
        guard style.contains(0x3A), style.contains(0x69) || style.contains(0x49) else { return false }
        let plain = String(decoding: style, as: UTF8.self).lowercased().filter { $0 != " " }
        return plain.holds("display:none") || plain.holds("visibility:hidden")
    }

    private static func isFormula(_ node: NodeID, in document: HTMLDocument) -> Bool {
        document.has(.math, at: node) || document.has(.img, at: node) || isNamedAsFormula(node, in: document)
    }

    private static func isNamedAsFormula(_ node: NodeID, in document: HTMLDocument) -> Bool {
        guard let classes = document.attribute(.class, of: node) else { return false }
        return classes.holds("mwe-math") || classes.holds("katex") || classes.holds("MathJax")
    }

    /// Whether a value contains lower-case ASCII text in any case.
    static func contains(_ value: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        String(decoding: value, as: UTF8.self).lowercased().holds(text.description)
    }
}
