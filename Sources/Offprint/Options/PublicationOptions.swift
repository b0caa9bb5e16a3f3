/// What the user asks of a publication, besides its inputs and outputs.
///
/// A batch gives it to its workers as JSON, and knows by its text whether an output was made with the same wishes.
public struct PublicationOptions: Hashable, Sendable, Codable {
    /// Replaces the theme layer.
    public var theme = Theme.named(Theme.standard)
    /// Style rules over all others, in order.
    public var css: [String] = []
    public var paper: Paper?
    /// CSS lengths for the page's margins, one to four.
    public var margin: String?
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
    /// They stay at their absolute addresses; nothing is fetched.
    case link
    /// Their alternative texts stand in their places.
    case none
}
