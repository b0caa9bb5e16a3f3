import CSS

/// The named pages that content asks for while it is laid out (CSS Paged Media 3, §3.4).
struct WantedPages {
    /// Name of the page that the next content wants.
    var name: String?
    /// Name of the page that the last content stands on.
    var settled: String?
    /// The `page` property of the box round the one being added.
    var parent: String?
    /// Width of the area of pages with a name, in points.
    var width: (String?) -> Double = { _ in 0 }
}

extension BlockBox {
    /// The name of the page that the box begins on: its first child's, if it has one.
    var startPageName: String? {
        if case .blocks(let blocks) = content, let first = blocks.first { return first.startPageName }
        return style.value.page.name
    }
}

extension PageStyle.Break {
    /// The page ends, and not just a column.
    var endsPage: Bool {
        switch self {
        case .page, .left, .right, .recto, .verso: true
        case .auto, .avoid, .avoidPage, .avoidColumn, .column: false
        }
    }
}
