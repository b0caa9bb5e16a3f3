public import ArticleModel
public import CSS
public import Pages

/// A block-level box (CSS Display 3, §2): what a block element, or the text between blocks, becomes.
public struct BlockBox: Sendable {
    /// The element it came from, `p.byline`, or what made it, `anonymous`; for dumps and messages.
    public var name: String
    public var style: SharedStyle
    /// The element of the structure tree that owns what the box shows.
    public var element: StructureElement.ID
    /// The ids that links may lead to.
    public var anchors: [String] = []
    /// The box is ornament: what it shows is no part of the text.
    public var isArtifact = false
    public var marker: ListMarker?
    /// Named strings that the element sets (GCPM 3, §1.1), evaluated.
    public var strings: [NamedString] = []
    public var bookmark: Bookmark?
    /// What the element does to counters that the margins of its page may show.
    public var counters: [CounterMark] = []
    public var content: Content

    public init(name: String, style: SharedStyle, element: StructureElement.ID, content: Content) {
        self.name = name
        self.style = style
        self.element = element
        self.content = content
    }

    public indirect enum Content: Sendable {
        case blocks([BlockBox])
        case inline(InlineContent)
        case replaced(ReplacedContent)
        case table(TableBox)

        var isReplaced: Bool { if case .replaced = self { true } else { false } }
    }
}

/// The text or picture before a list item (CSS Lists 3, §3).
public struct ListMarker: Sendable {
    public var content: [GeneratedPiece]
    public var style: SharedStyle
    /// nil is ornament.
    public var element: StructureElement.ID?

    public var text: String { content.text }
}

/// A value that margin boxes can show (GCPM 3, §1.1).
public struct NamedString: Sendable, Hashable {
    public var name: String
    public var value: String
}

/// What an element does to a counter, as far as its page can show it (CSS Paged Media 3, §7.1).
public enum CounterMark: Sendable, Hashable {
    /// The value that one of the elements' own counters has from here on.
    case value(name: String, Int)
    /// The counter of the pages begins anew on this page.
    case pageSet(Int)
    /// The counter of the pages skips numbers.
    case pageIncrement(Int)
}

/// An entry of the outline (CSS `bookmark-*`, GCPM 3, §4).
public struct Bookmark: Sendable, Hashable {
    /// From 1.
    public var level: Int
    public var label: String
    public var isOpen: Bool
}

/// A picture and what is known of its size.
public struct ReplacedContent: Sendable {
    public var resource: Resource
    /// Size the page asks for, in points; nil where it does not.
    public var attributeWidth: Double?
    public var attributeHeight: Double?
    /// Shown where the picture cannot be drawn; empty for decoration.
    public var alternative: String
    /// A decoration is drawn as an artifact.
    public var isDecoration: Bool
    /// It is shown without its colours.
    public var isGray = false
    /// How the picture fills its box, and where it stands in it.
    public var fit = BoxStyle.ObjectFit.fill
    public var position = BackgroundPosition.center
    public var isVisible = true
    /// The style of the box that it is cut off by, where that has round corners.
    public var roundBox: SharedStyle?
    /// Points of one of the picture's pixels (CSS Images 3, §5.4).
    public var pixel = 0.75
}

/// A table's rows; the grid is made when it is laid out.
public struct TableBox: Sendable {
    public var caption: BlockBox?
    public var groups: [Group]

    public struct Group: Sendable {
        public var kind: Kind
        public var style: SharedStyle
        public var rows: [Row]
    }

    public enum Kind: String, Sendable { case head, body, foot }

    public struct Row: Sendable {
        public var style: SharedStyle
        public var cells: [Cell]
    }

    public struct Cell: Sendable {
        public var columnSpan: Int
        public var rowSpan: Int
        public var box: BlockBox
    }
}

/// All boxes of a document: the flow, the footnotes taken out of it, and the structure they belong to.
public struct BoxTree: Sendable {
    public var root: BlockBox
    /// Whose background is that of the canvas (CSS Backgrounds 3, §2.11): the root element, or its body; neither box has
    /// one any more.
    public var canvas: ComputedStyle?
    /// Boxes with `float: footnote`, in the order of their elements; inline content names them by index.
    public var footnotes: [BlockBox]
    /// Boxes with `position: running()`, in the order of their elements; marks name them by index.
    public var runningElements: [RunningElement] = []
    public var structure: StructureTree
    /// The ids that some link leads to.
    public var targets: Set<String>
    /// What generated content says of other elements.
    public var references = CrossReferences()
}
