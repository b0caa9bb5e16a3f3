internal import HTML

/// One sign that an element holds the article: a measure from -1 to 1 and how much it counts.
struct Scorer: Sendable {
    let name: String
    let weight: Double
    let measure: @Sendable (Candidate) -> Double

    /// What it adds to a candidate's score.
    func score(_ candidate: Candidate) -> Double { weight * measure(candidate) }

    /// All signs; the weights are relative to `coverage`.
    static let all: [Scorer] = [
        .coverage, .purity, .cohesion, .linkDensity, .articleElement, .articleBody, .mainElement, .contentHints,
        .boilerplateHints, .structuredBody, .heading, .listElement,
    ]

    static func score(_ candidate: Candidate) -> Double { all.reduce(0) { $0 + $1.score(candidate) } }
}

extension Scorer {
    /// The article is most of what a page has to read.
    static let coverage = Scorer(name: "coverage", weight: 1) { $0.coverage }
    /// The article's element holds little else.
    static let purity = Scorer(name: "purity", weight: 0.7) { $0.purity }
    /// The article's paragraphs are siblings.
    static let cohesion = Scorer(name: "cohesion", weight: 0.6) { $0.cohesion }
    static let linkDensity = Scorer(name: "link density", weight: -0.5) { $0.linkDensity }
    /// HTML's `article` says "a complete composition", but teasers and comments are articles too.
    static let articleElement = Scorer(name: "article element", weight: 0.15) { $0.tag == .article ? 1 : 0 }
    /// schema.org's `articleBody`.
    static let articleBody = Scorer(name: "article body", weight: 0.5) { $0.traits.contains(.articleBody) ? 1 : 0 }
    static let mainElement = Scorer(name: "main element", weight: 0.05) { $0.traits.contains(.mainRole) ? 1 : 0 }
    static let contentHints = Scorer(name: "content words", weight: 0.15) { $0.hints.contains(.content) ? 1 : 0 }
    static let boilerplateHints = Scorer(name: "boilerplate words", weight: -0.2) {
        $0.hints.isDisjoint(with: .boilerplate) ? 0 : 1
    }
    /// The page itself says in JSON-LD what the text is.
    static let structuredBody = Scorer(name: "structured body", weight: 0.4) { $0.bodyOverlap ?? 0 }
    /// An article stands round its lists; lists of references are long.
    static let listElement = Scorer(name: "list element", weight: -0.4) {
        $0.tag == .ol || $0.tag == .ul || $0.tag == .dl ? 1 : 0
    }
    static let heading = Scorer(name: "heading", weight: 0.05) { $0.holdsHeading ? 1 : 0 }
}
