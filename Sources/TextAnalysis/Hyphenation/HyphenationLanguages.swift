/// What is known about hyphens in one language.
struct HyphenationLanguage: Sendable {
    /// BCP 47 tags in lower case that the row is for; a longer tag is cut from its end until a row has it (RFC 4647, §3.4).
    var tags: [String]
    /// Names of dictionary files without `hyph_` and ending, the best first.
    var files: [String]
    /// The Debian package that has them.
    var package: String
    /// Least letters before and after a hyphen; marks on letters are not counted.
    var minimum: (before: Int, after: Int)
}

extension HyphenationLanguage {
    /// Every language that Debian 12 has a dictionary for. The least letters are those that the makers of TeX's patterns
    /// give for each language in hyph-utf8 (`lefthyphenmin`, `righthyphenmin`).
    static let all: [HyphenationLanguage] = [
        .init(["af"], "af_ZA", "hyphen-af", 1, 2),
        .init(["as"], "as_IN", "hyphen-as", 1, 1),
        .init(["be"], "be_BY", "hyphen-be", 2, 2),
        .init(["bg"], "bg_BG", "hyphen-bg", 2, 2),
        .init(["bn"], "bn_IN", "hyphen-bn", 1, 1),
        .init(["ca"], "ca_ES", "hyphen-ca", 2, 2),
        .init(["cs"], "cs_CZ", "hyphen-cs", 2, 3),
        .init(["da"], "da_DK", "hyphen-da", 2, 2),
        .init(["de"], "de_DE", "hyphen-de", 2, 2),
        .init(["el"], "el_GR", "hyphen-el", 1, 1),
        .init(["en", "en-us", "en-ca", "en-ph"], "en_US", "hyphen-en-us", 2, 3),
        .init(
            ["en-gb", "en-au", "en-ie", "en-in", "en-nz", "en-za", "en-001", "en-150"], "en_GB", "hyphen-en-gb", 2, 3),
        .init(["es"], "es_ES", "hyphen-es", 2, 2),
        .init(["et"], "et_EE", "myspell-et", 2, 3),
        .init(["fr"], "fr", "hyphen-fr", 2, 2),
        .init(["gl"], "gl_ES", "hyphen-gl", 2, 2),
        .init(["gu"], "gu_IN", "hyphen-gu", 1, 1),
        .init(["hi"], "hi_IN", "hyphen-hi", 1, 1),
        .init(["hr", "bs"], "hr_HR", "hyphen-hr", 2, 2),
        .init(["hu"], "hu_HU", "hyphen-hu", 2, 2),
        .init(["id", "ms"], "id_ID", "hyphen-id", 2, 2),
        .init(["is"], "is_IS", "hyphen-is", 2, 2),
        .init(["it"], "it_IT", "hyphen-it", 2, 2),
        .init(["kn"], "kn_IN", "hyphen-kn", 1, 1),
        .init(["lt"], "lt_LT", "hyphen-lt", 2, 2),
        .init(["lv"], "lv_LV", "hyphen-lv", 2, 2),
        .init(["ml"], "ml_IN", "hyphen-ml", 1, 1),
        .init(["mn"], "mn_MN", "hyphen-mn", 2, 2),
        .init(["mr"], "mr_IN", "hyphen-mr", 1, 1),
        .init(["nb", "no"], "nb_NO", "hyphen-no", 2, 2),
        .init(["nl"], "nl_NL", "hyphen-nl", 2, 2),
        .init(["nn"], "nn_NO", "hyphen-no", 2, 2),
        .init(["or"], "or_IN", "hyphen-or", 1, 1),
        .init(["pa"], "pa_IN", "hyphen-pa", 1, 1),
        .init(["pl"], "pl_PL", "hyphen-pl", 2, 2),
        .init(["pt-br"], "pt_BR", "hyphen-pt-br", 2, 3),
        .init(["pt"], "pt_PT", "hyphen-pt-pt", 2, 3),
        .init(["ro", "mo"], "ro_RO", "hyphen-ro", 2, 2),
        .init(["ru"], "ru_RU", "hyphen-ru", 2, 2),
        .init(["sk"], "sk_SK", "hyphen-sk", 2, 3),
        .init(["sl"], "sl_SI", "hyphen-sl", 2, 2),
        .init(["sr", "bs-cyrl", "sh-cyrl"], "sr_RS", "hyphen-sr", 2, 2),
        .init(["sr-latn", "sr-me", "sh"], "sr-Latn_RS", "hyphen-sr", 2, 2),
        .init(["sv"], "sv_SE", "hyphen-sv", 2, 2),
        .init(["ta"], "ta_IN", "hyphen-ta", 1, 1),
        .init(["te"], "te_IN", "hyphen-te", 1, 1),
        .init(["th"], "th_TH", "hyphen-th", 2, 3),
        .init(["uk"], "uk_UA", "hyphen-uk", 2, 2),
        .init(["zu"], "zu_ZA", "hyphen-zu", 1, 2),
    ]

    private init(_ tags: [String], _ file: String, _ package: String, _ before: Int, _ after: Int) {
        self.init(tags: tags, files: [file], package: package, minimum: (before, after))
    }

    private static let rows: [String: HyphenationLanguage] = {
        var rows: [String: HyphenationLanguage] = [:]
        for row in all { for tag in row.tags { rows[tag] = row } }
        return rows
    }()

    /// The row of a BCP 47 tag: of the tag, else of its language with its script or region, else of its language.
    static func row(forLanguage tag: String) -> HyphenationLanguage? {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        guard let language = parts.first else { return nil }
        let script = parts.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
        // A dictionary is of no use in another script than its own.
        if let script, let usual = usualScripts[language], script != usual, rows["\(language)-\(script)"] == nil {
            return nil
        }
        let region = parts.dropFirst().first { $0.count == 2 || $0.count == 3 && $0.allSatisfy(\.isNumber) }
        for part in [script, region].compactMap(\.self) {
            if let row = rows["\(language)-\(part)"] { return row }
        }
        return rows[language]
    }

    /// The script of a language's dictionary, where it is written in others too.
    private static let usualScripts = [
        "bs": "latn", "mn": "cyrl", "pa": "guru", "sh": "latn", "sr": "cyrl", "hi": "deva", "ru": "cyrl", "uk": "cyrl",
        "be": "cyrl", "bg": "cyrl", "de": "latn", "ms": "latn", "ro": "latn", "mo": "cyrl",
    ]

    /// Languages whose words are not divided by hyphens: written without spaces, or with letters that join.
    static let unhyphenated: Set<String> = [
        "zh", "yue", "wuu", "lzh", "ja", "ko", "lo", "km", "my", "bo", "dz", "ar", "fa", "ur", "ps", "sd", "ug", "ckb",
        "he", "yi", "syr", "dv", "vi",
    ]
}
