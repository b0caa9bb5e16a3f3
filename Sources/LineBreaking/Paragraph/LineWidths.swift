/// How wide each line of a paragraph is: a few first ones, then all the rest.
public struct LineWidths: Hashable, Sendable {
    /// Widths of the first lines.
    public var first: [Double]
    /// Width of every later line.
    public var rest: Double

    public init(first: [Double] = [], rest: Double) {
        self.first = first
        self.rest = rest
    }

    public init(_ width: Double) {
        self.init(rest: width)
    }

    /// The width of a line, counted from 0.
    public subscript(line: Int) -> Double {
        line < first.count ? first[line] : rest
    }
}
