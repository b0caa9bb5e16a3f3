/// A table of data; layout tables are unwrapped when an article is read.
public struct Table: Hashable, Sendable {
    public var caption: [Inline]
    /// Rows that repeat at the top of each page (HTML's `thead`).
    public var head: [Row]
    public var body: [Row]
    public var foot: [Row]

    public init(caption: [Inline] = [], head: [Row] = [], body: [Row], foot: [Row] = []) {
        self.caption = caption
        self.head = head
        self.body = body
        self.foot = foot
    }

    public struct Row: Hashable, Sendable {
        public var cells: [Cell]

        public init(_ cells: [Cell]) { self.cells = cells }
    }

    public struct Cell: Hashable, Sendable {
        public var attributes: Attributes
        public var isHeader: Bool
        public var scope: Scope?
        /// At least 1.
        public var columnSpan: Int
        /// At least 1.
        public var rowSpan: Int
        public var alignment: Alignment?
        public var blocks: [Block]

        public init(
            _ blocks: [Block], isHeader: Bool = false, scope: Scope? = nil, columnSpan: Int = 1,
            rowSpan: Int = 1, alignment: Alignment? = nil, attributes: Attributes = .none
        ) {
            self.blocks = blocks
            self.isHeader = isHeader
            self.scope = scope
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.alignment = alignment
            self.attributes = attributes
        }
    }

    /// What a header cell heads.
    public enum Scope: String, Hashable, Sendable {
        case row
        case column = "col"
        case rowGroup = "rowgroup"
        case columnGroup = "colgroup"
    }

    /// A column's alignment, as Markdown or HTML's `align` gives it.
    public enum Alignment: String, Hashable, Sendable { case left, center, right }
}
