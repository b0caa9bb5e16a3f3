internal import HTML
internal import TextAnalysis

extension Pruner {
    /// Not shown: attributes, inline styles and the class names everybody uses for it.
    static let hidden = Pruner(name: "hidden", sparesRunningText: false) { node, context in
        if context.statistics.traits[node].contains(.hidden) { return true }
        guard context.hints(node, .unseen), context.share(node) < 0.2 else { return false }
        return UnseenClasses.hide(NodeID(node), in: context.statistics.document)
    }

    static let navigation = Pruner(name: "navigation") { node, context in
        let statistics = context.statistics
        guard context.share(node) < 0.25, !context.isWrapper(node), !statistics.traits[node].contains(.heading) else {
            return false
        }
        if statistics.tag(node) == .nav || statistics.tag(node) == .menu { return true }
        if statistics.traits[node].contains(.chromeRole) { return true }
        return context.hints(node, .navigation)
            && (statistics.linkDensity(node) > 0.35 || statistics.textLength(node) < 30)
    }

    static let comments = Pruner(name: "comments") { node, context in
        guard context.hints(node, .comments), !context.isWrapper(node) else { return false }
        let share = context.share(node)
        if context.hints(node, .content) && share > 0.3 { return false }
        return share < 0.5 || context.total - Int(share * Double(context.total)) > 600 && share < 0.9
    }

    static let sharing = Pruner(name: "sharing") { node, context in
        guard context.hints(node, .sharing), !context.isWrapper(node), !context.holdsQuotation(node) else {
            return false
        }
        // Buttons are laid over pictures too; those pictures stand before or between paragraphs.
        let isPicture =
            context.statistics.linkCount(node) < 2 && context.holdsPicture(node) && context.isFollowedByText(node)
        return !isPicture && context.share(node) < 0.05 && context.statistics.textLength(node) < 300
    }

    static let advertising = Pruner(name: "advertising") { node, context in
        context.hints(node, .advertising) && !context.isWrapper(node) && context.share(node) < 0.08
            && !(context.hints(node, .content) && context.quality.paragraphs(context.statistics.subtree(node)) > 1)
    }

    /// Lists of other articles; a box without a link is none.
    static let related = Pruner(name: "related") { node, context in
        let statistics = context.statistics
        guard context.hints(node, [.related, .widget]), !context.isWrapper(node), context.share(node) < 0.25 else {
            return false
        }
        guard !statistics.traits[node].contains(.heading) else { return false }
        let links = statistics.linkCount(node)
        let paragraphs = context.quality.paragraphs(statistics.subtree(node))
        if !context.hints(node, .related) { return statistics.linkDensity(node) > 0.5 }
        guard links > 0 || statistics.textLength(node) < 25 else { return false }
        if context.hints(node, .lead), links < 2 { return false }
        return statistics.linkDensity(node) > 0.25 || paragraphs < 2 || links > 2
    }

    /// A grid or list of cards, each a linked heading over a line or two.
    static let teasers = Pruner(name: "teasers") { node, context in
        let statistics = context.statistics
        switch statistics.tag(node) {
        case .div, .section, .ul, .ol, .main: break
        default: return false
        }
        // There must be something else to read.
        guard statistics.linkCount(node) >= 3, (1 - context.share(node)) * Double(context.total) > 300 else {
            return false
        }
        return context.isMadeOfTeasers(node)
    }

    static let subscription = Pruner(name: "subscription") { node, context in
        context.hints(node, .subscription) && !context.isWrapper(node) && context.share(node) < 0.08
            && context.statistics.textLength(node) < 700
    }

    static let consent = Pruner(name: "consent") { node, context in
        context.hints(node, .consent) && !context.isWrapper(node) && context.share(node) < 0.4
            && !context.hints(node, .content)
    }

    /// Sidebars, mastheads, search boxes, dialogs.
    static let furniture = Pruner(name: "furniture") { node, context in
        let statistics = context.statistics
        guard !context.isWrapper(node) else { return false }
        let share = context.share(node)
        // Pull quotes are compared with the text later.
        if statistics.tag(node) == .aside { return share < 0.3 && !context.hints(node, .pullQuote) }
        guard context.hints(node, .furniture), share < 0.25 else { return false }
        if context.hints(node, .content), context.quality.paragraphs(statistics.subtree(node)) > 0 { return false }
        // Headings have classes like "header"; so have the article's own headers.
        return !statistics.traits[node].contains(.heading) && context.quality.paragraphs(statistics.subtree(node)) < 4
            && statistics.tag(node) != .header && !context.holdsHeading(node) && !context.isHeadingOnly(node)
    }

    static let footer = Pruner(name: "footer") { node, context in
        let statistics = context.statistics
        guard !context.isWrapper(node) else { return false }
        if statistics.tag(node) == .footer { return context.share(node) < 0.25 && !isQuoteSource(node, statistics) }
        return context.hints(node, .footer) && context.share(node) < 0.1
    }

    /// A `footer` in a quotation names its source.
    private static func isQuoteSource(_ node: Int, _ statistics: NodeStatistics) -> Bool {
        statistics.document.parent(of: NodeID(node)).map { statistics.document.has(.blockquote, at: $0) } ?? false
    }

    static let form = Pruner(name: "form") { node, context in
        switch context.statistics.tag(node) {
        case .form, .fieldset: context.share(node) < 0.1
        case .input, .select, .textarea, .button, .datalist, .label, .dialog: context.share(node) < 0.02
        default: false
        }
    }

    static let tags = Pruner(name: "tags") { node, context in
        context.hints(node, .tags) && !context.isWrapper(node) && context.share(node) < 0.05
            && (context.statistics.linkDensity(node) > 0.4 || context.statistics.textLength(node) < 40)
    }

    /// Who wrote it: a box beside the article.
    static let profile = Pruner(name: "profile") { node, context in
        context.hints(node, .profile) && context.statistics.tag(node) != .table && !context.isWrapper(node)
            && context.share(node) < 0.12
            && context.statistics.textLength(node) < 1_200
    }
}

extension PruningContext {
    /// Whether the page's title may be in the element.
    func holdsHeading(_ node: Int) -> Bool {
        statistics.subtree(node).contains { statistics.tag($0) == .h1 }
    }
}

extension PruningContext {
    /// Whether all its text is one heading's.
    func isHeadingOnly(_ node: Int) -> Bool {
        guard let heading = statistics.subtree(node).first(where: { statistics.traits[$0].contains(.heading) }) else {
            return false
        }
        return statistics.textLength(heading) == statistics.textLength(node) && statistics.linkCount(node) == 0
    }

    /// Whether nearly all children with text are alike and each leads to an article of its own.
    func isMadeOfTeasers(_ node: Int) -> Bool {
        var teasers = 0
        var others = 0
        var child = statistics.document.firstChild(of: NodeID(node))
        while let current = child {
            let position = current.position
            if statistics.document.kind(of: current) == .element, statistics.textLength(position) > 0 {
                if isTeaser(position) { teasers += 1 } else { others += 1 }
            }
            child = statistics.document.nextSibling(of: current)
        }
        return teasers >= 3 && others * 4 <= teasers
    }

    private func isTeaser(_ node: Int) -> Bool {
        let range = statistics.subtree(node)
        guard statistics.textLength(node) < 500, quality.paragraphs(range) <= 2, statistics.linkCount(node) > 0 else {
            return false
        }
        return range.contains { index in
            statistics.traits[index].contains(.heading) && statistics.textLength(index) > 0
                && statistics.linkDensity(index) > 0.8
        }
    }

    /// Whether paragraphs follow the element where it stands.
    func isInText(_ node: Int) -> Bool {
        guard let parent = statistics.document.parent(of: NodeID(node)) else { return false }
        let range = statistics.subtree(parent.position)
        return quality.paragraphs(range.lowerBound..<node) > 0
            && quality.paragraphs(Int(statistics.end[node])..<range.upperBound) > 0
    }

    /// Whether paragraphs follow the element where it stands.
    func isFollowedByText(_ node: Int) -> Bool {
        guard let parent = statistics.document.parent(of: NodeID(node))?.position else { return false }
        return quality.paragraphs(Int(statistics.end[node])..<Int(statistics.end[parent])) > 1
    }

    /// Whether the element stands under words like "Related", with nothing but lists of links between.
    func followsBoilerplate(_ node: Int) -> Bool {
        var sibling = statistics.document.previousSibling(of: NodeID(node))
        while let current = sibling {
            let position = current.position
            if statistics.textLength(position) > 0 {
                guard statistics.traits[position].contains(.block), statistics.textLength(position) < 300 else {
                    return false
                }
                let isList = statistics.tag(position) == .ul || statistics.tag(position) == .ol
                guard isList, statistics.linkDensity(position) > 0.8 else {
                    return BoilerplatePhrases.match(text(position))
                }
            }
            sibling = statistics.document.previousSibling(of: current)
        }
        return false
    }

    /// Whether a line between title and text is a date.
    func isDateAbove(_ node: Int) -> Bool {
        let length = statistics.textLength(node)
        guard length >= 6, length <= 60, root.contains(node), quality.paragraphs(root.lowerBound..<node) == 0,
            statistics.traits[node].isDisjoint(with: [.heading, .preformatted]), isLine(node),
            statistics.linkCount(node) == 0
        else { return false }
        switch statistics.tag(node) {
        case .td, .th, .tr, .li, .dt, .dd, .figcaption, .caption, .blockquote: return false
        default: return DateLine.isDate(text(node))
        }
    }

    /// Whether the next element with text is one of paragraphs.
    func isFollowedByParagraph(_ node: Int) -> Bool {
        var sibling = statistics.document.nextSibling(of: NodeID(node))
        while let current = sibling {
            if statistics.textLength(current.position) > 0 {
                let range = statistics.subtree(current.position)
                return quality.good(range) > quality.bad(range) && statistics.linkDensity(current.position) < 0.3
            }
            sibling = statistics.document.nextSibling(of: current)
        }
        return false
    }

    func isInList(_ node: Int) -> Bool {
        var ancestor = statistics.document.parent(of: NodeID(node))
        for _ in 0..<3 {
            guard let current = ancestor else { return false }
            if statistics.document.has(.li, at: current) || statistics.document.has(.dd, at: current) { return true }
            ancestor = statistics.document.parent(of: current)
        }
        return false
    }

    /// Whether a heading that is no boilerplate stands right before the element.
    func followsHeading(_ node: Int) -> Bool {
        var sibling = statistics.document.previousSibling(of: NodeID(node))
        while let current = sibling {
            if statistics.textLength(current.position) > 0 {
                guard statistics.traits[current.position].contains(.heading) else { return false }
                return !BoilerplatePhrases.match(text(current.position))
            }
            sibling = statistics.document.previousSibling(of: current)
        }
        return false
    }

    /// Whether nothing but a picture stands right before the element, so that a short line says whose it is.
    func followsPicture(_ node: Int) -> Bool {
        var sibling = statistics.document.previousSibling(of: NodeID(Int(statistics.block[node])))
        while let current = sibling {
            if holdsPicture(current.position), statistics.textLength(current.position) < 200 { return true }
            if statistics.textLength(current.position) > 0, !hints(current.position, .advertising) { return false }
            sibling = statistics.document.previousSibling(of: current)
        }
        return false
    }

    /// Whether the block that the element is in is a remark in brackets: "(Artist: Bo Binder)".
    func isInBrackets(_ node: Int) -> Bool {
        let text = text(Int(statistics.block[node]))
        return text.hasPrefix("(") && text.hasSuffix(")")
    }

    /// Whether the element is a figure's, or holds a picture: what is said of pictures stays with them.
    func isCaption(_ node: Int) -> Bool {
        if holdsPicture(node) { return true }
        var ancestor: NodeID? = NodeID(node)
        for _ in 0..<4 {
            guard let current = ancestor else { return false }
            if statistics.document.has(.figure, at: current) || statistics.hints[current.position].contains(.caption) {
                return true
            }
            ancestor = statistics.document.parent(of: current)
        }
        return false
    }

    /// Whether the element is a figure's caption or in one: "© A. Setter" says who took the picture.
    func isInFigure(_ node: Int) -> Bool {
        var ancestor: NodeID? = NodeID(node)
        for _ in 0..<4 {
            guard let current = ancestor else { return false }
            if statistics.document.has(.figure, at: current) || statistics.document.has(.figcaption, at: current)
                || statistics.hints[current.position].contains(.caption)
            {
                return true
            }
            ancestor = statistics.document.parent(of: current)
        }
        return false
    }

    /// Whether the element is one paragraph that ends as sentences do.
    func isSentence(_ node: Int) -> Bool {
        guard Int(statistics.ownText[node]) == statistics.textLength(node), statistics.textLength(node) > 60 else {
            return false
        }
        guard let last = text(node).last else { return false }
        return ".。!?؟".contains(last)
    }

    /// Whether a table has header cells, as tables of data do.
    func hasHeaderCells(_ node: Int) -> Bool { statistics.subtree(node).contains { statistics.tag($0) == .th } }

    /// Whether most links of the element lead into the page itself: a table of contents, notes.
    func leadsWithin(_ node: Int) -> Bool {
        var within = 0
        for index in statistics.subtree(node) where statistics.tag(index) == .a {
            guard let range = statistics.document.attributeRange(.href, of: NodeID(index)) else { continue }
            within += statistics.document.utf8[range].first == UInt8(ascii: "#") ? 1 : -1
        }
        return within > 0
    }

    func holdsQuotation(_ node: Int) -> Bool {
        statistics.subtree(node).contains { statistics.tag($0) == .blockquote }
    }

    func holdsPicture(_ node: Int) -> Bool {
        statistics.subtree(node).contains { statistics.tag($0) == .img || statistics.tag($0) == .picture }
    }
}

/// Class names that hide what they stand on.
enum UnseenClasses {
    private static let names: Set<Substring> = [
        "hidden", "hide", "is-hidden", "u-hidden", "invisible", "visually-hidden", "visuallyhidden", "sr-only",
        "screen-reader-text", "screen-reader-only", "screenreader", "screen-reader", "offscreen", "off-screen",
        "element-invisible", "assistive-text", "d-none", "no-print", "noprint", "display-none", "print-only",
        "visible-print",
        "u-visually-hidden", "a11y-hidden", "sronly", "vh",
    ]

    /// Whether a class hides the element and no other shows it again at some width.
    static func hide(_ node: NodeID, in document: HTMLDocument) -> Bool {
        guard let value = document.attribute(.class, of: node)?.lowercased() else { return false }
        let classes = value.split { $0 == " " || $0 == "\n" || $0 == "\t" }
        guard classes.contains(where: names.contains) else { return false }
        return !classes.contains {
            $0.holds(":block") || $0.holds(":flex") || $0.holds(":inline") || $0.hasSuffix("-block")
        }
    }
}
