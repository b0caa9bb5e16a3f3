/// Where something stands in an input: byte offsets, and the line and column of its start (both from 1).
public struct SourceRange: Hashable, Sendable {
    public var start: Int
    public var end: Int
    public var line: Int
    public var column: Int

    public init(start: Int, end: Int, line: Int, column: Int) {
        self.start = start
        self.end = end
        self.line = line
        self.column = column
    }
}
