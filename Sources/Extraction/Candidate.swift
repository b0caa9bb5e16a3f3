internal import HTML

/// An element that may hold the article, with what the scorers read; immutable.
struct Candidate: Sendable {
    let node: Int
    /// Share of the page's paragraph text that is in it.
    let coverage: Double
    /// Share of its text that stands in paragraphs.
    let purity: Double
    /// Text of paragraphs close above which it stands, against the best on the page.
    let cohesion: Double
    let linkDensity: Double
    let tag: Tag?
    let traits: NodeStatistics.Traits
    let hints: Hints
    /// Share of JSON-LD's `articleBody` that is in it; nil where the page has none.
    let bodyOverlap: Double?
    /// The page's first heading is in it.
    let holdsHeading: Bool
}
