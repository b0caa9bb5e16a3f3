import CSS

/// The values that names take from page to page: named strings (GCPM 3, §1.1), running elements (§1.3).
struct PageAssignments<Value> {
    /// Per page, each name's assignments in order.
    private var assignments: [[String: [Value]]] = []

    /// The names that the very first elements of each page set.
    private var setAtStart: [Set<String>] = []

    mutating func beginPage() {
        assignments.append([:])
        setAtStart.append([])
    }

    /// `isAtStart`: nothing stands before the element on its page.
    mutating func set(_ name: String, to value: Value, isAtStart: Bool) {
        let page = assignments.count - 1
        if isAtStart, assignments[page][name] == nil { setAtStart[page].insert(name) }
        assignments[page][name, default: []].append(value)
    }

    /// The value that `string(name, keyword)` or `element(name, keyword)` has on a page; nil where there is none.
    func value(of name: String, _ keyword: ContentItem.StringKeyword, on page: Int) -> Value? {
        let here = assignments[page][name] ?? []
        switch keyword {
        case .first: return here.first ?? before(page, name)
        case .start: return setAtStart[page].contains(name) ? here.first : before(page, name)
        case .last: return here.last ?? before(page, name)
        case .firstExcept: return here.isEmpty ? before(page, name) : nil
        }
    }

    private func before(_ page: Int, _ name: String) -> Value? {
        for earlier in assignments[..<page].reversed() {
            if let value = earlier[name]?.last { return value }
        }
        return nil
    }
}
