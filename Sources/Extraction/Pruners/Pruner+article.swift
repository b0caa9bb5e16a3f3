internal import HTML
internal import TextAnalysis

extension Pruner {
    /// Author and date lines, which the metadata hold.
    static let byline = Pruner(name: "byline") { node, context in
        let statistics = context.statistics
        if context.isDateAbove(node) { return true }
        guard context.hints(node, .byline), !context.isWrapper(node), statistics.textLength(node) < 160 else {
            return false
        }
        guard context.quality.paragraphs(statistics.subtree(node)) == 0, !context.holdsHeading(node) else {
            return false
        }
        // `time` and `date` in running text are words of a sentence.
        return context.isLine(node) || statistics.textLength(Int(statistics.block[node])) < 160
    }

    /// A paragraph that is one link and nothing else leads to another article.
    static let linkParagraph = Pruner(name: "link paragraph") { node, context in
        let statistics = context.statistics
        switch statistics.tag(node) {
        case .p, .div: break
        case .a, .b, .strong, .em, .i, .span: guard context.isLineOfText(node) else { return false }
        default: return false
        }
        let text = statistics.textLength(node)
        guard text > 12, statistics.linkCount(node) == 1, context.lineLength(node) == text else { return false }
        return statistics.linkDensity(node) > 0.9 && !context.holdsPicture(node)
            && !(text < 60 && (context.followsPicture(node) || context.isInBrackets(node)))
    }

    /// Copyright lines and terms.
    static let legalNotice = Pruner(name: "legal notice") { node, context in
        let statistics = context.statistics
        let length = context.lineLength(node)
        guard length > 0, length < 900, context.isLine(node),
            length * 2 > statistics.textLength(node), !context.isInFigure(node)
        else { return false }
        return LegalNotice.match(context.text(node))
    }

    /// Asking to subscribe, follow, sign up.
    static let promotion = Pruner(name: "promotion") { node, context in
        let statistics = context.statistics
        let length = context.lineLength(node)
        guard length > 0, length < 320, !statistics.traits[node].contains(.heading), context.isLine(node),
            length * 3 > statistics.textLength(node) * 2, context.share(node) < 0.2, !context.isCaption(node)
        else { return false }
        let text = context.text(node)
        // Where the author is to be found belongs to what is said of the author.
        return PromotionPhrases.match(text) || length < 100 && PromotionPhrases.followsAuthor(text)
    }

    /// A card that opens over a name in a sentence: links and a picture in the middle of text.
    static let hoverCard = Pruner(name: "hover card", sparesRunningText: false) { node, context in
        let statistics = context.statistics
        guard statistics.linkCount(node) > 1, statistics.linkDensity(node) > 0.8, statistics.tag(node) != .a else {
            return false
        }
        guard let parent = statistics.document.parent(of: NodeID(node))?.position,
            statistics.tag(parent) == .p || !statistics.traits[node].contains(.block)
        else { return false }
        return Int(statistics.ownText[Int(statistics.block[parent])]) > 60 && context.holdsPicture(node)
    }

    /// Lists and boxes whose text is nearly all links, where the text is not about them: lists under a heading of the
    /// article or inside another list are.
    static let linkList = Pruner(name: "link list") { node, context in
        let statistics = context.statistics
        switch statistics.tag(node) {
        case .ul, .ol, .dl, .menu, .dir:
            if context.isInList(node) || context.followsHeading(node) || context.leadsWithin(node) { return false }
        case .div, .section, .p: if context.leadsWithin(node) { return false }
        case .table: if context.hasHeaderCells(node) { return false }
        default: return false
        }
        let text = statistics.textLength(node)
        let density = statistics.linkDensity(node)
        guard text > 0, density > 0.5, statistics.linkCount(node) > 1 || context.followsBoilerplate(node),
            context.share(node) < 0.1
        else { return false }
        if statistics.tag(node) == .p, text < 60, context.isInBrackets(node) { return false }
        if density > 0.8 { return !context.isSentence(node) }
        return statistics.tag(node) != .p && context.quality.good(statistics.subtree(node)) == 0
    }

    /// "Advertisement", "Read more", "Share this".
    static let boilerplatePhrase = Pruner(name: "boilerplate phrase") { node, context in
        let statistics = context.statistics
        let length = statistics.textLength(node)
        let leads = statistics.linkCount(node) > 0 && statistics.linkDensity(node) > 0.5
        guard length > 0, length < (leads ? 250 : 70), context.isLine(node), !context.isCaption(node) else {
            return false
        }
        switch statistics.tag(node) {
        case .tr, .td, .th, .dt, .dd, .summary, .figcaption, .caption, .pre, .blockquote: return false
        default: break
        }
        let text = context.text(node)
        if statistics.traits[node].contains(.heading), BoilerplatePhrases.isTopic(text) {
            return !context.isFollowedByParagraph(node)
        }
        return BoilerplatePhrases.match(text)
    }

    /// The title once more, as a heading.
    static let titleRepeated = Pruner(name: "title repeated") { node, context in
        guard let title = context.title, context.statistics.tag(node) == .h1 else { return false }
        return NodeText.key(context.text(node)) == NodeText.key(title)
    }
}
