/// Why bytes are not an article's JSON form, and where.
public struct ArticleJSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    public var place: Place

    public init(message: String, place: Place) {
        self.message = message
        self.place = place
    }

    /// Where it broke: in the text, or in a value that is JSON but not an article.
    public enum Place: Hashable, Sendable {
        /// Line and column from 1, the column in bytes.
        case position(line: Int, column: Int)
        /// A path such as `blocks[3].items[0]`.
        case path(String)
    }

    public var description: String {
        switch place {
        case .position(let line, let column): "line \(line), column \(column): \(message)"
        case .path(let path): "\(path.isEmpty ? "the article" : path): \(message)"
        }
    }
}
