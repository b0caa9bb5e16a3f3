import ArticleMarkup
import ArticleModel
import HTML

/// What a page's head says of it.
struct PageMetadata {
    var title: String
    var authors: [String]
    var description: String?
    /// ISO 8601
    var date: String?
    var canonicalAddress: String?

    init(of articles: [Article], title: String?) {
        let first = articles.first?.metadata
        self.title = [title, first?.title, first?.address].lazy.compactMap(Self.line).first { _ in true } ?? "Untitled"
        var seen: Set<String> = []
        authors = articles.flatMap(\.metadata.authors).compactMap(Self.line).filter { seen.insert($0).inserted }
        let single = articles.count == 1 ? first : nil
        description = Self.line(single?.summary?.text)
        date = Self.line(single?.published)
        canonicalAddress = single?.address.flatMap(WebAddress.valid)
    }

    func write(to head: inout HTMLDocumentBuilder) {
        head.element("title") { $0.text(title) }
        // One tag with all names: most programs that read the tag take the first one only.
        if !authors.isEmpty {
            head.element("meta", [("name", "author"), ("content", authors.joined(separator: ", "))])
        }
        if let description { head.element("meta", [("name", "description"), ("content", description)]) }
        if let date { head.element("meta", [("name", "date"), ("content", date)]) }
        if let canonicalAddress { head.element("link", [("rel", "canonical"), ("href", canonicalAddress)]) }
    }

    /// Text on one line; nil where there is none.
    private static func line(_ text: String?) -> String? {
        let visible = (text ?? "").filter {
            !$0.unicodeScalars.allSatisfy { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
        }
        let line = visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }
}
