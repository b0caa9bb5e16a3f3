/// What senders of newsletters write round their text, in the languages that most letters have. All in lower case.
enum MailWords {
    /// Words of the link to the same letter on the web.
    static let webCopy = [
        "view in browser", "view in your browser", "view this email", "view this message", "view online",
        "view it in your browser", "view web version", "view the web version", "web version", "read online",
        "read in browser", "read this online", "open in browser", "open in your browser", "see this email",
        "click here to view", "having trouble viewing", "trouble viewing this", "view as a web", "view email in",
        "im browser ansehen", "im browser anzeigen", "im browser öffnen", "im browser lesen", "online-version",
        "onlineversion", "webversion", "online ansehen", "online lesen", "version en ligne", "dans votre navigateur",
        "dans le navigateur", "version web", "voir en ligne", "lire en ligne", "en el navegador", "en tu navegador",
        "en su navegador", "versión web", "ver online", "ver en línea", "nel browser", "versione web",
        "versione online",
        "no navegador", "no seu navegador", "versão web", "in je browser", "in uw browser", "bekijk online",
        "online versie", "webversie", "i webbläsaren", "i din webbläsare", "i browseren", "i nettleseren",
        "w przeglądarce",
        "v prohlížeči", "в браузере", "веб-версия", "ブラウザで", "在浏览器", "在瀏覽器", "브라우저에서",
    ]

    /// Words of the link by which one leaves a list or says what one wants of it.
    static let leaving = [
        "unsubscribe", "opt out", "opt-out", "manage preferences", "manage your preferences", "update preferences",
        "update your preferences", "email preferences", "manage subscription", "manage your subscription",
        "subscription preferences", "update profile", "stop receiving", "abmelden", "abbestellen", "austragen",
        "newsletter-einstellungen", "désabonner", "désinscrire", "désinscription", "se désabonner", "darse de baja",
        "darte de baja", "cancelar suscripción", "cancelar la suscripción", "anular suscripción",
        "annulla l'iscrizione",
        "annulla iscrizione", "disiscriviti", "cancella iscrizione", "cancelar inscrição", "cancelar assinatura",
        "cancelar subscrição", "uitschrijven", "afmelden", "avregistrera", "avsluta prenumeration", "afmeld",
        "meld deg av", "avmeld", "peruuta tilaus", "wypisz", "zrezygnuj z subskrypcji", "odhlásit", "leiratkozás",
        "dezabonare", "отписаться", "відписатися", "配信停止", "配信を停止", "退订", "取消订阅", "取消訂閱", "수신거부",
        "수신 거부", "aboneliğinizi iptal", "abonelikten çık",
    ]

    /// Sentences that stand above that link.
    static let footer = [
        "you are receiving this", "you're receiving this", "you received this", "you have received this",
        "this email was sent to", "this message was sent to", "this e-mail was sent to", "our mailing address",
        "because you signed up", "because you subscribed", "because you are subscribed", "because you opted",
        "all rights reserved", "copyright ©", "© 20", "(c) 20", "add us to your address book", "was this forwarded",
        "forwarded this email", "forward this email", "sie erhalten diese", "sie erhalten diesen", "du erhältst diese",
        "diese e-mail wurde", "alle rechte vorbehalten", "vous recevez ce", "cet e-mail a été envoyé", "tous droits",
        "recibes este", "recibe este", "todos los derechos", "ricevi questa", "hai ricevuto questa", "tutti i diritti",
        "você está recebendo", "você recebeu", "todos os direitos", "je ontvangt deze", "u ontvangt deze",
        "alle rechten", "du får detta", "du får det här", "otrzymujesz", "вы получили это", "все права",
    ]

    /// What programs write above a message that is passed on; compared by letters alone.
    static let forwarded = [
        "forwardedmessage", "beginforwardedmessage", "originalmessage", "weitergeleitetenachricht",
        "anfangderweitergeleitetennachricht", "ursprünglichenachricht", "originalnachricht", "messagetransféré",
        "débutdumessagetransféré", "messagedorigine", "mensajereenviado", "iniciodelmensajereenviado",
        "mensajeoriginal", "messaggioinoltrato", "iniziomessaggioinoltrato", "messaggiooriginale",
        "mensagemencaminhada", "iníciodamensagemencaminhada", "mensagemoriginal", "doorgestuurdbericht",
        "beginvandoorgestuurdbericht", "oorspronkelijkbericht", "vidarebefordratmeddelande", "videresendtmeddelelse",
        "videresendtmelding", "przekazanawiadomość", "пересылаемоесообщение", "転送メッセージ", "转发的邮件",
    ]

    /// Names of the fields below that, each with what it is.
    static let fields: [String: Field] = {
        let names: [(Field, String)] = [
            (.from, "from von de da van från fra od от 差出人 发件人"),
            (.subject, "subject betreff objet asunto oggetto assunto onderwerp ämne emne temat тема 件名 主题"),
            (
                .date,
                "date sent datum gesendet envoyé fecha enviado data inviato enviada verzonden skickat sendt дата 日付 日期"
            ),
            (.other, "to cc bcc reply-to an kopie à copie para a aan till til do кому 宛先 收件人 antwort répondre"),
        ]
        var fields: [String: Field] = [:]
        for (field, list) in names { for name in list.split(separator: " ") { fields[String(name)] = field } }
        return fields
    }()

    enum Field: Sendable { case from, subject, date, other }
}
