internal import HTML

/// One rule that says of an element that it is no part of the article.
struct Pruner: Sendable {
    let name: String
    /// Whether words inside a sentence, and quotations, are left alone: their classes speak of links and sources.
    var sparesRunningText = true
    let drops: @Sendable (Int, PruningContext) -> Bool

    /// Before the article is looked for: what is furniture wherever it stands.
    static let page: [Pruner] = [
        .hidden, .navigation, .consent, .sharing, .advertising, .related, .subscription,
        .furniture, .footer,
        .form, .tags, .profile,
    ]
    /// After those, unless little is left: a forum is made of comments.
    static let discussion: [Pruner] = [.comments]
    /// After those, unless little is left: pages that are made of teasers are read as such.
    static let grids: [Pruner] = [.teasers]
    /// Inside the article: smaller things round the text.
    static let article: [Pruner] = [
        .byline, .linkParagraph, .hoverCard, .legalNotice, .promotion, .linkList, .boilerplatePhrase, .titleRepeated,
    ]
}

/// What a pruner may look at besides the element.
struct PruningContext: Sendable {
    let statistics: NodeStatistics
    let quality: TextQuality
    /// Text of paragraphs in all, at least 1.
    let total: Int
    /// The nodes that are looked at: the page, or the article.
    let root: Range<Int>
    let title: String?
    let authors: [String]

    /// Share of the paragraphs' text that is in an element.
    func share(_ node: Int) -> Double {
        Double(quality.good(statistics.subtree(node))) / Double(total)
    }

    func hints(_ node: Int, _ hints: Hints) -> Bool { !statistics.hints[node].isDisjoint(with: hints) }

    /// Elements that wrap a whole page or article; their classes speak of what is somewhere inside.
    func isWrapper(_ node: Int) -> Bool {
        switch statistics.tag(node) {
        case .html, .body, .main, .article: true
        default:
            !statistics.traits[node].isDisjoint(with: [.articleBody, .mainRole])
                || statistics.traits[node].contains(.articleItem) && share(node) > 0.3
        }
    }

    /// An inline element that is a small part of its block, or a quotation.
    func isRunningText(_ node: Int) -> Bool {
        if statistics.tag(node) == .blockquote { return true }
        guard !isLine(node) else { return false }
        let own = Int(statistics.ownText[Int(statistics.block[node])])
        return own > 2 * statistics.textLength(node) && own >= TextQuality.paragraphLength
    }

    /// A cell of a table of data, something in one, or what holds the picture of a figure in the text: without it the
    /// rest says something else.
    func isPartOfStructure(_ node: Int) -> Bool {
        var current = node
        for _ in 0..<5 {
            guard let parent = statistics.document.parent(of: NodeID(current))?.position, root.contains(parent) else {
                return false
            }
            switch statistics.tag(current) {
            case .td, .th: return isDataTable(around: parent)
            case .table, .li, .section, .article: return false
            default: break
            }
            if statistics.tag(parent) == .figure { return holdsPicture(node) && isInText(parent) }
            current = parent
        }
        return false
    }

    /// Whether a row, or the section it is in, belongs to a table with rows and columns and no table or page in it.
    private func isDataTable(around row: Int) -> Bool {
        var table = row
        for _ in 0..<3 where statistics.tag(table) != .table {
            table = statistics.document.parent(of: NodeID(table))?.position ?? table
        }
        guard statistics.tag(table) == .table, share(table) < 0.5 else { return false }
        var rows = 0
        var cells = 0
        for node in statistics.subtree(table).dropFirst() {
            switch statistics.tag(node) {
            case .tr: rows += 1
            case .td, .th: cells += 1
            case .table, .h1, .form, .article: return false
            case .p where statistics.textLength(node) > 400: return false
            default: break
            }
        }
        return rows > 1 && cells >= 2 * rows - 1
    }

    /// A block, or an inline element that stands alone between blocks or line breaks.
    func isLine(_ node: Int) -> Bool {
        if statistics.traits[node].contains(.block) { return true }
        let document = statistics.document
        guard endsLine(document.previousSibling(of: NodeID(node)), document.previousSibling),
            endsLine(document.nextSibling(of: NodeID(node)), document.nextSibling),
            let parent = document.parent(of: NodeID(node))?.position
        else { return false }
        return statistics.traits[parent].contains(.block) || isLine(parent)
    }

    /// An inline element that is a line among others of a block of text.
    func isLineOfText(_ node: Int) -> Bool {
        guard !statistics.traits[node].contains(.block), isLine(node) else { return false }
        let block = Int(statistics.block[node])
        switch statistics.tag(block) {
        case .p, .div, .section, .article, .td: return Int(statistics.ownText[block]) > statistics.textLength(node)
        default: return false
        }
    }

    /// Whether a block, a line break or nothing comes next in one direction.
    private func endsLine(_ start: NodeID?, _ next: (NodeID) -> NodeID?) -> Bool {
        var sibling = start
        while let current = sibling {
            if statistics.document.has(.br, at: current) { return true }
            if statistics.traits[current.position].contains(.block) { return true }
            if statistics.textLength(current.position) > 0 { return false }
            sibling = next(current)
        }
        return true
    }

    /// Characters of the line that an element is: a block's own, all of an inline element's.
    func lineLength(_ node: Int) -> Int {
        statistics.traits[node].contains(.block) ? Int(statistics.ownText[node]) : statistics.textLength(node)
    }

    /// The element's text with white space collapsed, for short elements.
    func text(_ node: Int) -> String { NodeText.text(of: node, in: statistics) }
}
