internal import HTML
internal import TextAnalysis

extension Pruner {
    /// Author and date lines, which the metadata hold.
    static let byline = Pruner(name: "byline") { node, context in
        let statistics = context.statistics
        guard context.hints(node, .byline), !context.isWrapper(node), statistics.textLength(node) < 160 else {
            return false
        }
        guard context.quality.paragraphs(statistics.subtree(node)) == 0, !context.holdsHeading(node) else {
            return false
        }
        // `time` and `date` in running text are words of a sentence.
        return statistics.traits[node].contains(.block) || statistics.block[node] == Int32(node)
            || statistics.textLength(Int(statistics.block[node])) < 160
    }

    /// A paragraph that is one link and nothing else leads to another article.
    static let linkParagraph = Pruner(name: "link paragraph") { node, context in
        let statistics = context.statistics
        switch statistics.tag(node) {
        case .p, .div: break
        default: return false
        }
        let text = statistics.textLength(node)
        guard text > 12, statistics.linkCount(node) == 1, Int(statistics.ownText[node]) == text else { return false }
        return statistics.linkDensity(node) > 0.9 && !context.holdsPicture(node)
            && !(text < 40 && context.followsPicture(node))
    }

    /// Copyright lines and terms.
    static let legalNotice = Pruner(name: "legal notice") { node, context in
        let statistics = context.statistics
        let length = Int(statistics.ownText[node])
        guard statistics.traits[node].contains(.block), length > 0, length < 900,
            length * 2 > statistics.textLength(node)
        else { return false }
        return LegalNotice.match(context.text(node))
    }

    /// Asking to subscribe, follow, sign up.
    static let promotion = Pruner(name: "promotion") { node, context in
        let statistics = context.statistics
        let length = Int(statistics.ownText[node])
        guard statistics.traits[node].contains(.block), !statistics.traits[node].contains(.heading), length > 0,
            length < 320,
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
        case .div, .section: if context.leadsWithin(node) { return false }
        case .table: if context.hasHeaderCells(node) { return false }
        default: return false
        }
        let text = statistics.textLength(node)
        guard text > 0, statistics.linkCount(node) > 1, context.share(node) < 0.1 else { return false }
        let density = statistics.linkDensity(node)
        return density > 0.8 || (density > 0.5 && context.quality.good(statistics.subtree(node)) == 0)
    }

    /// "Advertisement", "Read more", "Share this".
    static let boilerplatePhrase = Pruner(name: "boilerplate phrase") { node, context in
        let statistics = context.statistics
        let length = statistics.textLength(node)
        guard statistics.traits[node].contains(.block), length > 0, length < 70, !context.isCaption(node) else {
            return false
        }
        switch statistics.tag(node) {
        case .tr, .td, .th, .dt, .dd, .summary, .figcaption, .caption, .pre, .blockquote: return false
        default: return BoilerplatePhrases.match(context.text(node))
        }
    }

    /// The title once more, as a heading.
    static let titleRepeated = Pruner(name: "title repeated") { node, context in
        guard let title = context.title, context.statistics.tag(node) == .h1 else { return false }
        return NodeText.key(context.text(node)) == NodeText.key(title)
    }
}

/// Whether a text is about rights in it.
enum LegalNotice {
    static func match(_ text: String) -> Bool {
        let key = text.lowercased()
        if key.utf8.count < 160, key.hasPrefix("©") || key.hasPrefix("copyright") || key.hasPrefix("(c) ") {
            return true
        }
        return signs.occurs(in: key)
    }

    private static let signs = PhraseSet([
        "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
        "tutti i diritti riservati", "todos os direitos reservados", "wszelkie prawa zastrzeżone", "все права защищены",
        "may not be published, broadcast, rewritten", "may not be reproduced", "this material may not be",
        "uses cookies to", "we use cookies", "diese website verwendet cookies", "diese seite verwendet cookies",
    ])
}

/// What pages ask of their readers, in the languages that pages are written in.
enum PromotionPhrases {
    static func match(_ text: String) -> Bool {
        let key = text.lowercased()
        return phrases.occurs(in: key)
    }

    static func followsAuthor(_ text: String) -> Bool { authors.occurs(in: text.lowercased()) }

    private static let authors = PhraseSet([
        "follow him on", "follow her on", "follow me on", "follow them on", "keep up with me on", "i tweet",
        "tweets at",
    ])

    private static let phrases = PhraseSet([
        "sign up for", "sign up to", "signing up for", "subscribe to our", "subscribe now", "subscribe here",
        "join our newsletter",
        "our newsletter", "follow us on", "follow us @", "like us on facebook", "find us on facebook",
        "download our app", "click here to subscribe",
        "click here to get",
        "have a tip?", "got a tip?", "chat with us", "support us on patreon",
        "if you enjoyed this article",
        "newsletter abonnieren", "unseren newsletter", "zum newsletter", "folgen sie uns", "folge uns", "folgt uns",
        "bitte registrieren sie sich", "war der artikel", "artikel teilen?", "noch keine bewertungen",
        "jetzt abonnieren",
        "inscrivez-vous", "abonnez-vous", "suivez-nous", "suscríbete", "suscríbase", "síguenos", "únete a nuestro",
        "iscriviti alla",
        "seguici su", "siga-nos", "inscreva-se", "assine a", "volg ons", "meld je aan", "zapisz się", "obserwuj nas",
        "подпишитесь",
        "подписывайтесь", "bizi takip", "abone ol", "følg os", "følg oss", "prenumerera", "sledujte nás",
    ])
}

/// Short sentences that pages put between the text, in many languages.
enum BoilerplatePhrases {
    static func match(_ text: String) -> Bool {
        let key = text.lowercased().trimmed
        if whole.contains(key) { return true }
        return beginnings.contains { key.hasPrefix($0) }
    }

    private static let whole: Set<String> = [
        "advertisement", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content", "anzeige", "werbung",
        "publicité",
        "publicidad", "pubblicità", "publicidade", "reklama", "reklam", "реклама", "広告", "广告", "photo", "image",
        "video",
        "share", "share this", "share this article", "share this story", "share this post", "share on facebook",
        "tweet",
        "share on twitter", "email this", "print", "print this", "save", "comments", "comment", "no comments",
        "leave a comment",
        "leave a reply", "teilen", "artikel teilen", "drucken", "kommentare", "partager", "imprimer", "compartir",
        "imprimir",
        "condividi", "compartilhar", "stampa", "delen", "dela", "del", "udostępnij", "paylaş", "поделиться", "分享",
        "シェア",
        "related", "related articles", "related stories", "related posts", "related content", "related topics",
        "read more",
        "more", "learn more", "read next", "see also", "recommended", "most read", "most popular", "trending",
        "newsletter",
        "subscribe", "sign up", "log in", "next", "previous", "back to top", "top", "close", "menu", "search",
        "loading...",
        "story continues below", "article continues below", "continue reading", "skip to main content", "follow us",
        "advertisement - continue reading below", "story continues below advertisement", "more from",
        "about the author",
        "mehr zum thema", "lesen sie auch", "auch interessant", "das könnte sie auch interessieren", "zum thema",
        "lire aussi",
        "à lire aussi", "sur le même sujet", "lee también", "te puede interesar", "leggi anche", "leia também",
        "lees ook",
        "czytaj też", "czytaj także", "zobacz także", "читайте также", "ilgili haberler", "関連記事", "相关阅读", "相关新闻",
    ]

    private static let beginnings = [
        "share this:", "like this:", "click to share", "posted in:", "filed under:", "tagged with:", "tags:",
        "follow us on",
        "sign up for our", "subscribe to our", "read more:", "related:", "read also:", "also read:", "see also:",
        "click here to subscribe", "lesen sie auch:", "lire aussi :", "lea también:", "leggi anche:",
        "leia também:", "lees ook:", "czytaj też:", "читайте также:", "lea más:", "lea también", "mehr zum thema:",
        "see more:", "don't miss", "also:", "puedes ver:",
        "te puede interesar:", "ver también:", "lire également", "anzeige -", "anzeige:", "ähnliche beiträge",
        "ähnliche artikel", "zobacz też",
        "zobacz również", "empfohlener redaktioneller inhalt", "share on ", "share this on", "print this", "tweet this",
        "related article", "you may also like", "you might also like", "more on this",
    ]
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
