public import TextAnalysis

/// Letters at a line's ends that are shown otherwise because a word is broken there.
public struct LineRespelling: Hashable, Sendable {
    /// For the line's first units.
    public var start: Respelling?
    /// For its last ones, before the hyphen.
    public var end: Respelling?

    public static let none = LineRespelling()

    public init(start: Respelling? = nil, end: Respelling? = nil) {
        self.start = start
        self.end = end
    }

    /// What a line shows as it is.
    func rest(of line: Range<Int>) -> Range<Int> {
        let start = min(line.lowerBound + (start?.count ?? 0), line.upperBound)
        return start..<max(start, line.upperBound - (end?.count ?? 0))
    }
}
