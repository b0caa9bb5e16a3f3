import ArticleModel
import HTML

/// A line of a table of contents with those below it.
struct ContentsEntry: Hashable {
    /// 1 for an article's title.
    var level: Int
    var text: String
    /// The id of the heading's element.
    var id: String
    var children: [ContentsEntry] = []

    /// Headings in document order as a tree: each below the nearest one before it of a higher rank.
    static func tree(of headings: [ContentsEntry]) -> [ContentsEntry] {
        var index = 0
        return tree(of: headings, &index, below: 0)
    }

    private static func tree(of headings: [ContentsEntry], _ index: inout Int, below level: Int) -> [ContentsEntry] {
        var entries: [ContentsEntry] = []
        while index < headings.count, headings[index].level > level {
            var entry = headings[index]
            index += 1
            entry.children = tree(of: headings, &index, below: entry.level)
            entries.append(entry)
        }
        return entries
    }
}

extension MarkupWriter {
    /// Headings deeper than this are not listed.
    private static let deepestLevel = 3

    /// The headings of an article, with the ids that they will have.
    static func headings(of article: Article, prefix: String) -> [ContentsEntry] {
        var entries: [ContentsEntry] = []
        var count = 0
        article.forEachBlock { block in
            guard case .heading(let level, let inlines) = block.content else { return }
            count += 1
            let text = inlines.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard level <= deepestLevel, !text.isEmpty else { return }
            entries.append(
                ContentsEntry(
                    level: max(level, 2), text: text, id: prefix + (block.attributes.id ?? Self.headingID(count))))
        }
        return entries
    }

    /// The line for an article's title, where it has one.
    static func titleEntry(of article: Article, prefix: String) -> [ContentsEntry] {
        guard let title = article.metadata.title, !title.isEmpty else { return [] }
        return [ContentsEntry(level: 1, text: title, id: titleID(prefix: prefix))]
    }

    /// The id of an article's title.
    static func titleID(prefix: String) -> String { prefix + "article-title" }

    /// The id of a heading that the page gave none; `number` counts the article's headings from 1.
    static func headingID(_ number: Int) -> String { "heading-\(number)" }

    /// `nav.toc > h2 + ol > li > a`; nothing where there is nothing to list.
    mutating func writeContents(_ headings: [ContentsEntry], language: String?) {
        guard headings.count > 1 else { return }
        builder.open("nav", [("class", "toc"), ("role", "doc-toc")])
        builder.element("h2") { $0.text(ContentsTitle.text(language: language)) }
        write(ContentsEntry.tree(of: headings))
        builder.close()
    }

    private mutating func write(_ entries: [ContentsEntry]) {
        builder.open("ol")
        for entry in entries {
            builder.open("li")
            builder.element("a", [("href", "#" + entry.id)]) { $0.text(entry.text) }
            if !entry.children.isEmpty { write(entry.children) }
            builder.close()
        }
        builder.close()
    }
}
