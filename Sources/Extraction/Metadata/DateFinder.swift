internal import HTML
internal import TextAnalysis

/// Dates of publication as the page shows them.
enum DateFinder {
    /// More text than this is no date line.
    private static let maximumLength = 120

    /// The first date in an element whose class or id says that it holds one, before the text has gone far.
    static func published(in document: HTMLDocument) -> String? {
        for index in 0..<document.nodeCount {
            let node = NodeID(index)
            guard document.kind(of: node) == .element,
                let names = (document.attribute(.class, of: node) ?? document.attribute(.id, of: node))?.lowercased(),
                words.contains(where: names.holds), !others.contains(where: names.holds)
            else { continue }
            let text = MetaTags.text(of: node, document)
            guard text.count <= maximumLength, text.contains(where: \.isNumber) else { continue }
            if let date = DateText.date(text) { return date }
        }
        return nil
    }

    private static let words = [
        "date", "published", "pubdate", "posted", "byline", "timestamp", "dateline", "datum", "fecha", "post-meta",
        "entry-meta",
    ]

    /// "update" has "date" in it, and other times are not the article's.
    private static let others = ["updat", "comment", "modified", "event", "related", "sidebar"]
}
