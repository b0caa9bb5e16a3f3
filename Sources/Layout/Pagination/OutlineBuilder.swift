import Pages

/// Nests bookmarks by their levels.
enum OutlineBuilder {
    static func outline(_ bookmarks: [(bookmark: Bookmark, destination: String)]) -> [OutlineItem] {
        var rest = bookmarks[...]
        return take(from: &rest, deeperThan: 0)
    }

    private static func take(
        from rest: inout ArraySlice<(bookmark: Bookmark, destination: String)>, deeperThan level: Int
    ) -> [OutlineItem] {
        var items: [OutlineItem] = []
        while let first = rest.first, first.bookmark.level > level {
            rest.removeFirst()
            let children = take(from: &rest, deeperThan: first.bookmark.level)
            guard !first.bookmark.label.isEmpty else {
                items += children
                continue
            }
            items.append(
                OutlineItem(
                    title: first.bookmark.label, destination: first.destination, children: children,
                    isOpen: first.bookmark.isOpen))
        }
        return items
    }
}
