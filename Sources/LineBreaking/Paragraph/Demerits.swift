/// What a line costs: badness by its adjustment ratio, penalties, and how it follows the line before.
public struct Demerits: Hashable, Sendable {
    /// Added to every line's badness; higher values mean fewer lines.
    public var linePenalty = 10.0
    /// The cost of a break at a hyphen that hyphenation put in; who makes the items gives it to their penalties.
    public var hyphenPenalty = 75.0
    /// The cost of a break after a hyphen that is in the text.
    public var explicitHyphenPenalty = 50.0
    /// For two hyphenated lines in a row.
    public var doubleHyphen = 10_000.0
    /// For a hyphen at the end of the last line but one.
    public var finalHyphen = 5_000.0
    /// For a line two or more fitness classes from the line before.
    public var adjacent = 10_000.0
    /// For a last line whose text is shorter than `shortestLastLine`.
    public var shortLastLine = 0.0
    /// A width.
    public var shortestLastLine = 0.0

    public init() {}

    /// For each line too many that ends in a flagged break: more than any line within a tolerance costs.
    public static let ladder = 1e9
    /// The badness of a line that is too wide; more than any stretched line's.
    static let overfullBadness = 1e7

    /// 100 times the cube of the adjustment ratio (Knuth & Plass 1981, p. 1128).
    static func badness(ratio: Double) -> Double {
        100 * abs(ratio * ratio * ratio)
    }

    /// The demerits of a line by itself, in TeX's form of the formula on p. 1128 (The TeXbook, p. 98).
    func line(badness: Double, cost: Double) -> Double {
        let base = linePenalty + badness
        let square = base * base
        if cost <= ParagraphItems.forcing { return square }
        return cost < 0 ? square - cost * cost : square + cost * cost
    }
}
