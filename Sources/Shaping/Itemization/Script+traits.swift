import TextAnalysis

/// What scripts have in common, as far as setting them depends on it.
extension Script {
    /// Written with ideographs, or beside them: Han, kana, bopomofo, hangul.
    var isEastAsian: Bool { Self.eastAsian.contains(self) }

    /// Letters join to words, so that nothing can be put between them (Unicode 15, §9.2; CSS Text 4, §8.2).
    var isCursive: Bool { Self.cursive.contains(self) }

    /// Has an x-height, by which the sizes of different fonts are compared.
    var hasXHeight: Bool { Self.bicameral.contains(self) }

    private static func set(_ codes: [String]) -> Set<Script> { Set(codes.compactMap { Script($0) }) }

    private static let eastAsian = set(["Hani", "Hira", "Kana", "Bopo", "Hang"])
    private static let cursive = set([
        "Adlm", "Arab", "Mand", "Mani", "Mong", "Nkoo", "Ougr", "Phag", "Phlp", "Rohg", "Sogd", "Syrc",
    ])
    private static let bicameral = set(["Latn", "Grek", "Cyrl", "Armn", "Copt", "Geor", "Cher", "Glag"])
}
