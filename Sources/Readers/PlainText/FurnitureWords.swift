/// The words of what stands round an article on a page, in the languages that most pages have. All in lower case.
enum FurnitureWords {
    /// Words that buttons are made of. A line of nothing else is a row of buttons.
    static let buttons: Set<String> = [
        "bookmark", "comment", "comments", "copy", "download", "email", "e-mail", "mail", "facebook", "fb", "flipboard",
        "follow", "friendly", "instagram", "like", "link", "linkedin", "listen", "mastodon", "messenger", "pdf", "pin",
        "pinterest", "pocket", "post", "print", "reddit", "rss", "save", "send", "share", "sms", "telegram", "threads",
        "tumblr", "tweet", "twitter", "url", "version", "viber", "vk", "whatsapp", "x", "xing", "youtube", "bluesky",
        // de, fr, es, it, pt, nl, sv, pl, ru
        "drucken", "teilen", "merken", "senden", "twittern", "imprimer", "partager", "envoyer", "enregistrer",
        "imprimir",
        "compartir", "enviar", "guardar", "stampa", "condividi", "invia", "salva", "compartilhar", "partilhar",
        "afdrukken",
        "delen", "mailen", "skriv", "ut", "dela", "drukuj", "udostępnij", "печать", "поделиться", "отправить",
        "印刷", "共有", "シェア", "ツイート", "分享", "打印", "收藏", "인쇄", "공유",
    ]

    /// Words that may stand between those.
    static let buttonFillers: Set<String> = [
        "a", "all", "an", "and", "article", "as", "by", "friend", "for", "from", "in", "it", "me", "my", "of", "on",
        "or",
        "page", "story", "the", "this", "to", "us", "via", "with", "you", "your", "&", "+", "artikel", "auf", "bei",
        "beitrag", "den", "diesen", "per", "seite", "und", "article", "cet", "par", "sur", "este", "artículo", "en",
        "por",
        "questo", "articolo", "su", "dit", "op",
    ]

    /// Lines that are furniture wherever they stand.
    static let always: Set<String> = [
        "advertisement", "advertisements", "advertising", "article continues after advertisement",
        "article continues below", "story continues below advertisement", "story continues below", "sponsored",
        "sponsored content", "anzeige", "werbung", "publicité", "publicidad", "pubblicità", "publicidade",
        "advertentie",
        "annons", "reklama", "реклама", "広告", "广告", "광고", "skip to content", "skip to main content",
        "zum inhalt springen", "aller au contenu", "saltar al contenido", "vai al contenuto", "back to top",
        "nach oben", "click to share", "click here to print", "share this with email", "read aloud",
        "listen to this article",
        "close", "cookie settings", "manage cookies", "accept all", "accept all cookies", "reject all",
    ]

    /// Lines that are furniture before the text begins or after it has ended.
    static let atTheEdges: Set<String> = [
        "menu", "home", "search", "subscribe", "subscribe now", "sign in", "sign up", "log in", "login", "register",
        "my account", "newsletter", "newsletters", "about", "about us", "contact", "contact us", "privacy",
        "privacy policy",
        "terms", "terms of use", "terms of service", "imprint", "impressum", "datenschutz", "kontakt", "startseite",
        "suche", "anmelden", "accueil", "recherche", "se connecter", "s'abonner", "mentions légales", "inicio",
        "buscar",
        "suscríbete", "contacto", "cerca", "accedi", "abbonati", "início", "zoeken", "abonneren", "sök", "szukaj",
        "главная", "поиск", "войти", "next", "previous", "next post", "previous post", "next article",
        "previous article",
        "reply", "load more", "show more", "read more", "continue reading", "see all", "view all", "post comment",
        "submit", "name", "email", "website", "comment",
    ]

    /// Headings of a form or list of comments: what follows is no longer the article.
    static let comments: Set<String> = [
        "leave a reply", "leave a comment", "leave a response", "leave your comment", "post a comment", "add a comment",
        "add comment", "write a comment", "submit a comment", "join the conversation", "join the discussion",
        "comments",
        "responses", "reader comments", "comments are closed", "cancel reply", "schreibe einen kommentar",
        "schreiben sie einen kommentar", "hinterlasse eine antwort", "hinterlasse einen kommentar",
        "kommentar hinterlassen",
        "kommentar schreiben", "kommentare", "laisser un commentaire", "laissez un commentaire",
        "poster un commentaire",
        "commentaires", "deja una respuesta", "deja un comentario", "dejar un comentario", "comentarios",
        "lascia un commento", "lascia una risposta", "commenti", "deixe um comentário", "deixe uma resposta",
        "comentários", "geef een reactie", "laat een reactie achter", "plaats een reactie", "reacties",
        "lämna ett svar",
        "lämna en kommentar", "kommentarer", "dodaj komentarz", "komentarze", "добавить комментарий",
        "оставить комментарий", "комментарии", "コメントを残す", "コメント", "发表评论", "发表回复", "댓글 남기기",
    ]

    /// Headings of lists of other articles.
    static let related: Set<String> = [
        "related", "related posts", "related articles", "related stories", "related content", "related news",
        "related reading", "related topics", "you may also like", "you might also like", "you may like",
        "you may also be interested in", "you might be interested in", "more stories", "more articles",
        "more like this",
        "more on this story", "more on this topic", "more from the web", "recommended", "recommended for you",
        "recommended stories", "recommended articles", "read next", "up next", "what to read next", "most read",
        "most popular", "most viewed", "trending", "trending now", "popular posts", "recent posts", "latest posts",
        "latest news", "latest articles", "editor's picks", "editors' picks", "ähnliche beiträge", "ähnliche artikel",
        "verwandte artikel", "das könnte dich auch interessieren", "das könnte sie auch interessieren",
        "mehr zum thema",
        "weitere artikel", "meistgelesen", "articles similaires", "articles liés", "à lire aussi", "lire aussi",
        "sur le même sujet", "les plus lus", "artículos relacionados", "entradas relacionadas", "noticias relacionadas",
        "también te puede interesar", "te puede interesar", "lo más leído", "articoli correlati", "leggi anche",
        "potrebbe interessarti anche", "artigos relacionados", "leia também", "gerelateerde artikelen",
        "gerelateerde berichten", "lees ook", "meer lezen", "relaterade artiklar", "relaterade inlägg", "läs också",
        "podobne artykuły", "zobacz też", "похожие статьи", "читайте также", "関連記事", "相关文章", "相关阅读", "관련 기사",
    ]

    /// Sentences that only forms and notices have.
    static let sentences: [String] = [
        "email address will not be published", "e-mail address will not be published", "required fields are marked",
        "fields marked with an asterisk", "uses akismet to reduce spam", "how your comment data is processed",
        "notify me of follow-up comments", "notify me of new posts", "notify me when new comments",
        "save my name, email",
        "you must be logged in to post a comment", "you must be logged in to reply", "please log in to comment",
        "this site is protected by recaptcha", "subscribe to our newsletter", "sign up for our newsletter",
        "sign up to our newsletter", "unsubscribe at any time", "all rights reserved", "your browser does not support",
        "please enable javascript", "e-mail-adresse wird nicht veröffentlicht", "erforderliche felder sind",
        "verwendet akismet, um spam", "wie deine kommentardaten verarbeitet", "alle rechte vorbehalten",
        "melden sie sich für unseren newsletter", "adresse e-mail ne sera pas publiée",
        "adresse de messagerie ne sera pas",
        "les champs obligatoires sont", "utilise akismet pour réduire", "données de vos commentaires sont utilisées",
        "tous droits réservés", "dirección de correo electrónico no será publicada", "los campos obligatorios están",
        "usa akismet para reducir", "procesan los datos de tus comentarios", "todos los derechos reservados",
        "indirizzo email non sarà pubblicato", "i campi obbligatori sono", "usa akismet per ridurre",
        "tutti i diritti riservati", "endereço de e-mail não será publicado", "campos obrigatórios são",
        "utiliza o akismet para reduzir", "todos os direitos reservados", "e-mailadres wordt niet gepubliceerd",
        "vereiste velden zijn", "gebruikt akismet om spam", "e-postadress kommer inte publiceras",
        "obligatoriska fält är",
        "adres e-mail nie zostanie opublikowany", "wymagane pola są", "адрес email не будет опубликован",
        "обязательные поля помечены", "メールアドレスが公開されることはありません", "您的邮箱地址不会被公开",
        "您的电子邮箱地址不会被公开", "이메일 주소는 공개되지 않습니다",
    ]

    /// With "cookie" in a line near an edge, one of these makes it a notice.
    static let cookieVerbs: [String] = [
        "accept", "agree", "allow", "consent", "prefer", "reject", "setting", "we use", "this site uses",
        "this website uses",
        "akzept", "verwende", "nutzen", "zustimm", "utilis", "accept", "consent", "utiliz", "usa ", "usamos", "acept",
        "gebruik", "använd", "использу", "使用",
    ]

    /// Openings of a line that leads to another article.
    static let pointers: [String] = [
        "read more:", "read also:", "also read:", "see also:", "related:", "more:", "read next:", "watch:", "listen:",
        "lesen sie auch:", "lesen sie mehr:", "mehr zum thema:", "lire aussi", "à lire aussi", "lea también:",
        "lee también:", "leer más:", "leggi anche:", "leia também:", "leia mais:", "lees ook:", "läs också:",
        "läs även:",
        "czytaj także:", "czytaj też:", "читайте также:", "関連記事:", "関連記事：",
    ]
}
