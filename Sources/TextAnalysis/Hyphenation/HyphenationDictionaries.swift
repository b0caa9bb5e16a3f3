internal import Glibc
internal import Synchronization

/// Which dictionary a language has, and what is known about its hyphens.
public struct HyphenationDictionaries: Sendable {
    /// Where Debian's `hyphen-*` packages put their files.
    public static let folder = "/usr/share/hyphen"

    private static let loaded = Mutex<[String: Hyphenator?]>([:])
    /// Tags come from the page and may be any: beyond so many, those of no dictionary are looked up each time.
    private static let mostTags = 1_000

    /// The hyphenator of a BCP 47 tag, loaded once; nil if there is no dictionary.
    static func hyphenator(forLanguage tag: String) -> Hyphenator? {
        let tag = tag.lowercased()
        return loaded.withLock { loaded in
            if let known = loaded[tag] { return known }
            var found: Hyphenator?
            if let row = HyphenationLanguage.row(forLanguage: tag), let name = row.files.first(where: isPresent) {
                let orthography = Orthography(ofLanguage: tag)
                // Tags that share dictionary and orthography share the hyphenator.
                let key = "\(name) \(row.tags[0]) \(orthography.map(\.rawValue) ?? "")"
                if let known = loaded[key] {
                    found = known
                } else {
                    found = Hyphenator(path: path(of: name), language: row, orthography: orthography)
                    loaded[key] = .some(found)
                }
            }
            if found != nil || loaded.count < mostTags { loaded[tag] = .some(found) }
            return found
        }
    }

    /// The package that brings a language's dictionary; nil if Debian has none.
    public static func package(forLanguage tag: String) -> String? {
        HyphenationLanguage.row(forLanguage: tag)?.package
    }

    /// True of languages that are written without hyphens at line ends, such as Chinese and Arabic.
    public static func isUnhyphenated(_ tag: String) -> Bool {
        HyphenationLanguage.unhyphenated.contains(tag.prefix { $0 != "-" }.lowercased())
    }

    /// True of languages that write nouns with a capital, so that a capital says nothing about names.
    public static func capitalizesNouns(_ tag: String) -> Bool {
        nounCapitalizing.contains(tag.prefix { $0 != "-" }.lowercased())
    }

    /// German, Luxembourgish and their neighbours.
    private static let nounCapitalizing: Set = ["de", "lb", "nds", "gsw", "bar", "ksh", "pfl", "stq"]

    private static func path(of name: String) -> String { "\(folder)/hyph_\(name).dic" }

    private static func isPresent(_ name: String) -> Bool { unsafe access(path(of: name), R_OK) == 0 }
}

extension Hyphenator {
    /// The hyphenator of a BCP 47 tag; nil if its dictionary is not installed.
    public static func forLanguage(_ tag: String) -> Hyphenator? {
        HyphenationDictionaries.hyphenator(forLanguage: tag)
    }
}
