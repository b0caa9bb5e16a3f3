/// Where one line ends, and how its glue is set.
public struct LineBreak: Hashable, Sendable, BitwiseCopyable {
    /// The line's first item; glue and penalties that vanish after the break before are left out.
    public var start: Int
    /// The glue or penalty that the line is broken at; the line's items are those before it.
    public var item: Int
    /// The adjustment ratio (Knuth & Plass 1981, p. 1125): glue is set at its width plus this times its stretch or,
    /// where negative, its shrink. Zero where glue fills the line.
    public var ratio: Double
    /// The line is wider than its measure even with its glue shrunk fully.
    public var isOverfull: Bool
    public var fitness: Fitness

    public init(start: Int, item: Int, ratio: Double, isOverfull: Bool, fitness: Fitness) {
        self.start = start
        self.item = item
        self.ratio = ratio
        self.isOverfull = isOverfull
        self.fitness = fitness
    }
}

/// How tightly a line is set (Knuth & Plass 1981, p. 1155, with TeX's bounds, The TeXbook p. 97).
public enum Fitness: UInt8, Hashable, Sendable, BitwiseCopyable, Comparable, CaseIterable {
    case tight, decent, loose, veryLoose

    public static func < (a: Fitness, b: Fitness) -> Bool { a.rawValue < b.rawValue }

    init(ratio: Double) {
        self = ratio < -0.5 ? .tight : ratio <= 0.5 ? .decent : ratio <= 1 ? .loose : .veryLoose
    }
}

/// A paragraph's lines, and what they cost.
public struct BrokenParagraph: Hashable, Sendable {
    public var lines: [LineBreak]
    public var totalDemerits: Double
    /// Which pass found the lines.
    public var pass: Pass

    public init(lines: [LineBreak], totalDemerits: Double, pass: Pass) {
        self.lines = lines
        self.totalDemerits = totalDemerits
        self.pass = pass
    }

    /// The passes over a paragraph, each more tolerant than the one before.
    public enum Pass: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// Without flagged breaks (The TeXbook, p. 96: `\pretolerance`).
        case unhyphenated
        /// All breaks, within the tolerance.
        case tolerant
        /// All breaks, within a much wider tolerance.
        case wide
        /// The same, each line imagined to be able to stretch by the emergency stretch.
        case emergency
        /// Anything; lines that cannot fit are overfull.
        case last

        public static func < (a: Pass, b: Pass) -> Bool { a.rawValue < b.rawValue }
    }
}
