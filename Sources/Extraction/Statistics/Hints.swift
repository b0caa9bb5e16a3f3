/// What an element's class and id say it is for.
struct Hints: OptionSet, Hashable, Sendable, BitwiseCopyable {
    let rawValue: UInt32

    static let content = Hints(rawValue: 1 << 0)
    static let navigation = Hints(rawValue: 1 << 1)
    static let comments = Hints(rawValue: 1 << 2)
    static let sharing = Hints(rawValue: 1 << 3)
    static let related = Hints(rawValue: 1 << 4)
    static let advertising = Hints(rawValue: 1 << 5)
    static let furniture = Hints(rawValue: 1 << 6)
    static let subscription = Hints(rawValue: 1 << 7)
    static let byline = Hints(rawValue: 1 << 8)
    static let caption = Hints(rawValue: 1 << 9)
    static let unseen = Hints(rawValue: 1 << 10)
    static let consent = Hints(rawValue: 1 << 11)
    static let footer = Hints(rawValue: 1 << 12)
    static let tags = Hints(rawValue: 1 << 13)
    static let pullQuote = Hints(rawValue: 1 << 14)
    static let profile = Hints(rawValue: 1 << 15)
    static let table = Hints(rawValue: 1 << 16)
    static let lead = Hints(rawValue: 1 << 17)
    /// Boxes that themes put everything into, the article too.
    static let widget = Hints(rawValue: 1 << 18)
    static let picture = Hints(rawValue: 1 << 19)

    /// The kinds that are never an article.
    static let boilerplate: Hints = [
        .navigation, .comments, .sharing, .related, .advertising, .furniture, .subscription, .consent, .footer, .tags,
    ]
}

/// The words that classes and ids are made of, in the languages that pages are written in.
struct HintLexicon: Sendable {
    static let shared = HintLexicon()

    private let words: [UInt64: Hints]
    /// Beginnings that are telling by themselves: `sharebuttons`, `commentlist`.
    private let beginnings: [(text: [UInt8], hints: Hints)]

    private init() {
        var words: [UInt64: Hints] = [:]
        var beginnings: [(text: [UInt8], hints: Hints)] = []
        for (hints, list) in Self.table {
            for word in list.split(separator: " ") {
                let isBeginning = word.last == "*"
                let text = Array((isBeginning ? word.dropLast() : word).utf8)
                let hash = text.reduce(Self.basis) { Self.step($0, $1) }
                words[hash, default: []].formUnion(hints)
                if isBeginning { beginnings.append((text, hints)) }
            }
        }
        self.words = words
        self.beginnings = beginnings
    }

    /// The hints in a class or id attribute: its words at hyphens, spaces, underscores and inner capitals.
    func hints(in value: ArraySlice<UInt8>) -> Hints {
        var hints: Hints = []
        var token: [UInt8] = []
        var wasLower = false
        for byte in value {
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            let isLetter = lower >= 0x61 && lower <= 0x7A || byte >= 0x80
            let isUpper = lower != byte
            if !isLetter || (isUpper && wasLower) {
                if !token.isEmpty { hints.formUnion(hint(of: token)) }
                token.removeAll(keepingCapacity: true)
            }
            if isLetter { token.append(lower) }
            wasLower = isLetter && !isUpper
        }
        if !token.isEmpty { hints.formUnion(hint(of: token)) }
        return hints
    }

    private func hint(of token: [UInt8]) -> Hints {
        guard token.count >= 2 else { return [] }
        if let hints = words[token.reduce(Self.basis, Self.step)] { return hints }
        guard token.count > 5 else { return [] }
        for (text, hints) in beginnings where token.count > text.count && token.starts(with: text) { return hints }
        return []
    }

    /// FNV-1a.
    private static let basis: UInt64 = 14_695_981_039_346_656_037
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 1_099_511_628_211 }

    private static let table: [(Hints, String)] = [
        (
            .content,
            "article* articlebody articlecontent articletext body content contents entry hentry post story* storybody main "
                + "maincontent text blog news prose paragraph* copy richtext longform bodytext artikel articulo cuerpo "
                + "contenu contenido inhalt testo corpo conteudo tresc obsah noticia nota postcontent commentary"
        ),
        (
            .navigation,
            "nav navi navbar navigation* menu menus submenu megamenu breadcrumb* crumb crumbs pagination pager paging "
                + "skip skiplink sitemap tabs tabbar toolbar jump prevnext adjacent"
        ),
        (
            .comments,
            "comment* disqus respond reply replies discussion* livefyre kommentar* commentaires comentarios commenti "
                + "yorumlar komentarze opmerkingen reactions reacties viafoura coral"
        ),
        (
            .sharing,
            "share shares sharing sharebar sharer shareholder sharetools sharethis sharebutton* sharedaddy social* addthis "
                + "addtoany facebook twitter whatsapp pinterest linkedin reddit follow followus teilen partager compartir "
                + "condividi paylas udostepnij jetpack likebox fblike tweet postratings ratings feedback votes voting survey"
        ),
        (
            .related,
            "related* recommend* recirc recirculation popular mostpopular mostread trending teaser teasers promo* "
                + "suggested suggest suggestion* outbrain taboola zergnet readmore readalso seealso morefrom similar* latest "
                + "upnext nextup further onward weiterlesen relacionad* correlati ilgili powiazane aanbevolen verwandte* "
                + "carousel collection rail playlist hotnews spotlight alsoread readnext mostviewed"
        ),
        (
            .advertising,
            "ad ads adv advert* adslot adbox adsense adunit adwrapper adcontainer adplaceholder sponsor* dfp gpt doubleclick banner "
                + "banners commercial werbung anzeige publicidad publicite reklama reklam affiliate* native mpu leaderboard "
                + "skyscraper billboard adsbygoogle"
        ),
        (
            .furniture,
            "sidebar* aside masthead header* topbar logo search* login signin register account "
                + "popup* modal overlay lightbox tooltip toolbox ticker widgetarea utility ribbon print "
                + "printonly secondary rightcol rightcolumn control controls controlbar factbox faktenbox "
                + "inlinetextbox kasten infokasten sidebox boxout"
        ),
        (.footer, "footer* foot copyright* legal disclaimer colophon impressum bottombar imprint credits"),
        (
            .subscription,
            "newsletter* subscribe* subscription* signup paywall* donate donation* membership optin mailchimp "
                + "suscri* abonn* abo regwall piano premium* emailsignup mailinglist"
        ),
        (
            .byline,
            "byline* author authors authorship dateline date dates time timestamp datetime published publishdate pubdate "
                + "postmeta metadata meta entrymeta posted updated lastmod autor auteur autore readingtime readtime kicker eyebrow"
        ),
        (
            .profile,
            "bio biography authorbox authorbio authorinfo aboutauthor vcard avatar contributor* profile* sabox*"
        ),
        (.caption, "caption* figcaption credit photocredit legend imagecaption"),
        (
            .unseen,
            "hidden hide invisible visually visuallyhidden offscreen noprint nodisplay dnone none screen reader screenreader sr sronly assistive print"
        ),
        (.consent, "cookie* consent* gdpr ccpa onetrust didomi cmp privacy datenschutz"),
        (
            .tags,
            "tag tags taglist tagcloud topics categories category categorylinks keywords labels etiquetas schlagworte toggle toggles"
        ),
        (.pullQuote, "pullquote* pull blockpull quotebox"),
        (.table, "infobox wikitable"),
        (
            .lead,
            "lead lede leadtext intro introduction introtext standfirst dek deck perex chapo chapeau excerpt subheadline subhead "
                + "subheading subtitle abstract preface vorspann teasertext summary entradilla bajada sapo ingress manchet anriss "
                + "leader synopsis strapline"
        ),
        (.widget, "widget widgets widgetcontent"),
        (
            .picture,
            "image images img photo photos picture pictures pic gallery galleries slideshow slider bild bilder foto fotos "
                + "fotogalerie galeria galerie galleria diaporama imagen imagenes immagine immagini imagem zdjecie"
        ),
    ]
}
