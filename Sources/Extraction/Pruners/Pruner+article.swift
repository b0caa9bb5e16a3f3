internal import HTML

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

    /// Lists and boxes whose text is nearly all links, where the text is not about them.
    static let linkList = Pruner(name: "link list") { node, context in
        let statistics = context.statistics
        switch statistics.tag(node) {
        case .ul, .ol, .dl, .div, .section, .table, .menu, .dir: break
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
        guard statistics.traits[node].contains(.block), length > 0, length < 70 else { return false }
        return BoilerplatePhrases.match(context.text(node))
    }

    /// The title once more, as a heading.
    static let titleRepeated = Pruner(name: "title repeated") { node, context in
        guard let title = context.title, context.statistics.tag(node) == .h1 else { return false }
        return NodeText.key(context.text(node)) == NodeText.key(title)
    }
}

/// Short sentences that pages put between the text, in many languages.
enum BoilerplatePhrases {
    static func match(_ text: String) -> Bool {
        let key = text.lowercased().trimmed
        if whole.contains(key) { return true }
        return beginnings.contains { key.hasPrefix($0) }
    }

    private static let whole: Set<String> = [
        "advertisement", "advertising", "ad", "ads", "sponsored", "sponsored content", "anzeige", "werbung",
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
        "click here to subscribe", "advertisement", "lesen sie auch:", "lire aussi :", "lea también:", "leggi anche:",
        "leia também:", "lees ook:", "czytaj też:", "читайте также:", "lea más:", "lea también", "mehr zum thema:",
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
