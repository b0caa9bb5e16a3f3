import HTML

@testable import Extraction

/// A page with an article of this markup, for rules that look at one thing at a time.
func page(_ markup: String) -> HTMLDocument { HTMLParser().parse("<!DOCTYPE html><html><body>\(markup)</body></html>") }

/// A paragraph long enough to be read as one.
let paragraph =
    "<p>The press was set up in the yard, where the light was good, and the first sheets came off it before noon.</p>"

/// The first element with this id.
func node(_ id: String, in document: HTMLDocument) -> Int {
    (0..<document.nodeCount).first { document.attribute(.id, of: NodeID($0)) == id } ?? 0
}

/// Whether a rule drops the element with id `x` of a page.
func drops(_ pruner: Pruner, _ markup: String, title: String? = nil) -> Bool {
    let document = page(markup)
    let statistics = NodeStatistics(document)
    let quality = TextQuality(statistics, dropped: NodeSet(count: statistics.count))
    let context = PruningContext(
        statistics: statistics, quality: quality, total: max(1, quality.total), root: 0..<statistics.count,
        title: title,
        authors: [])
    let node = node("x", in: document)
    return (!pruner.sparesRunningText || !context.isRunningText(node)) && pruner.drops(node, context)
}

/// The words that are kept of a page, as one line.
func kept(_ markup: String) -> String {
    let document = page(markup)
    return ContentExtractor().extract(document).map { words(of: $0, in: document) } ?? ""
}

/// The words that an extraction kept, as one line.
func words(of extraction: Extraction, in document: HTMLDocument) -> String {
    var words: [String] = []
    for root in extraction.roots {
        var index = root.position
        let end = Int(NodeStatistics(document).end[root.position])
        while index < end {
            let node = NodeID(index)
            if extraction.dropped.contains(node) {
                index = Int(NodeStatistics(document).end[index])
                continue
            }
            if document.kind(of: node) == .text {
                words += document.text(of: node).split(whereSeparator: \.isWhitespace).map(String.init)
            }
            index += 1
        }
    }
    return words.joined(separator: " ")
}
