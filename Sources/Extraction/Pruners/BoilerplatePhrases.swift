internal import TextAnalysis

/// Short sentences that pages put between the text, in many languages.
enum BoilerplatePhrases {
    static func match(_ text: String) -> Bool {
        let key = text.lowercaseKey.trimmed
        if whole.contains(bare(key)) || topics.contains(bare(key)) || isCounter(key) { return true }
        return beginnings.begin(key) || DateLine.isLabelled(key)
    }

    /// Whether a text is a word that is also an honest heading over paragraphs.
    static func isTopic(_ text: String) -> Bool { topics.contains(bare(text.lowercaseKey)) }

    /// Without arrows and bullets before the words, and colons, dots and arrows behind them.
    private static func bare(_ key: String) -> String {
        func isMark(_ character: Character) -> Bool {
            character.isPunctuation && character != ")" || character.isSymbol || character.isWhitespace
        }
        guard let start = key.firstIndex(where: { !isMark($0) }), let end = key.lastIndex(where: { !isMark($0) })
        else { return key }
        return String(key[start...end])
    }

    /// "1 of 6", "3 / 12": where a slide show stands.
    private static func isCounter(_ key: String) -> Bool {
        let parts = key.split { $0 == " " || $0 == "/" }
        guard (2...4).contains(parts.count), let first = parts.first, let last = parts.last else { return false }
        let words = parts.dropFirst().dropLast().map(String.init)
        guard Int(first) != nil, Int(last) != nil else { return false }
        return words.isEmpty
            ? key.contains("/") : words.count == 1 && ["of", "von", "de", "di", "van", "z", "из"].contains(words[0])
    }

    private static let whole: Set<String> = Set(
        [
            // Advertising.
            "advertisement", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content", "anzeige",
            "werbung",
            "publicité", "publicidad", "pubblicità", "publicidade", "reklama", "reklam", "реклама", "広告", "广告", "廣告",
            "광고", "advertentie", "annons", "annonse", "annonce", "mainos", "hirdetés", "إعلان", "ilan",
            "story continues below", "article continues below", "continue reading", "continue reading below",
            "advertisement - continue reading below", "story continues below advertisement",
            "article continues after advertisement", "continúa leyendo", "continua a leggere",
            "continua após a publicidade",
            "la suite après la publicité", "lesen sie weiter", "weiterlesen", "weiter lesen",
            // Media.
            "view gallery", "launch gallery", "enlarge", "enlarge this image", "click to enlarge", "hide caption",
            "toggle caption", "bild anzeigen", "bildergalerie", "zur bildergalerie", "fotostrecke",
            "ver fotos",
            "ver video", "voir la vidéo", "guarda il video",
            // Sharing and keeping.
            "share", "share this", "share this article", "share this story", "share this post", "share on facebook",
            "tweet", "share on twitter", "click to tweet", "tweet this", "pin it", "email this", "print this",
            "print page", "copy link", "copy url", "link copied", "link kopieren", "copier le lien", "copiar enlace",
            "gift this article", "listen to article", "listen to this article", "listen to this story",
            "artikel anhören", "écouter l’article", "teilen", "artikel teilen", "beitrag teilen", "drucken",
            "seite drucken", "rezept drucken", "merken", "partager", "partager cet article", "imprimer", "compartir",
            "comparte", "imprimir", "condividi", "compartilhar", "compartilhe", "stampa", "delen", "deel", "dela",
            "del",
            "del artikel", "jaa", "udostępnij", "paylaş", "yazdır", "поделиться", "распечатать", "分享", "シェア", "공유",
            "megosztás", "sdílet", "tisk", "drukuj", "afdrukken", "skriv ut",
            // Comments.
            "no comments", "no comments yet", "leave a comment", "leave a reply",
            "view comments",
            "post a comment", "join the conversation", "kommentar schreiben", "kommentieren",
            "keine kommentare", "deja un comentario", "reacties", "kommentarer", "kommentit", "komentarze", "komentáře",
            "hozzászólások", "yorumlar", "yorum yap",
            "комментарии", "コメント", "评论", "댓글", "التعليقات",
            // Other articles.
            "related", "related articles", "related stories", "related posts", "related content", "related topics",
            "related news", "related links", "related coverage", "read more about", "read also",
            "also read",
            "more on this story", "more stories", "more news", "more from", "read next", "up next", "see also",
            "see more", "recommended", "recommended for you", "recommended reading",
            "you may also like", "you might also like", "you may like", "most read", "most popular", "trending",
            "trending now", "top stories", "latest stories", "don't miss", "popular posts",
            "editors' picks", "editor's picks",
            "mehr zum thema", "mehr zu diesem thema", "mehr dazu", "lesen sie auch", "auch interessant",
            "das könnte sie auch interessieren", "das könnte dich auch interessieren", "das könnte ihnen auch gefallen",
            "weitere artikel", "weitere beiträge", "weitere meldungen", "weitere themen", "weitere links",
            "weiterführende links", "weiterführender link", "ähnliche artikel", "ähnliche beiträge", "neueste artikel",
            "meistgelesen", "verwandte artikel", "verwandte themen", "mehr lesen", "mehr erfahren",
            "lire aussi", "à lire aussi", "à lire également", "sur le même sujet", "articles similaires", "voir aussi",
            "en savoir plus", "lire la suite", "les plus lus",
            "lee también", "lea también", "lee además", "leer más", "ver más", "te puede interesar",
            "le puede interesar", "también te puede interesar", "noticias relacionadas", "artículos relacionados",
            "más noticias", "lo más leído", "relacionado", "relacionadas",
            "leggi anche", "leggi di più", "potrebbe interessarti", "potrebbe interessarti anche", "articoli correlati",
            "ti potrebbe interessare", "leia também", "leia mais", "saiba mais", "veja também", "notícias relacionadas",
            "mais lidas",
            "lees ook", "lees meer", "lees verder", "gerelateerde artikelen", "meer over dit onderwerp",
            "läs också", "läs även", "läs mer", "les også", "les mer", "læs også", "læs mere", "lue myös", "lue lisää",
            "czytaj też", "czytaj także", "czytaj więcej", "czytaj dalej", "zobacz także", "zobacz też",
            "przeczytaj także",
            "powiązane artykuły", "polecane", "čtěte také", "přečtěte si také", "související články",
            "olvassa el ezt is",
            "kapcsolódó cikkek", "ezt is olvassa el",
            "ilgili haberler", "bunlar da ilginizi çekebilir", "bunları da sevebilirsiniz", "devamını oku",
            "читайте также", "читать далее", "по теме", "подробнее", "смотрите также", "ещё по теме",
            "материалы по теме",
            "関連記事", "関連リンク", "あわせて読みたい", "続きを読む", "相关阅读", "相关新闻", "相关文章", "延伸閱讀", "相關新聞", "관련기사", "관련 기사",
            "مواضيع ذات صلة", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ المزيد", "قد يعجبك ايضا",
            // The page and its site.
            "sign up", "log in", "login", "permalink", "permalien", "noch keine bewertungen", "quellen anzeigen",
            "quellen ausblenden", "next page",
            "back to top", "close", "loading", "show more", "show less", "read less",
            "skip to main content", "follow us", "about the author", "about author", "download pdf",
            "filed under", "abonnieren", "anmelden", "nach oben", "zurück", "schließen", "zurück zur übersicht",
            "zur übersicht", "schlagworte", "über den autor",
            "über die autorin", "s'abonner", "retour", "haut de page", "fermer", "suivez-nous", "volver", "cerrar",
            "etiquetas", "síguenos", "sobre el autor", "seguici", "chiudi", "torna su", "fechar", "voltar",
            "sobre o autor", "terug", "sluiten", "tillbaka", "tilbake", "tilbage", "takaisin", "wróć", "zamknij",
            "tagi",
            "zpět", "štítky", "vissza", "címkék", "geri", "kapat", "etiketler", "теги", "назад", "закрыть", "наверх",
        ])

    /// Words that stand over paragraphs of an article, too.
    private static let topics: Set<String> = [
        "photo", "photos", "image", "images", "video", "videos", "watch", "listen", "listen to article",
        "listen to this article", "listen to this story", "copy link", "copy url", "link copied",
        "gift this article", "artikel anhören", "link kopieren", "écouter l’article", "copier le lien", "copiar enlace",
        "play", "gallery", "slideshow",
        "caption", "email", "print", "save", "comments", "comment", "kommentare", "commentaires", "comentarios",
        "commenti", "comentários", "more", "learn more", "find out more", "mehr", "next", "previous", "back", "top",
        "menu", "search", "register", "download", "downloads", "tags", "topics", "themen", "temas", "weiter",
        "newsletter", "subscribe", "follow", "latest news", "approfondimenti", "más información", "zum thema",
        "in this article", "read more",
    ]

    private static let beginnings = PhraseSet([
        "share this:", "like this:", "click to share", "posted in:", "posted in ", "filed under:", "filed under ",
        "tagged with:", "tags:", "tagged:", "categories:", "category:", "topics:", "follow us on", "sign up for our",
        "subscribe to our", "click here to subscribe", "share on ", "share this on", "print this", "tweet this",
        "read more:", "related:", "read also:", "also read:", "see also:", "see more:", "more:", "don't miss", "also:",
        "read next:", "related article", "related story", "you may also like", "you might also like", "more on this",
        "watch:", "watch now:", "must read:", "recommended:", "click here to read", "more from ", "anzeige -",
        "anzeige:",
        "lesen sie auch", "lesen sie hier", "lesen sie dazu", "lesen sie mehr", "lesen sie außerdem",
        "auch interessant",
        "mehr zum thema", "mehr dazu:", "mehr infos:", "ähnliche beiträge", "ähnliche artikel", "siehe auch:",
        "empfohlener redaktioneller inhalt", "schlagwörter:", "schlagworte:", "kategorien:", "kategorie:",
        "stichworte:",
        "lire aussi :", "lire aussi:", "lire aussi ", "à lire :", "à lire aussi", "lire également", "voir aussi",
        "sur le même sujet",
        "lea también", "lee también", "lea más:", "lee más:", "lee además", "leer más:", "puedes ver:", "puede leer:",
        "te puede interesar", "le puede interesar", "te recomendamos", "ver también:", "mira también", "mira:", "mirá:",
        "además:",
        "leggi anche", "guarda anche", "leia também", "leia mais", "veja também", "saiba mais", "lees ook", "lees meer",
        "läs också", "läs även", "läs mer:", "les også", "læs også", "lue myös", "czytaj też", "czytaj także",
        "czytaj więcej", "zobacz też", "zobacz także", "zobacz również", "przeczytaj także", "przeczytaj też",
        "čtěte také",
        "čtěte též", "ezt is olvassa", "olvassa el", "ayrıca bkz", "ayrıca oku", "читайте также", "смотрите также",
        "по теме:", "теги:", "метки:", "関連記事", "続きを読む", "相关阅读", "延伸閱讀", "更多精彩", "관련기사", "اقرأ أيض",
    ])
}
