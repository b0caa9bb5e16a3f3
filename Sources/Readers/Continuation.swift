/// Where an article goes on that is cut over several pages, as one of its pages says it.
public struct Continuation: Hashable, Sendable {
    /// This page's number, from 1.
    public var number: Int
    /// Absolute addresses of other pages by their numbers, the likeliest first: a page that was saved may stand beside
    /// this one or where it was published.
    public var pages: [Int: [String]]
    /// Absolute addresses of what the page calls the next one and may be another article: only what is found there can
    /// tell.
    public var possible: [String]

    public init(number: Int, pages: [Int: [String]], possible: [String] = []) {
        self.number = number
        self.pages = pages
        self.possible = possible
    }

    /// Where the next page may be; empty where this is the last.
    public var next: [String] { pages[number + 1] ?? [] }
}
