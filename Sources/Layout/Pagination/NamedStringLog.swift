import CSS

/// The values that named strings take from page to page (GCPM 3, §1.1).
struct NamedStringLog {
    /// Per page, each name's assignments in order.
    private var assignments: [[String: [String]]] = []

    /// The names that the very first elements of each page set.
    private var setAtStart: [Set<String>] = []

    mutating func beginPage() {
        assignments.append([:])
        setAtStart.append([])
    }

    /// `isAtStart`: nothing stands before the element on its page.
    mutating func set(_ string: NamedString, isAtStart: Bool) {
        let page = assignments.count - 1
        if isAtStart, assignments[page][string.name] == nil { setAtStart[page].insert(string.name) }
        assignments[page][string.name, default: []].append(string.value)
    }

    /// The value that `string(name, keyword)` has on a page.
    func value(of name: String, _ keyword: ContentItem.StringKeyword, on page: Int) -> String {
        let here = assignments[page][name] ?? []
        switch keyword {
        case .first: return here.first ?? before(page, name)
        case .start: return setAtStart[page].contains(name) ? here.first ?? "" : before(page, name)
        case .last: return here.last ?? before(page, name)
        case .firstExcept: return here.isEmpty ? before(page, name) : ""
        }
    }

    private func before(_ page: Int, _ name: String) -> String {
        for earlier in assignments[..<page].reversed() {
            if let value = earlier[name]?.last { return value }
        }
        return ""
    }
}
