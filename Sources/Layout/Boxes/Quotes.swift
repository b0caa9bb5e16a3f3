import CSS

/// Quotation marks by language, for `quotes: auto` (CSS Content 3, §3.1; the marks are CLDR's).
enum Quotes {
    static func pairs(for language: String?) -> [TextStyle.QuotePair] {
        let primary = language?.split(separator: "-").first.map { $0.lowercased() } ?? "en"
        let marks = table[primary] ?? table["en"]!
        return [TextStyle.QuotePair(open: marks.0, close: marks.1), TextStyle.QuotePair(open: marks.2, close: marks.3)]
    }

    private static let table: [String: (String, String, String, String)] = [
        "en": ("“", "”", "‘", "’"), "de": ("„", "“", "‚", "‘"), "fr": ("«\u{202F}", "\u{202F}»", "“", "”"),
        "es": ("«", "»", "“", "”"), "it": ("«", "»", "“", "”"), "pt": ("“", "”", "‘", "’"), "nl": ("‘", "’", "“", "”"),
        "pl": ("„", "”", "«", "»"), "cs": ("„", "“", "‚", "‘"), "sk": ("„", "“", "‚", "‘"), "da": ("“", "”", "‘", "’"),
        "nb": ("«", "»", "‘", "’"), "no": ("«", "»", "‘", "’"), "sv": ("”", "”", "’", "’"), "fi": ("”", "”", "’", "’"),
        "hu": ("„", "”", "»", "«"), "ru": ("«", "»", "„", "“"), "uk": ("«", "»", "„", "“"), "el": ("«", "»", "“", "”"),
        "ja": ("「", "」", "『", "』"), "zh": ("“", "”", "‘", "’"), "ro": ("„", "”", "«", "»"), "tr": ("“", "”", "‘", "’"),
    ]
}
