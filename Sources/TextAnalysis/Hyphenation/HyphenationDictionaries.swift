internal import Glibc
internal import Synchronization

/// Which dictionary a language has, and what is known about its hyphens.
public struct HyphenationDictionaries: Sendable {
    /// Where Debian's `hyphen-*` packages put their files.
    public static let folder = "/usr/share/hyphen"

    private static let loaded = Mutex<[String: Hyphenator?]>([:])

    /// The hyphenator of a BCP 47 tag, loaded once; nil if there is no dictionary.
    static func hyphenator(forLanguage tag: String) -> Hyphenator? {
        let tag = tag.lowercased()
        return loaded.withLock { loaded in
            if let known = loaded[tag] { return known }
            var found: Hyphenator?
            if let name = candidates(forLanguage: tag).first(where: isPresent) {
                // Tags that share a dictionary share the hyphenator.
                if let known = loaded[name] {
                    found = known
                } else {
                    found = Hyphenator(path: path(of: name), language: tag)
                    loaded[name] = .some(found)
                }
            }
            loaded[tag] = .some(found)
            return found
        }
    }

    /// The package that would bring a language's dictionary.
    public static func package(forLanguage tag: String) -> String {
        let parts = tag.lowercased().split(separator: "-")
        let language = parts.first.map(String.init) ?? "en"
        return switch language {
        case "en": parts.contains("gb") ? "hyphen-en-gb" : "hyphen-en-us"
        case "pt": parts.contains("br") ? "hyphen-pt-br" : "hyphen-pt-pt"
        case "nb", "nn", "no": "hyphen-no"
        case "et": "myspell-et"
        default: "hyphen-" + language
        }
    }

    /// File names without ending, the best first: the tag itself, the language where it is most written, the language.
    static func candidates(forLanguage tag: String) -> [String] {
        let parts = tag.split(separator: "-").map(String.init)
        guard let language = parts.first else { return [] }
        var names: [String] = []
        var regions = parts.dropFirst().filter { $0.count == 2 || ($0.count == 3 && $0.allSatisfy(\.isNumber)) }
        let script = parts.dropFirst().first { $0.count == 4 }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        if language == "en", regions.contains(where: { ["au", "ie", "in", "nz", "za"].contains($0) }) {
            regions.append("gb")
        }
        for region in regions { names.append("\(language)_\(region.uppercased())") }
        if let script { names.append("\(language)_\(script)") }
        if let home = homes[language] { names.append(home) }
        return names + [language, "\(language)_\(language.uppercased())"]
    }

    /// The dictionary for a language without a region, where that is not its own two letters twice.
    private static let homes = [
        "be": "be_BY", "ca": "ca_ES", "cs": "cs_CZ", "da": "da_DK", "de": "de_DE", "el": "el_GR", "en": "en_US",
        "et": "et_EE", "gl": "gl_ES", "nb": "nb_NO", "nn": "nn_NO", "no": "nb_NO", "pt": "pt_PT", "sl": "sl_SI",
        "sr": "sr", "sv": "sv_SE", "uk": "uk_UA", "zu": "zu_ZA",
    ]

    /// Least letters before and after a hyphen, as TeX's pattern files ask for in each language.
    static func minimums(forLanguage tag: String) -> (before: Int, after: Int) {
        switch tag.lowercased().split(separator: "-").first {
        case "en": (2, 3)
        case "cs", "da", "nb", "nn", "no", "sk", "sl", "hr", "pt", "id": (2, 2)
        case "et", "is": (2, 3)
        case "bn", "hi", "gu", "kn", "ml", "mr", "or", "pa", "ta", "te", "as": (1, 1)
        case "el": (1, 1)
        case "mn", "ru", "uk", "bg", "be", "sr", "lt", "lv", "pl", "hu", "nl", "sv", "de", "fr", "it", "es": (2, 2)
        default: (2, 2)
        }
    }

    private static func path(of name: String) -> String { "\(folder)/hyph_\(name).dic" }

    private static func isPresent(_ name: String) -> Bool { unsafe access(path(of: name), R_OK) == 0 }
}

extension Hyphenator {
    /// The hyphenator of a BCP 47 tag; nil if its dictionary is not installed.
    public static func forLanguage(_ tag: String) -> Hyphenator? {
        HyphenationDictionaries.hyphenator(forLanguage: tag)
    }
}
