public import Geometry

/// One page: its size, what is drawn on it in painting order, and its links.
public struct Page: Hashable, Sendable {
    /// Points.
    public var size: Size
    public var content: [MarkedContent]
    public var links: [LinkAnnotation]
    /// The number as printed, `iv` or `12`.
    public var label: String
    /// Where the sheet is cut, and how far what bleeds goes beyond (PDF's TrimBox and BleedBox); nil where the page is all.
    public var trim: Rect?
    public var bleed: Rect?

    public init(
        size: Size, content: [MarkedContent] = [], links: [LinkAnnotation] = [], label: String = "", trim: Rect? = nil,
        bleed: Rect? = nil
    ) {
        self.trim = trim
        self.bleed = bleed
        self.size = size
        self.content = content
        self.links = links
        self.label = label
    }
}

/// A piece of a page that belongs to one structure element, or to none (PDF 32000-1, §14.6).
///
/// Its index in `Page.content` is its marked-content identifier on that page.
public struct MarkedContent: Hashable, Sendable {
    public var owner: Owner
    public var items: [DisplayItem]

    public init(owner: Owner, items: [DisplayItem]) {
        self.owner = owner
        self.items = items
    }

    public enum Owner: Hashable, Sendable {
        case element(StructureElement.ID)
        case artifact(Artifact)
    }

    /// What page furniture is (PDF 32000-1, §14.8.2.2).
    public enum Artifact: String, Hashable, Sendable {
        case background, pageHeader, pageFooter, layout
    }
}

/// An area that leads somewhere. The structure element that owns it is a `Link`.
public struct LinkAnnotation: Hashable, Sendable {
    /// One rectangle for each line the link runs over, on this page.
    public var rects: [Rect]
    public var target: Target
    /// What the link says, for those who cannot see it (PDF's `Contents`).
    public var description: String
    public var element: StructureElement.ID

    public init(rects: [Rect], target: Target, description: String, element: StructureElement.ID) {
        self.rects = rects
        self.target = target
        self.description = description
        self.element = element
    }

    public enum Target: Hashable, Sendable {
        case address(String)
        case destination(String)
    }
}
