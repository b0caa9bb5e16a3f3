/// The names that properties go by.
extension PropertyTable {
    /// The standard's name for one with a formatter's or browser's prefix (`-prince-hyphens`, `-webkit-columns`); a name
    /// as it is where there is no such property.
    static func standardName(of name: String) -> String {
        if name.utf8.first == UInt8(ascii: "-") || name.hasPrefix("prince-") {
            for prefix in formatterPrefixes where name.hasPrefix(prefix) {
                let plain = String(name.dropFirst(prefix.count))
                return formatterNames[plain] ?? (isKnown(plain) ? plain : name)
            }
            for prefix in browserPrefixes where name.hasPrefix(prefix) {
                let plain = String(name.dropFirst(prefix.count))
                return isKnown(plain) ? plain : name
            }
        }
        return aliases[name] ?? name
    }

    /// Of what makes pages from CSS (Prince, WeasyPrint, PDFreactor, Antenna House), and of EPUB, whose names mean the
    /// standard's.
    private static let formatterPrefixes = ["-prince-", "prince-", "-weasy-", "-ro-", "-ah-", "-epub-"]
    private static let browserPrefixes = ["-webkit-", "-moz-", "-ms-", "-o-", "-khtml-"]

    /// Where a formatter's own name is not the standard's with a prefix.
    private static let formatterNames = [
        "word-break": "word-break", "text-wrap": "overflow-wrap", "change-line-breaking-rule": "line-break",
        "background-image-resolution": "image-resolution",
    ]

    /// Whether the name is a browser's own, which may fail without a word.
    static func isBrowserPrefixed(_ name: String) -> Bool { browserPrefixes.contains(where: name.hasPrefix) }

    private static func isKnown(_ name: String) -> Bool {
        index[name] != nil || shorthands[name] != nil || aliases[name] != nil || logical[name] != nil
            || PageDescriptor.Kind(rawValue: name) != nil || UnsupportedCSS.properties.contains(name)
            || UnsupportedCSS.isWithoutMeaning(name)
    }

    /// All that a declaration may be named.
    static let allNames: [String] =
        properties.map(\.name) + shorthands.keys + aliases.keys + logical.keys + ["all"]
        + UnsupportedCSS.properties
}
