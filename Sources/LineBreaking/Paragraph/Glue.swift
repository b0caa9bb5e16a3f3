/// White space that stretches and shrinks between boxes (Knuth & Plass 1981, p. 1122).
public struct Glue: Hashable, Sendable, BitwiseCopyable {
    /// Natural width.
    public var width: Double
    /// How much it grows at an adjustment ratio of 1.
    public var stretch: Double
    /// How much it gives way at an adjustment ratio of -1; it never gives more.
    public var shrink: Double
    /// Infinite stretchability: a line with any sets its finite glue at its natural width.
    public var fill: Double

    public init(width: Double, stretch: Double = 0, shrink: Double = 0, fill: Double = 0) {
        self.width = width
        self.stretch = stretch
        self.shrink = shrink
        self.fill = fill
    }

    /// The glue between two words of justified text, from the font's own space: it grows by a half of it and gives
    /// way by a third, as in the fonts that TeX came with (The TeXbook, p. 75 and Appendix F).
    public static func interword(space: Double) -> Glue {
        Glue(width: space, stretch: space / 2, shrink: space / 3)
    }

    /// The glue that fills a paragraph's last line.
    public static let finishing = Glue(width: 0, fill: 1)
}
