public import ArticleModel
public import HTML
internal import TextAnalysis

/// What a page says of its article.
///
/// The order of trust: JSON-LD's article; OpenGraph's and `article:` tags; Dublin Core, scholarly and other named tags;
/// microdata and RDFa; `rel` links and `<time>`; bylines and dates in the text, in many languages; then the page's title
/// and headings. Titles are an exception: Dublin Core's comes first, since only people who mean it write one. What is
/// taken is cleaned: the site's name goes off the title, "By" off names, and dates become ISO 8601 or nothing.
public struct MetadataExtractor: Sendable {
    public init() {}

    /// The metadata, with addresses as the page wrote them, and what the caller needs to go on.
    public struct Result: Sendable {
        public var metadata: Metadata
        /// The `href` of the page's `base`.
        public var base: String?
        /// JSON-LD's text of the article.
        public var articleBody: String?
    }

    /// The metadata of a page that was found at an address.
    public func extract(_ document: HTMLDocument, address: String? = nil) -> Result {
        let tags = MetaTags(document)
        let data = StructuredData(document)
        var metadata = Metadata()
        metadata.address = [tags.canonical, tags["og:url"], data.address, address].compactMap { $0 }
            .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        metadata.site = site(tags, data)
        metadata.title = title(tags, data, site: metadata.site, host: host(of: metadata.address ?? address))
        metadata.subtitle = data.alternativeHeadline.flatMap { $0 == metadata.title ? nil : $0 }
        metadata.authors = authors(tags, data, document)
        metadata.published =
            DateText.date(
                data.published
                    ?? tags[
                        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
                        "sailthru.date",
                        "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "date",
                        "pubdate",
                        "publish-date", "publishdate", "publication_date", "citation_publication_date", "citation_date",
                        "article.published"] ?? property("datepublished", "date", "issued", "created", tags: tags))
            ?? tags.times.lazy.compactMap(DateText.date).first ?? DateFinder.published(in: document)
        metadata.modified = DateText.date(
            data.modified
                ?? tags["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"]
                ?? property("datemodified", "modified", tags: tags))
        metadata.section =
            data.section ?? tags["article:section", "og:article:section", "parsely-section", "sailthru.section"]
            ?? property("articlesection", tags: tags)
        metadata.language = LanguageTag.normalized(
            tags.language ?? tags["content-language", "dc.language", "language"] ?? tags["og:locale"] ?? data.language
                ?? property("inlanguage", "language", tags: tags))
        metadata.direction = tags.direction.flatMap { Direction(rawValue: $0.lowercased()) }
        metadata.summary =
            (data.summary
            ?? tags["dc.description", "dcterms.description", "og:description", "description", "twitter:description"])
            .map { Metadata.Summary(text: $0) }
        metadata.leadImage =
            (tags["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"] ?? data.image
            ?? tags.pictureLink ?? property("image", tags: tags))
            .map { Image(address: $0, alternative: tags["og:image:alt", "twitter:image:alt"]) }
        metadata.license =
            data.license ?? tags.license ?? tags["dc.rights.license", "dcterms.license", "dc.license", "dc.rights"]
            ?? property("license", tags: tags)
        metadata.keywords =
            data.keywords.isEmpty
            ? (tags["keywords", "news_keywords"] ?? "").split(separator: ",").map { String($0).trimmed }.filter {
                !$0.isEmpty
            }
            : data.keywords
        return Result(metadata: metadata, base: tags.base, articleBody: data.body)
    }

    private func site(_ tags: MetaTags, _ data: StructuredData) -> String? {
        data.publisher ?? tags["og:site_name", "application-name", "dc.publisher", "al:ios:app_name", "publisher"]
    }

    private func title(_ tags: MetaTags, _ data: StructuredData, site: String?, host: String?) -> String? {
        let given =
            tags["dc:title", "dcterm:title", "dc.title", "dcterm.title", "dcterms.title"] ?? headline(data, tags)
            ?? tags["og:title", "parsely-title", "sailthru.title", "citation_title"] ?? nonEmpty(tags.title)
            ?? tags["twitter:title", "title"] ?? property("headline", tags: tags) ?? tags.headings.first
        guard let given else { return nil }
        var cleaned = TitleCleaner.clean(given, site: site, host: host, headings: tags.headings)
        if cleaned == tags.title { cleaned = TitleCleaner.withoutShortTail(cleaned) }
        return nonEmpty(cleaned)
    }

    private func authors(_ tags: MetaTags, _ data: StructuredData, _ document: HTMLDocument) -> [String] {
        let sources: [() -> [String]] = [
            { data.authors },
            {
                [tags["dc:creator", "dcterm:creator", "dc.creator", "dcterm.creator", "dcterms.creator"]].compactMap {
                    $0
                }
            },
            { tags.articleAuthors },
            {
                [tags["parsely-author", "sailthru.author", "citation_author", "byl", "twitter:creator:name"]]
                    .compactMap { $0 }
            },
            { tags.properties.filter { $0.name == "author" || $0.name == "creator" }.map(\.value) },
            { BylineFinder.authors(in: document) },
        ]
        for source in sources {
            let names = source().map(BylineFinder.name).filter {
                !$0.isEmpty && !$0.hasPrefix("http") && $0.count < 120
            }
            if !names.isEmpty { return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        }
        return []
    }

    /// JSON-LD's headline, or its name where only that is in the page's title.
    private func headline(_ data: StructuredData, _ tags: MetaTags) -> String? {
        guard let headline = data.headline, let name = data.name, let title = tags.title.map(NodeText.key) else {
            return data.headline ?? data.name
        }
        guard name != data.publisher, name != tags["og:site_name"] else { return headline }
        return !title.holds(NodeText.key(headline)) && title.holds(NodeText.key(name)) ? name : headline
    }

    /// The value of the first of some properties of microdata or RDFa.
    private func property(_ names: String..., tags: MetaTags) -> String? {
        names.lazy.compactMap { name in tags.properties.first { $0.name == name && !$0.value.isEmpty }?.value }.first
    }

    private func nonEmpty(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    /// The host's name without `www.` and the top domain.
    private func host(of address: String?) -> String? {
        guard let address, let start = address.firstRange(of: "://")?.upperBound else { return nil }
        let labels = address[start...].prefix { $0 != "/" && $0 != ":" }.split(separator: ".").filter { $0 != "www" }
        return labels.count > 1 ? labels.dropLast().last.map(String.init) : nil
    }
}
