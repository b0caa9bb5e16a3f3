/// What is known of an article besides its text. Times are ISO 8601 strings as found, so that no clock or zone is guessed.
public struct Metadata: Hashable, Sendable {
    public var title: String?
    public var subtitle: String?
    public var authors: [String]
    /// ISO 8601, a date or a date with a time.
    public var published: String?
    public var modified: String?
    /// The site or publication, as readers name it.
    public var site: String?
    public var section: String?
    /// BCP 47 tag.
    public var language: String?
    public var direction: Direction?
    public var summary: Summary?
    /// The absolute address the article is published at.
    public var address: String?
    public var leadImage: Image?
    /// The licence's name or address.
    public var license: String?
    public var keywords: [String]

    public init(
        title: String? = nil, subtitle: String? = nil, authors: [String] = [], published: String? = nil,
        modified: String? = nil, site: String? = nil, section: String? = nil, language: String? = nil,
        direction: Direction? = nil, summary: Summary? = nil, address: String? = nil, leadImage: Image? = nil,
        license: String? = nil, keywords: [String] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.authors = authors
        self.published = published
        self.modified = modified
        self.site = site
        self.section = section
        self.language = language
        self.direction = direction
        self.summary = summary
        self.address = address
        self.leadImage = leadImage
        self.license = license
        self.keywords = keywords
    }

    /// A description, and whether the page gave it or it is the first paragraph.
    public struct Summary: Hashable, Sendable {
        public var text: String
        public var isFirstParagraph: Bool

        public init(text: String, isFirstParagraph: Bool = false) {
            self.text = text
            self.isFirstParagraph = isFirstParagraph
        }
    }
}
