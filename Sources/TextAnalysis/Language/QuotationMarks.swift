/// The quotation marks of a language.
public struct QuotationMarks: Hashable, Sendable {
    /// Round a quotation.
    public var open: String
    public var close: String
    /// Round a quotation inside of one.
    public var innerOpen: String
    public var innerClose: String

    /// The marks of a BCP 47 tag: of the tag cut from its end, else English ones.
    public static func marks(forLanguage tag: String?) -> QuotationMarks {
        var parts = (tag ?? "en").lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        while !parts.isEmpty {
            if let marks = table[parts.joined(separator: "-")] { return marks }
            parts.removeLast()
        }
        return english
    }

    private static let english = QuotationMarks("“”‘’")

    /// The main and alternate marks of CLDR 42, language by language. Three are otherwise, as books in these languages
    /// have them: quotations inside of others in French (CLDR repeats the guillemets) and in Dutch (CLDR has single
    /// marks for both), and no space inside the guillemets of Switzerland.
    private static let table: [String: QuotationMarks] = {
        let rows: [(languages: String, marks: String)] = [
            ("af bn cy da en eo ga gl gu hi id km kn ko lo lv ml mn mr ms my pa pt sw ta te th tr vi zh nl", "“”‘’"),
            ("bg cs de et hr is lb lt mk sk sl", "„“‚‘"), ("bs", "„”‘’"), ("sr", "„“‘‘"), ("pl ro", "„”«»"),
            ("hu", "„”»«"), ("ka", "„“«»"), ("ca el es eu it kk pt-pt sq", "«»“”"), ("nb nn no", "«»‘’"),
            ("ru uk be", "«»„“"), ("fi he sv", "””’’"), ("fa fr-ch de-ch it-ch", "«»‹›"), ("ar ur", "”“’‘"),
            ("hy", "«»«»"), ("uz", "“”’‘"), ("ja yue zh-hant zh-tw zh-hk", "「」『』"),
        ]
        var table: [String: QuotationMarks] = [:]
        for row in rows {
            for language in row.languages.split(separator: " ") { table[String(language)] = .init(row.marks) }
        }
        var french = QuotationMarks("«»“”")
        french.open += "\u{202F}"
        french.close = "\u{202F}" + french.close
        table["fr"] = french
        return table
    }()

    private init(_ marks: String) {
        let marks = marks.map(String.init)
        (open, close, innerOpen, innerClose) = (marks[0], marks[1], marks[2], marks[3])
    }
}
