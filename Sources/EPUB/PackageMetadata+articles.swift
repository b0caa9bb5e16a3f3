import ArticleMarkup
import ArticleModel
import FoundationEssentials

extension PackageMetadata {
    /// The metadata of a publication of these articles.
    init(of articles: [Article], contents: [ContentDocument], options: EPUBOptions) {
        let all = articles.map(\.metadata)
        let first = all[0]
        let addresses = all.compactMap { $0.address.flatMap(WebAddress.valid) }
        let identity =
            addresses.count == articles.count
            ? addresses.joined(separator: " ") : contents.map(\.text).joined(separator: "\n")
        let isOne = articles.count == 1
        identifier = PublicationIdentifier.urn(for: identity.utf8)
        title = options.title.flatMap(Self.line) ?? Self.title(of: articles[0])
        subtitle = isOne ? first.subtitle.flatMap(Self.line) : nil
        creators = Self.unique(all.flatMap(\.authors))
        language = first.language.flatMap(LanguageTag.wellFormed) ?? Self.undetermined
        direction = first.direction == .rightToLeft ? "rtl" : nil
        publishers = Self.unique(all.compactMap(\.site))
        sources = Self.unique(addresses)
        date = isOne ? first.published.flatMap(Self.date) : nil
        description = isOne ? first.summary.flatMap { $0.isFirstParagraph ? nil : Self.line($0.text) } : nil
        subjects = Self.unique(all.flatMap(\.keywords))
        rights = isOne ? first.license.flatMap(Self.line) : nil
        modified = options.modified.formatted(.iso8601)
        accessibility = Accessibility(
            articleCount: articles.count, hasPictures: contents.contains(where: \.hasPictures),
            describesAllPictures: contents.allSatisfy(\.describesAllPictures),
            hasHeadings: contents.contains { !$0.headings.isEmpty })
    }

    /// The language as content documents state it; nil where it is not known.
    var knownLanguage: String? { language == Self.undetermined ? nil : language }

    /// BCP 47's tag for a language that nobody determined.
    private static let undetermined = "und"

    /// An article's title, or what stands for it.
    static func title(of article: Article) -> String {
        article.metadata.title.flatMap(line) ?? article.metadata.address.flatMap(line) ?? "Untitled"
    }

    /// Text on one line; nil where there is none.
    private static func line(_ text: String) -> String? {
        let line = XMLWriter.allowed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.compactMap(line).filter { seen.insert($0).inserted }
    }

    /// The day of an ISO 8601 time, or its month where no day is given.
    private static func date(_ text: String) -> String? {
        [10, 7, 4].lazy.map { String(text.prefix($0)) }.first(where: HTMLTime.isValid)
    }
}
