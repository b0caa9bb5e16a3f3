/// How well the text of a document is set: its paragraphs, their lines and gaps, and all of them together.
///
/// The schema is that of Documentation/LineBreaking.md; numbers are rounded to thousandths, so that the same document
/// gives the same bytes.
public struct TypeReport: Hashable, Sendable, Codable {
    /// Of the schema.
    public var version = 1
    public var totals = Totals()
    /// In reading order.
    public var paragraphs: [Paragraph] = []

    public init() {}

    /// One paragraph; lines are counted from 1.
    public struct Paragraph: Hashable, Sendable, Codable {
        /// The page, from 1, that it begins on.
        public var page: Int
        /// How it begins.
        public var text: String
        public var lineCount = 0
        public var isJustified: Bool
        /// What the breaker reckons its lines to cost.
        public var demerits: Double
        /// Which pass of the breaker found the lines.
        public var pass: String
        /// Lines whose gaps are wider than one and a half spaces of the font.
        public var loose: [Gap] = []
        /// Lines whose gaps are narrower than five sixths of a space.
        public var tight: [Gap] = []
        /// Lines that end in a hyphen.
        public var hyphenated: [Int] = []
        /// The most of them in a row.
        public var ladder = 0
        public var rivers: [River] = []
        public var overfull: [Overfull] = []

        public init(page: Int, text: String, isJustified: Bool, demerits: Double, pass: String) {
            self.page = page
            self.text = text
            self.isJustified = isJustified
            self.demerits = demerits.rounded(toPlaces: 3)
            self.pass = pass
        }

        /// Everything is as it should be.
        public var isSound: Bool {
            loose.isEmpty && tight.isEmpty && ladder < 3 && rivers.isEmpty && overfull.isEmpty
        }
    }

    /// A line's mean gap between words.
    public struct Gap: Hashable, Sendable, Codable {
        public var line: Int
        /// In ems of the paragraph's font.
        public var ems: Double

        public init(line: Int, ems: Double) {
            self.line = line
            self.ems = ems.rounded(toPlaces: 3)
        }
    }

    /// White running down through lines that follow each other: gaps that stand one below the other.
    public struct River: Hashable, Sendable, Codable {
        public var firstLine: Int
        public var lineCount: Int

        public init(firstLine: Int, lineCount: Int) {
            self.firstLine = firstLine
            self.lineCount = lineCount
        }
    }

    /// A line that is wider than its measure.
    public struct Overfull: Hashable, Sendable, Codable {
        public var line: Int
        public var points: Double

        public init(line: Int, points: Double) {
            self.line = line
            self.points = points.rounded(toPlaces: 3)
        }
    }

    /// Sums over all paragraphs.
    public struct Totals: Hashable, Sendable, Codable {
        public var paragraphs = 0
        public var lines = 0
        /// Lines that fill their measure by their gaps.
        public var justifiedLines = 0
        public var demerits = 0.0
        public var looseLines = 0
        public var tightLines = 0
        public var hyphenatedLines = 0
        /// The most hyphenated lines in a row.
        public var longestLadder = 0
        public var rivers = 0
        public var overfullLines = 0
        /// The mean, over justified lines, of the mean gap between words, and its standard deviation; ems.
        public var gap = 0.0
        public var gapDeviation = 0.0
        public var greatestGap = 0.0

        public init() {}
    }
}

extension Double {
    /// The nearest number with so many decimal places.
    func rounded(toPlaces places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
