/// What the user asks of a publication, besides its inputs and outputs.
///
/// A batch gives it to its workers as JSON, and knows by its text whether an output was made with the same wishes.
public struct PublicationOptions: Hashable, Sendable, Codable {
    /// Replaces the theme layer.
    public var theme = Theme.named(Theme.standard)
    /// Style rules over all others, in order.
    public var css: [String] = []
    /// Folders whose fonts, with those of the folders below them, come before all that are installed.
    public var fontFolders: [String] = []
    public var paper: Paper?
    /// The paper, the style's own too, lies on its long side.
    public var isLandscape = false
    /// CSS lengths for the page's margins, one to four.
    public var margin: String?
    /// An absolute CSS length, or nil for the style's own.
    public var fontSize: String?
    /// A font family's name for the running text.
    public var fontFamily: String?
    /// 1 to 4; nil leaves it to the style.
    public var columns: Int?
    public var isGrayscale = false
    /// What becomes of links' addresses on paper; nil leaves it to the style.
    public var links: LinkPolicy?
    public var includesContents = false
    public var includesCover = false
    /// Headings are counted.
    public var numbersHeadings = false
    /// BCP 47 tag that overrules what the input says.
    public var language: String?
    public var title: String?
    /// Overrules the authors where it is not empty.
    public var authors: [String] = []
    /// The address the article was published at; standard input's links and pictures are resolved against it.
    public var address: String?
    /// The folder whose files a page may name; nil means the page's own.
    public var root: String?
    /// The label of the encoding that pages and texts are in, whatever they say themselves.
    public var encoding: String?
    /// Find the article in a web page; otherwise the whole body is taken.
    public var extract = true
    /// Put an article together that is cut over several pages.
    public var joinsPages = true
    /// CSS selectors of parts of a web page that belong to the article, and of parts that do not.
    public var keep: [String] = []
    public var drop: [String] = []
    /// Set typewritten quotation marks, dashes and spaces as a typesetter would; nil does so with Markdown and plain
    /// text.
    public var smart: Bool?
    public var images = ImagePolicy.full
    /// Text, with the title and metadata above it.
    public var includesMetadata = false
    /// What a message carries besides its body.
    public var attachments: [OutputFormat] = []
    public var maximumBytes = 50_000_000
    public var network = NetworkOptions()
    /// Seconds since 1970 that stand for now (`SOURCE_DATE_EPOCH`).
    public var sourceDateEpoch: Int?

    public init() {}
}

/// What becomes of pictures.
public enum ImagePolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// They are part of the output.
    case full
    /// So they are, and take little room on paper.
    case small
    /// They stay at their absolute addresses; nothing is fetched.
    case link
    /// Their alternative texts stand in their places.
    case none

    /// Whether the pictures' bytes are wanted.
    var wantsBytes: Bool { self == .full || self == .small }
}

/// What becomes of the addresses that links lead to, where nobody can follow them.
public enum LinkPolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// A numbered note at the page's foot; an address that recurs keeps its number.
    case footnotes
    /// The same, behind the article.
    case endnotes
    /// In parentheses behind the link.
    case inline
    case none
}
