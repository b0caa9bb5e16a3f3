/// The words over a table of contents, by language.
enum ContentsTitle {
    /// What a table of contents is called in a language; in English where the language is not known here.
    static func text(language: String?) -> String {
        let tag = (language ?? "en").lowercased()
        if tag.hasPrefix("zh-hant") || tag.hasPrefix("zh-tw") || tag.hasPrefix("zh-hk") { return "目錄" }
        return words[String(tag.prefix { $0 != "-" && $0 != "_" })] ?? "Contents"
    }

    private static let words = [
        "ar": "المحتويات", "bg": "Съдържание", "bn": "সূচিপত্র", "ca": "Índex", "cs": "Obsah", "da": "Indhold",
        "de": "Inhalt", "el": "Περιεχόμενα", "en": "Contents", "es": "Índice", "et": "Sisukord", "eu": "Aurkibidea",
        "fa": "فهرست", "fi": "Sisällys", "fr": "Sommaire", "ga": "Clár ábhair", "gl": "Índice", "he": "תוכן העניינים",
        "hi": "विषय-सूची", "hr": "Sadržaj", "hu": "Tartalom", "id": "Daftar isi", "is": "Efnisyfirlit", "it": "Indice",
        "ja": "目次", "ko": "차례", "lt": "Turinys", "lv": "Saturs", "nb": "Innhold", "nl": "Inhoud", "nn": "Innhald",
        "no": "Innhold", "pl": "Spis treści", "pt": "Índice", "ro": "Cuprins", "ru": "Содержание", "sk": "Obsah",
        "sl": "Vsebina", "sr": "Садржај", "sv": "Innehåll", "ta": "பொருளடக்கம்", "th": "สารบัญ", "tr": "İçindekiler",
        "uk": "Зміст", "ur": "فہرست", "vi": "Mục lục", "zh": "目录",
    ]
}
