/// Takes the site's name off a title.
enum TitleCleaner {
    private static let separators = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " > ", " \\ ", "|", " ~ ",
    ]

    /// The title without the part that is the site's name, or that the page's heading does without.
    static func clean(_ title: String, site: String?, host: String?, headings: [String]) -> String {
        let key = NodeText.key(title)
        let names = [site, host].compactMap { $0 }.map(NodeText.key).filter { $0.count > 1 }
        guard !names.contains(key) else { return title }
        var result = title
        // At most three parts go: "Article - Section - Site".
        for _ in 0..<3 {
            guard let shorter = shortened(result, names: names, headings: headings) else { break }
            result = shorter
        }
        return result
    }

    /// The title without a last part of a few words behind one of many: the site's name, when nothing else tells it.
    static func withoutShortTail(_ title: String) -> String {
        for separator in separators.prefix(6) {
            guard let head = dropLast(title, separator) else { continue }
            let words = title.split(separator: " ").count - head.split(separator: " ").count - 1
            if words <= 3, head.split(separator: " ").count >= 5 { return head }
        }
        return title
    }

    private static func shortened(_ title: String, names: [String], headings: [String]) -> String? {
        for separator in separators {
            let parts = title.split(separator: separator, omittingEmptySubsequences: true).map { String($0).trimmed }
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            if isName(last, names) { return dropLast(title, separator) }
            if isName(first, names) { return dropFirst(title, separator) }
            let shown = headings.map(NodeText.key).filter { $0.count > 8 }
            let head = dropLast(title, separator)
            if let head, shown.contains(NodeText.key(head)) { return head }
            let tail = dropFirst(title, separator)
            if let tail, shown.contains(NodeText.key(tail)) { return tail }
        }
        return nil
    }

    private static func isName(_ part: String, _ names: [String]) -> Bool {
        let key = NodeText.key(part)
        return !key.isEmpty
            && names.contains {
                $0 == key || ($0.hasPrefix(key) && key.count > 4) || (key.hasPrefix($0) && $0.count > 4)
            }
    }

    private static func dropLast(_ title: String, _ separator: String) -> String? {
        guard let range = title.ranges(of: separator).last else { return nil }
        let head = String(title[..<range.lowerBound]).trimmed
        return head.isEmpty ? nil : head
    }

    private static func dropFirst(_ title: String, _ separator: String) -> String? {
        guard let range = title.firstRange(of: separator) else { return nil }
        let tail = String(title[range.upperBound...]).trimmed
        return tail.isEmpty ? nil : tail
    }
}
