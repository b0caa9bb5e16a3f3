public import FontFiles

/// A finished document: everything that is drawn or written, with every coordinate decided.
///
/// Whatever draws it looks at nothing else: styles and boxes are forgotten here.
public struct Document: Hashable, Sendable {
    public var pages: [Page]
    public var metadata: DocumentMetadata
    /// The font instances that glyph runs name by index.
    public var fonts: [FontInstance]
    /// The pictures that picture items name by index.
    public var pictures: [PictureSource]
    public var destinations: [Destination]
    public var outline: [OutlineItem]
    public var structure: StructureTree
    /// How well the text is set, where that was asked for.
    public var type: TypeReport?

    public init(
        pages: [Page] = [], metadata: DocumentMetadata = DocumentMetadata(), fonts: [FontInstance] = [],
        pictures: [PictureSource] = [], destinations: [Destination] = [], outline: [OutlineItem] = [],
        structure: StructureTree = StructureTree()
    ) {
        self.pages = pages
        self.metadata = metadata
        self.fonts = fonts
        self.pictures = pictures
        self.destinations = destinations
        self.outline = outline
        self.structure = structure
    }
}

/// What a reader's properties dialogue shows. Times are ISO 8601; nothing here comes from a clock.
public struct DocumentMetadata: Hashable, Sendable {
    public var title: String
    public var authors: [String]
    public var subject: String?
    public var keywords: [String]
    /// BCP 47 tag; `und` where it is not known.
    public var language: String
    public var isRightToLeft: Bool
    /// The address the article came from (XMP's `dc:source`).
    public var source: String?
    public var publisher: String?
    /// Creation and modification date.
    public var created: String
    public var modified: String

    public init(
        title: String = "", authors: [String] = [], subject: String? = nil, keywords: [String] = [],
        language: String = "und", isRightToLeft: Bool = false, source: String? = nil, publisher: String? = nil,
        created: String = "1980-01-01T00:00:00Z", modified: String = "1980-01-01T00:00:00Z"
    ) {
        self.title = title
        self.authors = authors
        self.subject = subject
        self.keywords = keywords
        self.language = language
        self.isRightToLeft = isRightToLeft
        self.source = source
        self.publisher = publisher
        self.created = created
        self.modified = modified
    }
}

/// A named place that links and the outline lead to.
public struct Destination: Hashable, Sendable {
    /// Unique in the document.
    public var name: String
    /// Index into `Document.pages`.
    public var page: Int
    /// Points from the page's top.
    public var y: Double
    /// Points from the page's left edge.
    public var x: Double

    public init(name: String, page: Int, x: Double, y: Double) {
        self.name = name
        self.page = page
        self.x = x
        self.y = y
    }
}

/// An entry of the outline (a PDF viewer's bookmarks).
public struct OutlineItem: Hashable, Sendable {
    public var title: String
    /// The name of a destination.
    public var destination: String
    public var children: [OutlineItem]
    public var isOpen: Bool

    public init(title: String, destination: String, children: [OutlineItem] = [], isOpen: Bool = true) {
        self.title = title
        self.destination = destination
        self.children = children
        self.isOpen = isOpen
    }
}

/// A picture's bytes, drawn when a page that shows it is drawn.
public struct PictureSource: Hashable, Sendable {
    public var path: String
    public var mediaType: String
    /// Pixels after the orientation is applied; for SVG, CSS px.
    public var pixelWidth: Double
    public var pixelHeight: Double
    /// EXIF orientation, 1 to 8.
    public var orientation: Int
    /// Hash of the content: equal pictures share one PDF object.
    public var identifier: String
    /// It is drawn without its colours.
    public var isGray: Bool

    public init(
        path: String, mediaType: String, pixelWidth: Double, pixelHeight: Double, orientation: Int,
        identifier: String, isGray: Bool = false
    ) {
        self.path = path
        self.mediaType = mediaType
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
        self.orientation = orientation
        self.identifier = identifier
        self.isGray = isGray
    }
}
