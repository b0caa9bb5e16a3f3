internal import TextAnalysis

/// What pages ask of their readers, in the languages that pages are written in.
enum PromotionPhrases {
    static func match(_ text: String) -> Bool {
        let key = text.lowercaseKey
        return phrases.occurs(in: key) || letters.occurs(in: key) && asking.occurs(in: key)
            || following.occurs(in: key) && networks.filter { key.holds($0) }.count > 1
    }

    static func followsAuthor(_ text: String) -> Bool { authors.occurs(in: text.lowercaseKey) }

    private static let authors = PhraseSet([
        "follow him on", "follow her on", "follow me on", "follow them on", "keep up with me on", "i tweet",
        "tweets at",
    ])

    private static let phrases = PhraseSet([
        "sign up for", "sign up to", "signing up for", "subscribe to our", "subscribe now", "subscribe here",
        "subscribe today", "join our newsletter", "our newsletter", "follow us on", "follow us @",
        "like us on facebook",
        "find us on facebook", "join us on telegram", "join our telegram", "join our whatsapp", "download our app",
        "download the app", "get our app", "click here to subscribe", "click here to get", "have a tip?", "got a tip?",
        "have a news tip", "got a story", "do you have a story", "send us your", "chat with us",
        "support us on patreon", "buy me a coffee", "if you enjoyed this article", "if you liked this article",
        "if you enjoyed this post", "if you liked this post", "please consider supporting", "this entry was posted",
        "dieser beitrag wurde am", "der beitrag wurde am",
        "cet article a été publié le", "esta entrada fue publicada", "questo articolo è stato pubblicato",
        "ten wpis został opublikowany", "este artigo foi publicado", "dit bericht werd geplaatst",
        "become a member",
        "become a subscriber",
        "newsletter abonnieren", "unseren newsletter", "zum newsletter", "folgen sie uns", "folge uns", "folgt uns",
        "bitte registrieren sie sich", "war der artikel", "war dieser artikel", "hat ihnen der artikel",
        "hat dir der artikel",
        "artikel teilen?", "noch keine bewertungen", "jetzt abonnieren", "jetzt anmelden", "jetzt testen",
        "hier anmelden",
        "inscrivez-vous", "abonnez-vous", "suivez-nous", "rejoignez-nous", "téléchargez l'application",
        "téléchargez notre",
        "suscríbete", "suscríbase", "suscribite", "síguenos", "sigue nuestra", "síganos", "seguinos", "únete a nuestro",
        "descarga nuestra", "descargá nuestra", "iscriviti alla", "iscriviti al", "seguici su", "abbonati", "siga-nos",
        "siga o ", "inscreva-se", "assine a", "assine o", "baixe o aplicativo", "volg ons", "meld je aan",
        "abonneer je",
        "schrijf je in", "zapisz się", "obserwuj nas", "polub nas", "dołącz do nas", "śledź nas", "подпишитесь",
        "подписывайтесь", "подписаться на", "следите за нами", "bizi takip", "abone ol", "følg os", "følg oss",
        "følg med på",
        "meld deg på", "tilmeld dig", "prenumerera", "följ oss", "seuraa meitä", "tilaa uutiskirje", "sledujte nás",
        "přihlaste se", "kövess minket", "iratkozz fel", "feliratkozás", "メルマガ登録", "フォローする", "关注我们", "扫码关注", "订阅我们",
    ])

    private static let letters = PhraseSet([
        "newsletter", "boletín", "boletin", "bülten", "рассылк", "nyhetsbrev", "nyhedsbrev", "uutiskirje",
        "nieuwsbrief",
        "hírlevél", "inbox", "briefing", "zpravodaj", "メルマガ", "뉴스레터",
    ])

    private static let asking = PhraseSet([
        "subscribe", "sign up", "get the latest", "delivered", "abonn", "anmeld", "registr", "suscr", "inscri", "iscri",
        "recib", "receb", "ricev", "recevez", "erhalten sie", "zapisz", "подпиш", "prenumer", "tilmeld", "tilaa",
        "meld ",
        "odebír", "feliratkoz", "kayıt ol", "登録", "구독",
    ])

    private static let following = PhraseSet([
        "follow", "find us", "like us", "join us", "connect with", "folgen", "folge", "folgt", "suivez", "retrouvez",
        "sígue", "sigue", "síga", "seguici", "segui", "siga", "volg", "følg", "följ", "seuraa", "śledź", "obserwuj",
        "подпис", "следите", "takip", "sleduj", "kövess",
    ])

    private static let networks = [
        "facebook", "twitter", "instagram", "youtube", "linkedin", "tiktok", "telegram", "whatsapp", "pinterest",
        "google news",
    ]
}
