import CSS

/// `avoid` before or after a box, until the next content begins.
struct AvoidedBreaks {
    var page = false
    var column = false
    static let all = AvoidedBreaks(page: true, column: true)
}

/// How many boxes say `break-inside: avoid`, of pages and of columns.
struct AvoidDepth {
    var page = 0
    var column = 0

    var isEmpty: Bool { page == 0 && column == 0 }

    mutating func add(_ value: PageStyle.BreakInside, _ step: Int) {
        if value == .avoid || value == .avoidPage { page += step }
        if value == .avoid || value == .avoidColumn { column += step }
    }

    mutating func add(_ other: AvoidDepth) {
        page += other.page
        column += other.column
    }
}
