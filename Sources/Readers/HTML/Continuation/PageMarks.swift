internal import ArticleModel
internal import TextAnalysis

/// What a page says of itself as one of several, which is not the article's: its number behind the title, and the row of
/// links to the others.
struct PageMarks {
    let continuation: Continuation

    /// nil where it is not certain that the page is one of several.
    init?(_ continuation: Continuation) {
        guard !continuation.pages.isEmpty else { return nil }
        self.continuation = continuation
    }

    /// A title without its page's number: `On Paper - Page 2 of 3`, `On Paper (2/3)`.
    func title(_ title: String) -> String {
        for separator in ["(", "[", " - ", " – ", " — ", " | ", ": ", ", ", " « ", " » "] {
            guard let range = title.ranges(of: separator).last else { continue }
            let words = title[range.upperBound...].lowercased().split { !$0.isLetter && !$0.isNumber }
            let numbers = words.compactMap { Int($0) }
            let others = words.filter { Int($0) == nil }
            let names =
                others.contains { NumberedAddress.words.contains(String($0)) } || separator == "(" || separator == "["
            guard numbers.first == continuation.number, numbers.count <= 2, names, others.count <= 2 else { continue }
            let rest = title[..<range.lowerBound].trimmingSuffix(while: \.isWhitespace)
            if !rest.isEmpty { return String(rest) }
        }
        return title
    }

    /// A row longer than this, its links aside, says something.
    private static let mostLetters = 24

    /// Blocks without the rows of links to the other pages.
    func withoutRows(_ blocks: [Block]) -> [Block] {
        let pages = Set(continuation.pages.values.joined())
        return blocks.compactMap { block in
            if case .division(let inner) = block.content {
                let left = withoutRows(inner)
                var block = block
                block.content = .division(left)
                return left.isEmpty && !inner.isEmpty ? nil : block
            }
            return isRow(block, pages) ? nil : block
        }
    }

    /// A paragraph, heading or list of links that lead to pages, with hardly a letter besides.
    private func isRow(_ block: Block, _ pages: Set<String>) -> Bool {
        switch block.content {
        case .paragraph, .heading, .list: break
        default: return false
        }
        var linked = 0
        var leadsElsewhere = false
        var leadsToPage = false
        [block].forEachInline { inline in
            guard case .link(let link, let text) = inline.content else { return }
            linked += text.plainText.count(where: \.isLetter)
            if pages.contains(String(link.address.prefix { $0 != "#" })) {
                leadsToPage = true
            } else if !text.plainText.allSatisfy({ $0.isNumber || $0.isWhitespace }) {
                leadsElsewhere = true
            }
        }
        guard leadsToPage, !leadsElsewhere else { return false }
        return block.plainText.count(where: \.isLetter) - linked <= Self.mostLetters
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isTrimmed(last) { text = text.dropLast() }
        return text
    }
}
