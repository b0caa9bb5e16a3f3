public import HTML
internal import TextAnalysis

/// What a page's JSON-LD says of its article (schema.org's `Article` and its kinds).
public struct StructuredData: Sendable {
    public var headline: String?
    public var name: String?
    public var alternativeHeadline: String?
    public var authors: [String] = []
    public var published: String?
    public var modified: String?
    public var publisher: String?
    public var section: String?
    public var summary: String?
    public var language: String?
    public var address: String?
    public var image: String?
    public var license: String?
    public var keywords: [String] = []
    /// The text of the article.
    public var body: String?

    /// Reads all JSON-LD of a page; the first article wins.
    public init(_ document: HTMLDocument) {
        for index in 0..<document.nodeCount {
            let node = NodeID(index)
            guard document.has(.script, at: node), let type = document.attribute(.type, of: node),
                type.lowercased().holds("ld+json"), let text = document.firstChild(of: node),
                let json = LooseJSON.parse(document.utf8[document.textRange(of: text)])
            else { continue }
            var things: [LooseJSON] = []
            Self.collect(json, into: &things)
            for thing in things where Self.isArticle(thing) { read(thing, among: things) }
            for thing in things where Self.types(of: thing).contains("WebPage") { readPage(thing, among: things) }
            if publisher == nil { readSite(things) }
            if section == nil { section = Self.section(in: things) }
        }
    }

    private static let articleTypes: Set<String> = [
        "Article", "AdvertiserContentArticle", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle",
        "BackgroundNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "Report",
        "SatiricalArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "SocialMediaPosting", "BlogPosting",
        "LiveBlogPosting", "DiscussionForumPosting", "TechArticle", "APIReference", "Recipe", "Review", "CriticReview",
    ]

    private static func isArticle(_ thing: LooseJSON) -> Bool {
        types(of: thing).contains(where: articleTypes.contains)
    }

    /// The names of a thing's types, without the vocabulary's address or prefix.
    private static func types(of thing: LooseJSON) -> [String] {
        (thing["@type"]?.values ?? []).compactMap { type in
            (type.text?.split { $0 == "/" || $0 == ":" || $0 == "#" }.last).map(String.init)
        }
    }

    /// All objects at the top, in arrays, in `@graph` and `mainEntity`.
    private static func collect(_ json: LooseJSON, into things: inout [LooseJSON]) {
        switch json {
        case .array(let values): for value in values { collect(value, into: &things) }
        case .object:
            things.append(json)
            if let graph = json["@graph"] { collect(graph, into: &things) }
            for name in ["mainEntity", "mainEntityOfPage", "hasPart"] {
                if let entity = json[name], case .object = entity { collect(entity, into: &things) }
            }
        case .null, .bool, .number, .string: break
        }
    }

    private mutating func read(_ thing: LooseJSON, among things: [LooseJSON]) {
        func text(_ key: String) -> String? { thing[key]?.text.map(HTMLText.plain).flatMap { $0.isEmpty ? nil : $0 } }
        headline = headline ?? text("headline")
        name = name ?? text("name")
        alternativeHeadline = alternativeHeadline ?? text("alternativeHeadline")
        if authors.isEmpty { authors = names(thing["author"] ?? thing["creator"], things) }
        published = published ?? text("datePublished") ?? text("dateCreated")
        modified = modified ?? text("dateModified")
        publisher = publisher ?? names(thing["publisher"], things).first
        section = section ?? text("articleSection")
        summary = summary ?? text("description")
        language = language ?? text("inLanguage")
        address = address ?? text("url") ?? thing["mainEntityOfPage"]?["@id"]?.text ?? text("mainEntityOfPage")
        image = image ?? (thing["image"]?.values.first?["url"]?.text ?? text("image"))
        license = license ?? text("license")
        if keywords.isEmpty { keywords = Self.keywords(thing["keywords"]) }
        body = body ?? thing["articleBody"]?.text ?? thing["reviewBody"]?.text
    }

    /// What the page says of itself counts where the article says nothing.
    private mutating func readPage(_ thing: LooseJSON, among things: [LooseJSON]) {
        published = published ?? thing["datePublished"]?.text
        modified = modified ?? thing["dateModified"]?.text
        language = language ?? thing["inLanguage"]?.text
        license = license ?? thing["license"]?.text
        if authors.isEmpty { authors = names(thing["author"], things) }
    }

    /// The last step but one of the way to the page (`BreadcrumbList`), where that has three steps or more.
    private static func section(in things: [LooseJSON]) -> String? {
        for thing in things where types(of: thing).contains("BreadcrumbList") {
            let steps = (thing["itemListElement"]?.values ?? []).compactMap { step in
                (step["name"] ?? step["item"]?["name"])?.text.map(HTMLText.plain)
            }
            if steps.count > 2 { return steps[steps.count - 2] }
        }
        return nil
    }

    private mutating func readSite(_ things: [LooseJSON]) {
        for thing in things where Self.types(of: thing).contains(where: ["WebSite", "NewsMediaOrganization"].contains) {
            publisher = publisher ?? thing["name"]?.text.map(HTMLText.plain)
        }
    }

    /// Names of persons and organisations, given as texts, objects or references by `@id`.
    private func names(_ json: LooseJSON?, _ things: [LooseJSON]) -> [String] {
        (json?.values ?? []).flatMap { value -> [String] in
            switch value {
            case .string(let name): return name.hasPrefix("http") ? [] : [HTMLText.plain(name)]
            case .object:
                if let list = value["@list"] { return names(list, things) }
                if let name = value["name"] { return name.values.compactMap { $0.text.map(HTMLText.plain) } }
                if let family = value["familyName"]?.text {
                    return [
                        HTMLText.plain([value["givenName"]?.text, family].compactMap { $0 }.joined(separator: " "))
                    ]
                }
                guard let id = value["@id"]?.text else { return [] }
                let named = things.first { $0["@id"]?.text == id && $0["name"] != nil }
                return named?["name"]?.text.map { [HTMLText.plain($0)] } ?? []
            case .null, .bool, .number, .array: return []
            }
        }.filter { !$0.isEmpty }
    }

    private static func keywords(_ json: LooseJSON?) -> [String] {
        if case .string(let text)? = json { return text.split(separator: ",").map { String($0).trimmed } }
        return (json?.values ?? []).compactMap(\.text)
    }
}

/// Text in which entities and white space may still be written out.
enum HTMLText {
    /// One line of plain text: the commonest entities resolved, white space collapsed.
    static func plain(_ text: String) -> String {
        var text = text
        if text.utf8.contains(0x26) {
            for (entity, character) in entities { text = text.replacing(entity, with: character) }
            text = numeric(text)
        }
        return collapsed(text)
    }

    /// White space runs as one space, none at the ends.
    static func collapsed(_ text: String) -> String {
        if isCollapsed(text) { return text }
        return words(text)
    }

    /// Bytes tell it of nearly all texts: no white space but single spaces inside, and nothing beyond ASCII before
    /// U+2000 that could be white space.
    private static func isCollapsed(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: " "): if previous == byte { return false }
            case 0x00..<0x20, 0xC2, 0xE1, 0xE2, 0xE3: return false
            default: break
            }
            previous = byte
        }
        return previous != UInt8(ascii: " ") || text.isEmpty
    }

    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let entities: [(String, String)] = [
        ("&quot;", "\""), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&ndash;", "–"),
        ("&mdash;", "—"), ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&rdquo;", "”"), ("&ldquo;", "“"), ("&hellip;", "…"),
        ("&eacute;", "é"), ("&uuml;", "ü"), ("&ouml;", "ö"), ("&auml;", "ä"), ("&szlig;", "ß"), ("&amp;", "&"),
    ]

    private static func numeric(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "&#") {
            result += rest[..<start.lowerBound]
            let body = rest[start.upperBound...]
            guard let end = body.prefix(9).firstIndex(of: ";") else {
                result += "&#"
                rest = body
                continue
            }
            let digits = body[..<end]
            let value =
                digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            if let scalar = value.flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(scalar) }
            rest = body[body.index(after: end)...]
        }
        return result + rest
    }
}
