public import ArticleModel
public import CSS
public import HTML

/// Articles as elements, classes and attributes: the one tree that is styled, laid out and serialised.
///
/// `html > body > article > (header > h1.title, p.subtitle, p.byline, p.source), the blocks as direct children,
/// section.notes`. Immutable once made.
public final class MarkupTree: Sendable {
    /// The whole document, for the serialisers.
    public let document: HTMLDocument
    /// The articles it was made from.
    public let articles: [Article]
    /// The pictures by the number of their `img` element.
    private let images: [NodeID: Image]
    /// Each note's element by its id attribute.
    private let notes: [String: NodeID]
    private let resources: [Resource.ID: Resource]
    private let places: SiblingPlaces

    /// The tree of one or more articles; ids of the second and later ones are prefixed so that all stay unique.
    public init(of articles: [Article], options: MarkupOptions = MarkupOptions()) {
        var writer = MarkupWriter(options: options)
        writer.write(articles)
        document = writer.builder.document()
        images = writer.images
        notes = writer.notes
        self.articles = articles
        resources = articles.reduce(into: [:]) { $0.merge($1.resources) { first, _ in first } }
        places = SiblingPlaces(document)
    }

    /// The `html` element.
    public var root: MarkupElement {
        guard let html = document.firstChild(of: HTMLDocument.root) else {
            preconditionFailure("a markup tree has its html element")
        }
        return MarkupElement(node: html, tree: self)
    }

    /// The `div.note` that a note call's `href` leads to.
    public func note(at address: String) -> MarkupElement? {
        guard address.hasPrefix("#") else { return nil }
        return notes[String(address.dropFirst())].map { MarkupElement(node: $0, tree: self) }
    }

    fileprivate func place(of node: NodeID) -> SiblingPlace? { places.place(of: node) }
    fileprivate func image(of node: NodeID) -> Image? { images[node] }
    fileprivate func resource(_ id: Resource.ID) -> Resource? { resources[id] }
}

/// What the writers may choose when a tree is made.
public struct MarkupOptions: Sendable {
    /// How a picture is shown.
    public var picture: @Sendable (Image) -> PictureMarkup
    /// Whether the header with title, byline and source is written.
    public var includesHeader: Bool
    /// Whether a table of contents is written: below the header of one article, before the first of several.
    public var includesContents: Bool
    /// Whether a cover is written before everything else.
    public var includesCover: Bool

    public init(
        includesHeader: Bool = true, includesContents: Bool = false, includesCover: Bool = false,
        picture: @escaping @Sendable (Image) -> PictureMarkup = { .shown(address: $0.resource ?? $0.address ?? "") }
    ) {
        self.includesHeader = includesHeader
        self.includesContents = includesContents
        self.includesCover = includesCover
        self.picture = picture
    }

    public enum PictureMarkup: Sendable {
        /// An `img` with this `src`, and a larger copy for finer screens and paper in its `srcset`.
        case shown(address: String, larger: String? = nil)
        /// Its alternative text in `span.missing-picture`; nothing where there is none.
        case replacedByAlternative
        case omitted
    }
}

/// An element of a markup tree; equality is identity.
public struct MarkupElement: StyledElement, Sendable {
    public let node: NodeID
    public let tree: MarkupTree

    fileprivate var element: Element { Element(node, in: tree.document) }

    public var localName: String { tree.document.name(of: node) }
    public var id: String? { tree.document.attribute("id", of: node) }
    public var classes: [String] { element.classes }
    public func attribute(_ name: String) -> String? { tree.document.attribute(name, of: node) }
    public var attributeNames: [String] { tree.document.attributeNames(of: node) }
    public var parentElement: MarkupElement? { wrap(element.parentElement) }
    public var previousSiblingElement: MarkupElement? { wrap(element.previousSiblingElement) }
    public var nextSiblingElement: MarkupElement? { wrap(element.nextSiblingElement) }
    public var firstChildElement: MarkupElement? { wrap(element.firstChildElement) }
    public var siblingPlace: SiblingPlace? { tree.place(of: node) }
    public var isEmpty: Bool { element.isEmpty }

    /// The picture of an `img`.
    public var image: Image? { tree.image(of: node) }

    /// The bytes of an `img`'s picture, where they could be had.
    public var resource: Resource? { image?.resource.flatMap(tree.resource) }

    /// Elements and texts inside, in order.
    public var children: [MarkupNode] {
        var result: [MarkupNode] = []
        var child = tree.document.firstChild(of: node)
        while let current = child {
            switch tree.document.kind(of: current) {
            case .element: result.append(.element(MarkupElement(node: current, tree: tree)))
            case .text: result.append(.text(tree.document.text(of: current)))
            case .comment, .document: break
            }
            child = tree.document.nextSibling(of: current)
        }
        return result
    }

    /// All text inside, in order, without the numbers that call notes.
    public var textContent: String {
        children.reduce(into: "") { text, child in
            switch child {
            case .element(let element): text += element.attribute("role") == "doc-noteref" ? "" : element.textContent
            case .text(let string): text += string
            }
        }
    }

    public static func == (a: MarkupElement, b: MarkupElement) -> Bool { a.node == b.node && a.tree === b.tree }
    public func hash(into hasher: inout Hasher) { hasher.combine(node) }

    private func wrap(_ element: Element?) -> MarkupElement? {
        element.map { MarkupElement(node: $0.node, tree: tree) }
    }
}

/// A child of an element.
public enum MarkupNode: Sendable {
    case element(MarkupElement)
    case text(String)
}
