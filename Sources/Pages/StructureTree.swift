public import Geometry

/// The logical structure of a document (PDF 32000-1, §14.7): an arena of elements, the first of them the root `Document`.
public struct StructureTree: Hashable, Sendable {
    public var elements: [StructureElement]

    /// An empty tree has its root already.
    public init() { elements = [StructureElement(role: .document, parent: nil)] }

    public static let root = StructureElement.ID(0)

    /// Adds an element under a parent, as its last child.
    public mutating func add(_ element: StructureElement) -> StructureElement.ID {
        let id = StructureElement.ID(elements.count)
        elements.append(element)
        if let parent = element.parent { elements[parent.index].children.append(.element(id)) }
        return id
    }

    public subscript(id: StructureElement.ID) -> StructureElement {
        get { elements[id.index] }
        set { elements[id.index] = newValue }
    }
}

/// One element of the structure tree.
public struct StructureElement: Hashable, Sendable {
    /// Index into `StructureTree.elements`.
    public struct ID: Hashable, Sendable, BitwiseCopyable {
        public var index: Int
        public init(_ index: Int) { self.index = index }
    }

    public var role: Role
    public var parent: ID?
    /// In reading order.
    public var children: [Child]
    /// For figures and formulas.
    public var alternative: String?
    public var actualText: String?
    /// BCP 47 tag, where it differs from the parent's.
    public var language: String?
    /// Unique in the document; PDF/UA wants one on every `Note`.
    public var identifier: String?
    public var title: String?
    public var attributes: Attributes

    public init(
        role: Role, parent: ID?, alternative: String? = nil, actualText: String? = nil, language: String? = nil,
        identifier: String? = nil, title: String? = nil, attributes: Attributes = Attributes()
    ) {
        self.role = role
        self.parent = parent
        self.children = []
        self.alternative = alternative
        self.actualText = actualText
        self.language = language
        self.identifier = identifier
        self.title = title
        self.attributes = attributes
    }

    public enum Child: Hashable, Sendable {
        case element(ID)
        /// `Document.pages[page].content[index]`.
        case content(page: Int, index: Int)
        /// `Document.pages[page].links[index]`.
        case link(page: Int, index: Int)
    }

    /// The standard structure types in use (PDF 32000-1, §14.8.4); the raw value is the PDF name.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        case document = "Document"
        case article = "Art"
        case section = "Sect"
        case division = "Div"
        case heading1 = "H1"
        case heading2 = "H2"
        case heading3 = "H3"
        case heading4 = "H4"
        case heading5 = "H5"
        case heading6 = "H6"
        case paragraph = "P"
        case blockQuote = "BlockQuote"
        case caption = "Caption"
        case list = "L"
        case listItem = "LI"
        case label = "Lbl"
        case listBody = "LBody"
        case table = "Table"
        case tableRow = "TR"
        case tableHeaderCell = "TH"
        case tableDataCell = "TD"
        case tableHead = "THead"
        case tableBody = "TBody"
        case tableFoot = "TFoot"
        case span = "Span"
        case quote = "Quote"
        case note = "Note"
        case reference = "Reference"
        case code = "Code"
        case link = "Link"
        case figure = "Figure"
        case formula = "Formula"
        case ruby = "Ruby"
        case rubyBase = "RB"
        case rubyText = "RT"
        case tableOfContents = "TOC"
        case tableOfContentsItem = "TOCI"
    }

    /// Structure attributes (PDF 32000-1, §14.8.5); nil is not written.
    public struct Attributes: Hashable, Sendable {
        /// `Row`, `Column` or `Both`, for header cells.
        public var scope: String?
        public var columnSpan: Int?
        public var rowSpan: Int?
        /// Identifiers of header cells.
        public var headers: [String]
        /// `Decimal`, `LowerRoman`, `Disc`, `None`…
        public var listNumbering: String?
        /// For figures: points from the top left of the page it stands on.
        public var boundingBox: Rect?
        /// `Block` or `Inline`.
        public var placement: String?

        public init(
            scope: String? = nil, columnSpan: Int? = nil, rowSpan: Int? = nil, headers: [String] = [],
            listNumbering: String? = nil, boundingBox: Rect? = nil, placement: String? = nil
        ) {
            self.scope = scope
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.headers = headers
            self.listNumbering = listNumbering
            self.boundingBox = boundingBox
            self.placement = placement
        }
    }
}
