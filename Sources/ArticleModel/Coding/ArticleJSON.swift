/// The JSON form of an article: what `--to json` writes and what is read back as an input.
///
/// ```json
/// {
///   "offprint": 1,
///   "metadata": {"title": "…", "authors": ["…"], "published": "2026-11-20", "language": "en"},
///   "blocks": [
///     {"type": "heading", "level": 2, "text": ["Lead and leading"]},
///     {"type": "paragraph", "text": ["Set in ", {"type": "emphasis", "text": ["metal"]}, "."]}
///   ],
///   "notes": [{"id": "1", "blocks": […]}],
///   "resources": [{"id": "…", "path": "…", "mediaType": "image/png", …}]
/// }
/// ```
///
/// - A block or inline is an object with a `type`, its case's name in the model; `id`, `classes`, `language` and
///   `direction` stand beside it, `source` is `[start, end, line, column]`. Members with nothing to say are left out.
/// - Running text is an array; text without attributes is a bare string.
/// - Several articles are an array of such objects.
/// - Members are written in a fixed order and resources by id, so that equal articles give equal bytes.
/// - Members that are not known are passed over on reading, so that later versions may add some; `offprint` is the
///   version of the form and must be 1.
public enum ArticleJSON {
    /// The version of the form that is written and read.
    static let version = 1

    /// The article's JSON form as UTF-8.
    public static func encode(_ article: Article) -> [UInt8] {
        JSONWriter.bytes(of: ArticleEncoder.value(of: article))
    }

    /// Several articles as an array; a single one stands by itself.
    public static func encode(_ articles: [Article]) -> [UInt8] {
        articles.count == 1
            ? encode(articles[0]) : JSONWriter.bytes(of: .array(articles.map { ArticleEncoder.value(of: $0) }))
    }

    /// The articles that the bytes hold: an array of them, or one.
    public static func decodeAll(_ bytes: [UInt8]) throws(ArticleJSONError) -> [Article] {
        let value = try JSONParser.value(of: bytes)
        guard case .array = value else { return [try ArticleDecoder.article(from: JSONNode(value))] }
        let articles = try JSONNode(value).elements().map { (node) throws(ArticleJSONError) in
            try ArticleDecoder.article(from: node)
        }
        guard !articles.isEmpty else {
            throw ArticleJSONError(message: "there is no article in the array", place: .path(""))
        }
        return articles
    }

    /// The article that the bytes hold.
    public static func decode(_ bytes: [UInt8]) throws(ArticleJSONError) -> Article {
        try ArticleDecoder.article(from: JSONNode(try JSONParser.value(of: bytes)))
    }
}
