/// What breaking a page at a place costs. Costs add up over a document, and the least sum wins.
enum BreakCosts {
    /// `break-before`, `break-after` or `break-inside` says avoid (CSS Fragmentation 3, §3.1).
    static let avoid = 6_000.0
    /// Fewer lines than `orphans` or `widows` would stand alone (§3.3).
    static let loneLines = 5_000.0
    /// A page's last line ends in a hyphen: as bad as two lines left white on a page of fifty.
    static let hyphen = 20.0
    /// The same at the foot of a column whose page goes on: where columns are narrow, many lines do.
    static let columnHyphen = 10.0
    /// A footnote goes on on the next page.
    static let splitNote = 300.0
    /// A footnote begins only after the page of its call.
    static let deferredNote = 6_000.0
    /// A footnote is not whole on the page of its call, though its `footnote-policy` asks for that.
    static let brokenPolicy = 100_000.0
    /// A page float waits for the next page.
    static let deferredFloat = 250.0
    /// Something is higher than its page.
    static let overfull = 1_000_000.0
    /// The last page has next to nothing on it.
    static let nearlyEmptyLastPage = 300.0

    /// Columns end on a page that they should have filled, with nothing below them but what cannot be parted from them.
    static let unbalanced = 50_000.0

    /// A balanced column that is lower than its row by so many points.
    static func uneven(_ points: Double, line: Double) -> Double {
        let lines = max(0, points) / line
        return 40 * lines * lines
    }

    /// A page that is not full; `share` is the unused part of its height, from 0 to 1.
    ///
    /// Hardly more than in proportion: one page that ends early before a picture looks better than four that end a little
    /// early each, and leaves less white in all.
    static func underfull(_ share: Double) -> Double { 3_000 * share + 3_000 * share * share }
}
