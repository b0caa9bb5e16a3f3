/// How far the characters of a family stand in the margin where a line begins or ends with them, so that the edge of
/// justified text looks straight (H. T. Thành, "Micro-typographic extensions to the TeX typesetting system", 2000, §3.1).
public struct Protrusion: Sendable {
    /// Shares of the character's advance, 0 to 1.
    public struct Amount: Hashable, Sendable, BitwiseCopyable {
        public var start: Double
        public var end: Double

        public static let none = Amount(start: 0, end: 0)
    }

    /// For the characters of ASCII, which most are.
    private var ascii = Array(repeating: Amount.none, count: 128)
    private var others: [UInt16: Amount] = [:]

    /// What is compiled in, by families' names in lower case; `*` is for all that have no table of their own.
    private static let standard = tables(parsing: PackageResources.protrusion_json)

    /// The table of a family.
    public static func table(for family: String) -> Protrusion {
        standard[family.lowercased()] ?? standard["*"] ?? Protrusion()
    }

    /// What stands in the margin of a character, by its UTF-16 unit.
    public subscript(unit: UInt16) -> Amount {
        unit < 128 ? ascii[Int(unit)] : others[unit] ?? .none
    }

    static func tables(parsing bytes: [UInt8]) -> [String: Protrusion] {
        var parser = CatalogParser(bytes)
        var tables: [String: Protrusion] = [:]
        for family in parser.value()["families"].elements {
            guard let name = family["family"].text else { continue }
            var table = Protrusion()
            for entry in family["characters"].elements {
                let start = entry["start"].number.map { $0 / 1000 }
                let end = entry["end"].number.map { $0 / 1000 }
                for unit in (entry["of"].text ?? "").utf16 {
                    var amount = table[unit]
                    if let start { amount.start = start }
                    if let end { amount.end = end }
                    if unit < 128 { table.ascii[Int(unit)] = amount } else { table.others[unit] = amount }
                }
            }
            tables[name.lowercased()] = table
        }
        return tables
    }
}
