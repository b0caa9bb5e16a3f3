/// What the user asks of reading.
public struct ReadingOptions: Sendable {
    /// Find the article in a web page; otherwise the whole body is taken.
    public var extract: Bool
    /// BCP 47 tag that overrules what the input says.
    public var language: String?
    /// Inputs larger than this are refused.
    public var maximumBytes: Int
    /// CSS selectors of parts to keep, and of parts to drop, whatever the extractor thinks.
    public var keep: [String]
    public var drop: [String]
    /// Say of every part of a web page why it was kept or dropped.
    public var explains: Bool

    public init(
        extract: Bool = true, language: String? = nil, maximumBytes: Int = ReadingOptions.defaultMaximumBytes,
        keep: [String] = [], drop: [String] = [], explains: Bool = false
    ) {
        self.extract = extract
        self.language = language
        self.maximumBytes = maximumBytes
        self.keep = keep
        self.drop = drop
        self.explains = explains
    }

    /// 50 MB: ten times the largest article pages, and far from what memory holds.
    public static let defaultMaximumBytes = 50_000_000
}
