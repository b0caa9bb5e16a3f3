public import Geometry

/// Looks over a finished document for what a careful typesetter would not let pass, and for breaches of structure.
public struct DocumentChecker: Sendable {
    /// The area that article text must stay in, for each page; without it the right edge that most lines share is
    /// taken for the measure.
    public var textAreas: [Rect]?

    public init(textAreas: [Rect]? = nil) { self.textAreas = textAreas }

    /// One thing found, and where.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        public var kind: Kind
        /// Index of the page; nil where it is about the structure as a whole.
        public var page: Int?
        /// The words, element or name that it is about.
        public var subject: String

        public var description: String {
            let place = page.map { "page \($0 + 1): " } ?? ""
            return "\(place)\(kind.rawValue): \(subject)"
        }
    }

    /// What can be found; the raw value is the phrase that is shown.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case headingAtFoot = "heading at the page's foot"
        case loneFirstLine = "a paragraph's first line alone at the page's foot"
        case loneLastLine = "a paragraph's last line alone at the page's top"
        case outsidePage = "text runs off the page"
        case beyondTextArea = "text runs beyond the text area"
        case overlap = "text overlaps"
        case contentNotInTree = "content that no element refers to"
        case contentTwiceInTree = "content that the tree refers to more than once"
        case wrongOwner = "content that another element than its owner refers to"
        case danglingReference = "an element refers to what does not exist"
        case wrongParent = "an element is not its parent's child"
        case linkNotInTree = "a link that its element does not refer to"
        case unknownDestination = "a name that is no destination"
        case articleTextInArtifact = "article text in an artifact"
        case noteWithoutIdentifier = "a note without an identifier"
        case figureWithoutAlternative = "a figure without a text alternative"
    }

    /// Everything found, in the order of pages, structure first.
    public func findings(in document: Document) -> [Finding] {
        let text = PlacedText(of: document)
        return StructureRules(document: document, text: text).findings()
            + PageRules(document: document, text: text, textAreas: textAreas).findings()
    }
}
